// The page of all questions: its filter. Holds for any content, so that tests/run also runs it on the
// mini-site, where questions differ in every facet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { phone, session, site, useSession, violations, visit } from "./browser.mjs";

const path = "vragen/index.html";
const wide = { viewport: { width: 1280, height: 900 } };

useSession();

// The questions of the page, each once, with the attributes that say what they fit.
const questions = (page) =>
  page.evaluate(() => {
    const items = [...document.querySelectorAll(".fasegroep li")];
    return [...new Map(items.map((item) => [item.querySelector("a").href, { ...item.dataset }])).values()];
  });

const fits = (question, wanted) => Object.entries(wanted).every(([facet, value]) => question[facet]?.split(" ").includes(value) ?? true);

const facets = (page) => page.locator("#filter select").evaluateAll((selects) => selects.map((select) => ({ name: select.name, values: [...select.options].map((o) => o.value).filter(Boolean) })));

const visible = (page) => page.locator(".fasegroep li:visible").count();
const said = (page) => page.locator("#filterstand").innerText();
const search = (page) => new URL(page.url()).search;

// Opens the fold where there is one.
async function unfold(page) {
  const summary = page.locator("#filter summary");
  if (await summary.isVisible()) await summary.click();
}

test("every choice of every facet leaves the questions that fit it, and the address says so", () =>
  visit(wide, path, async (page) => {
    const all = await questions(page);
    const list = await facets(page);
    assert.ok(list.length >= 3 && all.length >= 2);
    for (const { name, values } of list) {
      assert.ok(values.length > 0, name);
      for (const value of values) {
        const expected = all.filter((question) => fits(question, { [name]: value })).length;
        const option = page.locator(`#filter select[name=${name}] option[value="${value}"]`);
        assert.match(await option.evaluate((o) => o.text), new RegExp(`\\(${expected}\\)$`), `${name}=${value}`);
        assert.equal(await option.evaluate((o) => o.disabled), expected === 0, `${name}=${value}`);
        if (!expected) continue;
        await page.locator(`#filter select[name=${name}]`).selectOption(value);
        assert.equal(search(page), `?${name}=${value}`);
        assert.equal(await visible(page), expected, `${name}=${value}`);
        assert.match(await said(page), new RegExp(`^${expected} van de ${all.length} `));
      }
      await page.locator("#filterwis").click();
      assert.equal(search(page), "");
    }
  }));

test("a month leaves only the questions that name it; another facet also those for all", () =>
  visit(wide, path, async (page) => {
    for (const question of await questions(page)) assert.ok(question.fase && question.groep && question.maand, JSON.stringify(question));
    await page.locator("select[name=maand]").selectOption("9");
    const months = await page.locator(".fasegroep li:visible").evaluateAll((items) => items.map((item) => item.dataset.maand.split(" ")));
    assert.ok(months.length > 0 && months.every((list) => list.includes("9")));
    await page.locator("#filterwis").click();

    const open = (await questions(page)).filter(({ bedrijf }) => bedrijf === undefined).length;
    const choice = page.locator("select[name=bedrijf] option:not([disabled])").nth(1);
    await page.locator("select[name=bedrijf]").selectOption(await choice.getAttribute("value"));
    assert.equal(await page.locator(".fasegroep li:visible:not([data-bedrijf])").count(), open);
    assert.ok((await page.locator(".fasegroep li[data-bedrijf]:visible .speciaal").count()) > 0);
    assert.match(await said(page), /speciaal voor “.+”\. De andere gelden voor alle\./);
  }));

test("counts take the other choices into account, and a choice that leaves nothing cannot be made", () =>
  visit(wide, path, async (page) => {
    const all = await questions(page);
    const [first, ...others] = await facets(page);
    await page.locator(`select[name=${first.name}]`).selectOption(first.values[0]);
    let dead = 0;
    for (const { name, values } of others) {
      for (const value of values) {
        const expected = all.filter((question) => fits(question, { [first.name]: first.values[0], [name]: value })).length;
        const option = await page.locator(`select[name=${name}] option[value="${value}"]`).evaluate((o) => [o.text, o.disabled]);
        assert.match(option[0], new RegExp(`\\(${expected}\\)$`));
        assert.equal(option[1], expected === 0);
        dead += expected === 0;
      }
    }
    assert.ok(dead > 0);
  }));

