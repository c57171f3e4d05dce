// Compares two sites with the same documents, of which one has a cut index: `node delen.mjs WHOLE CUT`, run by a Rust test
// (src/search/alike.rs). The cut one must answer the same, and read only what it needs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { linesOf } from "./grade.mjs";
import { coreOf, documentsOf, reader } from "./open.mjs";

const [whole, cut] = process.argv.slice(2);
const { open } = await coreOf(whole);
const one = await open(reader(whole));
const queries = [];
for (const name of ["zoekvragen.jsonl", "voorbeelden.jsonl"]) {
  const text = await readFile(new URL(name, import.meta.url), "utf8");
  queries.push(...linesOf(text).map(({ q }) => q));
}
const filter = { phase: one.index.facets[0][0][0] };

let asked = 0;
const fresh = async () => open((name) => (asked++, reader(cut)(name)));
const lasting = await fresh();
for (const query of queries) {
  assert.deepEqual(await lasting.query(query, 20), one.query(query, 20), query);
  assert.deepEqual(lasting.counts(query, filter), one.counts(query, filter), `tellen: ${query}`);
}
assert.deepEqual(await documentsOf(lasting), await documentsOf(one));
assert.deepEqual(await lasting.suggest("vakanties"), await one.suggest("vakanties"));

const all = one.index.suffixes.length && lasting.index.termsFrom.length;
for (const query of queries.slice(0, 40)) {
  asked = 0;
  const search = await fresh();
  assert.deepEqual(await search.query(query, 5, filter), one.query(query, 5, filter), query);
  const first = asked;
  await search.query(query, 5, filter);
  assert.equal(asked, first, `${query}: niets wordt twee keer gelezen`);
}
asked = 0;
await (await fresh()).query(one.stems.find((stem, number) => one.places(number).length === 1));
assert.ok(asked < all, "één woord leest niet alle delen");
