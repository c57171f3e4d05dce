// What a reader does: tick, print, read without scripts or in the dark.

import assert from "node:assert/strict";
import { test } from "node:test";
import { phone, session, useSession, visit } from "./browser.mjs";

const late = "vragen/arbeidsritme-en-te-laat.html";

useSession();

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
