// Opens the search of a built site outside a browser.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The search core of the site in `folder`, with its index. */
export async function openSite(folder) {
  const text = (path) => readFile(join(folder, "search", path), "utf8");
  const module = Buffer.from(await text("core.js")).toString("base64");
  const { open } = await import(`data:text/javascript;base64,${module}`);
  return open(text);
}
