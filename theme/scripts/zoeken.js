// Search boxes: load the index when somebody uses one, and show what is found as plain links.
// The index comes in by script tags, because a page opened from disk may not fetch.
(function () {
  'use strict';

  const source = document.currentScript.src;
  const root = source.slice(0, source.lastIndexOf('scripts/'));
  const KINDS = {
    vraag: 'Vraag',
    stroomschema: 'Stroomschema',
    checklist: 'Checklist',
    verhaal: 'Verhaal',
    sjabloon: 'Sjabloon',
    module: 'Opleiding',
    nieuws: 'Nieuws',
    begrip: 'Woord uitgelegd',
    partij: 'Wie is wie',
  };
  const UNDER_BOX = 5;
  const ON_PAGE = 20;

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

  function item(result) {
    return element('li', '',
      link(root + result.url, result.title), ' ',
      element('span', 'zoeksoort', KINDS[result.kind] || ''),
      element('p', 'zoekkort', result.short));
  }

  const list = (results) => element('ol', 'zoeklijst', ...results.map(item));

  // Where to look when search doesn't help; the help line stands at the foot of most pages.
  function otherWays() {
    const ways = [
      link(root + 'trefwoorden.html', 'Zoek bij de trefwoorden van A tot Z'),
      link(root + 'vragen/index.html', 'Bekijk alle vragen'),
    ];
    const help = document.querySelector('section.hulp');
    if (help) {
      help.id = help.id || 'hulp';
      ways.push(link(location.href.split('#')[0] + '#' + help.id, 'Bel of mail de hulplijn'));
    } else {
      ways.push(link(root + 'wie-is-wie.html', 'Kijk wie je waarvoor belt'));
    }
    return element('ul', 'zoekanders', ...ways.map((way) => element('li', '', way)));
  }

  function count(results, query) {
    if (!results.length) return 'Geen resultaten voor “' + query + '”.';
    if (results[0].weak) return 'Niets gevonden dat goed past bij “' + query + '”. Misschien bedoel je:';
    return results.length === 1 ? '1 resultaat' : results.length + ' resultaten';
  }

  // What to show for a query, as elements.
  function answer(results, place) {
    const sure = results.filter((result) => !result.weak);
    const unsure = results.filter((result) => result.weak);
    if (!results.length) return [otherWays()];
    if (!sure.length) return [list(unsure), otherWays()];
    if (!unsure.length || place !== 'page') return [list(sure)];
    return [list(sure), element('h2', '', 'Misschien bedoel je'), list(unsure)];
  }

  // Makes a search box show its results in `target`, with the count in `status`.
  function enhance(form, target, status, place) {
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
        const sure = results.filter((result) => !result.weak);
        const shown = place === 'page' ? results : (sure.length ? sure : results).slice(0, UNDER_BOX);
        target.replaceChildren(...answer(shown, place));
        if (place !== 'page' && shown.length) {
          target.append(link(root + 'zoeken.html?q=' + encodeURIComponent(query), 'Toon alle resultaten'));
        }
        say(count(shown, query));
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
    for (const part of [form, target]) {
      part.addEventListener('keydown', (event) => {
        if (part === target && form.contains(target)) return;
        if (event.key === 'ArrowDown') step(event, 1);
        else if (event.key === 'ArrowUp' && document.activeElement !== input) step(event, -1);
        else if (event.key === 'Escape' && target.firstChild && place !== 'page') {
          event.preventDefault();
          clear();
          input.focus();
        }
      });
    }
    if (place !== 'page') {
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
    const status = element('p', 'zoekmelding');
    status.setAttribute('role', 'status');
    const target = element('div', 'zoekonder');
    form.append(status, target);
    enhance(form, target, status, 'box');
  }
  if (pageForm) {
    let status = document.getElementById('zoekmelding');
    if (!status) {
      status = element('p', 'zoekmelding');
      status.setAttribute('role', 'status');
      page.before(status);
    }
    const show = enhance(pageForm, page, status, 'page');
    pageForm.elements.q.value = new URLSearchParams(location.search).get('q') || '';
    show();
  }
})();
