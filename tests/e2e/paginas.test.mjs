// Every page of the site: barriers, width, links, weight, language.

import assert from "node:assert/strict";
import { readFileSync, existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { pages, session, site, useSession, violations } from "./browser.mjs";

const all = pages();

useSession();

// The first pages of each folder: colours and forms are shared, so that these show what another scheme breaks.
const some = all.filter((path, place) => place < 4 || dirname(all[place - 4]) !== dirname(path) || !path.includes("/"));

async function eachPage(options, visit, paths = all) {
  const context = await session.browser.newContext(options);
  const failures = [];
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(session.base + path);
    const found = await visit(page, path);
    if (found?.length) failures.push(`${path}: ${[].concat(found).join("\n    ")}`);
  }
  await context.close();
  assert.deepEqual(failures, [], failures.join("\n"));
}

test("the site has all its pages", () => {
  for (const path of ["index.html", "vragen/index.html", "zoeken.html", "begrippen.html", "trefwoorden.html", "wie-is-wie.html", "bronnen.html", "404.html", "over.html", "toegankelijkheid.html", "handleiding/blokken.html"]) {
    assert.ok(all.includes(path), path);
  }
});

test("axe finds no violation: light, wide, colours apart", () =>
  eachPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" }, (page, path) =>
    violations(page, path, { "color-contrast": { enabled: false } })));
test("axe finds no violation: light, phone", () => eachPage({ viewport: { width: 360, height: 740 }, colorScheme: "light" }, violations, some));
test("axe finds no violation: dark, phone", () => eachPage({ viewport: { width: 360, height: 740 }, colorScheme: "dark" }, violations, some));

test("no page is wider than 320 px", () =>
  eachPage({ viewport: { width: 320, height: 640 } }, (page) =>
    page.evaluate(() => {
      const width = document.documentElement.scrollWidth;
      if (width <= 320) return [];
      const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > 321);
      return [`${width} px: ${wide.slice(0, 3).map((e) => `${e.tagName}.${e.className}`)}`];
    })));

test("targets are large enough for a thumb", () =>
  eachPage({ viewport: { width: 360, height: 740 } }, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("button, input:not([type=checkbox]):not([type=radio]), summary, header a, nav a, .vinklijst label")]
        .filter((e) => e.checkVisibility() && !e.closest(".kruimels") && !e.classList.contains("springlink"))
        .map((e) => [e, e.getBoundingClientRect()])
        .filter(([, r]) => r.height > 0 && r.height < 43.5)
        .map(([e, r]) => `${Math.round(r.height)} px: ${e.tagName} ${e.textContent.trim().slice(0, 30)}`)
        .slice(0, 3))));

test("one h1, headings in order, unique ids", () =>
  eachPage({}, (page) =>
    page.evaluate(() => {
      const problems = [];
      const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((h) => Number(h.tagName[1]));
      if (levels.filter((l) => l === 1).length !== 1) problems.push(`${levels.filter((l) => l === 1).length} h1`);
      levels.forEach((l, i) => i && l > levels[i - 1] + 1 && problems.push(`h${levels[i - 1]} then h${l}`));
      const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
      ids.forEach((id, i) => ids.indexOf(id) !== i && problems.push(`id ${id} twice`));
      return problems;
    })));

test("every internal link arrives, nothing is fetched from elsewhere", async () => {
  const outside = [];
  const anchors = new Map();
  const links = [];
  const context = await session.browser.newContext();
  const page = await context.newPage();
  page.on("request", (r) => r.url().startsWith(session.base) || r.url().startsWith("data:") || outside.push(r.url()));
  for (const path of all) {
    await page.goto(session.base + path);
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll("[id]")].map((e) => e.id),
      links: [...document.querySelectorAll("a[href], link[href], script[src], img[src]")].map((e) => e.getAttribute("href") ?? e.getAttribute("src")),
    }));
    anchors.set(path, new Set(found.ids));
    found.links.forEach((link) => links.push([path, link]));
  }
  await context.close();
  const dead = [];
  for (const [path, link] of links) {
    // The way taken through a flow stands in the fragment: see stroomschema.js.
    if (/^(https?:|mailto:|tel:|data:)|#weg\//.test(link)) continue;
    const [file, anchor] = link.split("#");
    const target = file === "" ? path : normalize(path === "404.html" && file.startsWith("/") ? file.slice(1) : join(dirname(path), file.split("?")[0]));
    const page = target === "." || target.endsWith("/") ? join(target, "index.html") : target;
    if (!existsSync(join(site, page))) dead.push(`${path} -> ${link}`);
    else if (anchor && anchors.has(page) && !anchors.get(page).has(decodeURIComponent(anchor))) dead.push(`${path} -> ${link} (anchor)`);
  }
  assert.deepEqual(dead, []);
  assert.deepEqual(outside, []);
});

