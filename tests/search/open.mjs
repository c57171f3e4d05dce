// Opens the search of a built site outside a browser.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A function that reads a file of the folder `search` of the site in `folder`. */
export const reader = (folder) => (path) => readFile(join(folder, "search", path), "utf8");

/** The module `search/core.js` of a site; `inner` names what tests need of it besides what it exports. */
export async function coreOf(folder, inner = []) {
  const text = `${await reader(folder)("core.js")}\nexport { ${inner.join(", ")} };\n`;
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

/** The search of the site in `folder`, with its index. */
export async function openSite(folder) {
  const { open } = await coreOf(folder);
  return open(reader(folder));
}

/** What can be found, in the order of the index: `{ id, url, title, kind, phases, groups }`. */
export async function documentsOf(search) {
  const documents = search.kinds.map((_, number) => number);
  await search.load("pages", search.missing("pages", documents));
  return documents.map((number) => search.page(number));
}
