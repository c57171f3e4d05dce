// Measures search against graded queries.
//
//   node tests/search/evaluate.mjs SITE QUERIES.jsonl [--show]
//
// SITE is a built site (search/ and data/vragen.json). Each line of QUERIES holds `q`, `kind` and
// `relevant` (source question V01..V55 to grade 1..3). Queries without a page of grade 3 in the
// site are left out; grades of pages that aren't there don't count. `--show` lists every query
// whose best page isn't first.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openSite } from "./open.mjs";

const DEPTH = 10;
const [site, queriesFile, ...flags] = process.argv.slice(2);
if (!site || !queriesFile) {
  console.error("gebruik: node tests/search/evaluate.mjs SITE VRAGEN.jsonl [--show]");
  process.exit(2);
}

const search = await openSite(site);
const pages = pagesBySourceQuestion(JSON.parse(await readFile(join(site, "data/vragen.json"), "utf8")));
const lines = (await readFile(queriesFile, "utf8")).split("\n").filter((line) => line.trim());

const judged = lines.map((line) => judge(JSON.parse(line))).filter(Boolean);
if (flags.includes("--show")) judged.filter((one) => one.s1 === 0).forEach(show);
report("alles", judged);
for (const kind of [...new Set(judged.map((one) => one.kind))]) report(kind, judged.filter((one) => one.kind === kind));

/** The page of each question of the main source: the one whose first source it is. */
function pagesBySourceQuestion(questions) {
  const found = new Map();
  for (const { id, bron } of questions) {
    const number = bron[0]?.vraag;
    if (number) found.set(`V${String(number).padStart(2, "0")}`, id);
  }
  return found;
}

function judge({ q, kind, relevant }) {
  const grades = new Map();
  for (const [key, grade] of Object.entries(relevant)) {
    const page = pages.get(key);
    if (page) grades.set(page, Math.max(grade, grades.get(page) ?? 0));
  }
  const ideal = [...grades.values()].sort((one, other) => other - one);
  if (ideal[0] !== 3) return null;
  const results = search.query(q, DEPTH);
  const found = results.map(({ id }) => grades.get(id) ?? 0);
  const first = found.findIndex((grade) => grade >= 2);
  return {
    q,
    kind,
    results,
    ndcg: gain(found) / gain(ideal),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    s1: Number(found[0] === 3),
    s3: Number(found.slice(0, 3).includes(3)),
    zero: Number(results.length === 0),
    weak: Number(Boolean(results[0]?.weak)),
  };
}

function gain(grades) {
  return grades.slice(0, DEPTH).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

function show({ q, kind, results, ndcg }) {
  const top = results.slice(0, 4).map(({ id, score, weak }) => `${id} ${score.toFixed(1)}${weak ? "?" : ""}`);
  console.log(`${ndcg.toFixed(2)} [${kind}] ${q} -> ${top.join(" | ") || "niets"}`);
}

function report(name, list) {
  const mean = (key) => (list.reduce((sum, one) => sum + one[key], 0) / list.length).toFixed(3);
  const figures = ["ndcg", "mrr", "s1", "s3", "zero", "weak"].map((key) => `${key} ${mean(key)}`);
  console.log(`${name.padEnd(14)} n ${String(list.length).padStart(3)}  ${figures.join("  ")}`);
}
