// A reader without internet, and one whose site is renewed while a page is open: never a mix of two builds.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { pages, session, site, useSession, violations, withServer } from "./browser.mjs";

const LIMIT = 2_000_000;
const question = "vragen/arbeidsritme-en-te-laat.html";
const flow = "stroomschemas/te-laat-of-afwezig.html";

useSession();

// ---------- Builds ----------

function readArchive(bytes) {
  const start = 4 + bytes.readUInt32BE(0);
  const list = Object.entries(JSON.parse(bytes.subarray(4, start)));
  return new Map(list.map(([path, [kind, place, length]]) => [path, { kind, packed: bytes.subarray(start + place, start + place + length) }]));
}

function writeArchive(files) {
  let place = 0;
  const list = [...files].map(([path, { kind, packed }]) => {
    const entry = [path, [kind, place, packed.length]];
    place += packed.length;
    return entry;
  });
  const head = Buffer.from(JSON.stringify(Object.fromEntries(list)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...[...files.values()].map(({ packed }) => packed)]);
}

const name = readdirSync(join(site, "offline"))[0];
const archive = readFileSync(join(site, "offline", name));

// What a server has that holds another build: every page, style and script names it.
function build(mark) {
  const files = new Map([...readArchive(archive)].map(([path, { kind, packed }]) => {
    const marked = { html: `<meta name="build" content="${mark}"></head>`, css: `\n:root { --build: "${mark}"; }`, js: `\n;(globalThis.builds ??= []).push("${mark}");` };
    const ending = path.split(".").pop();
    if (!marked[ending]) return [path, { kind, packed }];
    const text = gunzipSync(packed).toString();
    const changed = ending === "html" ? text.replace("</head>", marked.html) : text + marked[ending];
    return [path, { kind, packed: gzipSync(changed) }];
  }));
  const bytes = writeArchive(files);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const service = readFileSync(join(site, "sw.js"), "utf8").replace(/const BUILD = '\w+'/, `const BUILD = '${hash}'`);
  return { hash, files, archive: bytes, service };
}

// What a host gives that holds the build `now`. `spoil` says what becomes of its archive on the way.
function answer({ now, spoil = (body) => ({ body }) }, path) {
  if (path === "sw.js") return { kind: "text/javascript", body: now.service };
  if (path === `offline/${now.hash}.bin`) return { kind: "application/octet-stream", ...spoil(now.archive) };
  const file = now.files.get(path === "" ? "index.html" : path);
  return file && { kind: file.kind, body: gunzipSync(file.packed) };
}

// ---------- Readers ----------

// A reader of a site in a folder of a host, which may change or go `down` meanwhile.
async function reading(host, act, options = {}) {
  const folder = "sector/site/";
  const served = [];
  const serve = (path) => {
    if (host.down) return { breaks: true };
    if (!path.startsWith(folder)) return undefined;
    served.push(path.slice(folder.length));
    return answer(host, path.slice(folder.length));
  };
  await withServer(serve, async (base) => {
    const context = await session.browser.newContext({ serviceWorkers: "allow", ...options });
    try {
      await act({ context, base: base + folder, served });
    } finally {
      await context.close();
    }
  });
}

// Opens a page, and waits until the whole site is kept.
async function firstVisit(context, base, path = "index.html") {
  const page = await context.newPage();
  await page.goto(base + path);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
  return page;
}

const caches = (page) => page.evaluate(async () => (await window.caches.keys()).filter((key) => /[0-9a-f]{64}$/.test(key)).map((key) => key.slice(-64)));

// Which builds a page is made of: its own mark and those of its styles and scripts.
const builds = (page) => page.evaluate(() => [...new Set([
  document.querySelector("meta[name=build]")?.content,
  getComputedStyle(document.documentElement).getPropertyValue("--build").replaceAll('"', ""),
  ...(globalThis.builds ?? []),
])]);

const renewal = (page) => page.getByText("Er is een nieuwe versie.");

async function update(page) {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
}

// ---------- What is kept ----------

test("the whole site is kept in at most 2 MB, which is what goes over the wire", () => {
  const kept = readArchive(archive);
  const missing = pages().filter((path) => path !== "404.html" && !kept.has(path));
  assert.deepEqual(missing, []);
  for (const [path, { packed }] of kept) assert.ok(gunzipSync(packed).equals(readFileSync(join(site, path))), path);
  assert.equal(name, `${createHash("sha256").update(archive).digest("hex")}.bin`);
  assert.ok(archive.length <= LIMIT, `${archive.length} bytes`);
  const unpacked = [...kept.values()].reduce((sum, { packed }) => sum + gunzipSync(packed).length, 0);
  console.log(`kept: ${kept.size} files, ${archive.length} bytes, the same on the wire; ${unpacked} bytes unpacked`);
});