test("every question is reached from its phases, a group, A to Z and two related questions", () => {
  const read = (path) => readFileSync(join(site, path), "utf8");
  const leads = (html, path, url) => [...html.matchAll(/href="([^"#]+)/g)].some(([, link]) => join(dirname(path), link) === url);
  const related = (html) => html.match(/<section class="verwant">.*?<\/section>/s)?.[0] ?? "";
  const questions = JSON.parse(read("data/vragen.json"));
  const missing = questions.flatMap(({ id, url, fase }) => {
    const others = questions.filter((other) => other.id !== id && leads(related(read(other.url)), other.url, url));
    return [
      ...fase.map((phase) => `fasen/${phase}.html`).filter((path) => !leads(read(path), path, url)),
      ...(all.some((path) => path.startsWith("voor/") && leads(read(path), path, url)) ? [] : ["voor/"]),
      ...["trefwoorden.html", "vragen/index.html"].filter((path) => !leads(read(path), path, url)),
      ...(others.length >= 2 ? [] : [`${others.length} related questions`]),
    ].map((from) => `${id}: ${from}`);
  });
  assert.ok(questions.length > 0);
  assert.deepEqual(missing, []);
});

test("a question page weighs at most 45 kB, its scripts 12 kB", async () => {
  const size = (file) => gzipSync(readFileSync(join(site, file)), { level: 9 }).length;
  const context = await session.browser.newContext({ viewport: { width: 360, height: 740 } });
  let heaviest = { total: 0 };
  for (const path of all.filter((p) => p.startsWith("vragen/") && !p.endsWith("/index.html"))) {
    const page = await context.newPage();
    const files = new Set();
    page.on("request", (r) => files.add(decodeURIComponent(new URL(r.url()).pathname.slice(1))));
    await page.goto(session.base + path, { waitUntil: "networkidle" });
    await page.close();
    const sizes = [...files].filter((f) => existsSync(join(site, f))).map((f) => [f, size(f)]);
    const total = sizes.reduce((sum, [, n]) => sum + n, 0);
    const scripts = sizes.filter(([f]) => f.endsWith(".js")).reduce((sum, [, n]) => sum + n, 0);
    assert.ok(total <= 45 * 1024, `${path}: ${total} bytes`);
    assert.ok(scripts <= 12 * 1024, `${path}: ${scripts} bytes of script`);
    if (total > heaviest.total) heaviest = { path, total, scripts };
  }
  await context.close();
  console.log(`heaviest question page: ${heaviest.path}, ${heaviest.total} bytes gzip in all, ${heaviest.scripts} of it script`);
});

test("no English reaches the reader", async () => {
  const english = /\b(the|this|that|and|with|from|your|you|are|not found|search|searching|results?|no results|next|previous|chapter|page|toggle|copy|copied|loading|close|keyboard|shortcuts?|theme|light|dark|table of contents|note|warning|caution|important|skip|back to|show|hide|click|press|undo|read more|required)\b/i;
  const allowed = new Set(["mentorwijzer check", "check"]);
  const failures = [];
  const context = await session.browser.newContext();
  const page = await context.newPage();
  const answers = ["te laat", "qqqqxzzzw", "iets over vogels"].map((q) => `zoeken.html?q=${encodeURIComponent(q)}`);
  for (const path of [...all, ...answers]) {
    await page.goto(session.base + path);
    if (path.includes("?")) await page.locator("#zoekresultaten [role=status], #zoekresultaten a, [role=status]:not(:empty)").first().waitFor({ state: "attached" });
    const texts = await page.evaluate(() => {
      const found = [document.title, document.documentElement.lang === "nl" ? "" : "this page has no Dutch lang"];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      // Code is what an editor types; file names, keys and commands in it are English by design.
      while (walker.nextNode()) walker.currentNode.parentElement.closest("code, pre, script, style, [lang=en]") || found.push(walker.currentNode.data);
      for (const e of document.querySelectorAll("*")) for (const a of ["title", "aria-label", "alt", "placeholder", "content", "data-label", "aria-roledescription"]) if (e.hasAttribute(a) && e.getAttribute("name") !== "viewport" && e.getAttribute("name") !== "color-scheme") found.push(e.getAttribute(a));
      return found;
    });
    for (const text of texts) {
      const hit = text.match(english);
      if (hit && !allowed.has(text.trim())) failures.push(`${path}: "${hit[0]}" in "${text.trim().slice(0, 90)}"`);
    }
  }
  await context.close();
  // Sentences in scripts: strings with a space that hold an English word.
  for (const script of ["scripts/site.js", "scripts/stroomschema.js", "scripts/zoeken.js", "scripts/zoekzin.js", "scripts/zoekpagina.js", "scripts/vragen.js", "scripts/nu.js", "scripts/delen.js", "scripts/offline.js", "search/core.js"]) {
    const code = readFileSync(join(site, script), "utf8").replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "");
    for (const [, , text] of code.matchAll(/(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)) {
      if (text.includes(" ") && english.test(text)) failures.push(`${script}: "${text}"`);
    }
  }
  assert.deepEqual(failures, [], failures.slice(0, 40).join("\n"));
});
