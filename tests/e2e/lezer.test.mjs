// What a reader does: search, tick, print, read without scripts or in the dark.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { phone, session, site, useSession, violations, visit } from "./browser.mjs";

const late = "vragen/arbeidsritme-en-te-laat.html";

useSession();

async function findLate(page) {
  const box = page.locator("main form.zoek input[type=search]").first();
  await box.click();
  await box.pressSequentially("te laat", { delay: 20 });
  // What is shown while somebody types may still change; what stands there in the end counts.
  const first = page.locator(`.zoeklijst li:first-child a[href$="${late}"]`);
  await first.waitFor();
  // Spoken once the typing has stopped.
  await page.locator("[role=status]", { hasText: /\d+ (beste )?resulta/ }).first().waitFor({ state: "attached" });
  return { box, first };
}

test("axe finds no violation in open search results, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await visit({ ...phone, colorScheme }, "index.html", async (page) => {
      await findLate(page);
      assert.deepEqual(await violations(page), []);
    });
    await visit({ ...phone, colorScheme }, "zoeken.html?q=te+laat", async (page) => {
      await page.locator("#zoekresultaten a").first().waitFor();
      assert.deepEqual(await violations(page), []);
    });
  }
});

test("a mentor finds 'te laat' and opens the page with the keyboard", () =>
  visit(phone, "index.html", async (page) => {
    const { box } = await findLate(page);
    await box.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/${late}`);
    assert.match(await page.locator("h1").innerText(), /te laat/i);
    assert.ok(await page.locator(".kort").first().isVisible());
  }));

test("the search works from a folder on disk", () =>
  visit(phone, pathToFileURL(join(site, "index.html")).href, async (page) => {
    const { first } = await findLate(page);
    await first.click();
    await page.waitForURL(`**/${late}`);
  }));

test("the search page answers an address, and says so when nothing is found", async () => {
  await visit(phone, "zoeken.html?q=te+laat", async (page) => {
    await page.locator(`#zoekresultaten a[href$="${late}"]`).first().waitFor();
  });
  await visit(phone, "zoeken.html?q=qqqqxzzzw", async (page) => {
    await page.getByText(/Niets gevonden|Geen resultaten/).first().waitFor();
    assert.ok((await page.locator("main a[href*=trefwoorden]").count()) > 0);
  });
});

test("typing with mistakes still finds the page", () =>
  visit(phone, "zoeken.html?q=ingebrekesteling", async (page) => {
    await page.locator('#zoekresultaten a[href*="gebreke"]').first().waitFor();
  }));

test("a ticked item stays ticked on this device, and can be wiped", () =>
  visit(phone, "checklists/eerste-werkdag.html", async (page) => {
    const boxes = page.locator(".vinklijst input[type=checkbox]");
    const total = await boxes.count();
    assert.ok(total > 5);
    await page.locator(".vinklijst label").first().click();
    assert.ok(await boxes.first().isChecked());
    await page.getByText(`1 van ${total}`).first().waitFor();
    await page.reload();
    assert.ok(await boxes.first().isChecked());
    await page.getByText(`1 van ${total}`).first().waitFor();
    await page.getByRole("button", { name: /wis/i }).first().click();
    assert.ok(!(await boxes.first().isChecked()));
  }));

test("a link opens the folded answer it points to, also from the list of headings, twice", () =>
  visit(phone, "vragen/motiveren.html", async (page) => {
    const answer = page.locator(".deelvraag").nth(2);
    const id = await answer.locator("summary > [id]").getAttribute("id");
    const choose = async () => {
      await page.locator(".inhoud summary").click();
      await page.locator(`.inhoud a[href="#${id}"]`).click();
      await page.waitForFunction((id) => document.getElementById(id).closest("details").open, id);
      assert.ok(!(await page.locator(".inhoud > details").evaluate((list) => list.open)));
    };
    await choose();
    await answer.locator("summary").first().click();
    await choose();
    await page.goto(`${session.base}vragen/motiveren.html?x#${id}`);
    await page.waitForFunction((id) => document.getElementById(id).closest("details").open, id);
  }));

test("a block says briefly where it comes from; one tap leads to the lines", () =>
  visit(phone, "vragen/motiveren.html", async (page) => {
    const link = page.locator(".bronregel a:visible").first();
    const target = (await link.getAttribute("href")).slice(1);
    await link.click();
    const entry = page.locator(`.bronnen li:has(> [id="${target}"])`);
    await entry.waitFor();
    assert.match(await entry.innerText(), /regels \d+/);
  }));

test("without scripts a page reads in full and the search form leads somewhere", () =>
  visit({ ...phone, javaScriptEnabled: false }, late, async (page) => {
    assert.ok(await page.locator(".kort").first().isVisible());
    assert.ok((await page.locator("section.blok").count()) > 5);
    assert.ok(await page.locator(".bel").first().isVisible());
    await page.locator("form.zoek input[name=q]").first().fill("te laat");
    await page.locator("form.zoek button").first().click();
    await page.waitForURL("**/zoeken.html?q=te+laat");
    assert.ok((await page.locator("main a[href*='vragen']").count()) > 0);
  }));

test("in the dark the page is dark", () =>
  visit({ ...phone, colorScheme: "dark" }, late, async (page) => {
    const sum = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b));
    assert.ok(sum < 200, String(sum));
  }));

test("on paper: no menu, no search, the help line and empty boxes", () =>
  visit({}, "checklists/eerste-werkdag.html", async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator("form.zoek").first().isVisible()));
    assert.ok(!(await page.locator("header nav, header details").first().isVisible()));
    assert.ok(await page.locator(".hulp").first().isVisible());
    assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
  }));

test("an address that doesn't exist gives the Dutch page with search", () =>
  visit(phone, "vragen/bestaat-niet.html", async (page) => {
    assert.ok((await page.locator("main form.zoek").count()) > 0);
    assert.equal(await page.locator("html").getAttribute("lang"), "nl");
  }));
