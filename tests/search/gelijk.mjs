// Holds the search script to what Rust says: `node gelijk.mjs SITE RUST.json`, run by a Rust test (src/search/alike.rs).
//
// RUST.json holds `texts` (what was typed, folded, its tokens), `words` (word, what it may be without an ending, its stem by
// a regular ending, its number) and `stems` (word of the site, number of its stem).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { coreOf, reader } from "./open.mjs";

const [site, file] = process.argv.slice(2);
const rust = JSON.parse(await readFile(file, "utf8"));
const { fold, spellings, tokens, wordsOf, open } = await coreOf(site, ["fold", "spellings", "tokens", "wordsOf"]);
const search = await open(reader(site));

const HYPHEN = /[-\u2010\u2011]/u;
const MIXED = /\p{N}\p{L}|\p{L}\p{N}/u;
const MOST = 20; // differences shown per comparison

/** All that differ, not the first alone. */
function same(what, cases) {
  const wrong = cases.filter(({ script, rust }) => JSON.stringify(script) !== JSON.stringify(rust));
  const shown = wrong.slice(0, MOST).map(({ of, script, rust }) => `  ${of}: script ${JSON.stringify(script)}, Rust ${JSON.stringify(rust)}`);
  assert.ok(cases.length > 0 && wrong.length === 0, `${what}: ${wrong.length} van ${cases.length}\n${shown.join("\n")}`);
}

const APOSTROPHE = /['\u2018\u2019`]/gu;
same("gevouwen", rust.texts.map(([of, folded]) => ({ of, script: fold(of), rust: folded.replace(APOSTROPHE, "") })));

// Rust adds the joined form of a compound with hyphens, and the digits and letters of a word with both: in the script a
// query does that where it reads neighbours together (`spans`) and words that it doesn't know (`guess`).
const plain = rust.texts.filter(([, folded]) => !HYPHEN.test(folded) && !MIXED.test(folded));
same("woorden", plain.map(([of, , found]) => ({ of, script: wordsOf(of).map(({ text }) => text), rust: found })));
same("woorden van een zoekzin", plain.filter(([of]) => of.length < 40).map(([of, , found]) => ({ of, script: tokens(of), rust: found })));
const hyphens = rust.texts.filter(([, folded]) => HYPHEN.test(folded) && !MIXED.test(folded) && /\p{L}/u.test(folded));
same("woorden met een streepje", hyphens.map(([of, , found]) => {
  const parts = tokens(of);
  const isJoined = (token) => !parts.includes(token) && parts.join("").includes(token);
  return { of, script: parts, rust: found.filter((token) => !isJoined(token)) };
}));
const mixed = rust.texts.filter(([, folded]) => MIXED.test(folded));
const runs = (word) => [word, ...(word.match(/\p{N}+|\P{N}+/gu).length > 1 ? word.match(/\p{N}+|\P{N}+/gu) : [])];
same("cijfers en letters", mixed.map(([of, , found]) => ({ of, script: tokens(of).flatMap(runs).filter((run) => !found.includes(run)), rust: [] })));

/** All that a word may be without an ending. */
const basesOf = (word) => search.index.suffixes.flatMap(([suffix]) => {
  const base = word.slice(0, word.length - suffix.length);
  return word.endsWith(suffix) && base.length >= 3 ? spellings(base, suffix) : [];
});
same("zonder uitgang", rust.words.map(([of, bases]) => ({ of, script: basesOf(of), rust: bases })));
same("afgeleid", rust.words.map(([of, , stem]) => ({ of, script: search.stems[search.derive(of)] ?? null, rust: stem })));
same("opgezocht", rust.words.map(([of, , , number]) => ({ of, script: search.numberFor(of) ?? null, rust: number })));
same("stam", rust.stems.map(([of, number]) => ({ of, script: search.numberFor(of), rust: number })));
