// Tests of search on a built site: `MENTORWIJZER_SITE=folder node --test tests/search/core.test.mjs` (default: `site`).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import vm from "node:vm";
import { judge, linesOf, mean } from "./grade.mjs";
import { openSite } from "./open.mjs";

const site = process.env.MENTORWIJZER_SITE ?? "site";
const read = (path) => readFile(join(site, "search", path), "utf8");
const search = await openSite(site);
const { documents } = JSON.parse(await read("index.json"));
const questions = documents.filter(([, , kind]) => kind === "vraag");
/** Per kind of graded query: the least nDCG and the largest share without results. */
const FLOORS = [
  ["eigen", 0.76, 0.02],
  ["lezer", 0.81, 0],
  ["woord", 0.85, 0],
  ["verbuiging", 0.77, 0],
  ["samenstelling", 0.8, 0],
  ["typfout", 0.86, 0],
  ["afkorting", 0.63, 0.05],
  ["synoniem", 0.67, 0.03],
  ["zin", 0.56, 0],
];
const places = (query, id) => search.query(query, 10).findIndex((result) => result.id === id);

/** The share of the questions for which `query(question)` finds the question within `within` results. */
function share(query, within) {
  const found = questions.filter((question) => {
    const place = places(query(question), question[0]);
    return place >= 0 && place < within;
  });
  return found.length / questions.length;
}

const longest = (title) => title.split(/[^\p{L}]+/u).reduce((one, other) => (other.length > one.length ? other : one), "");

test("a result says what a list needs to show", () => {
  const [id, , , title] = questions[0];
  const [first] = search.query(title);
  assert.equal(first.id, id);
  for (const key of ["id", "url", "title", "kind", "short"]) assert.equal(typeof first[key], "string", key);
  assert.equal(typeof first.score, "number");
});

test("results come best first and no more than asked", () => {
  const results = search.query("leerling school werk", 7);
  assert.ok(results.length <= 7);
  for (let place = 1; place < results.length; place++) assert.ok(results[place - 1].score >= results[place].score);
  assert.equal(new Set(results.map(({ id }) => id)).size, results.length);
});

test("works with await as well", async () => {
  assert.deepEqual(await search.query("leerling"), search.query("leerling"));
});

test("the title of a question finds it, also in capitals and without accents", () => {
  assert.equal(share(([, , , title]) => title, 1), 1);
  assert.equal(share(([, , , title]) => title.toUpperCase().normalize("NFD").replace(/\p{M}/gu, ""), 1), 1);
});

test("a title with its longest word misspelt still finds the question", () => {
  const misspell = (word) => word.slice(0, 3) + word[4] + word[3] + word.slice(5);
  assert.ok(share(([, , , title]) => title.replace(longest(title), misspell(longest(title))), 3) > 0.9);
});

test("a title typed halfway finds the question", () => {
  assert.ok(share(([, , , title]) => title.slice(0, Math.ceil(title.length * 0.6)), 3) > 0.8);
});

test("nothing in, nothing out", () => {
  for (const query of ["", "   ", "?!", "-", "'"]) assert.deepEqual(search.query(query), []);
});

test("graded queries are answered about as well as before", async (context) => {
  const ids = new Set(documents.map(([id]) => id));
  const gradesOf = (relevant) => new Map(Object.entries(relevant).filter(([id]) => ids.has(id)));
  const queries = linesOf(await readFile(new URL("zoekvragen.jsonl", import.meta.url), "utf8"));
  const judged = queries.map((query) => judge(search, query, gradesOf(query.relevant))).filter(Boolean);
  if (judged.length < 50) return context.skip("een andere site");
  for (const [kind, ndcg, zero] of FLOORS) {
    const list = judged.filter((one) => one.kind === kind);
    assert.ok(mean(list, "ndcg") >= ndcg, `${kind}: nDCG ${mean(list, "ndcg")}`);
    assert.ok(mean(list, "zero") <= zero, `${kind}: niets gevonden voor ${mean(list, "zero")}`);
  }
});

test("an answer is doubtful as a whole or not at all", async () => {
  for (const query of ["ziek gemeld", "mag ik hem buiten gooien", "eerste dag maandag", "te laat qqqqxyz"]) {
    assert.ok(new Set(search.query(query, 20).map(({ weak }) => Boolean(weak))).size <= 1, query);
  }
});

test("words that are nowhere find nothing", () => {
  for (const query of ["qqqqxyz", "xyzzy wvutq", "9876543"]) assert.deepEqual(search.query(query), []);
});

test("names of object properties are ordinary words", () => {
  for (const query of ["constructor", "__proto__", "toString hasOwnProperty"]) {
    assert.ok(Array.isArray(search.query(query)), query);
  }
});

test("any text can be asked", () => {
  let seed = 7;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  for (let round = 0; round < 500; round++) {
    const query = String.fromCodePoint(...Array.from({ length: next(30) }, () => next(round % 2 ? 0x17f : 0xd7ff) + 1));
    assert.ok(Array.isArray(search.query(query)), JSON.stringify(query));
  }
});

test("a very long query is answered in time", () => {
  const start = performance.now();
  search.query("mijn leerlnig komtt te laaat en ik weeet het niet meerr ".repeat(200));
  assert.ok(performance.now() - start < 3000);
});

test("the classic script gives the same results as the module", async () => {
  const context = vm.createContext({});
  let index;
  context.mentorwijzerIndex = (data) => (index = data);
  vm.runInContext(await read("index.js"), context);
  vm.runInContext(await read("core.classic.js"), context);
  const classic = await context.mentorwijzerZoeken.open(() => Promise.resolve(index));
  const plain = (results) => JSON.parse(JSON.stringify(results));
  for (const query of ["te laat", "leerlnig ziek", "vakantie regeling", "wie betaalt er"]) {
    assert.deepEqual(plain(classic.query(query)), plain(search.query(query)));
  }
});
