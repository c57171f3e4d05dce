// The home page: what plays this month, and the ways in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { phone, useSession, violations, visit } from "./browser.mjs";

const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const MOST = 5;

useSession();

const shown = (page) => page.locator(".nu li:visible");

// The home page as somebody sees it on a day.
const on = (day, act) =>
  visit(phone, "404.html", async (page) => {
    await page.clock.setFixedTime(new Date(`${day}T10:00:00`));
    await page.goto(new URL("/index.html", page.url()).href);
    await act(page);
  });

test("each month shows its own questions, and leads to all of them", async () => {
  for (const [place, name] of MONTHS.entries()) {
    const month = String(place + 1);
    await on(`2027-${month.padStart(2, "0")}-15`, async (page) => {
      const all = await page.locator(".nu li").evaluateAll((items, month) => items.filter((item) => item.dataset.maand.split(" ").includes(month)).length, month);
      assert.ok(all >= 3, `${name}: ${all}`);
      assert.equal(await shown(page).count(), Math.min(all, MOST), name);
      assert.ok(await shown(page).evaluateAll((items, month) => items.every((item) => item.dataset.maand.split(" ").includes(month)), month));
      assert.equal(await page.locator(".nu > p").first().innerText(), `Vragen die vooral opduiken in ${name}.`);
      const link = page.locator(".nualle a");
      assert.equal(await link.innerText(), `Alle vragen van ${name} (${all})`);
      await link.click();
      await page.locator("#filter").waitFor();
      assert.equal(await page.locator(".fasegroep li:visible").count(), all);
    });
  }
});

test("the first and the last day of a month count with that month", async () => {
  await on("2027-09-01", async (page) => assert.match(await page.locator(".nualle").innerText(), /september/));
  await on("2027-09-30", async (page) => assert.match(await page.locator(".nualle").innerText(), /september/));
});

test("without scripts home shows the month of the newest check", () =>
  visit({ ...phone, javaScriptEnabled: false }, "index.html", async (page) => {
    const name = await page.locator(".nu .maandnaam").first().innerText();
    const month = String(MONTHS.indexOf(name) + 1);
    assert.ok(Number(month) > 0, name);
    assert.ok((await shown(page).count()) > 0);
    assert.ok(await shown(page).evaluateAll((items, month) => items.every((item) => item.dataset.maand.split(" ").includes(month)), month));
    assert.match(await page.locator(".nualle a").getAttribute("href"), new RegExp(`\\?maand=${month}$`));
  }));

test("home has search first, then this month, emergencies, the path, three ways in, news", () =>
  visit(phone, "index.html", async (page) => {
    const order = await page.locator("main :is(form.zoek, section)").evaluateAll((parts) => parts.map((part) => part.className));
    assert.deepEqual(order, ["zoek", "nu", "nood", "fasen", "ingangen", "wegen", "nieuws", "hulp"]);
    assert.equal(await page.locator(".fasen > ol > li").count(), 6);
    assert.equal(await page.locator(".ingangen > ul > li").count(), 3);
    await page.locator(".naarnood a").click();
    await page.waitForFunction(() => document.querySelector(".nood").getBoundingClientRect().top < innerHeight / 2);
  }));

test("thumbs: links of home are high enough, and axe finds nothing in light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await visit({ ...phone, colorScheme }, "index.html", async (page) => {
      for (const link of await page.locator(":is(.nu, .wegen) a:visible, .naarnood a, .fasen li, .ingangen li").all()) {
        assert.ok((await link.boundingBox()).height >= 44, await link.innerText());
      }
      assert.deepEqual(await violations(page), []);
    });
  }
});
