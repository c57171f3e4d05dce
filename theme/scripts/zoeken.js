// Search boxes: a list of results below the box as somebody types. What searches comes in by script
// tags when a box is first used, because a page opened from disk may not fetch; until then a page
// carries this file only. The search page (zoekpagina.js) builds on what stands here.
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
  const LEAST = 2; // letters
  const FEW = 5; // results under a box
  const LATE = 500; // ms before we say that the search is coming
  const PAUSE = 700; // ms after which the typing has stopped
  const MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform);

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function link(address, ...content) {
    const made = element('a', '', ...content);
    made.href = address;
    return made;
  }

  const kindOf = ({ kind }) => element('span', 'zoeksoort zoeksoort-' + kind, KINDS[kind] || '');

  function script(path) {
    return new Promise((resolve, reject) => {
      const tag = document.createElement('script');
      tag.src = root + path;
      tag.onload = resolve;
      tag.onerror = () => {
        tag.remove();
        reject(new Error(path));
      };
      document.head.append(tag);
    });
  }

  const handed = new Map(); // name of a file of the index -> what its script handed over
  window.mentorwijzerIndex = (name, data) => { handed.set(name, data); };

  async function read(name) {
    if (!handed.has(name)) await script('search/' + name.replace(/json$/, 'js'));
    return handed.get(name);
  }

  let opened; // the promise of the search core, once asked for

  // The search core; asked again when it could not be had.
  function core() {
    if (!opened) {
      opened = Promise.all([script('search/core.classic.js'), script('scripts/zoekzin.js'), read('index.json')])
        .then(() => window.mentorwijzerZoeken.open(read));
      opened.catch(() => { opened = undefined; });
    }
    return opened;
  }

  const searchPage = (query) => root + 'zoeken.html?' + new URLSearchParams({ q: query });
  const isEnough = (query) => [...query].length >= LEAST;
  const isDoubtful = (results) => results.length > 0 && results.every((result) => result.weak);

  // Says something to screen readers once the typing has stopped, not at every letter.
  function announcer(status) {
    let speaking;
    return function say(text) {
      clearTimeout(speaking);
      if (text) speaking = setTimeout(() => { status.textContent = text; }, PAUSE);
      else status.textContent = '';
    };
  }

  // Asks one question after the other: an answer that comes after a newer question is dropped.
  // `ask(search)` gives what `show` shows; `wait` and `fail` say that it takes long or fails.
  function asker({ show, wait, fail }) {
    let asked = 0;
    async function run(ask) {
      const turn = asked += 1;
      const isCurrent = () => turn === asked;
      const late = setTimeout(() => { if (isCurrent()) wait(); }, LATE);
      let answer;
      try {
        answer = await ask(await core());
      } catch {
        if (isCurrent()) fail();
        return;
      } finally {
        clearTimeout(late);
      }
      if (isCurrent()) show(answer);
    }
    return { run, drop() { asked += 1; } };
  }

  // Keywords near what was typed, as links; nothing when there are none.
  function suggestion(words) {
    if (!words.length) return [];
    const links = words.flatMap((word, place) => [place ? ', ' : '', link(searchPage(word), word)]);
    return [element('p', 'zoekbedoel', 'Bedoel je: ', ...links, '?')];
  }

  // Where to go when search doesn't help: the help line, the phases, the keywords from A to Z.
  function otherWays() {
    const ways = [
      link(root + 'trefwoorden.html', 'Zoek op een woord, van A tot Z'),
      link(root + 'vragen/index.html', 'Bekijk alle vragen, per fase'),
    ];
    const help = document.querySelector('section.hulp');
    const number = help && help.querySelector('.telefoon a[href^="tel:"]');
    if (number) ways.push(link(number.href, 'Bel de hulplijn: ' + number.textContent));
    const heading = help && help.querySelector('h2[id]');
    if (heading) ways.push(link(location.href.split('#')[0] + '#' + heading.id, 'Vraag hulp aan iemand'));
    return element('ul', 'zoekanders', ...ways.map((way) => element('li', '', way)));
  }

  const LOADING = 'Zoeken wordt geladen…';
  const FAILED = 'Zoeken lukt nu niet. Heb je internet? Typ dan nog eens. Of zoek zo:';

  // A box with a list of links below it, after the pattern "editable combobox with list autocomplete"
  // of the ARIA Authoring Practices: the focus stays in the box, the active result is pointed at.
  function setUpBox(form) {
    const input = form.elements.q;
    const list = element('div', 'zoeklijst');
    const note = element('p', 'zoeknota');
    const more = element('div', 'zoekmeer');
    const panel = element('div', 'zoekpaneel', note, list, more);
    const status = element('div', 'onzichtbaar');
    const say = announcer(status);
    let active = -1;

    list.id = input.id + '-lijst';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Resultaten');
    status.setAttribute('role', 'status');
    for (const [name, value] of Object.entries({
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
    })) input.setAttribute(name, value);
    panel.hidden = true;
    form.append(panel, status);

    const options = () => [...list.children];

    function activate(place) {
      options().forEach((option, number) => option.setAttribute('aria-selected', String(number === place)));
      active = place;
      const option = options()[place];
      if (!option) {
        input.removeAttribute('aria-activedescendant');
        return;
      }
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }

    // Opens the panel with a note, results and other ways, each of which may be missing.
    function open(text, results, ways) {
      note.textContent = text;
      note.hidden = !text;
      list.replaceChildren(...results);
      list.hidden = !results.length;
      more.replaceChildren(...ways);
      panel.hidden = false;
      input.setAttribute('aria-expanded', String(results.length > 0));
      activate(-1);
    }

    const turns = asker({
      show,
      wait() {
        open(LOADING, [], []);
        say(LOADING);
      },
      fail() {
        open(FAILED, [], [otherWays()]);
        say(FAILED + ' Van A tot Z.');
      },
    });

    function close() {
      turns.drop();
      say('');
      if (panel.contains(document.activeElement)) input.focus();
      panel.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      activate(-1);
    }

    function optionOf(address, place, ...content) {
      const option = link(address, ...content);
      option.id = list.id + '-' + place;
      option.tabIndex = -1;
      option.setAttribute('role', 'option');
      return option;
    }

    // A screen reader hears the title, the kind and the sentence.
    const resultOption = (result, place) => optionOf(root + result.url, place,
      element('span', 'zoektitel', result.title), kindOf(result), element('span', 'zoekzin'));

    function show({ query, results, near, marker }) {
      const few = results.slice(0, FEW);
      const made = few.map(resultOption);
      const isMore = results.length > FEW;
      if (isMore) made.push(optionOf(searchPage(query), made.length, 'Toon alle resultaten'));
      const doubtful = isDoubtful(results);
      const ways = results.length && !doubtful ? [] : [...suggestion(near), otherWays()];
      const quoted = 'voor “' + query + '”';
      const found = !results.length ? 'Niets gevonden ' + quoted + '. Probeer een ander of een korter woord.'
        : doubtful ? 'Niets past helemaal. Dit komt in de buurt:' : '';
      open(found, made, ways);
      few.forEach((result, place) => window.mentorwijzerZoek.showSentence(list.children[place].lastChild, result, marker));
      const count = isMore ? 'De ' + FEW + ' beste resultaten' : few.length === 1 ? '1 resultaat' : few.length + ' resultaten';
      say(!results.length ? found
        : count + ' ' + quoted + (doubtful ? ', die maar deels passen' : '') + '. Kies met de pijltjes omhoog en omlaag.');
    }

    function search() {
      const query = input.value.trim();
      if (!isEnough(query)) {
        close();
        return Promise.resolve();
      }
      return turns.run(async (search) => {
        const results = await search.query(query, FEW + 1);
        const near = results.length && !isDoubtful(results) ? [] : await search.suggest(query);
        return { query, results, near, marker: await search.marker(query) };
      });
    }

    // Moves to the next or the previous result, and around.
    function move(by) {
      const count = options().length;
      if (!count) return;
      activate(active < 0 ? (by > 0 ? 0 : count - 1) : (active + by + count) % count);
    }

    function onArrow(event, by) {
      if (event.altKey && by < 0) {
        event.preventDefault();
        close();
      } else if (!panel.hidden && !list.hidden) {
        event.preventDefault();
        if (!event.altKey) move(by);
      } else if (by > 0 && panel.hidden && isEnough(input.value.trim())) {
        event.preventDefault();
        search().then(() => { if (!event.altKey) move(by); });
      }
    }

    function onEscape(event) {
      if (!panel.hidden) {
        event.preventDefault();
        close();
      } else if (input.value) {
        event.preventDefault();
        input.value = '';
      }
    }

    input.addEventListener('keydown', (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key === 'ArrowDown') onArrow(event, 1);
      else if (event.key === 'ArrowUp') onArrow(event, -1);
      else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) activate(-1); // back in the text
      else if (event.key === 'Enter' && active >= 0) {
        event.preventDefault();
        options()[active].click();
      }
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) onEscape(event);
    });
    input.addEventListener('focus', () => { core().catch(() => {}); });
    input.addEventListener('input', search);
    input.addEventListener('click', () => { if (panel.hidden) search(); });
    // A press on the panel leaves the focus in the box, so that it is still there when the press ends.
    panel.addEventListener('mousedown', (event) => event.preventDefault());
    // The page may stay: a link to a part of it, or one that opens elsewhere.
    panel.addEventListener('click', (event) => { if (event.target.closest('a')) close(); });
    form.addEventListener('focusout', (event) => {
      if (!form.contains(event.relatedTarget) && document.hasFocus()) close();
    });
  }

  // Ctrl+K, on a Mac Cmd+K, goes to the box.
  function setUpShortcut(form) {
    const input = form.elements.q;
    input.setAttribute('aria-keyshortcuts', MAC ? 'Meta+K' : 'Control+K');
    const hint = element('kbd', 'sneltoets', MAC ? '⌘ K' : 'Ctrl K');
    hint.setAttribute('aria-hidden', 'true');
    input.after(hint);
    document.addEventListener('keydown', (event) => {
      const asked = (MAC ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) && !event.altKey && !event.shiftKey;
      if (!asked || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  }

  window.mentorwijzerZoek = {
    LOADING, FAILED, root, element, link, kindOf, script, core, isEnough, isDoubtful, announcer, asker, suggestion,
  };

  const forms = [...document.querySelectorAll('form.zoek')];
  if (forms.length) setUpShortcut(forms[0]);
  const page = document.getElementById('zoekresultaten');
  forms.filter((form) => !page || !form.closest('main')).forEach(setUpBox);
}());
