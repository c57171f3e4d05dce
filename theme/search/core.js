/**
 * Search core of Mentorwijzer: an ES module without DOM.
 *
 * The index (`index.json`) holds the analysed site; this file only looks words up in it, handles
 * words it doesn't know, and scores. Stems are numbers throughout.
 */

/** Weight and length normalisation per field: title, keywords, short answer, body. */
const FIELDS = [
  { weight: 3, b: 0.3 },
  { weight: 3, b: 0.3 },
  { weight: 1.5, b: 0.3 },
  { weight: 1, b: 0.5 },
];
const K1 = 1.2;
const LIGHT = 0.15; // a function word beside other words
const PART = 0.35; // a part of a compound for the whole, or the whole for the part
const SPLIT = 0.8; // a part of a compound that is nowhere written as one word
const SYNONYM = 0.8;
const PHRASE = 0.8; // a title or keyword typed as it stands
const SAME = 0.6; // a synonym of several words typed as it stands, for the keyword
const PIECE = 0.6; // a synonym of several words without the first, which is the subject
const MEANT = 0.6; // a frequent word that sounds like a rare one that was typed
const RARE = 2; // documents that hold a rare word, at most
const OFTEN = 4; // a frequent word is in so many times more
const SURE = 0.5; // an answer is doubtful when no good result covers so much of the query
const NOTHING = 0.2; // a page that covers less than this is no result
const MOST_WORDS = 40;
const LONGEST_WORD = 40;
const LONGEST_PHRASE = 10;
/** A question answers; anything else helps to understand. */
const KINDS = { vraag: 1, stroomschema: 0.75, checklist: 0.65, sjabloon: 0.65, verhaal: 0.65, partij: 0.65, begrip: 0.6 };
const OTHER_KIND = 0.5;
/** How near the best question an entry of these kinds comes, when just its name was typed. */
const NAMED = { partij: 0.999, begrip: 0.998 };

/** `readText(path)` gives the text of a file beside this one (or, for JSON, what it holds). */
export async function open(readText) {
  const index = await readText("index.json");
  return new Search(typeof index === "string" ? JSON.parse(index) : index);
}

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

