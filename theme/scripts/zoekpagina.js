// The search page: all results of what was typed, a filter by phase and group, and both in the
// address, so that a list of results can be shared and the back button works.
(function () {
  'use strict';

  const zoek = window.mentorwijzerZoek;
  const { element, link, isEnough, isDoubtful } = zoek;
  const MOST = 30; // results on the page

  const form = document.querySelector('main form.zoek');
  const input = form.elements.q;
  const filter = document.getElementById('zoekfilter');
  const selects = { phase: document.getElementById('zoek-fase'), group: document.getElementById('zoek-groep') };
  const list = document.getElementById('zoekresultaten');
  const say = zoek.announcer(document.getElementById('zoekmelding'));
  const title = document.title;
  const names = Object.fromEntries([...selects.phase.options].map((option) => [option.value, option.text]));

  const query = () => input.value.trim();
  const chosen = () => Object.fromEntries(Object.entries(selects).map(([facet, { value }]) => [facet, value]).filter(([, value]) => value));
  const isFiltered = () => Object.keys(chosen()).length > 0;

  /* ---------- The address ---------- */

  let settled; // the address when the page was opened, or what was asked last with Enter or the filter

  function address() {
    const values = Object.entries({ q: query(), fase: selects.phase.value, groep: selects.group.value });
    const text = new URLSearchParams(values.filter(([, value]) => value)).toString();
    return location.pathname + (text ? '?' + text : '');
  }

  // A browser may refuse when it is asked too often; then the address follows later.
  function rewrite(how, to) {
    try {
      history[how](null, '', to);
    } catch { /* the results are there all the same */ }
  }

  function follow() {
    rewrite('replaceState', address());
    document.title = query() ? query() + ' - ' + title : title;
  }

  // A step that the back button undoes. What was typed since the last one took its place.
  function settle() {
    const to = address();
    if (to === settled) return;
    rewrite('replaceState', settled);
    rewrite('pushState', to);
    settled = to;
  }

  function readAddress() {
    const values = new URLSearchParams(location.search);
    input.value = values.get('q') || '';
    for (const [select, name] of [[selects.phase, 'fase'], [selects.group, 'groep']]) {
      select.value = values.get(name) || '';
      if (select.selectedIndex < 0) select.value = '';
    }
    settled = address();
  }

  /* ---------- The filter ---------- */

  // Behind each choice how many questions it leaves, with the other filter as it is.
  function showCounts(counts) {
    for (const [facet, select] of Object.entries(selects)) {
      for (const option of [...select.options].filter(({ value }) => value)) {
        const number = counts[facet][option.value] || 0;
        option.dataset.naam = option.dataset.naam || option.text;
        option.text = option.dataset.naam + ' (' + number + ')';
        option.disabled = number === 0 && !option.selected;
      }
    }
    const isUseful = Object.keys(selects).some((facet) => Object.keys(counts[facet]).length > 0);
    filter.hidden = !isFiltered() && !isUseful;
  }

  function choose(values) {
    for (const [facet, select] of Object.entries(selects)) select.value = values[facet] || '';
    settle();
    return search();
  }

  function unfilter(text) {
    const button = element('button', 'knop', text);
    button.type = 'button';
    button.addEventListener('click', async () => {
      await choose({});
      focusResults();
    });
    return element('p', '', button);
  }

  /* ---------- The results ---------- */

  let watcher; // loads sentences of results that come into sight

  function item(result) {
    const phases = result.phases.map((phase) => names[phase]).filter(Boolean);
    return element('li', '',
      element('div', 'zoekbij', zoek.kindOf(result), ...(phases.length ? [element('span', 'zoekfasen', element('span', 'onzichtbaar', 'Fase: '), phases.join(', '))] : [])),
      link(zoek.root + result.url, result.title),
      element('p', 'zoekzin'));
  }

  function items(results, marker) {
    const made = element('ol', 'zoeklijst', ...results.map(item));
    const places = new Map(results.map((result, place) => [made.children[place].querySelector('.zoekzin'), result]));
    watcher = new IntersectionObserver((entries) => {
      for (const { target } of entries.filter(({ isIntersecting }) => isIntersecting)) {
        watcher.unobserve(target);
        zoek.showSentence(target, places.get(target), marker);
      }
    }, { rootMargin: '300px' });
    places.forEach((_, place) => watcher.observe(place));
    return made;
  }

  function headline({ asked, results, counts: { total }, doubtful }) {
    const thing = isFiltered() ? ['vraag', 'vragen'] : ['resultaat', 'resultaten'];
    const quoted = ' voor “' + asked + '”';
    if (!results.length) return 'Geen ' + thing[1] + quoted;
    if (doubtful) return 'Niets past helemaal bij “' + asked + '”';
    if (total > MOST) return 'De ' + MOST + ' beste van ' + total + ' ' + thing[1] + quoted;
    return total + ' ' + thing[total === 1 ? 0 : 1] + quoted;
  }

  function heading(level, text) {
    const made = element(level, '', text);
    made.tabIndex = -1;
    return made;
  }

  const noGoodAnswer = (text, near) => [
    element('p', '', text, ' Zoek ', link('#anders-zoeken', 'op een andere manier'), ', of ',
      link('#hulp-nodig', 'vraag hulp aan iemand'), '.'),
    ...zoek.suggestion(near),
  ];

  function show(answer) {
    const { results, counts, near, marker, doubtful } = answer;
    const parts = [heading('h2', headline(answer))];
    if (!results.length && isFiltered() && counts.all) {
      parts.push(unfilter(counts.all === 1 ? 'Toon het ene resultaat zonder filter' : 'Toon de ' + counts.all + ' resultaten zonder filter'));
    } else if (!results.length) {
      parts.push(...noGoodAnswer('Misschien staat het hier in andere woorden. Probeer een ander of een korter woord.', near));
    } else if (doubtful) {
      const some = element('h3', '', 'Deze pagina’s passen maar deels');
      parts.push(...noGoodAnswer('Misschien helpt een ander woord.', near), some);
    }
    watcher?.disconnect();
    list.replaceChildren(...parts);
    if (results.length) list.append(items(results, marker));
    showCounts(counts);
    say(headline(answer) + (doubtful ? '. ' + results.length + ' passen maar deels' : '') + '.');
  }

  function clear(text = '') {
    turns.drop();
    watcher?.disconnect();
    list.replaceChildren(...(text ? [element('p', '', text)] : []));
    filter.hidden = true;
    say(text);
  }

  const turns = zoek.asker({
    show,
    wait() {
      list.replaceChildren(element('p', '', zoek.LOADING));
      say(zoek.LOADING);
    },
    fail() {
      list.replaceChildren(element('p', '', zoek.FAILED), element('p', '', link(zoek.root + 'trefwoorden.html', 'Op een woord, van A tot Z')));
      filter.hidden = true;
      say(zoek.FAILED + ' Van A tot Z.');
    },
  });

  function search() {
    const asked = query();
    follow();
    if (!isEnough(asked)) {
      clear();
      return Promise.resolve();
    }
    return turns.run(async (core) => {
      const results = await core.query(asked, MOST, chosen());
      const counts = await core.counts(asked, chosen());
      const doubtful = isDoubtful(results);
      const near = results.length && !doubtful ? [] : await core.suggest(asked);
      return { asked, results, counts, doubtful, near, marker: await core.marker(asked) };
    });
  }

  /* ---------- Keys and the rest ---------- */

  // The heading with the count: a screen reader says it, and a phone puts its keyboard away.
  function focusResults() {
    list.querySelector('h2')?.focus();
  }

  // From the box down into the results and back.
  function step(event, by) {
    const stops = [input, ...list.querySelectorAll('.zoeklijst a')];
    const here = document.activeElement.matches('h2') ? 0 : stops.indexOf(document.activeElement);
    const next = stops[here + by];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!form.contains(event.target) && !list.contains(event.target)) return;
    if (event.key === 'ArrowDown') step(event, 1);
    else if (event.key === 'ArrowUp') step(event, -1);
    else if (event.key === 'Escape' && event.target === input && input.value) {
      event.preventDefault();
      input.value = '';
      search();
    }
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    settle();
    await search();
    if (isEnough(query())) focusResults();
    else clear('Typ minstens twee letters.');
  });
  // A keyword that we suggest is searched here.
  list.addEventListener('click', async (event) => {
    const suggested = event.target.closest('.zoekbedoel a');
    if (!suggested || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    input.value = new URL(suggested.href).searchParams.get('q');
    settle();
    await search();
    focusResults();
  });
  input.addEventListener('focus', () => { zoek.core().catch(() => {}); });
  input.addEventListener('input', search);
  Object.values(selects).forEach((select) => select.addEventListener('change', () => choose(chosen())));
  window.addEventListener('popstate', () => {
    readAddress();
    search();
  });

  readAddress();
  search();
}());
