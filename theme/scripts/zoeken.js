// Search boxes: load the index when somebody uses one, and show what is found as plain links.
// The index comes in by script tags, because a page opened from disk may not fetch. Until then a
// page carries this file only.
(function () {
  'use strict';

  const source = document.currentScript.src;
  const root = source.slice(0, source.lastIndexOf('scripts/'));
  const KINDS = {
    vraag: 'Vraag',
    stroomschema: 'Stroomschema',
    checklist: 'Checklist',
    verhaal: 'Verhaal',
    sjabloon: 'Formulier',
    module: 'Opleiding',
    nieuws: 'Nieuws',
    begrip: 'Woord',
    partij: 'Wie is wie',
  };
  const UNDER_BOX = 5;
  const ON_PAGE = 20;
  const GLANCE = 110; // letters of the short answer under a box
  const SHORT = 140; // and on the search page

  let opened; // the promise of the search core, once asked for

  function script(path) {
    return new Promise((resolve, reject) => {
      const tag = document.createElement('script');
      tag.src = root + path;
      tag.onload = resolve;
      tag.onerror = reject;
      document.head.append(tag);
    });
  }

  function core() {
    if (!opened) {
      let index;
      window.mentorwijzerIndex = (data) => { index = data; };
      opened = Promise.all([script('search/core.classic.js'), script('search/index.js')])
        .then(() => window.mentorwijzerZoeken.open(() => Promise.resolve(index)));
      opened.catch(() => { opened = undefined; });
    }
    return opened;
  }

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function link(address, text) {
    const made = element('a', '', text);
    made.href = address;
    return made;
  }

  function item(result, most) {
    const { title, url, kind, short } = result;
    const shown = short.length > most ? short.slice(0, short.lastIndexOf(' ', most)) + ' …' : short;
    return element('li', '',
      element('div', 'zoektitel', link(root + url, title)),
      element('div', 'zoeksoort', KINDS[kind] || ''),
      element('p', 'zoekkort', shown));
  }

  const list = (results, most) => element('ol', 'zoeklijst', ...results.map((result) => item(result, most)));

  // Where to look when search doesn't help. The help line stands at the foot of most pages, and
  // is only a way on when it can be called.
  function otherWays() {
    const ways = [
      link(root + 'trefwoorden.html', 'Zoek bij de trefwoorden van A tot Z'),
      link(root + 'vragen/index.html', 'Bekijk alle vragen'),
      link(root + 'wie-is-wie.html', 'Kijk wie je waarvoor belt'),
    ];
    const help = document.querySelector('section.hulp');
    if (help && help.querySelector('a[href^="tel:"]')) {
      help.id = help.id || 'hulp';
      ways.push(link(location.href.split('#')[0] + '#' + help.id, 'Bel de hulplijn'));
    }
    return element('ul', 'zoekanders', ...ways.map((way) => element('li', '', way)));
  }

  const isDoubtful = (results) => results.length > 0 && results.every((result) => result.weak);

  function count(results, query, most) {
    if (!results.length) return 'Geen resultaten voor “' + query + '”.';
    if (isDoubtful(results)) return 'Niets gevonden dat goed past bij “' + query + '”. Misschien bedoel je:';
    if (results.length > most) return 'De ' + most + ' beste resultaten';
    return results.length === 1 ? '1 resultaat' : results.length + ' resultaten';
  }

  // What to show for a query, as elements. The ways on come once, also when the results are doubtful.
  function answer(results, most, letters) {
    const shown = results.length ? [list(results.slice(0, most), letters)] : [];
    return !results.length || isDoubtful(results) ? [...shown, otherWays()] : shown;
  }

  function statusLine() {
    const line = element('div', 'zoekmelding');
    line.setAttribute('role', 'status');
    return line;
  }

  // Makes a search box show its results in `target`, with the count in `status`. Under a box
  // stand a few; the search page shows all, also the poor ones.
  function enhance(form, target, status, onPage) {
    const input = form.elements.q;
    let asked = 0;
    let timer;
    let speaking;

    // Screen readers hear the count once the typing stops, not at every letter.
    function say(text) {
      clearTimeout(speaking);
      speaking = setTimeout(() => { status.textContent = text; }, 400);
    }

    function clear() {
      asked += 1;
      target.replaceChildren();
      clearTimeout(speaking);
      status.textContent = '';
    }

    function show() {
      const query = input.value.trim();
      if (query.length < 2) { clear(); return; }
      const turn = asked += 1;
      core().then((search) => {
        if (turn !== asked) return;
        const results = search.query(input.value, ON_PAGE);
        const most = onPage ? ON_PAGE : UNDER_BOX;
        target.replaceChildren(...answer(results, most, onPage ? SHORT : GLANCE));
        if (results.length > most) {
          target.append(link(root + 'zoeken.html?q=' + encodeURIComponent(query), 'Toon alle resultaten'));
        }
        say(count(results, query, most));
      }, () => {
        target.replaceChildren(otherWays());
        say('Zoeken lukt nu niet.');
      });
    }

    function step(event, by) {
      const links = [...target.querySelectorAll('a')];
      const next = links.indexOf(document.activeElement) + by;
      if (!links.length || next >= links.length) return;
      event.preventDefault();
      (next < 0 ? input : links[next]).focus();
    }

    input.addEventListener('focus', () => { core().catch(() => {}); });
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(show, 120);
    });
    for (const part of onPage ? [form, target] : [form]) {
      part.addEventListener('keydown', (event) => {
        if (event.key === 'ArrowDown') step(event, 1);
        else if (event.key === 'ArrowUp' && document.activeElement !== input) step(event, -1);
        else if (event.key === 'Escape' && target.firstChild && !onPage) {
          event.preventDefault();
          clear();
          input.focus();
        }
      });
    }
    if (!onPage) {
      for (const leaving of ['pointerdown', 'focusin']) {
        document.addEventListener(leaving, (event) => {
          if (target.firstChild && !form.contains(event.target)) clear();
        });
      }
    }
    return show;
  }

  const page = document.getElementById('zoekresultaten');
  const pageForm = page && document.querySelector('main form.zoek');
  for (const form of document.querySelectorAll('form.zoek')) {
    if (form === pageForm) continue;
    const status = statusLine();
    const target = element('div', 'zoekonder zoekresultaten');
    form.addEventListener('focusin', () => form.append(status, target), { once: true });
    enhance(form, target, status, false);
  }
  if (pageForm) {
    let status = document.getElementById('zoekmelding');
    if (!status) {
      status = statusLine();
      page.before(status);
    }
    const show = enhance(pageForm, page, status, true);
    pageForm.elements.q.value = new URLSearchParams(location.search).get('q') || '';
    show();
  }
})();
