// Small conveniences on top of pages that work without them: ticks that stay on this device,
// tables that fit a phone, and answers that open when a link or the printer needs them.
(function () {
  'use strict';

  // Storage may be switched off or full: then ticks last as long as the page.
  const storage = {
    read(key) {
      try {
        const value = JSON.parse(localStorage.getItem(key));
        return Array.isArray(value) ? value : [];
      } catch {
        return [];
      }
    },
    write(key, value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch { /* the page still shows the ticks */ }
    },
    works() {
      try {
        localStorage.setItem('mentorwijzer.proef', '1');
        localStorage.removeItem('mentorwijzer.proef');
        return true;
      } catch {
        return false;
      }
    },
  };

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function button(text, action) {
    const made = element('button', 'knop', text);
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  }

  function setUpChecklist(list) {
    const key = 'mentorwijzer.vinklijst.' + list.dataset.lijst;
    const boxes = Array.from(list.querySelectorAll('input[data-punt]'));
    if (boxes.length === 0) return;

    const ticked = () => boxes.filter((box) => box.checked).map((box) => box.dataset.punt);
    const progress = element('p', 'voortgang', '');
    progress.setAttribute('role', 'status');
    let cleared = [];

    function show() {
      progress.textContent = ticked().length + ' van ' + boxes.length + ' aangevinkt';
      wipe.textContent = cleared.length > 0 ? 'Wissen ongedaan maken' : 'Alles wissen';
    }

    function tick(points) {
      boxes.forEach((box) => { box.checked = points.includes(box.dataset.punt); });
      show();
    }

    // Wiping asks no question, but can be taken back until the next tick.
    const wipe = button('Alles wissen', () => {
      const back = cleared;
      cleared = back.length > 0 ? [] : ticked();
      tick(back);
      storage.write(key, back);
    });

    const tools = element('div', 'vinkhulp', '');
    tools.append(
      wipe,
      button('Afdrukken', () => window.print()),
      element('p', 'klein', storage.works()
        ? 'Je vinkjes blijven op dit toestel. Niemand anders ziet ze.'
        : 'Dit toestel bewaart je vinkjes niet. Druk de lijst af als je ze wil bijhouden.'),
    );
    list.prepend(progress);
    list.append(tools);

    list.addEventListener('change', (event) => {
      if (!boxes.includes(event.target)) return;
      cleared = [];
      storage.write(key, ticked());
      show();
    });
    const restore = () => tick(storage.read(key));
    restore();
    // Going back to a page, or the same list on another tab, may show older ticks.
    if (storage.works()) {
      window.addEventListener('pageshow', restore);
      window.addEventListener('storage', (event) => { if (event.key === key) restore(); });
    }
  }

  // On a narrow screen the rows of a table stand below each other, each cell with the name of its column.
  function setUpTable(table) {
    const names = Array.from(table.querySelectorAll('thead th'), (cell) => cell.textContent.trim());
    table.querySelectorAll('tbody tr').forEach((row) => {
      Array.from(row.cells).forEach((cell, index) => { cell.dataset.kolom = names[index] || ''; });
    });
    table.classList.add('stapelt');
  }

  // A table or example that is still too wide scrolls; then the keyboard must reach it.
  function setUpScrolling(region) {
    const update = () => {
      const scrolls = region.scrollWidth > region.clientWidth;
      if (scrolls) {
        region.tabIndex = 0;
        region.setAttribute('role', 'group');
        region.setAttribute('aria-label', 'Breder dan het scherm: schuif opzij');
      } else {
        ['tabindex', 'role', 'aria-label'].forEach((name) => region.removeAttribute(name));
      }
    };
    update();
    window.addEventListener('resize', update);
  }

  // A link may point into an answer that is still closed.
  function openTarget() {
    const target = document.querySelector(':target');
    const closed = [];
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === 'DETAILS' && !part.open) closed.push(part);
    }
    closed.forEach((part) => { part.open = true; });
    if (closed.length > 0) target.scrollIntoView();
  }

  // On paper nothing can be opened, so everything is.
  let openedForPaper = [];
  window.addEventListener('beforeprint', () => {
    openedForPaper = Array.from(document.querySelectorAll('main details:not([open])'));
    openedForPaper.forEach((part) => { part.open = true; });
  });
  window.addEventListener('afterprint', () => {
    openedForPaper.forEach((part) => { part.open = false; });
  });

  document.querySelectorAll('.vinklijst[data-lijst]').forEach(setUpChecklist);
  document.querySelectorAll('.table-wrapper > table').forEach(setUpTable);
  document.querySelectorAll('.table-wrapper, main pre').forEach(setUpScrolling);
  window.addEventListener('hashchange', openTarget);
  openTarget();
}());
