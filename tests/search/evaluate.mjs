// Measures search against graded queries.
//
//   node tests/search/evaluate.mjs SITE QUERIES.jsonl [--show]
//
// SITE is a built site (search/ and data/vragen.json). Each line of QUERIES holds `q`, `kind` and
// `relevant` (source question V01..V55, or the id of a page, to grade 1..3). Queries without a page of grade 3 in the
// site are left out; grades of pages that aren't there don't count. `--show` lists every query
// whose best page isn't first.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { judge, linesOf, mean } from "./grade.mjs";
import { openSite } from "./open.mjs";

const [site, queriesFile, ...flags] = process.argv.slice(2);
if (!site || !queriesFile) {
  console.error("gebruik: node tests/search/evaluate.mjs SITE VRAGEN.jsonl [--show]");
  process.exit(2);
}

const search = await openSite(site);
const pages = pagesBySourceQuestion(JSON.parse(await readFile(join(site, "data/vragen.json"), "utf8")));
const known = new Set(JSON.parse(await readFile(join(site, "search/index.json"), "utf8")).documents.map(([id]) => id));
const queries = linesOf(await readFile(queriesFile, "utf8"));

const judged = queries.map((query) => judge(search, query, gradesOf(query.relevant))).filter(Boolean);
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

/** The grades by page; pages that aren't in the site don't count. */
function gradesOf(relevant) {
  const grades = new Map();
  for (const [key, grade] of Object.entries(relevant)) {
    const page = pages.get(key) ?? (known.has(key) ? key : undefined);
    if (page) grades.set(page, Math.max(grade, grades.get(page) ?? 0));
  }
  return grades;
}

function show({ q, kind, results, ndcg }) {
  const top = results.slice(0, 4).map(({ id, score, weak }) => `${id} ${score.toFixed(1)}${weak ? "?" : ""}`);
  console.log(`${ndcg.toFixed(2)} [${kind}] ${q} -> ${top.join(" | ") || "niets"}`);
}

function report(name, list) {
  const figures = ["ndcg", "mrr", "s1", "s3", "zero", "weak"].map((key) => `${key} ${mean(list, key).toFixed(3)}`);
  console.log(`${name.padEnd(14)} n ${String(list.length).padStart(3)}  ${figures.join("  ")}`);
}
