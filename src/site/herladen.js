// Only at `mentorwijzer serve`: shows the page again when a new version of the site is there.
const versie = document.currentScript.dataset.versie;
new EventSource("/__mentorwijzer/versie").onmessage = (bericht) => {
  if (bericht.data !== versie) location.reload();
};
