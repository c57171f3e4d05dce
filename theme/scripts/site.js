// Small conveniences on top of pages that work without them: ticks that stay on this device,
// words explained where they stand, tables that fit a phone, and pages ready for paper.
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

  function link(address, text) {
    const made = element('a', '', text);
    made.href = address;
    return made;
  }

  // A list inside a longer page is printed alone, with its title: all beside it stays off the paper.
  function printOnly(block) {
    const others = [];
    for (let part = block; part && part.id !== 'inhoud'; part = part.parentElement) {
      others.push(...Array.from(part.parentElement.children).filter((child) => child !== part));
    }
    others.forEach((part) => part.classList.add('naast-papier'));
    window.addEventListener('afterprint', () => {
      others.forEach((part) => part.classList.remove('naast-papier'));
    }, { once: true });
    window.print();
  }

  // A list of so many points inside a page needs no buttons.
  const FEW = 6;

  function setUpChecklist(list) {
    const key = 'mentorwijzer.vinklijst.' + list.dataset.lijst;
    const boxes = Array.from(list.querySelectorAll('input[data-punt]'));
    if (boxes.length === 0) return;

    const ticked = () => boxes.filter((box) => box.checked).map((box) => box.dataset.punt);
    // A folded list says it where it opens.
    const fold = list.closest('.lijstvouw');
    const progress = fold ? fold.querySelector('.voortgang') : element('p', 'voortgang', '');
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
    const small = list.closest('.blok') && boxes.length <= FEW;
    if (!small) tools.append(button('Afdrukken', () => printOnly(list.closest('.blok'))), wipe);
    tools.append(
      element('p', 'klein', storage.works()
        ? 'Je vinkjes blijven op dit toestel. Niemand anders ziet ze.'
        : 'Dit toestel bewaart je vinkjes niet. Druk de lijst af als je ze wil bijhouden.'),
    );
    if (!fold) list.prepend(progress);
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

  // On a narrow screen the rows of a table stand below each other, each cell with the name of its
  // column; the names of two columns stand above them once.
  function setUpTable(table) {
    const names = Array.from(table.querySelectorAll('thead th'), (cell) => cell.textContent.trim());
    table.querySelectorAll('tbody tr').forEach((row) => {
      Array.from(row.cells).forEach((cell, index) => { cell.dataset.kolom = names[index] || ''; });
    });
    table.classList.add('stapelt');
    table.classList.toggle('twee', names.length === 2);
  }

  // A table that is still too wide scrolls; then the keyboard must reach it.
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

  function setUpForm(form) {
    const tools = element('div', 'vinkhulp', '');
    tools.append(button('Afdrukken', () => window.print()));
    form.append(tools);
  }

  // A word is explained beside it, in the words of the list below on the page.
  function setUpWords() {
    const box = element('div', 'woordwijzer', '');
    if (!box.showPopover) return;
    box.popover = 'auto';
    box.tabIndex = -1;
    box.autofocus = true;
    box.setAttribute('role', 'dialog');

    function fill(term, explanation, address) {
      const title = element('p', '', '');
      title.append(element('strong', '', term));
      box.setAttribute('aria-label', term);
      box.replaceChildren(title, ...explanation.cloneNode(true).childNodes);
      // The entry of the list ends with the way to all that is known about the word.
      const last = Array.from(box.querySelectorAll('p > a[href*="begrippen.html#"]')).pop();
      if (last) last.textContent = 'Meer uitleg';
      else box.append(link(address, 'Meer uitleg'));
    }

    function place(word) {
      const lines = word.getClientRects();
      const { left, bottom } = lines[lines.length - 1];
      const top = lines[0].top;
      const fits = bottom + box.offsetHeight + 8 < innerHeight || top < box.offsetHeight + 8;
      const most = document.documentElement.clientWidth - box.offsetWidth - 16;
      box.style.left = scrollX + Math.max(16, Math.min(left, most)) + 'px';
      box.style.top = scrollY + (fits ? bottom + 6 : top - box.offsetHeight - 6) + 'px';
    }

    document.querySelector('main').append(box);
    document.addEventListener('click', (event) => {
      const word = event.target.closest('main a[href^="#woord-"]');
      if (!word || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (box.contains(word)) { box.hidePopover(); return; }
      const term = document.getElementById(decodeURIComponent(word.hash.slice(1)));
      if (!term || term.tagName !== 'DT') return;
      event.preventDefault();
      fill(term.textContent.trim(), term.nextElementSibling, word.hash);
      box.showPopover({ source: word });
      place(word);
    });
  }

  // A link may point into an answer that is still closed.
  function openTarget() {
    // By its id: when a page has just been read, the browser may not have a :target yet.
    const target = document.getElementById(location.hash.slice(1));
    const closed = [];
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === 'DETAILS' && !part.open) closed.push(part);
    }
    closed.forEach((part) => { part.open = true; });
    if (closed.length > 0) target.scrollIntoView();
  }

  // On paper nothing can be opened, so everything is.
  // An empty date would print the letters that stand for a date.
  let openedForPaper = [];
  let datesForPaper = [];
  window.addEventListener('beforeprint', () => {
    openedForPaper = Array.from(document.querySelectorAll('main details:not([open])'));
    openedForPaper.forEach((part) => { part.open = true; });
    datesForPaper = Array.from(document.querySelectorAll('input[type="date"]')).filter((date) => !date.value);
    datesForPaper.forEach((date) => { date.type = 'text'; });
  });
  window.addEventListener('afterprint', () => {
    openedForPaper.forEach((part) => { part.open = false; });
    datesForPaper.forEach((date) => { date.type = 'date'; });
  });

  // Beside the text there is room for the list of headings.
  const wide = window.matchMedia('(min-width: 62rem)');
  function openHeadings() {
    document.querySelectorAll('.inhoud > details').forEach((part) => { part.open = wide.matches; });
  }
  wide.addEventListener('change', openHeadings);
  openHeadings();

  document.addEventListener('click', (event) => {
    const chosen = event.target.closest('main a[href^="#"]');
    // Elsewhere that list hides the page, until something in it or beside it is chosen.
    if (!wide.matches && (chosen || !event.target.closest('.inhoud'))) openHeadings();
    // The address stays the same when the same link is followed twice.
    if (chosen && chosen.hash === location.hash) setTimeout(openTarget);
  });

  document.querySelectorAll('.vinklijst[data-lijst]').forEach(setUpChecklist);
  document.querySelectorAll(':not(.grafiek) > .table-wrapper > table').forEach(setUpTable);
  document.querySelectorAll('.table-wrapper').forEach(setUpScrolling);
  document.querySelectorAll('.formulier, form.sjabloon').forEach(setUpForm);
  setUpWords();
  window.addEventListener('hashchange', openTarget);
  openTarget();
}());