test("the manifest makes the site an app from any folder", async () => {
  const manifest = JSON.parse(readFileSync(join(site, "site.webmanifest"), "utf8"));
  assert.equal(manifest.lang, "nl");
  assert.equal(manifest.display, "standalone");
  for (const path of [manifest.start_url, ...manifest.icons.map((icon) => icon.src)]) {
    assert.doesNotMatch(path, /^\/|:/);
    assert.ok(readFileSync(join(site, path)).length > 0, path);
  }
  await reading({ now: build("een") }, async ({ context, base }) => {
    const page = await firstVisit(context, base);
    const client = await context.newCDPSession(page);
    const { errors } = await client.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  });
});

// ---------- Without internet ----------

test("after one visit every page opens without internet, with its styles and scripts", async () => {
  const host = { now: build("een") };
  await reading(host, async ({ context, base, served }) => {
    const page = await firstVisit(context, base, question);
    host.down = true;
    served.length = 0;
    const failures = [];
    // Chromium asks for the icon of a tab past the service worker.
    page.on("requestfailed", (request) => request.url().endsWith("favicon.svg") || failures.push(request.url()));
    page.on("pageerror", (error) => failures.push(String(error)));
    for (const path of [...pages().filter((path) => path !== "404.html"), "", "vragen/", question.replace(".html", "")]) {
      const answer = await page.goto(base + path);
      assert.equal(answer.status(), 200, path);
      assert.deepEqual(await builds(page), ["een"], path);
    }
    assert.deepEqual(failures, []);
    assert.deepEqual(served, []);
  });
});

