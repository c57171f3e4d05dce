// Grades what a site's search answers against what should be found.
//
// Each line of a file of queries holds `q`, `kind` and `relevant`: the number of a question of the main source (`V01`) or
// the id of a page, with a grade from 1 to 3. Nothing is relevant to a query that the site has no answer to.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { documentsOf } from "./open.mjs";

const DEPTH = 10;

/**
 * Asks every query of a file. `answered`: the figures of the queries of which the site has the best page (grade 3);
 * `unanswerable`: queries without answer, each with `refused` 1 when nothing was found or what was found was called
 * doubtful; `left`: the number of queries of which this site lacks the best page.
 */
export async function grade(site, search, file) {
  const gradesOf = await grades(site, search);
  const result = { answered: [], unanswerable: [], left: 0 };
  for (const { q, kind, relevant } of linesOf(await readFile(file, "utf8"))) {
    const wanted = gradesOf(relevant);
    const isAnswerable = Object.keys(relevant).length > 0;
    if (isAnswerable && !wanted.some(([, grade]) => grade === 3)) {
      result.left++;
      continue;
    }
    const results = await search.query(q, DEPTH);
    const about = { q, kind, results };
    if (isAnswerable) result.answered.push({ ...about, ...figures(results, new Map(wanted)) });
    else result.unanswerable.push({ ...about, refused: Number(results.length === 0 || Boolean(results[0].weak)) });
  }
  return result;
}

/** A function that gives the grades by page: pages that the site lacks are left out. */
async function grades(site, search) {
  const known = new Set((await documentsOf(search)).map(({ id }) => id));
  const numbered = pagesByNumber(JSON.parse(await readFile(join(site, "data/vragen.json"), "utf8")));
  const pageOf = (key) => numbered.get(key) ?? (known.has(key) ? key : undefined);
  return (relevant) => {
    const found = Object.entries(relevant).map(([key, grade]) => [pageOf(key), grade]);
    return found.filter(([page]) => page).sort((one, other) => one[1] - other[1]); // of a page named twice the best grade counts
  };
}

/** The page of each question of the main source: the one whose first source it is. */
function pagesByNumber(questions) {
  const numbered = questions.filter(({ bron }) => bron[0]?.vraag);
  return new Map(numbered.map(({ id, bron }) => [`V${String(bron[0].vraag).padStart(2, "0")}`, id]));
}

/** The figures of one list of results. `grades`: id -> 1..3. */
export function figures(results, grades) {
  const found = results.map(({ id }) => grades.get(id) ?? 0);
  const first = found.findIndex((grade) => grade >= 2);
  return {
    ndcg: gain(found) / gain([...grades.values()].sort((one, other) => other - one)),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    first: Number(found[0] === 3),
    three: Number(found.slice(0, 3).includes(3)),
    nothing: Number(results.length === 0),
    weak: Number(Boolean(results[0]?.weak)),
  };
}

function gain(grades) {
  return grades.slice(0, DEPTH).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

/** The mean of a figure over a list. */
export const mean = (list, key) => list.reduce((sum, one) => sum + one[key], 0) / list.length;

/** The objects of a file with one per line. */
export const linesOf = (text) => text.split("\n").filter((line) => line.trim()).map((line) => JSON.parse(line));

/** A list by kind. */
export function byKind(list) {
  const kinds = new Map();
  for (const one of list) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  return kinds;
}
