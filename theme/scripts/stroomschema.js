// A flow, one question at a time. The address says which way the reader took, so that it can be
// shared, kept and gone back from: #weg/NODE=ANSWER/NODE/..., ending with the node that is shown.
// Without this script the page is a section per node, and every answer a link to the next.
(function () {
  'use strict';

  const WAY = '#weg/';
  const NODE = '#knoop-';

  const CHANGED = 'Dit adres past niet meer helemaal: het schema is veranderd. Je ziet het stuk dat nog past.';
  const GONE = 'Dit adres past niet meer: het schema is veranderd. Begin opnieuw bij de eerste vraag.';
  const MIDDLE = 'Je begint hier midden in het schema. Wat je op de vragen hiervoor antwoordde, weten we niet.';
  const AGAIN = 'Je bent terug bij een vraag van daarnet.';

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

  function button(text, action) {
    const made = element('button', 'knop', text);
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  }

  // ---------- Ways through the graph ----------

  // A way: the nodes that were passed, each with the arrow that was taken, and where it has come.
  class Flow {
    constructor({ start, knopen }) {
      this.nodes = new Map(knopen.map((node) => [node.id, node]));
      this.start = this.nodes.get(start);
    }

    beginning() {
      return { passed: [], now: this.start, note: '' };
    }

    follow(way, arrow) {
      return { passed: [...way.passed, { node: way.now, arrow }], now: this.nodes.get(arrow.naar), note: '' };
    }

    // The way that an address tells; none when it speaks of something else.
    read(hash) {
      let text;
      try {
        text = decodeURIComponent(hash);
      } catch {
        text = hash;
      }
      if (text.startsWith(NODE)) return this.to(this.nodes.get(text.slice(NODE.length)));
      if (text.startsWith(WAY)) return this.replay(text.slice(WAY.length).split('/'));
      return null;
    }

    // As far as the address still fits the flow.
    replay(parts) {
      const first = this.nodes.get(parts[0].split('=')[0]);
      if (!first) return { ...this.beginning(), note: GONE };
      let way = { ...this.beginning(), now: first };
      for (const [place, part] of parts.entries()) {
        const [id, answer] = part.split('=');
        if (id !== way.now.id) return { ...way, note: CHANGED };
        if (place === parts.length - 1 && answer === undefined) break;
        const arrow = way.now.pijlen.find((each) => each.kenmerk === answer);
        if (!arrow) return { ...way, note: CHANGED };
        way = this.follow(way, arrow);
      }
      return { ...way, note: this.remark(way) };
    }

    // The one way that leads to a node; when there are more, the node alone.
    to(node) {
      if (!node) return null;
      const back = [];
      let first = node;
      while (first !== this.start) {
        const before = [...this.nodes.values()].flatMap((from) =>
          from.pijlen.filter((arrow) => arrow.naar === first.id && !arrow.terug).map((arrow) => ({ node: from, arrow })));
        if (before.length !== 1 || back.length > this.nodes.size) return { passed: [], now: node, note: MIDDLE };
        back.unshift(before[0]);
        first = before[0].node;
      }
      return { passed: back, now: node, note: '' };
    }

    remark(way) {
      if ((way.passed[0] ? way.passed[0].node : way.now) !== this.start) return MIDDLE;
      return way.passed.some(({ node }) => node === way.now) ? AGAIN : '';
    }

    address({ passed, now }) {
      const parts = passed.map(({ node, arrow }) => (arrow.kenmerk ? node.id + '=' + arrow.kenmerk : node.id));
      return WAY + [...parts, now.id].join('/');
    }
  }

  // ---------- The page ----------

  function setUp(stage, flow) {
    const sections = new Map();
    flow.nodes.forEach((node, id) => {
      const heading = document.getElementById('knoop-' + id);
      const section = heading.closest('.knoop');
      heading.tabIndex = -1;
      sections.set(id, section);
      // The words are those of the page.
      node.titel = heading.textContent;
      section.querySelectorAll('.antwoorden strong').forEach((answer, place) => {
        node.pijlen[place].antwoord = answer.textContent;
      });
    });
    const note = element('p', 'stroommelding');
    note.setAttribute('role', 'status');
    const earlier = element('div', 'eerder');
    const tools = element('div', 'vinkhulp');
    const again = link(flow.address(flow.beginning()), 'Opnieuw beginnen');
    again.className = 'knop';
    const diagram = link('#schema', 'Toon het hele schema');
    diagram.className = 'knop';
    const print = button('Druk af', () => printWay());
    print.classList.add('knop-hoofd');
    tools.append(print, again, button('Kopieer het adres', copy), diagram);
    stage.prepend(earlier, note);
    stage.append(tools);
    stage.classList.add('stapt');

    let way = null;

    function show(next) {
      way = next;
      sections.forEach((section, id) => { section.hidden = id !== way.now.id; });
      const end = way.now.soort === 'einde';
      again.hidden = way.passed.length === 0 && way.now === flow.start;
      print.hidden = !end;
      // Emptied first: the same words again are news only when they are said anew.
      note.textContent = '';
      note.textContent = way.note;
      earlier.replaceChildren(...history());
      lead(sections.get(way.now.id));
    }

    // The answers of the section lead on from the way that was taken.
    function lead(section) {
      section.querySelectorAll('.antwoorden a').forEach((answer, place) => {
        const arrow = way.now.pijlen[place];
        answer.href = flow.address(flow.follow(way, arrow));
        answer.replaceChildren(arrow.antwoord);
      });
    }

    function history() {
      if (way.passed.length === 0) return [];
      const list = element('ol', '');
      way.passed.forEach(({ node, arrow }, place) => {
        const there = flow.address({ passed: way.passed.slice(0, place), now: node });
        const change = link(there, arrow.kenmerk ? 'wijzig' : 'bekijk',
          element('span', 'onzichtbaar', (arrow.kenmerk ? ' je antwoord op: ' : ': ') + node.titel));
        const told = arrow.kenmerk
          ? [node.titel + ' ', element('strong', '', arrow.antwoord)]
          : ['Gedaan: ', element('strong', '', node.titel)];
        list.append(element('li', '', element('span', '', ...told), ' ', change));
      });
      return [element('h3', '', 'Tot nu toe'), list];
    }

    // Moving to the heading makes a screen reader say it: the note needs not repeat it.
    function goTo() {
      const section = sections.get(way.now.id);
      section.querySelector('[id^="knoop-"]').focus({ preventScroll: true });
      const { top, bottom } = section.getBoundingClientRect();
      if (top >= 0 && bottom <= innerHeight) return;
      // All of the way if there is room; else the answers above lie one move of the thumb away.
      const fits = bottom - stage.getBoundingClientRect().top < innerHeight;
      (fits ? stage : section).scrollIntoView();
    }

    function fullAddress() {
      return location.href.split('#')[0] + flow.address(way);
    }

    async function copy() {
      try {
        await navigator.clipboard.writeText(fullAddress());
        tell('Het adres is gekopieerd.');
      } catch {
        // Not allowed here: then the reader copies it by hand.
        const field = element('input', 'adresveld');
        field.value = fullAddress();
        field.readOnly = true;
        field.setAttribute('aria-label', 'Kopieer dit adres');
        tools.querySelectorAll('.adresveld').forEach((old) => old.remove());
        tools.append(field);
        field.select();
      }
    }

    const told = element('p', 'klein');
    told.setAttribute('role', 'status');
    tools.append(told);
    function tell(text) {
      told.textContent = '';
      told.textContent = text;
    }

    // ---------- On paper ----------

    function printWay() {
      const sheet = element('section', 'weg', ...wayOnPaper());
      const main = document.getElementById('inhoud');
      main.append(sheet);
      main.classList.add('alleen-weg');
      window.addEventListener('afterprint', () => {
        main.classList.remove('alleen-weg');
        sheet.remove();
      }, { once: true });
      window.print();
    }

    function wayOnPaper() {
      const date = new Date().toLocaleDateString('nl-BE', { day: 'numeric', month: 'long', year: 'numeric' });
      const list = element('ol', '');
      way.passed.forEach(({ node, arrow }) => {
        list.append(arrow.kenmerk
          ? element('li', '', node.titel + ' ', element('strong', '', arrow.antwoord))
          : element('li', 'doen', element('strong', '', node.titel), ...facts(node)));
      });
      const outcome = plainCopy(sections.get(way.now.id));
      const parties = (way.now.wie || []).map(({ naam, nummer }) => element('li', '', nummer ? naam + ': ' + nummer : naam));
      const found = [element('p', 'klein', 'Jouw weg door dit schema, afgedrukt op ' + date + '.')];
      if (way.note === MIDDLE) found.push(element('p', '', MIDDLE));
      if (parties.length > 0) outcome.append(element('h3', '', 'Wie bel je?'), element('ul', 'bellen', ...parties));
      found.push(list, outcome);
      return found;
    }

    // Who does a step, by when and with which document.
    function facts(node) {
      const copied = plainCopy(sections.get(node.id));
      return Array.from(copied.querySelectorAll(':scope > .wie, :scope > ul'));
    }

    function plainCopy(section) {
      const copied = section.cloneNode(true);
      copied.hidden = false;
      copied.querySelectorAll('.antwoorden').forEach((part) => part.remove());
      copied.querySelectorAll('[id]').forEach((part) => part.removeAttribute('id'));
      return copied;
    }

    // ---------- Start ----------

    window.addEventListener('hashchange', () => {
      const next = flow.read(location.hash) || (location.hash === '' ? flow.beginning() : null);
      if (!next) return;
      show(next);
      goTo();
    });
    const asked = flow.read(location.hash);
    show(asked || flow.beginning());
    if (asked) goTo();
  }

  const data = document.getElementById('stroom-gegevens');
  const stage = document.querySelector('.stroom');
  if (data && stage) setUp(stage, new Flow(JSON.parse(data.textContent)));

  const paper = document.querySelector('.papierhulp');
  if (paper) paper.prepend(button('Druk af', () => window.print()));
}());
