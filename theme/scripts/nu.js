// "Wat speelt er nu" on the home page: the questions of the month in which somebody reads, in the
// place of those of the month in which the content was last checked. The page holds all of them.
(function () {
  'use strict';

  const part = document.getElementById('nu');
  const today = new Date();
  const month = String(today.getMonth() + 1);
  const name = new Intl.DateTimeFormat('nl', { month: 'long' }).format(today);

  const items = [...part.querySelectorAll('li')];
  const current = items.filter((item) => item.dataset.maand.split(' ').includes(month));
  const shown = current.slice(0, Number(part.dataset.hoogstens));
  for (const item of items) item.hidden = !shown.includes(item);
  for (const place of part.querySelectorAll('.maandnaam')) place.textContent = name;
  part.querySelector('.maandtal').textContent = current.length;
  part.querySelector('.nualle a').search = '?maand=' + month;
  part.hidden = !current.length;
}());
