// A real Chromium, a small server for the built site, and the list of its pages.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve, sep } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

export const site = resolve(process.env.MENTORWIJZER_SITE ?? "../../site");

const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };

// Every HTML page of the site, as a path relative to its root.
export function pages(folder = site, prefix = "") {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return pages(path, `${prefix}${name}/`);
    return name.endsWith(".html") ? [`${prefix}${name}`] : [];
  });
}

// A browser and a server for the tests of one file, there while they run.
export const session = {};

export function useSession() {
  before(async () => {
    session.browser = await launch();
    // Readers come fresh to each page, unless a test is about what the device keeps.
    const open = session.browser.newContext.bind(session.browser);
    session.browser.newContext = (options) => open({ serviceWorkers: "block", ...options });
    session.server = await serve();
    session.base = session.server.base;
  });
  after(async () => {
    await session.browser?.close();
    session.server?.close();
  });
}

export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

// Opens a page as a reader with these options, acts on it, and demands that no script failed.
export async function visit(options, path, act) {
  const context = await session.browser.newContext(options);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  await page.goto(path.includes("://") ? path : session.base + path);
  await act(page, context);
  assert.deepEqual(errors, []);
  await context.close();
}

// Serves the built site on a free port of this machine.
async function serve() {
  const server = createServer((request, response) => {
    const path = resolve(site, `.${decodeURIComponent(new URL(request.url, "http://x").pathname)}`);
    const file = path === site ? join(site, "index.html") : path;
    const found = (file === site || file.startsWith(site + sep)) && existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, { "content-type": `${types[extname(found ? file : "404.html")] ?? "text/plain"}; charset=utf-8` });
    response.end(readFileSync(found ? file : join(site, "404.html")));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { base: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

// Serves what `answer(path)` gives: a kind and a body, nothing (404), or a connection that breaks off, after
// the body if there is one.
export async function withServer(answer, act) {
  const server = createServer((request, response) => {
    const { kind, body, breaks } = answer(decodeURIComponent(new URL(request.url, "http://x").pathname.slice(1))) ?? {};
    if (breaks && !body) return response.destroy();
    response.writeHead(body ? 200 : 404, { "content-type": kind ?? "text/plain" });
    if (breaks) response.write(body, () => response.destroy());
    else response.end(body ?? "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await act(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What axe finds on a page with everything unfolded, a line per rule. `rules` switches rules of axe on or off.
export async function violations(page, _path, rules = {}) {
  await page.evaluate(axe);
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  const result = await page.evaluate(([values, rules]) => window.axe.run(document, { runOnly: { type: "tag", values }, rules }), [tags, rules]);
  return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary?.split("\n")[1] ?? ""}`).join(" | ")}`);
}
