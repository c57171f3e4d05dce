/**
 * Search core of Mentorwijzer: an ES module without DOM.
 *
 * The index holds the analysed site; this file looks words up in it, handles words it doesn't know, and scores.
 * Stems and documents are numbers throughout. A large site's index comes in parts, which are read when a query needs them.
 */

/** Weights of what may match, from 0 to 1. `tests/search/tune` looks for better ones. */
export const SETTINGS = {
  light: 0.35, // a function word beside other words
  part: 0.35, // a part of a compound, for the whole
  whole: 0.6, // a compound, for a part of it
  begun: 0.5, // the beginning of a word that is being typed, at least
  shortened: 0.85, // the beginning of a word before a point
  split: 0.95, // parts of a compound that is nowhere written as one word
  synonym: 0.6,
  piece: 0.8, // a synonym of several words without the first, which is the subject, for the synonym
  phrase: 0.3, // a keyword of several words typed as it stands
  lone: 3, // the same for one with a single word that isn't light, which alone says little
  same: 0.8, // a synonym typed as it stands, for such a keyword
  meant: 0.4, // a frequent word that sounds like a rare one that was typed
  rare: 2, // documents that hold a rare word, at most
  often: 4, // a frequent word is in so many times more
  unknown: 0.8, // a word that is nowhere, as share of the rarest word
  rarity: 1.1, // how much more a rare word weighs than a frequent one
  every: 0.8, // how much more a page weighs that has every word
  least: 0.1, // a page that covers less of the query is no result
  alike: 0.5, // a keyword that is suggested looks so much like what was typed
  sure: 0.22, // an answer is doubtful when no good result says so much of what was asked
  guessed: 0.46, // the same when a word had to be guessed
  named: 0.65, // an entry that covers so much of the query was named
  below: 4, // a page of another kind stays below the best question unless it scores so many times more
  vraag: 1,
  stroomschema: 0.75,
  checklist: 0.65,
  sjabloon: 0.65,
  verhaal: 0.65,
  partij: 0.5,
  begrip: 0.6,
  other: 0.5,
};
/** How near the best question an entry of these kinds comes, when just its name was typed. */
const ENTRIES = { partij: 0.999, begrip: 0.998 };
/** What a word may say about a document, as `src/search/impact.rs` rounds it. */
const SHARES = [0.12, 0.24, 0.36, 0.46, 0.55, 0.63, 0.7, 0.77];
/** Words that one may stand for that is misspelt; four times as many when it is unfinished. In a large site each may need a part. */
const NEAREST = 3;
const MOST_WORDS = 40;
const LONGEST_WORD = 40;
const LONGEST_PHRASE = 10;
const COMMON = 250; // documents with a word, beyond which its compounds say nothing new and aren't read
const LOOKED_AT = 20; // results of which the title may be what was typed

/** `readText(path)` gives the text of a file beside this one (or, for JSON, what it holds). */
export async function open(readText) {
  const read = async (name) => {
    const data = await readText(`${name}.json`);
    return typeof data === "string" ? JSON.parse(data) : data;
  };
  return new Search(await read("index"), read);
}