/** The words of a query; one is unfinished when it may go on: the last one, or one with a point. */
function wordsOf(text) {
  const found = [...fold(text).replace(/['\u2018\u2019`]/g, "").matchAll(/([\p{L}\p{N}]+)(\.?)/gu)];
  return found.slice(0, MOST_WORDS).map((match, place) => ({
    text: match[1].slice(0, LONGEST_WORD),
    unfinished: match[2] === "." || (place === found.length - 1 && /[\p{L}\p{N}]$/u.test(text)),
  }));
}

const textOf = (words) => words.map(({ text }) => text).join(" ");

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
  word.replace(/ij|y/g, "ei").replace(/ou/g, "au").replace(/ch/g, "g").replace(/[cq]/g, "k").replace(/ph|v/g, "f")
    .replace(/z/g, "s").replace(/dt?$/, "t").replace(/(.)\1+/g, "$1");

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

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
const pushTo = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));

class Search {
  constructor(index) {
    this.index = index;
    this.light = new Set(index.light);
    this.stemOf = new Map(index.stems.map((stem, number) => [stem, number]));
    index.forms.forEach((forms, number) => forms && forms.split(" ").forEach((form) => this.stemOf.set(form, number)));
    this.parts = new Map(index.parts.map(([compound, ...parts]) => [compound, parts]));
    this.kin = new Map(); // stem -> [[stem that counts as it too, strength]]
    for (const [compound, parts] of this.parts) for (const part of parts) pushTo(this.kin, part, [compound, PART]);
    for (const [one, other, sure] of index.related) {
      pushTo(this.kin, one, [other, sure]);
      pushTo(this.kin, other, [one, sure]);
    }
    this.synonyms = new Map(); // first stem of a phrase -> [[phrase, phrases that mean the same, how surely]]
    for (const group of index.synonyms)
      for (const phrase of group) {
        pushTo(this.synonyms, phrase[0], [phrase, group.filter((other) => other !== phrase), SYNONYM]);
        if (phrase.length > 2) pushTo(this.synonyms, phrase[1], [phrase.slice(1), group, SYNONYM * PIECE]);
      }
    this.phrases = new Map(index.phrases.map(([phrase, documents]) => [phrase.join(), documents]));
    this.titles = new Map(index.documents.map(([, , , title], document) => [textOf(wordsOf(title)), document]));
    this.initials = this.initialsOfNames();
    const count = index.documents.length || 1;
    this.average = FIELDS.map((_, field) => index.lengths.reduce((sum, lengths) => sum + lengths[field], 0) / count || 1);
    this.cache = new Map();
  }

  /** Results for what somebody typed, best first; with a phase or group only the questions that have it. */
  query(text, limit = 10, { phase, group } = {}) {
    const words = wordsOf(String(text)).map((word) => this.read(word));
    const heavy = words.filter((word) => !word.light);
    const [content, aside] = heavy.length ? [heavy, words.filter((word) => word.light)] : [words, []];
    const found = new Map(); // document -> { score, covered }
    for (const { scores, share } of content)
      for (const [document, { score, trust }] of scores) this.add(found, document, score, trust * share);
    for (const span of this.spans(words, content)) this.addSpan(found, span);
    for (const [document, bonus] of this.exactPhrases(content)) if (found.has(document)) this.add(found, document, bonus, 0);
    for (const { scores, share } of aside)
      for (const [document, { score }] of scores)
        if (found.has(document)) this.add(found, document, LIGHT * score, LIGHT * share);
    const total = sum(content.map(({ share }) => share)) + LIGHT * sum(aside.map(({ share }) => share));
    const named = this.named(content);
    const results = [...found]
      .filter(([, { covered }]) => covered >= NOTHING * total)
      .map(([document, { score, covered }]) => ({ ...this.result(document, score), document, covered: covered / total }))
      .filter(({ phases, groups }) => (!phase || phases.includes(phase)) && (!group || groups.includes(group)));
    const best = Math.max(0, ...results.filter(({ kind }) => kind === "vraag").map(({ score }) => score));
    for (const result of results.filter(({ document }) => named.has(document)))
      result.score = Math.max(result.score, Math.min(NAMED[result.kind] * best, result.score / KINDS[result.kind]));
    // A whole title was copied or followed: its words may be as common as can be.
    const typed = results.find(({ document }) => document === this.titles.get(textOf(words)));
    if (typed) typed.score = Math.max(...results.map(({ score }) => score)) + 1;
    results.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
    const sure = results.some(({ score, covered }) => covered >= SURE && score >= results[0].score / 2);
    return results.slice(0, limit).map(({ document, covered, ...result }) => (sure ? result : { ...result, weak: true }));
  }

  add(found, document, score, covered) {
    const before = found.get(document) ?? { score: 0, covered: 0 };
    found.set(document, { score: before.score + score, covered: before.covered + covered });
  }

  result(number, score) {
    const [id, url, kind, title, short] = this.index.documents[number];
    const [phases, groups] = this.index.facets[number] ?? [[], []];
    return { id, url, title, score: score * (KINDS[kind] ?? OTHER_KIND), kind, short, phases, groups };
  }

  /**
   * How many results there are: `all`, and `total` with the filter. Per phase and per group, by id, how many questions have it,
   * the other half of the filter staying as it is.
   */
  counts(text, { phase, group } = {}) {
    const ask = (filter) => this.query(text, Infinity, filter);
    const tally = (ids) => ids.reduce((counts, id) => ({ ...counts, [id]: (counts[id] ?? 0) + 1 }), {});
    return {
      all: ask({}).length,
      total: ask({ phase, group }).length,
      phase: tally(ask({ group }).flatMap(({ phases }) => phases)),
      group: tally(ask({ phase }).flatMap(({ groups }) => groups)),
    };
  }

  /** A function that says of a word as it stands in a text how much of what was typed it is: 0 is nothing. */
  marker(text) {
    const words = wordsOf(String(text)).map((word) => this.read(word));
    const heavy = words.filter(({ light }) => !light);
    const asked = new Set((heavy.length ? heavy : words).map(({ stem }) => stem).filter((stem) => stem !== undefined));
    return (word) => (asked.has(this.stemIn(word)) ? 1 : 0);
  }

  stemIn(word) {
    return this.stemOf.get(fold(word).replace(/[^\p{L}\p{N}]/gu, ""));
  }

  /** At most three keywords that share a word with what was typed, those that share most first. */
  suggest(text) {
    const marked = this.marker(text);
    const shared = (keyword) => {
      const words = wordsOf(keyword);
      return sum(words.map((word) => marked(word.text))) / words.length;
    };
    const found = this.index.keywords.map((keyword) => [keyword, shared(keyword)]).filter(([, share]) => share > 0);
    return found.sort((one, other) => other[1] - one[1]).slice(0, 3).map(([keyword]) => keyword);
  }

  isEntry(document) {
    return this.index.documents[document][2] in NAMED;
  }

  /** The entries of which the whole query is a name, spelled right. */
  named(content) {
    if (!content.every(({ name, trust }) => name || trust === 1)) return new Set();
    const phrase = content.map(({ name, stem }) => name ?? stem).join();
    return new Set((this.phrases.get(phrase) ?? []).filter((document) => this.isEntry(document)));
  }

  /** Names of entries by their first letters, those of a compound too: `tb`, `epd`. */
  initialsOfNames() {
    const found = new Map();
    for (const [phrase, documents] of this.index.phrases) {
      const stems = phrase.flatMap((stem) => this.parts.get(stem) ?? [stem]);
      if (stems.length < 2 || stems.length > 6 || !documents.some((document) => this.isEntry(document))) continue;
      pushTo(found, stems.map((stem) => this.index.stems[stem][0]).join(""), phrase);
    }
    return found;
  }

  /** What a word may stand for: readings `{ terms: [[stem, weight]], trust }`, of which the best counts. */
  read({ text, unfinished }) {
    const number = this.stemOf.get(text);
    const readings = number === undefined ? this.guess(text, unfinished) : [this.exact(number), ...this.meant(text, number)];
    const [first] = readings;
    const idf = Math.max(0, ...readings.map(({ terms }) => this.scores(terms[0][0]).idf));
    return {
      text,
      name: first?.name,
      stem: first?.terms[0][0],
      trust: first?.trust ?? 0,
      light: this.light.has(number),
      scores: this.best(readings),
      idf,
      share: number === undefined ? this.idf(0) : idf, // of the query, when it comes to what a result covers
    };
  }

  exact(number, trust = 1) {
    const parts = (this.parts.get(number) ?? []).map((part) => [part, PART * trust]);
    return { terms: [[number, trust], ...parts], trust };
  }

  /** Readings of a word that occurs nowhere. */
  guess(word, unfinished) {
    const runs = word.match(/\p{N}+|\P{N}+/gu);
    if (/\p{N}/u.test(word)) {
      const known = runs.filter((run) => this.stemOf.has(run));
      return known.length ? [this.together(known.map((run) => this.stemOf.get(run)), SPLIT)] : [];
    }
    const names = this.initials.get(word);
    if (names) return names.map((phrase) => ({ ...this.together(phrase, SPLIT), name: phrase.join() }));
    const based = this.bases(word);
    if (based.some(({ trust }) => trust > 0.7)) return based;
    const split = this.split(word);
    return [...based, ...(unfinished && word.length > 1 ? this.begins(word) : []), ...(split ? [split] : []), ...this.near(word)];
  }

  together(stems, trust) {
    return { terms: stems.map((stem) => [stem, trust]), trust };
  }

  /** The word without an ending, or as a form of the same verb. */
  bases(word) {
    const found = new Map();
    const add = (base, sure) => {
      const number = this.stemOf.get(base);
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
    return [...found].map(([number, sure]) => this.exact(number, sure));
  }

  /** Frequent words that sound like a rare one, which may have been typed by mistake: `lat` for `laat`. */
  meant(word, number) {
    const count = (stem) => this.scores(stem).byDocument.length;
    if (word.length < 3 || this.light.has(number) || count(number) > RARE) return [];
    return this.near(word, 3, 0.5)
      .filter(({ terms: [[stem]] }) => stem !== number && count(stem) >= OFTEN * Math.max(1, count(number)))
      .map(({ terms: [[stem]] }) => this.exact(stem, MEANT));
  }

  /** Words that begin like this one. */
  begins(word) {
    const found = new Map();
    for (const [form, number] of this.stemOf)
      if (form.startsWith(word)) found.set(number, Math.max(found.get(number) ?? 0, word.length / form.length));
    const nearest = [...found].sort((one, other) => other[1] - one[1]).slice(0, 12);
    return nearest.map(([number, share]) => this.exact(number, 0.5 + 0.5 * share));
  }

  /** Words that are spelled almost like this one: of so many letters, and no further apart. */
  near(word, letters = 4, furthest = Infinity) {
    if (word.length < letters) return [];
    this.sounds ??= new Map([...this.stemOf.keys()].map((form) => [form, sound(form)]));
    const most = Math.max(1, Math.min(3, Math.floor(word.length / 4) + (word.length > 5 ? 1 : 0)));
    const spoken = sound(word);
    let found = [];
    for (const [form, number] of this.stemOf) {
      if (form.length < letters || this.light.has(number)) continue;
      const written = distance(word, form, most + 1);
      if (written > most + 1) continue;
      const heard = this.sounds.get(form);
      const start = heard[0] === spoken[0] ? 0 : 0.5; // first letters are seldom wrong
      const apart = start + (written + distance(spoken, heard, most)) / 2;
      if (apart <= Math.min(most, furthest) && apart / word.length <= 0.25) found.push([apart, number]);
    }
    found.sort((one, other) => one[0] - other[0]);
    found = found.filter(([apart], place) => apart <= found[0][0] + 0.5 && place < 6);
    return found.map(([apart, number]) => this.exact(number, 0.95 - (2 * apart) / word.length));
  }

  /** The word as a compound of known words, or else as a word with a known beginning or end. */
  split(word) {
    let best;
    const consider = (stems, size, trust) => {
      if (!best || trust > best.trust || (trust === best.trust && size > best.size))
        best = { ...this.together(stems, trust), size };
    };
    for (let cut = 3; cut <= word.length - 3; cut++) {
      const head = this.index.links.map((link) => word.slice(0, cut).endsWith(link) && this.part(word.slice(0, cut - link.length)));
      const first = head.find((part) => part !== undefined && part !== false);
      const last = this.part(word.slice(cut));
      const size = Math.min(cut, word.length - cut);
      if (first !== undefined && last !== undefined) consider([first, last], size, SPLIT);
      else if (size < 4) continue;
      else if (first !== undefined && cut > 4) consider([first], cut, SPLIT / 2);
      else if (last !== undefined && word.length - cut > 4) consider([last], word.length - cut, SPLIT / 2);
    }
    return best;
  }

  part(word) {
    if (word.length < 4 && !this.index.short.includes(word)) return undefined;
    const number = this.stemOf.get(word) ?? this.bases(word)[0]?.terms[0][0];
    return this.light.has(number) ? undefined : number;
  }

  /** Neighbouring words that mean something together: written as one word, or with synonyms. */
  *spans(words, content) {
    for (let place = 0; place + 1 < words.length; place++) {
      const [one, other] = [words[place], words[place + 1]];
      for (const link of this.index.links) {
        const number = this.stemOf.get(one.text + link + other.text);
        if (number !== undefined) yield { words: [one, other], readings: [this.exact(number)] };
      }
    }
    for (const { span, phrases } of this.meanings(content))
      yield { words: span, readings: phrases.map(([phrase, sure]) => this.synonym(phrase, span, sure)) };
  }

  /** Stretches of the query that have synonyms, each as long as can be. */
  *meanings(content) {
    for (let place = 0; place < content.length; place++) {
      const fits = (this.synonyms.get(content[place].stem) ?? []).filter(([phrase]) =>
        phrase.every((part, step) => content[place + step]?.stem === part));
      const longest = Math.max(0, ...fits.map(([phrase]) => phrase.length));
      const phrases = fits.filter(([phrase]) => phrase.length === longest)
        .flatMap(([, others, sure]) => others.map((other) => [other, sure]));
      if (phrases.length) yield { span: content.slice(place, place + longest), phrases };
      place += Math.max(0, longest - 1);
    }
  }

  /** A synonym counts for no more than the words it stands for. */
  synonym(phrase, span, sure) {
    const share = sum(span.map((word) => word.idf)) / sum(phrase.map((stem) => this.scores(stem).idf));
    return this.together(phrase, sure * Math.min(1, share));
  }

  /**
   * Per document the bonus for the rarest of its titles and keywords that was typed as it stands.
   * So does a synonym of several words.
   */
  exactPhrases(content) {
    const found = new Map();
    const add = (phrase, span, sure) => {
      const bonus = sure * PHRASE * sum(span.map(({ idf, trust }) => idf * trust));
      for (const document of this.phrases.get(phrase.join()) ?? []) found.set(document, Math.max(bonus, found.get(document) ?? 0));
    };
    for (let from = 0; from < content.length; from++)
      for (let to = from + 1; to <= Math.min(content.length, from + LONGEST_PHRASE); to++) {
        const span = content.slice(from, to);
        add(span.map(({ stem }) => stem), span, 1);
      }
    for (const { span, phrases } of this.meanings(content))
      if (span.length > 1) for (const [phrase, sure] of phrases) add(phrase, span, SAME * sure);
    return found;
  }

  /** Lifts documents that match a span better as a whole than word by word. */
  addSpan(found, { words, readings }) {
    for (const [document, { score, trust }] of this.best(readings)) {
      const apart = words.map((word) => word.scores.get(document) ?? { score: 0, trust: 0 });
      const covered = words.map((word, place) => Math.max(0, trust - apart[place].trust) * word.share);
      this.add(found, document, Math.max(0, score - sum(apart.map((word) => word.score))), sum(covered));
    }
  }

  /** Per document the score of the best reading, and how far that reading can be trusted. */
  best(readings) {
    const found = new Map();
    for (const { terms, trust } of readings) {
      const main = terms.filter(([, weight]) => weight === trust).length;
      const reading = new Map();
      for (const [stem, weight] of terms)
        for (const [document, score] of this.scores(stem).byDocument) {
          const before = reading.get(document) ?? { score: 0, trust: 0 };
          reading.set(document, { score: before.score + weight * score, trust: Math.min(trust, before.trust + weight / main) });
        }
      for (const [document, one] of reading) {
        const other = found.get(document);
        if (!other || one.score > other.score) found.set(document, one);
      }
    }
    return found;
  }

  idf(count) {
    return Math.log(1 + (this.index.documents.length - count + 0.5) / (count + 0.5));
  }

  /** BM25F of one stem, with its kin, per document. */
  scores(stem) {
    if (this.cache.has(stem)) return this.cache.get(stem);
    const frequency = new Map();
    for (const [number, strength] of [[stem, 1], ...(this.kin.get(stem) ?? [])]) {
      const postings = this.index.postings[number];
      for (let place = 0; place < postings.length; place += 1 + FIELDS.length) {
        const document = postings[place];
        const lengths = this.index.lengths[document];
        const often = FIELDS.map(({ weight, b }, field) =>
          (weight * postings[place + 1 + field]) / (1 - b + (b * lengths[field]) / this.average[field]));
        frequency.set(document, (frequency.get(document) ?? 0) + strength * sum(often));
      }
    }
    const idf = this.idf(frequency.size);
    const byDocument = [...frequency].map(([document, often]) => [document, (idf * often * (K1 + 1)) / (often + K1)]);
    const scores = { idf, byDocument };
    this.cache.set(stem, scores);
    return scores;
  }
}