test("a shared address opens filtered; back and forward go through the choices", () =>
  visit(phone, path, async (page) => {
    const all = (await questions(page)).length;
    await unfold(page);
    const [first, second] = await facets(page);
    await page.locator(`select[name=${first.name}]`).selectOption(first.values.at(-1));
    const one = await said(page);
    await page.locator(`select[name=${second.name}]`).selectOption(second.values[0]);
    const two = await said(page);
    const address = page.url();
    assert.equal(search(page), `?${first.name}=${first.values.at(-1)}&${second.name}=${second.values[0]}`);
    await page.goBack();
    assert.equal(await said(page), one);
    assert.equal(await page.locator(`select[name=${second.name}]`).inputValue(), "");
    await page.goForward();
    assert.equal(await said(page), two);

    await page.goto(address);
    assert.equal(await said(page), two);
    await page.locator(".fasegroep li:visible a").first().click();
    await page.goBack();
    assert.equal(await said(page), two);
    await page.goto(`${session.base}${path}?${first.name}=bestaat-niet&x=1`);
    assert.equal(await said(page), `${all} vragen.`);
  }));

test("an address whose choices exclude each other says that nothing fits, and can be wiped", () =>
  visit(wide, path, async (page) => {
    const all = await questions(page);
    const [phases, , months] = await facets(page);
    const pairs = phases.values.flatMap((fase) => months.values.map((maand) => ({ fase, maand })));
    const pair = pairs.find((wanted) => !all.some((question) => fits(question, wanted)));
    assert.ok(pair);
    await page.goto(`${session.base}${path}?${new URLSearchParams(pair)}`);
    assert.match(await said(page), /^Geen enkele vraag past bij: /);
    assert.equal(await visible(page), 0);
    await page.locator("#filterwis").click();
    assert.equal(await said(page), `${all.length} vragen.`);
  }));

test("on a phone the filter folds behind one button that says how many are chosen", () =>
  visit(phone, `${path}?maand=9`, async (page) => {
    const summary = page.locator("#filter summary");
    assert.equal(await summary.innerText(), "Filter de vragen (1 gekozen)");
    assert.ok(!(await page.locator("#filter-maand").isVisible()));
    await summary.click();
    for (const target of await page.locator("#filter select, #filter summary, #filter button").all()) {
      assert.ok((await target.boundingBox()).height >= 44, await target.evaluate((e) => e.outerHTML.slice(0, 60)));
    }
    for (const link of await page.locator(".vragenlijst a:visible").all()) assert.ok((await link.boundingBox()).height >= 44);
    await page.locator("#filterwis").click();
    assert.equal(await summary.innerText(), "Filter de vragen");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
  }));

test("with keys alone: unfold, choose, wipe; the count is announced", () =>
  visit(phone, path, async (page) => {
    const all = (await questions(page)).length;
    assert.equal(await page.locator("#filterstand").getAttribute("role"), "status");
    await page.locator("#filter summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.name), "fase");
    await page.keyboard.press("End");
    assert.match(await said(page), new RegExp(`van de ${all} vragen: `));
    while ((await page.evaluate(() => document.activeElement.id)) !== "filterwis") {
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.getElementById("filter").contains(document.activeElement)));
    }
    await page.keyboard.press("Enter");
    assert.equal(await said(page), `${all} vragen.`);
  }));

test("without scripts the questions stand in groups and there is no filter", () =>
  visit({ ...phone, javaScriptEnabled: false }, `${path}?maand=9`, async (page) => {
    assert.ok(!(await page.locator("#filter").isVisible()));
    assert.ok((await page.locator(".fasegroep").count()) >= 2);
    assert.equal(await visible(page), await page.locator(".fasegroep li").count());
  }));

test("without a filter a question stands in each of its phases, with one only once", () =>
  visit(wide, path, async (page) => {
    const all = await questions(page);
    assert.equal(await visible(page), all.reduce((sum, { fase }) => sum + fase.split(" ").length, 0));
    await page.goto(`${session.base}${path}?groep=mentor`);
    const links = await page.locator(".fasegroep li:visible a").evaluateAll((list) => list.map((a) => a.href));
    assert.equal(new Set(links).size, links.length);
    assert.ok(await page.locator(".fasegroep").evaluateAll((groups) => groups.every((g) => g.hidden === ![...g.querySelectorAll("li")].some((li) => !li.hidden))));
  }));

test("opened from disk it filters too", () =>
  visit(phone, `file://${join(site, path)}`, async (page) => {
    await unfold(page);
    await page.locator("select[name=maand]").selectOption("9");
    assert.match(await said(page), /september/);
  }));

test("axe finds nothing in the open filter, light and dark; 320 px wide is enough", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      await visit({ viewport: { width, height: 740 }, colorScheme }, `${path}?maand=9`, async (page) => {
        await unfold(page);
        assert.deepEqual(await violations(page, path), []);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      });
    }
  }
});

test("the script of the filter is only on this page, and small", () => {
  const file = (name) => readFileSync(join(site, name));
  assert.ok(gzipSync(file("scripts/vragen.js"), { level: 9 }).length <= 3072);
  assert.match(file(path).toString(), /scripts\/vragen\.js/);
  assert.doesNotMatch(file("index.html").toString(), /scripts\/vragen\.js/);
});