/** The pairs of letters in a text. */
const pairs = (text) => tokens(text).flatMap((word) => Array.from({ length: word.length + 1 }, (_, place) => ` ${word} `.slice(place, place + 2)));
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
const pushTo = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
const bare = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "");
const fold = (text) => bare(bare(text).toLowerCase()).replace(/['\u2018\u2019`]/g, "");
const tokens = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a query; one may go on when it has a point or is the last: `unfinished` says how much its beginning is worth. */
function wordsOf(text) {
  const found = [...fold(text).matchAll(/([\p{L}\p{N}]+)(\.?)/gu)].slice(0, MOST_WORDS);
  return found.map(([, word, point], place) => ({
    text: word.slice(0, LONGEST_WORD),
    unfinished: point ? SETTINGS.shortened : place === found.length - 1 && /[\p{L}\p{N}]$/u.test(text) ? SETTINGS.begun : 0,
  }));
}

/** Every stretch of two words and more that may be a phrase. */
function* stretches(words) {
  for (let from = 0; from < words.length; from++)
    for (let to = from + 2; to <= Math.min(words.length, from + LONGEST_PHRASE); to++) yield words.slice(from, to);
}

const HALF = 46;
const DIGITS = new Map(Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => c !== '"' && c !== "\\").map((c, i) => [c, i]));

/** Reads numbers from packed text (`src/search/pack.rs`). */
class Numbers {
  constructor(text) {
    this.text = text;
    this.place = 0;
  }

  get more() {
    return this.place < this.text.length;
  }

  next() {
    for (let [number, unit] = [0, 1]; ; unit *= HALF) {
      const digit = DIGITS.get(this.text[this.place++]);
      number += (digit % HALF) * unit;
      if (digit < HALF) return number;
    }
  }

  list(length = this.next()) {
    return Array.from({ length }, () => this.next());
  }

  rising(length) {
    let last = 0;
    return Array.from({ length }, () => (last += this.next()));
  }

  set() {
    return new Set(this.rising(this.next()));
  }
}

/** The stems and the forms that no ending explains, by number of stem. */
function wordsIn(packed) {
  const stems = [];
  const numbers = new Map();
  let stem = "";
  for (const [, shared, rest, forms] of packed.matchAll(/([A-Z])([^A-Z#-\-]*)([^A-Z]*)/g)) {
    stem = stem.slice(0, shared.charCodeAt(0) - 65) + rest;
    for (const [, dropped, end] of forms.matchAll(/([#-\-])([^#-\-]*)/g)) {
      const drop = dropped.charCodeAt(0) - 35;
      numbers.set((drop < 10 ? stem.slice(0, stem.length - drop) : "") + end, stems.length);
    }
    stems.push(stem);
  }
  stems.forEach((one, number) => numbers.has(one) || numbers.set(one, number)); // a form may be written as another stem
  return { stems, numbers };
}

/** How a word may be spelled once its ending is gone: `slapen` as `slaap`, `geven` as `geef`. */
function spellings(base, suffix) {
  if (!/^[aeiou]/.test(suffix) || /[aeiou]$/.test(base)) return [base];
  if (base.at(-2) === base.at(-1)) return [base.slice(0, -1)];
  const hard = base.replace(/v$/, "f").replace(/z$/, "s");
  if (!/(^|[^aeiou])[aeou].$/.test(hard)) return [hard];
  const long = hard.slice(0, -1) + hard.slice(-2);
  return /[aeiou]/.test(hard.slice(0, -2)) ? [hard, long] : [long];
}

/** A word as it sounds, roughly, for comparing misspelt words. */
const sound = (word) =>
  word.replace(/ij/g, "ei").replace(/ie|y/g, "i").replace(/ou/g, "au").replace(/ch/g, "g").replace(/c(?=[eiy])/g, "s").replace(/[cq]/g, "k")
    .replace(/ph|v/g, "f").replace(/x/g, "ks").replace(/z/g, "s").replace(/th/g, "t").replace(/dt?$/, "t").replace(/(.)\1+/g, "$1");

/** The letters of a word as bits: words that differ in more letters than they may need no closer look. */
function lettersOf(word) {
  let bits = 0;
  for (let place = 0; place < word.length; place++) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits;
}

/** The number of bits that are set. */
function count(bits) {
  let found = 0;
  for (let rest = bits; rest; rest &= rest - 1) found++;
  return found;
}

/** The number of letters to add, drop, change or swap; `most + 1` when it is more than `most`. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

class Search {
  constructor(index, read) {
    this.index = index;
    this.readPart = read;
    this.kinds = index.kinds.flatMap(([name, before, after, count]) => Array(count).fill({ name, before, after }));
    ({ stems: this.stems, numbers: this.numberOf } = wordsIn(index.words));
    this.light = new Numbers(index.light).set();
    this.silent = new Numbers(index.silent).set(); // stems that stand on no page
    this.unpackKin(index);
    this.unpackSynonyms(index.synonyms);
    this.parts = { terms: [], pages: [] };
    for (const name of ["terms", "pages"]) (index[name] ?? []).forEach((data, number) => this.takePart(name, number, data));
    this.scored = new Map();
  }

  /** Compounds and their parts, and stems that may be forms of one word. */
  unpackKin({ parts, related }) {
    this.partsOf = new Map();
    this.wholes = new Map();
    let last = 0;
    for (const from = new Numbers(parts); from.more; ) {
      last += from.next();
      let others = from.next();
      const first = from.next();
      const found = [last + (first % 2 ? (first - 1) / 2 : -first / 2)];
      for (; others; others--) {
        const cut = from.next();
        found.push(cut ? this.numberFor(this.stems[last].slice(cut)) : from.next());
      }
      this.partsOf.set(last, found);
      for (const part of found) pushTo(this.wholes, part, last);
    }
    this.related = new Map();
    last = 0;
    for (const from = new Numbers(related); from.more; ) {
      last += from.next();
      const [other, sure] = [last + from.next(), from.next() / 10];
      pushTo(this.related, last, [other, sure]);
      pushTo(this.related, other, [last, sure]);
    }
  }

  /** First stem of a phrase -> [[phrase, phrases that mean the same, how surely]]. */
  unpackSynonyms(packed) {
    this.synonyms = new Map();
    for (const from = new Numbers(packed); from.more; ) {
      const group = Array.from({ length: from.next() }, () => from.list());
      for (const phrase of group) {
        pushTo(this.synonyms, phrase[0], [phrase, group.filter((other) => other !== phrase), 1]);
        if (phrase.length > 2) pushTo(this.synonyms, phrase[1], [phrase.slice(1), group, SETTINGS.piece]);
      }
    }
  }

  /** Reads a part of the index: where words stand, or what pages are called. */
  takePart(name, number, data) {
    this.parts[name][number] = name === "terms" ? this.terms(data, this.index.termsFrom[number]) : { ids: data.ids.split("\n"), titles: data.titles.split("\n") };
  }

  terms({ documents, levels, phrases }, first) {
    const [places, found] = [new Numbers(documents), []];
    let level = 0;
    while (places.more) found.push(places.rising(places.next()).map((document) => [document, SHARES[DIGITS.get(levels[level++])]]));
    const starting = new Map();
    let last = first;
    for (const from = new Numbers(phrases); from.more; ) {
      last += from.next();
      const phrase = [last, ...from.list()];
      starting.set(phrase.join(), from.rising(from.next()));
    }
    return { first, found, phrases: starting };
  }

  /**
   * Results for what somebody typed, best first: an array, or a promise of one while parts of a large index are still to be
   * read. `filter` (`{ phase, group }`, both optional) leaves only questions that have them.
   */
  query(text, limit = 10, filter = {}) {
    const plan = this.plan(String(text));
    const terms = this.missing("terms", this.stemsFor(plan));
    if (terms.length) return this.load("terms", terms).then(() => this.query(text, limit, filter));
    const ranked = this.rank(plan, filter);
    const shown = ranked.slice(0, Math.max(limit, LOOKED_AT));
    const pages = this.missing("pages", shown.map(({ document }) => document));
    if (pages.length) return this.load("pages", pages).then(() => this.query(text, limit, filter));
    return this.results(plan, shown).slice(0, limit);
  }

  /** The number of the part that holds a stem or a document. */
  partOf(name, number) {
    const firsts = this.index[`${name}From`];
    let [low, high] = [0, firsts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  missing(name, numbers) {
    return [...new Set(numbers.map((number) => this.partOf(name, number)))].filter((part) => !this.parts[name][part]);
  }

  load(name, numbers) {
    return Promise.all(numbers.map(async (number) => this.takePart(name, number, await this.readPart(`${name}-${number}`))));
  }

  /** What a query may mean, word by word and for words together. */
  plan(text) {
    const words = wordsOf(text).map((word) => this.read(word));
    const heavy = words.filter((word) => !word.light);
    const content = heavy.length ? heavy : words;
    return { words, content, aside: heavy.length ? words.filter((word) => word.light) : [], spans: [...this.spans(words, content)] };
  }

  /** Every stem of which the places count for a plan. */
  stemsFor({ words, spans }) {
    const stems = new Set();
    for (const { readings } of [...words, ...spans])
      for (const { terms, parts } of readings)
        for (const stem of [...terms.map(([one]) => one), ...(parts?.stems ?? [])]) for (const one of this.kin(stem)) stems.add(one);
    return [...stems].filter((stem) => !this.silent.has(stem));
  }

  /** The number of a word that stands on a page or means what does, also with another ending. */
  lookUp(word) {
    const number = this.numberFor(word);
    return number !== undefined && this.silent.has(number) && !this.synonyms.has(number) && !this.wholes.has(number) ? undefined : number;
  }

  numberFor(word) {
    return this.numberOf.get(word) ?? this.derive(word);
  }

  /** The stem of a form with a regular ending; the index leaves these forms out. */
  derive(word) {
    for (const [suffix, sure] of this.index.suffixes) {
      if (sure < 0.8 || !word.endsWith(suffix) || word.length - suffix.length < 3) continue;
      for (const base of spellings(word.slice(0, word.length - suffix.length), suffix)) {
        const number = this.numberOf.get(base);
        if (this.stems[number] === base && !this.light.has(number)) return number;
      }
    }
    return undefined;
  }

  /** What a word may stand for: readings `{ terms: [[stem, weight]], parts, trust }`, of which the best counts. */
  read({ text, unfinished }) {
    const number = this.lookUp(text);
    const readings = number === undefined ? this.guess(text, unfinished) : [this.exact(number), ...this.meant(text, number)];
    const [first] = readings;
    return { text, readings, stem: first?.terms[0][0], trust: first?.trust ?? 0, known: number !== undefined, light: this.light.has(number) };
  }

  exact(number, trust = 1) {
    const parts = this.partsOf.get(number);
    return { terms: [[number, trust]], parts: parts && { stems: parts, trust: SETTINGS.part * trust }, trust };
  }

  together(stems, trust) {
    return { terms: stems.map((stem) => [stem, trust]), trust };
  }

  /** Readings of a word that occurs nowhere. */
  guess(word, unfinished) {
    if (/\p{N}/u.test(word)) {
      const known = word.match(/\p{N}+|\P{N}+/gu).map((run) => this.lookUp(run)).filter((number) => number !== undefined);
      return known.length ? [this.together(known, SETTINGS.split)] : [];
    }
    const names = Object.hasOwn(this.index.initials, word) ? this.index.initials[word] : undefined; // `constructor` is a word too
    if (names) return this.names(names).map((stems) => this.together(stems, SETTINGS.split));
    const based = this.bases(word);
    if (based.some(({ trust }) => trust > 0.7)) return based;
    const split = this.split(word);
    return [...based, ...(unfinished ? this.begins(word, unfinished) : []), ...(split ? [split] : []), ...this.near(word)];
  }

  names(packed) {
    const names = [];
    for (const from = new Numbers(packed); from.more; ) names.push(from.list());
    return names;
  }

  /** The word without an ending, or as a form of the same verb. */
  bases(word) {
    const found = new Map();
    const add = (base, sure) => {
      const number = this.numberOf.get(base);
      if (number !== undefined && !this.light.has(number)) found.set(number, Math.max(found.get(number) ?? 0, sure));
    };
    const stripped = (text, factor) => {
      for (const [suffix, sure] of this.index.suffixes) {
        if (!text.endsWith(suffix) || text.length - suffix.length < 3) continue;
        for (const base of spellings(text.slice(0, text.length - suffix.length), suffix)) {
          add(base, sure * factor);
          if (suffix === "en") for (const end of ["", "t", "d"]) add(`ge${base}${end}`, sure * factor);
        }
      }
    };
    stripped(word, 1);
    for (const particle of ["", ...this.index.particles]) {
      if (!word.startsWith(`${particle}ge`)) continue;
      const verb = particle + word.slice(particle.length + 2);
      if (/[dt]$/.test(verb) && verb.length > particle.length + 3) add(verb, 0.9);
      stripped(verb, /[dt]$/.test(verb) ? 1 : 0.8);
    }
    return [...found].sort((one, other) => other[1] - one[1]).map(([number, sure]) => this.exact(number, sure));
  }

  /** Words that sound like this one, which may have been typed by mistake: `lat` for `laat`. Only frequent ones count. */
  meant(word, number) {
    if (word.length < 3 || this.light.has(number)) return [];
    const others = this.near(word, 3, 0.5).filter(({ terms: [[stem]] }) => stem !== number);
    return others.map(({ terms: [[stem]] }) => ({ ...this.exact(stem, SETTINGS.meant), instead: number }));
  }

  /** Words that begin like this one. */
  begins(word, least) {
    if (word.length < 2) return [];
    const found = new Map();
    for (const [form, number] of this.numberOf)
      if (form.startsWith(word) && !this.silent.has(number)) found.set(number, Math.max(found.get(number) ?? 0, word.length / form.length));
    const nearest = [...found].sort((one, other) => other[1] - one[1]).slice(0, 4 * NEAREST);
    return nearest.map(([number, share]) => this.exact(number, least + (1 - least) * share));
  }

  /** Words that are spelled almost like this one: of so many letters, and no further apart. */
  near(word, letters = 4, furthest = Infinity) {
    const found = new Map(); // stem -> how far apart
    for (const [suffix, sure] of [["", 1], ...this.index.suffixes]) {
      if (sure < 0.9 || !word.endsWith(suffix)) continue;
      for (const base of suffix ? spellings(word.slice(0, word.length - suffix.length), suffix) : [word])
        for (const [apart, number] of this.nearForms(base, letters, furthest)) {
          const most = apart + (suffix ? 0.1 : 0);
          if (!(found.get(number) <= most)) found.set(number, most);
        }
    }
    const sorted = [...found].sort((one, other) => one[1] - other[1]);
    const nearest = sorted.filter(([, apart], place) => apart <= sorted[0][1] + 0.5 && place < NEAREST);
    return nearest.map(([number, apart]) => this.exact(number, 0.95 - (2 * apart) / word.length));
  }

  /** `[how far apart, stem]` of the forms that are near enough, in the order of the words. */
  nearForms(word, letters, furthest) {
    if (word.length < letters) return [];
    this.forms ??= [...this.numberOf].map(([form, number]) => ({ form, number, letters: lettersOf(form) }));
    const most = Math.max(1, Math.min(3, Math.floor(word.length / 4) + (word.length > 5 ? 1 : 0)));
    const limit = Math.min(most, furthest, word.length / 4);
    const edits = Math.min(most + 1, Math.floor(2 * limit));
    const spoken = sound(word);
    const own = lettersOf(word);
    const found = [];
    for (const { form, number, letters: others } of this.forms) {
      if (form.length < letters || Math.abs(form.length - word.length) > edits || count(own & ~others) > edits || count(others & ~own) > edits) continue;
      const written = distance(word, form, edits);
      if (written > edits || this.light.has(number)) continue;
      const heard = sound(form);
      const start = heard[0] === spoken[0] ? 0 : 0.5; // first letters are seldom wrong
      const apart = start + (written + distance(spoken, heard, most)) / 2;
      if (apart <= limit) found.push([apart, number]);
    }
    return found;
  }

  /** The word as a compound of known words, or else as a word with a known beginning or end. */
  split(word) {
    let best;
    const consider = (stems, size, trust) => {
      if (!best || trust > best.trust || (trust === best.trust && size > best.size)) best = { ...this.together(stems, trust), size };
    };
    for (let cut = 3; cut <= word.length - 3; cut++) {
      const head = this.index.links.map((link) => (word.slice(0, cut).endsWith(link) ? this.part(word.slice(0, cut - link.length)) : undefined));
      const first = head.find((part) => part !== undefined);
      const last = this.part(word.slice(cut));
      const size = Math.min(cut, word.length - cut);
      if (first !== undefined && last !== undefined) consider([first, last], size, SETTINGS.split);
      else if (size < 4) continue;
      else if (first !== undefined && cut > 4) consider([first], cut, SETTINGS.split / 2);
      else if (last !== undefined && word.length - cut > 4) consider([last], word.length - cut, SETTINGS.split / 2);
    }
    return best;
  }

  part(word) {
    if (word.length < 4 && !this.index.short.includes(word)) return undefined;
    const number = this.lookUp(word) ?? this.bases(word)[0]?.terms[0][0];
    return this.light.has(number) ? undefined : number;
  }

  /** Neighbouring words that mean something together: written as one word, or with synonyms. */
  *spans(words, content) {
    for (let place = 0; place + 1 < words.length; place++) {
      const [one, other] = [words[place], words[place + 1]];
      for (const link of this.index.links) {
        const number = this.lookUp(one.text + link + other.text);
        if (number !== undefined && !this.light.has(number)) yield { words: [one, other], readings: [this.exact(number), ...this.meaningsOf(number)] };
      }
    }
    for (const { span, phrases } of this.meanings(content))
      yield { words: span, readings: phrases.map(([phrase, sure]) => this.together(phrase, SETTINGS.synonym * sure)) };
  }

  meaningsOf(stem) {
    const alone = (this.synonyms.get(stem) ?? []).filter(([phrase]) => phrase.length === 1);
    return alone.flatMap(([, others, sure]) => others.map((other) => this.together(other, SETTINGS.synonym * sure)));
  }

  /** Stretches of the query that have synonyms, each as long as can be. */
  *meanings(content) {
    for (let place = 0; place < content.length; place++) {
      const fits = (this.synonyms.get(content[place].stem) ?? []).filter(([phrase]) =>
        phrase.every((part, step) => content[place + step]?.stem === part));
      const longest = Math.max(0, ...fits.map(([phrase]) => phrase.length));
      const phrases = fits.filter(([phrase]) => phrase.length === longest).flatMap(([, others, sure]) => others.map((other) => [other, sure]));
      if (phrases.length) yield { span: content.slice(place, place + longest), phrases };
      place += Math.max(0, longest - 1);
    }
  }

  /** Documents for a plan, best first, each with how much of the query it covers. */
  rank({ words: typed, content, aside, spans }, filter) {
    const words = new Map(content.concat(aside).map((word) => [word, this.weigh(word)]));
    const weight = (word) => words.get(word).weight;
    const found = new Map(); // document -> { score, covered, bonus }
    const entry = (document) => found.get(document) ?? found.set(document, { score: 0, covered: 0, bonus: 0 }).get(document);
    for (const word of content)
      for (const [document, { value, trust }] of words.get(word).values) {
        const one = entry(document);
        one.score += weight(word) * value;
        one.covered += weight(word) * trust;
      }
    for (const span of spans) this.addSpan(entry, span, words);
    for (const [document, bonus] of this.exactPhrases(typed, content, weight)) if (found.has(document)) found.get(document).bonus = bonus;
    for (const word of aside)
      for (const [document, { value }] of words.get(word).values)
        if (found.has(document)) found.get(document).score += SETTINGS.light * weight(word) * value;
    const total = sum(content.map(weight)) || 1;
    const ranked = [];
    for (const [document, { score, covered, bonus }] of found) {
      if (covered < SETTINGS.least * total || !this.fits(document, filter)) continue;
      const all = score * (covered / total) ** SETTINGS.every + bonus;
      ranked.push({ document, score: all * (SETTINGS[this.kinds[document].name] ?? SETTINGS.other), sure: score / total });
    }
    const best = Math.max(0, ...ranked.filter(({ document }) => this.kinds[document].name === "vraag").map(({ score }) => score));
    for (const one of ranked) {
      const { name } = this.kinds[one.document];
      if (name in ENTRIES && one.sure >= SETTINGS.named) one.score = Math.max(one.score, ENTRIES[name] * best);
      if (name !== "vraag" && one.score < best * SETTINGS.below) one.score = Math.min(one.score, best * 0.999);
    }
    return ranked.sort((one, other) => other.score - one.score || one.document - other.document);
  }

  facets(document) {
    return this.index.facets[document] ?? [[], []];
  }

  fits(document, { phase, group }) {
    const [phases, groups] = this.facets(document);
    return (!phase || phases.includes(phase)) && (!group || groups.includes(group));
  }

  /**
   * How many results there are: `all`, and `total` with the filter. Per phase and per group, by id, how many questions have it,
   * the other half of the filter staying as it is. Ask `query` first: what it reads is needed here.
   */
  counts(text, { phase, group } = {}) {
    const plan = this.plan(String(text));
    const ask = (filter) => this.rank(plan, filter).map(({ document }) => this.facets(document));
    const tally = (ids) => ids.reduce((counts, id) => ({ ...counts, [id]: (counts[id] ?? 0) + 1 }), {});
    return {
      all: ask({}).length,
      total: ask({ phase, group }).length,
      phase: tally(ask({ group }).flatMap(([phases]) => phases)),
      group: tally(ask({ phase }).flatMap(([, groups]) => groups)),
    };
  }

  /** A function that says of a word as it stands in a text how much of what was typed it is: 0 is nothing. Ask `query` first. */
  marker(text) {
    const { content, aside, spans } = this.plan(String(text));
    const weights = new Map();
    const add = (stem, weight) => weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
    for (const { readings } of content)
      for (const { terms, parts, trust } of readings) {
        for (const [stem] of terms) this.kin(stem).forEach((one) => add(one, trust * this.rarity(this.scores(stem).size)));
        for (const stem of parts?.stems ?? []) add(stem, parts.trust * this.rarity(this.scores(stem).size));
      }
    for (const { readings } of spans) for (const { terms, trust } of readings) for (const [stem] of terms) add(stem, trust * this.rarity(this.scores(stem).size));
    for (const { stem } of aside) weights.delete(stem);
    return (word) => Math.max(0, ...tokens(word).concat(tokens(word).join("")).map((one) => weights.get(this.numberFor(one)) ?? 0));
  }

  /** A stem, and the stems that count as it. */
  kin(stem) {
    return [stem, ...(this.related.get(stem) ?? []).map(([other]) => other), ...this.wholesOf(stem)];
  }

  /** The compounds that count as a stem: none of a common one, nor of one of which it isn't read yet how common it is. */
  wholesOf(stem) {
    const isRead = this.silent.has(stem) || this.parts.terms[this.partOf("terms", stem)];
    return isRead && this.places(stem).length <= COMMON ? this.wholes.get(stem) ?? [] : [];
  }

  /** A promise of at most three keywords that look or mean like what was typed, the nearest first. */
  async suggest(text) {
    this.keywords ??= (await this.readPart("keywords")).map((keyword) => [keyword, pairs(keyword)]);
    const asked = pairs(text);
    const marked = this.marker(text);
    const likeness = ([keyword, own]) => {
      const words = tokens(keyword).filter((word) => !this.light.has(this.numberFor(word)));
      const shared = words.filter((word) => marked(word) > 0).length / Math.max(1, words.length);
      const alike = (2 * own.filter((pair) => asked.includes(pair)).length) / (own.length + asked.length);
      return Math.max(shared, alike);
    };
    const found = this.keywords.map((entry) => [entry[0], likeness(entry)]).filter(([, share]) => share >= SETTINGS.alike);
    return found.sort((one, other) => other[1] - one[1]).slice(0, 3).map(([keyword]) => keyword);
  }

  /** What is shown of ranked documents. A title typed in full comes first: its words may be as common as can be. */
  results({ words, content }, ranked) {
    const typed = words.map(({ text }) => text).join(" ");
    const results = ranked.map(({ document, ...result }) => ({ ...this.page(document), ...result }));
    const place = results.findIndex(({ title }, number) => number < LOOKED_AT && tokens(title).join(" ") === typed);
    if (place > 0 && results[place].kind === "vraag") results.unshift({ ...results.splice(place, 1)[0], score: results[0].score + 1 });
    const least = content.every(({ known }) => known) ? SETTINGS.sure : SETTINGS.guessed;
    const good = results.slice(0, 3).some(({ score, sure }) => sure >= least && score >= results[0].score / 2);
    return results.map(({ sure, ...result }) => (good ? result : { ...result, weak: true }));
  }

  page(document) {
    const number = this.partOf("pages", document);
    const place = document - this.index.pagesFrom[number];
    const { name, before, after } = this.kinds[document];
    const part = this.parts.pages[number];
    const title = part.titles[place];
    const [phases, groups] = this.facets(document);
    const id = part.ids[place] || tokens(title).join("-");
    return { id: name === "vraag" ? id : `${name}:${id}`, url: before + id + after, title, kind: name, phases, groups };
  }

  /** What a word weighs, and what it is worth per document. */
  weigh(word) {
    const readings = word.readings.filter(({ terms: [[stem]], instead }) => instead === undefined || this.isMeant(stem, instead));
    const rarities = readings.map(({ terms: [[stem]] }) => this.rarity(this.scores(stem).size));
    return { values: this.best(readings), weight: readings.length ? Math.max(...rarities) : SETTINGS.unknown * this.rarity(1) };
  }

  /** What a word weighs that so many documents have. */
  rarity(count) {
    return Math.log(1 + (this.kinds.length - count + 0.5) / (count + 0.5)) ** SETTINGS.rarity;
  }

  isMeant(stem, instead) {
    const count = (one) => this.places(one).length;
    return count(instead) <= SETTINGS.rare && count(stem) >= SETTINGS.often * Math.max(1, count(instead));
  }

  /** Per document the value of the best reading, from 0 to 1, and how far that reading can be trusted. */
  best(readings) {
    const count = this.kinds.length; // lists by number of document: a large site has thousands per word
    const [most, trusts, found] = [new Float64Array(count), new Float64Array(count), new Map()];
    const consider = (terms, trust) => {
      const rarities = terms.map(([stem]) => this.rarity(this.scores(stem).size));
      const total = sum(rarities);
      const values = new Float64Array(count);
      terms.forEach(([stem, weight], place) => {
        for (const [document, share] of this.scores(stem)) values[document] += (weight * share * rarities[place]) / total;
      });
      for (let document = 0; document < count; document++)
        if (values[document] > most[document]) [most[document], trusts[document]] = [values[document], trust];
    };
    for (const { terms, parts, trust } of readings) {
      consider(terms, trust);
      if (parts) consider(parts.stems.map((stem) => [stem, parts.trust]), parts.trust);
    }
    for (let document = 0; document < count; document++)
      if (most[document] > 0) found.set(document, { value: most[document], trust: trusts[document] });
    return found;
  }

  /** Lifts documents that match a span better as a whole than word by word. */
  addSpan(entry, { words: span, readings }, words) {
    const parts = span.map((word) => words.get(word));
    const weight = sum(parts.map((word) => word.weight));
    for (const [document, { value, trust }] of this.best(readings)) {
      const apart = parts.map((word) => ({ weight: word.weight, ...(word.values.get(document) ?? { value: 0, trust: 0 }) }));
      const one = entry(document);
      one.score += Math.max(0, weight * value - sum(apart.map((word) => word.weight * word.value)));
      one.covered += Math.max(0, weight * trust - sum(apart.map((word) => word.weight * word.trust)));
    }
  }

  /** Per document the bonus for its keyword of several words that was typed as it stands, or of which a synonym was. */
  exactPhrases(words, content, weight) {
    const found = new Map();
    const add = (phrase, span, sure) => {
      const bonus = sure * SETTINGS.phrase * sum(span.map((word) => weight(word) * word.trust));
      const part = this.parts.terms[this.partOf("terms", phrase[0])];
      for (const document of part?.phrases.get(phrase.join()) ?? []) found.set(document, Math.max(bonus, found.get(document) ?? 0));
    };
    const stemsOf = (span) => span.map(({ stem }) => stem);
    for (const span of stretches(content)) add(stemsOf(span), span, 1);
    for (const span of stretches(words)) {
      const heavy = span.filter(({ light }) => !light);
      if (heavy.length === 1) add(stemsOf(span), heavy, SETTINGS.lone);
    }
    for (const { span, phrases } of this.meanings(content)) for (const [phrase, sure] of phrases) add(phrase, span, SETTINGS.same * sure);
    return found;
  }

  /** Where a stem itself stands: `[document, share]`. */
  places(stem) {
    const part = this.parts.terms[this.partOf("terms", stem)];
    return part?.found[stem - part.first] ?? [];
  }

  /** Per document what a stem says about it, with the stems that count as it too. */
  scores(stem) {
    if (this.scored.has(stem)) return this.scored.get(stem);
    const found = new Map(this.places(stem));
    const merge = (other, strength) => {
      for (const [document, share] of this.places(other)) if (!(found.get(document) >= share * strength)) found.set(document, share * strength);
    };
    for (const [other, sure] of this.related.get(stem) ?? []) merge(other, sure);
    for (const whole of this.wholesOf(stem)) merge(whole, SETTINGS.whole);
    this.scored.set(stem, found);
    return found;
  }
}
