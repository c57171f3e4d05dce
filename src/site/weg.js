// Stands at sw.js while somebody works on the site: each page must come fresh from the server. Takes
// away what an earlier visit to a site at this address kept, and then itself.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  const kept = (await caches.keys()).filter((name) => name.startsWith(`mentorwijzer ${registration.scope} `));
  await Promise.all(kept.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const page of await clients.matchAll()) page.navigate(page.url);
})()));
