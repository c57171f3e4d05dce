// Passing a page on: with what the device offers, or by copying the address.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { phone, session, site, useSession, visit } from "./browser.mjs";

const question = "vragen/arbeidsritme-en-te-laat.html";
const flow = "stroomschemas/te-laat-of-afwezig.html";
const checklist = "checklists/eerste-werkdag.html";

useSession();

const button = (page) => page.getByRole("button", { name: "Deel deze pagina" });
const said = (page) => page.locator(".delen [role=status]");

// A device that can share: it notes what it is handed, or refuses as `refusal` says.
const shares = (refusal) => [(refusal) => {
  navigator.share = async (what) => {
    if (refusal) throw new DOMException("", refusal);
    window.shared = what;
  };
}, refusal];

// A device that cannot, and whose clipboard works or not.
const copies = (works) => [(works) => {
  delete Navigator.prototype.share;
  navigator.clipboard.writeText = async (text) => {
    if (!works) throw new DOMException("", "NotAllowedError");
    window.copied = text;
  };
}, works];

// Opens a page on such a device.
const on = (device, path, act) => visit(phone, "404.html", async (page) => {
  await page.addInitScript(...device);
  await page.goto(session.base + path);
  await act(page);
});

for (const path of [question, flow, checklist]) {
  test(`${path}: the device shares title and address`, () =>
    on(shares(), path, async (page) => {
      const { height } = await button(page).boundingBox();
      assert.ok(height >= 44);
      await button(page).click();
      const shared = await page.evaluate(() => window.shared);
      assert.deepEqual(shared, { title: await page.locator("h1").innerText(), url: session.base + path });
      assert.equal(await said(page).textContent(), "");
    }));
}

test("without that the address is copied, and said again each time", () =>
  on(copies(true), `${question}#hulp-nodig`, async (page) => {
    for (const _ of [1, 2]) {
      await button(page).click();
      assert.equal(await said(page).textContent(), "");
      await page.getByText("Het adres is gekopieerd. Plak het in een bericht.").waitFor();
    }
    assert.equal(await page.evaluate(() => window.copied), session.base + question);
  }));

test("the way through a flow goes along", () =>
  on(copies(true), flow, async (page) => {
    await page.locator(".stroom > .knoop:visible .antwoorden a").first().click();
    await page.waitForURL(/#weg\//);
    await button(page).click();
    await page.waitForFunction(() => window.copied);
    assert.equal(await page.evaluate(() => window.copied), page.url());
  }));

test("where copying fails the address is said, and who stops sharing hears nothing", async () => {
  await on(copies(false), question, async (page) => {
    await button(page).click();
    await page.getByText(`Kopiëren lukt hier niet. Dit is het adres: ${session.base}${question}`).waitFor();
  });
  await on(shares("AbortError"), question, async (page) => {
    await button(page).click();
    await page.waitForTimeout(200);
    assert.equal(await said(page).textContent(), "");
  });
});

test("the button moves nothing, and is not there from a file or without scripts", async () => {
  await visit(phone, question, async (page) => {
    const shift = await page.evaluate(() => new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; })).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 300);
    }));
    assert.equal(shift, 0);
    const heights = await page.locator(".delen").evaluate((box) => {
      const full = box.offsetHeight;
      box.replaceChildren();
      return [full, box.offsetHeight];
    });
    assert.equal(heights[0], heights[1]);
  });
  await visit(phone, `file://${join(site, question)}`, async (page) => assert.equal(await button(page).count(), 0));
  await visit({ ...phone, javaScriptEnabled: false }, question, async (page) => assert.equal(await button(page).count(), 0));
});

test("the scripts of a question page weigh at most 12 kB together", () => {
  const html = readFileSync(join(site, question), "utf8");
  const scripts = [...html.matchAll(/<script src="\.\.\/([^"]+)"/g)].map(([, path]) => path);
  assert.ok(scripts.includes("scripts/delen.js") && scripts.includes("scripts/offline.js"));
  const sizes = scripts.map((path) => gzipSync(readFileSync(join(site, path)), { level: 9 }).length);
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 12 * 1024, `${scripts}: ${sizes}`);
});