test("without internet a reader searches, walks a flow, and hears which page is not there", async () => {
  const host = { now: build("een") };
  await reading(host, async ({ context, base }) => {
    const page = await firstVisit(context, base);
    host.down = true;
    await page.goto(`${base}zoeken.html?q=te%20laat`);
    await page.locator(`#zoekresultaten a[href*="${question}"]`).first().waitFor();
    await page.goto(base + flow);
    await page.locator(".stroom .antwoorden a:visible").first().click();
    await page.waitForURL(/#weg\//);
    await page.goto(`${base}vragen/nieuw.html`);
    await page.getByRole("heading", { name: "Je hebt geen internet" }).waitFor();
    await page.getByRole("link", { name: "Alle vragen" }).first().click();
    await page.waitForURL(/vragen\/index\.html$/);
  });
});

test("the first visit asks for nothing more until the page is there, and not with Save-Data", async () => {
  const host = { now: build("een") };
  await reading(host, async ({ context, base, served }) => {
    const page = await context.newPage();
    await page.addInitScript(() => addEventListener("load", () => fetch("geladen")));
    await page.goto(base + question);
    await page.evaluate(() => navigator.serviceWorker.ready);
    assert.ok(served.includes("vragen/geladen") && served.indexOf("sw.js") > served.indexOf("vragen/geladen"), `${served}`);
    assert.deepEqual(served.filter((path) => path.startsWith("offline/")), [`offline/${host.now.hash}.bin`]);
  });
  await reading(host, async ({ context, base, served }) => {
    await context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    const page = await context.newPage();
    await page.goto(base + question);
    await page.waitForTimeout(1500);
    assert.deepEqual(served.filter((path) => path === "sw.js" || path.startsWith("offline/")), []);
  });
});

// ---------- A new build ----------

test("a new build is told, waits, and replaces the old one whole", async () => {
  const host = { now: build("een") };
  const old = host.now.hash;
  await reading(host, async ({ context, base }) => {
    const page = await firstVisit(context, base);
    await page.goto(base + question);
    assert.equal(await page.locator(".versie").textContent(), "");
    host.now = build("twee");
    await update(page);
    await renewal(page).waitFor();
    // Until the reader chooses, everything is of the old build.
    assert.deepEqual((await caches(page)).sort(), [old, host.now.hash].sort());
    await page.goto(`${base}zoeken.html?q=te%20laat`);
    await page.locator("#zoekresultaten .zoeklijst a").first().waitFor();
    assert.deepEqual(await builds(page), ["een"]);
    await renewal(page).waitFor();
    const answer = page.waitForEvent("load");
    await page.getByRole("button", { name: "Vernieuw" }).click();
    await answer;
    await page.locator("#zoekresultaten .zoeklijst a").first().waitFor();
    assert.deepEqual(await builds(page), ["twee"]);
    assert.equal(await renewal(page).count(), 0);
    await page.waitForFunction(async (old) => (await window.caches.keys()).every((key) => !key.endsWith(old)), old);
    host.down = true;
    await page.goto(base + question);
    assert.deepEqual(await builds(page), ["twee"]);
  });
});

test("a page that is open in another tab goes on with its own build", async () => {
  const host = { now: build("een") };
  const old = host.now.hash;
  await reading(host, async ({ context, base }) => {
    const first = await firstVisit(context, base);
    await first.goto(base + question);
    const second = await context.newPage();
    await second.goto(base + flow);
    host.now = build("twee");
    await update(first);
    await renewal(first).waitFor();
    await Promise.all([first.waitForEvent("load"), first.getByRole("button", { name: "Vernieuw" }).click()]);
    assert.deepEqual(await builds(first), ["twee"]);
    // The search comes in only now, in a page of the old build, and a service worker that slept forgets all.
    await stopServiceWorkers(context, second);
    await second.locator("form.zoek input[name=q]").pressSequentially("te laat");
    await second.getByRole("option").first().waitFor();
    assert.deepEqual(await builds(second), ["een"]);
    assert.ok((await caches(second)).includes(old));
    await second.goto(base + flow);
    assert.deepEqual(await builds(second), ["twee"]);
    await second.waitForFunction(async (old) => (await window.caches.keys()).every((key) => !key.endsWith(old)), old);
  });
});

async function stopServiceWorkers(context, page) {
  const client = await context.newCDPSession(page);
  await client.send("ServiceWorker.enable");
  await client.send("ServiceWorker.stopAllWorkers");
}

test("a page that only the new build has comes whole from there", async () => {
  const host = { now: build("een") };
  await reading(host, async ({ context, base }) => {
    const page = await firstVisit(context, base);
    const next = build("twee");
    next.files.set("vragen/nieuw.html", next.files.get(question));
    host.now = next;
    await page.goto(`${base}vragen/nieuw.html`);
    assert.deepEqual(await builds(page), ["twee"]);
  });
});

for (const [what, spoil] of [
  ["comes short", (bytes) => ({ body: bytes.subarray(0, bytes.length / 2) })],
  ["is another one", (bytes) => ({ body: Buffer.concat([bytes, Buffer.from("x")]) })],
  ["is missing", () => ({ body: undefined })],
  ["breaks off", (bytes) => ({ body: bytes.subarray(0, bytes.length / 2), breaks: true })],
]) {
  test(`an update whose archive ${what} leaves the old build whole`, async () => {
    const host = { now: build("een") };
    const old = host.now.hash;
    await reading(host, async ({ context, base, served }) => {
      const page = await firstVisit(context, base);
      Object.assign(host, { now: build("twee"), spoil });
      await update(page);
      await page.goto(base + question);
      await page.waitForTimeout(500);
      assert.ok(served.includes(`offline/${host.now.hash}.bin`));
      assert.deepEqual(await caches(page), [old]);
      assert.equal(await renewal(page).count(), 0);
      host.down = true;
      for (const path of [question, flow, "index.html"]) {
        await page.goto(base + path);
        assert.deepEqual(await builds(page), ["een"]);
      }
      // The next time it succeeds.
      Object.assign(host, { down: false, spoil: undefined });
      await update(page);
      await renewal(page).waitFor();
    });
  });
}

test("the message of a new version is without barriers, and can wait", async () => {
  const host = { now: build("een") };
  for (const colorScheme of ["light", "dark"]) {
    await reading(host, async ({ context, base }) => {
      host.now = build("een");
      const page = await firstVisit(context, base);
      await page.goto(base + question);
      host.now = build("twee");
      await update(page);
      await renewal(page).waitFor();
      assert.deepEqual(await violations(page), []);
      for (const name of ["Vernieuw", "Later"]) {
        const box = await page.getByRole("button", { name }).boundingBox();
        assert.ok(box.height >= 44 && box.width >= 44, name);
      }
      await page.getByRole("button", { name: "Later" }).click();
      assert.equal(await renewal(page).count(), 0);
    }, { colorScheme, viewport: { width: 360, height: 740 } });
  }
});

// ---------- Elsewhere ----------

test("from a file nothing is kept and no script fails", async () => {
  const page = await (await session.browser.newContext()).newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && !/manifest/i.test(message.text()) && errors.push(message.text()));
  await page.goto(`file://${join(site, question)}`);
  await page.waitForTimeout(1500);
  assert.equal(await page.locator(".versie").count(), 0);
  assert.deepEqual(errors, []);
});
