// Grades the results of a query against the pages that should be found.

const DEPTH = 10;

/** The figures of one query, or `null` when the site lacks the page of grade 3. `grades`: id -> 1..3. */
export function judge(search, { q, kind }, grades) {
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

/** The mean of a figure over a list of judged queries. */
export const mean = (list, key) => list.reduce((sum, one) => sum + one[key], 0) / list.length;

/** The objects of a file with one per line. */
export const linesOf = (text) => text.split("\n").filter((line) => line.trim()).map((line) => JSON.parse(line));
