// What somebody does who searches: with a thumb, with the keyboard, with a screen reader, without scripts.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { phone, session, site, useSession, violations, visit } from "./browser.mjs";

const late = "vragen/arbeidsritme-en-te-laat.html";
const desk = { viewport: { width: 1280, height: 900 } };

useSession();

const boxOf = (page) => page.locator("form.zoek input[name=q]");
const options = (page) => page.getByRole("option");
const status = (page) => page.locator("form.zoek [role=status], #zoekmelding");
const results = (page) => page.locator("#zoekresultaten .zoeklijst > li");
const headline = (page) => page.locator("#zoekresultaten h2");
const expanded = (page) => boxOf(page).getAttribute("aria-expanded");
const active = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-activedescendant"));
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

/** Types in the box of the page until there are results. */
async function type(page, text) {
  await boxOf(page).pressSequentially(text);
  await options(page).first().waitFor();
}

/** Types "te laat" and waits until the page about it comes first: what is shown before may still change. */
async function typeLate(page) {
  await boxOf(page).pressSequentially("te laat");
  const first = page.locator(`[role=option]:first-child[href$="${late}"]`);
  await first.waitFor();
  await first.locator("mark").first().waitFor();
  return first;
}

/** Waits until what `look` gives, asked in the page, is `expected`. */
async function becomes(page, look, expected) {
  let seen;
  for (let round = 0; round < 200; round++) {
    seen = await look();
    if (seen === expected) return;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  assert.equal(seen, expected);
}

/** Answers of a search core of our own, so that a test knows them: `core` is the text of an object. */
const withCore = (page, core) =>
  page.route("**/search/core.classic.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: `var mentorwijzerZoeken = { open: async () => (${core}) };` }));

const entry = (id, more = {}) =>
  ({ id, url: `vragen/${id}.html`, title: `Titel van ${id}`, kind: "vraag", short: "Het korte antwoord.", score: 1, phases: [], groups: [], ...more });

/** A core that gives these results for any query, or for `only`, filtered as asked, and suggests these words. */
const fixed = (found, { near = [], marker = "() => 0", only } = {}) => `{
  query: async (text, limit, { phase, group } = {}) => ${JSON.stringify(found)}
    .filter((one) => (!phase || one.phases.includes(phase)) && (!group || one.groups.includes(group)))
    .filter(() => ${JSON.stringify(only ?? null)} === null || text === ${JSON.stringify(only ?? null)}).slice(0, limit),
  async counts(text, { phase, group } = {}) {
    const tally = (ids) => ids.reduce((counts, id) => ({ ...counts, [id]: (counts[id] ?? 0) + 1 }), {});
    return {
      all: (await this.query(text)).length,
      total: (await this.query(text, 1000, { phase, group })).length,
      phase: tally((await this.query(text, 1000, { group })).flatMap(({ phases }) => phases)),
      group: tally((await this.query(text, 1000, { phase })).flatMap(({ groups }) => groups)),
    };
  },
  suggest: async () => ${JSON.stringify(near)},
  marker: () => ${marker},
}`;

/** Gives the sentences of every page. */
const withSentences = (page, sentences) =>
  page.route("**/search/zinnen/*.js", (route) => {
    const id = route.request().url().match(/zinnen\/(.*)\.js/)[1];
    return route.fulfill({ contentType: "text/javascript", body: `mentorwijzerZinnen(${JSON.stringify(id)}, ${JSON.stringify(sentences)})` });
  });

/** Holds requests until the function that it gives back is called. */
async function hold(page, pattern) {
  let release;
  const released = new Promise((done) => (release = done));
  await page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Opens the search page for a query with a core or other routes of the test's own. */
const visitPrepared = (options, path, prepare, act) =>
  visit(options, "zoeken.html", async (page) => {
    await prepare(page);
    await page.goto(session.base + path);
    await act(page);
  });

test("results come from the second letter on, each with its title and kind for a screen reader", () =>
  visit(phone, "index.html", async (page) => {
    const box = page.getByRole("combobox", { name: "Wat is je vraag?" });
    await box.press("z");
    assert.equal(await expanded(page), "false");
    assert.equal(await page.getByRole("listbox").count(), 0);
    await box.press("i");
    await options(page).first().waitFor();
    assert.equal(await expanded(page), "true");
    assert.equal(await page.getByRole("listbox", { name: "Resultaten" }).getAttribute("id"), await box.getAttribute("aria-controls"));
    await box.fill("");
    const first = await typeLate(page);
    const title = await first.locator(".zoektitel").innerText();
    const sentence = await first.locator(".zoekzin").innerText();
    assert.ok(await page.getByRole("option", { name: `${title} Vraag ${sentence}`, exact: true }).isVisible());
    assert.ok(await hasFocus(box));
  }));

test("the arrows go round the results while the focus stays in the box; enter opens one", () =>
  visit(desk, "index.html", async (page) => {
    const first = await typeLate(page);
    const box = boxOf(page);
    assert.equal(await active(page), null);
    await box.press("ArrowDown");
    assert.equal(await active(page), await first.getAttribute("id"));
    assert.equal(await first.getAttribute("aria-selected"), "true");
    await box.press("ArrowUp");
    const last = options(page).last();
    assert.equal(await active(page), await last.getAttribute("id"));
    await box.press("ArrowDown");
    assert.equal(await active(page), await first.getAttribute("id"));
    assert.equal(await page.locator('[aria-selected="true"]').count(), 1);
    assert.ok(await hasFocus(box));
    await box.press("Enter");
    await page.waitForURL(`**/${late}`);
    assert.ok(await page.locator(".kort").first().isVisible());
  }));

test("home and end move in the text and leave the results", () =>
  visit(desk, "index.html", async (page) => {
    await typeLate(page);
    const caret = () => boxOf(page).evaluate((box) => box.selectionStart);
    for (const [key, place] of [["Home", 0], ["End", 7]]) {
      await boxOf(page).press("ArrowDown");
      await boxOf(page).press(key);
      assert.equal(await active(page), null);
      assert.equal(await caret(), place);
      assert.equal(await expanded(page), "true");
    }
  }));

test("enter without a chosen result goes to the search page", () =>
  visit(phone, late, async (page) => {
    await typeLate(page);
    await boxOf(page).press("Enter");
    await page.waitForURL("**/zoeken.html?q=te+laat");
    await results(page).first().waitFor();
    assert.equal(await boxOf(page).inputValue(), "te laat");
  }));

test("escape closes, a second one empties, and arrow down opens again", () =>
  visit(desk, "index.html", async (page) => {
    await typeLate(page);
    const box = boxOf(page);
    await box.press("Escape");
    assert.equal(await expanded(page), "false");
    assert.equal(await options(page).count(), 0);
    assert.equal(await box.inputValue(), "te laat");
    await box.press("ArrowDown");
    await options(page).first().waitFor();
    await becomes(page, () => active(page), await options(page).first().getAttribute("id"));
    await box.press("Escape");
    await box.press("Escape");
    assert.equal(await box.inputValue(), "");
    assert.ok(await hasFocus(box));
  }));

test("escape in the links below a message brings the focus back to the box", () =>
  visit(desk, "index.html", async (page) => {
    await boxOf(page).pressSequentially("qqqqxzzzw");
    const way = page.locator(".zoekpaneel a", { hasText: "van A tot Z" });
    await way.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.ok(await hasFocus(way));
    await page.keyboard.press("Escape");
    assert.ok(await hasFocus(boxOf(page)));
    assert.ok(!(await way.isVisible()));
  }));

test("leaving the box closes the results; a press on one opens it", async () => {
  await visit(desk, late, async (page) => {
    await typeLate(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await expanded(page), "false");
    assert.ok(await page.evaluate(() => document.activeElement.matches("main *")));
  });
  await visit(phone, "index.html", async (page) => {
    await (await typeLate(page)).tap();
    await page.waitForURL(`**/${late}`);
  });
});

test("Ctrl+K goes to the box of the page, a letter alone doesn't, and a hint says so where there is room", async () => {
  for (const path of [late, "index.html", "zoeken.html?q=te+laat", "404.html"]) {
    await visit(desk, path, async (page) => {
      const hint = page.locator("kbd");
      if (!path.includes("?")) assert.ok(await hint.isVisible(), path);
      await page.keyboard.press("k");
      assert.ok(!(await hasFocus(boxOf(page))), path);
      await page.keyboard.press("Control+k");
      assert.ok(await hasFocus(boxOf(page)), path);
      assert.ok(!(await hint.isVisible()));
      assert.equal(await boxOf(page).getAttribute("aria-keyshortcuts"), "Control+K");
    });
  }
  await visit(phone, late, async (page) => assert.ok(!(await page.locator("kbd").isVisible())));
});

test("the count is said once the typing has stopped", () =>
  visit(desk, "index.html", async (page) => {
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000); // a clock that runs on would add the time that the test takes
    await boxOf(page).pressSequentially("te la");
    await options(page).first().waitFor();
    await page.clock.fastForward(600);
    assert.equal(await status(page).innerText(), "");
    await typeLateEnd(page);
    await page.clock.fastForward(800);
    assert.match(await status(page).innerText(), /^De 5 beste resultaten voor “te laat”\. Kies met de pijltjes/);
  }));

async function typeLateEnd(page) {
  await boxOf(page).pressSequentially("at");
  await page.locator(`[role=option]:first-child[href$="${late}"] mark`).first().waitFor();
}

test("what is said and shown of one result is about one", () =>
  visit(desk, "index.html", async (page) => {
    await withCore(page, fixed([entry("respect")]));
    await page.clock.install();
    await type(page, "respect");
    await page.clock.fastForward(800);
    assert.match(await status(page).innerText(), /^1 resultaat voor “respect”/);
    assert.equal(await options(page).count(), 1);
  }));

/** The contrast of the text of an element with its own background. */
const contrast = (locator) =>
  locator.evaluate((element) => {
    const light = (colour) => {
      const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const { color, backgroundColor } = getComputedStyle(element);
    const [dark, bright] = [light(color), light(backgroundColor)].sort((one, other) => one - other);
    return (bright + 0.05) / (dark + 0.05);
  });

test("the sentence that matches stands with a result, its words marked, in light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await visit({ ...phone, colorScheme }, "index.html", async (page) => {
      const mark = (await typeLate(page)).locator("mark").first();
      assert.match(await mark.innerText(), /laat/i);
      assert.ok((await contrast(mark)) >= 4.5);
    });
  }
});

test("nothing moves when the sentences come, and only those of shown results are loaded", () =>
  visit(phone, "index.html", async (page) => {
    const asked = new Set();
    page.on("request", (request) => request.url().includes("/zinnen/") && asked.add(request.url()));
    const release = await hold(page, "**/search/zinnen/*.js");
    await boxOf(page).fill("te laat");
    await options(page).first().waitFor();
    const boxes = () => options(page).evaluateAll((all) => JSON.stringify(all.map((one) => one.getBoundingClientRect())));
    const before = await boxes();
    assert.equal(await page.locator("mark").count(), 0);
    release();
    await page.locator("[role=option] mark").first().waitFor();
    await becomes(page, () => page.locator(".zoekzin:empty").count(), 0);
    assert.equal(await boxes(), before);
    assert.equal(asked.size, 5);
  }));

test("on the search page sentences are loaded for what is in sight", () =>
  visitPrepared(phone, "zoeken.html?q=leerling", async () => {}, async (page) => {
    await page.locator("#zoekresultaten mark").first().waitFor();
    const filled = () => page.locator("#zoekresultaten .zoekzin:not(:empty)").count();
    const before = await filled();
    const all = await results(page).count();
    assert.ok(before < all, `${before} van ${all}`);
    await results(page).last().scrollIntoViewIfNeeded();
    await page.locator("#zoekresultaten li:last-child .zoekzin:not(:empty)").waitFor();
  }));

const words = "(word) => ({ laat: 3, bus: 2, school: 1 })[word.toLowerCase()] ?? 0";

test("of all sentences the one with the most different words is chosen, and its text stays text", async () => {
  const sentences = ["Kort eerst.", "School school school school.", "<b>De bus</b> naar school.", "Later."];
  await visitPrepared(phone, "zoeken.html?q=bus", async (page) => {
    await withCore(page, fixed([entry("respect")], { marker: words }));
    await withSentences(page, sentences);
  }, async (page) => {
    await page.locator("mark").first().waitFor();
    assert.equal(await page.locator(".zoekzin").innerText(), sentences[2]);
    assert.deepEqual(await page.locator("mark").allInnerTexts(), ["bus", "school"]);
  });
});

test("when no sentence matches, the first of the short answer stands there, and without sentences the short answer", async () => {
  for (const [prepare, expected] of [
    [(page) => withSentences(page, ["Eerst dit.", "Dan dat."]), "Eerst dit."],
    [(page) => page.route("**/search/zinnen/*.js", (route) => route.abort()), "Het korte antwoord."],
  ]) {
    await visitPrepared(phone, "zoeken.html?q=bus", async (page) => {
      await withCore(page, fixed([entry("respect")]));
      await prepare(page);
    }, (page) => becomes(page, () => page.locator(".zoekzin").innerText(), expected));
  }
});

test("a long sentence is cut between words, around what matches", async () => {
  const filler = (from) => Array.from({ length: 40 }, (_, number) => `woord${from + number}`).join(" ");
  for (const sentence of [`${filler(0)} de bus kwam laat ${filler(50)}.`, `De bus kwam laat ${filler(0)}.`, `${filler(0)} kwam de bus laat.`]) {
    await visitPrepared(phone, "zoeken.html?q=bus", async (page) => {
      await withCore(page, fixed([entry("respect")], { marker: words }));
      await withSentences(page, ["Kort.", sentence]);
    }, async (page) => {
      await page.locator("mark").first().waitFor();
      assert.deepEqual(await page.locator("mark").allInnerTexts(), ["bus", "laat"]);
      const text = await page.locator(".zoekzin").innerText();
      const bare = text.replace(/^… /, "").replace(/ …$/, "");
      assert.ok(` ${sentence} `.includes(` ${bare} `), text);
      assert.equal(text.startsWith("… "), !sentence.startsWith(bare), text);
      assert.equal(text.endsWith(" …"), !sentence.endsWith(bare), text);
      const { cut, inside } = await page.locator(".zoekzin").evaluate((place) => ({
        cut: place.scrollHeight > place.clientHeight + 1,
        inside: [...place.querySelectorAll("mark")].every((mark) => mark.getBoundingClientRect().bottom <= place.getBoundingClientRect().bottom + 1),
      }));
      assert.ok(inside && !cut, text);
    });
  }
});

test("a shared address shows its results, and mistakes in typing are forgiven", async () => {
  await visit(phone, "zoeken.html?q=te+laat", async (page) => {
    await page.locator(`#zoekresultaten a[href$="${late}"]`).first().waitFor();
    assert.match(await headline(page).innerText(), /resultaten voor “te laat”$/);
    assert.ok((await results(page).count()) <= 30);
    assert.match(await results(page).first().innerText(), /^Vraag/);
    assert.match(await results(page).first().locator(".zoekfasen").innerText(), /Tijdens het jaar/);
    assert.match(await page.title(), /^te laat - /);
  });
  await visit(phone, "zoeken.html?q=ingebrekesteling", (page) => page.locator('#zoekresultaten a[href*="gebreke"]').first().waitFor());
});

test("typing changes the address in its place, enter makes a step that back undoes", () =>
  visit(desk, "zoeken.html?q=te+laat", async (page) => {
    await results(page).first().waitFor();
    const steps = () => page.evaluate(() => history.length);
    const before = await steps();
    await boxOf(page).fill("vakantie");
    await becomes(page, () => headline(page).innerText().then((text) => text.includes("“vakantie”")), true);
    assert.match(page.url(), /\?q=vakantie$/);
    assert.equal(await steps(), before);
    await boxOf(page).press("Enter");
    await becomes(page, () => hasFocus(headline(page)), true);
    assert.equal(await steps(), before + 1);
    await boxOf(page).press("Enter");
    await becomes(page, () => hasFocus(headline(page)), true);
    assert.equal(await steps(), before + 1, "the same query is no new step");
    await page.goBack();
    await becomes(page, () => headline(page).innerText().then((text) => text.includes("“te laat”")), true);
    assert.equal(await boxOf(page).inputValue(), "te laat");
    await page.goForward();
    await becomes(page, () => headline(page).innerText().then((text) => text.includes("“vakantie”")), true);
  }));

test("on the search page the arrows walk from the box through the results", () =>
  visit(desk, "zoeken.html?q=te+laat", async (page) => {
    await results(page).nth(1).waitFor();
    await boxOf(page).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.ok(await hasFocus(results(page).nth(1).locator("a")));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.ok(await hasFocus(boxOf(page)));
    await page.keyboard.press("Escape");
    assert.equal(await boxOf(page).inputValue(), "");
    assert.equal(await results(page).count(), 0);
    assert.ok(!page.url().includes("?"));
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#zoekresultaten").innerText(), "Typ minstens twee letters.");
  }));

test("a filter keeps the questions of a phase and a group, as many as it says, and back takes it away", () =>
  visit(phone, "zoeken.html?q=leerling", async (page) => {
    await results(page).first().waitFor();
    const all = await headline(page).innerText();
    const phase = page.getByLabel("Fase");
    const group = page.getByLabel("Voor wie");
    const numberOf = async (select) => Number((await select.locator("option:checked").innerText()).match(/\((\d+)\)$/)[1]);
    const numberShown = async () => Number((await headline(page).innerText()).match(/(\d+) vra/)[1]);

    await phase.selectOption("evaluatie");
    await page.waitForURL("**/zoeken.html?q=leerling&fase=evaluatie");
    await becomes(page, () => headline(page).innerText().then((text) => / vra(ag|gen) /.test(text)), true);
    assert.equal(await numberShown(), await numberOf(phase));
    for (const text of await results(page).locator(".zoekbij").allInnerTexts()) assert.match(text, /^Vraag[\s\S]*Evalueren/);

    const narrower = await group.locator("option:not([value='']):not([disabled])").last().getAttribute("value");
    await group.selectOption(narrower);
    await page.waitForURL(`**/zoeken.html?q=leerling&fase=evaluatie&groep=${narrower}`);
    const expected = await numberOf(group);
    await becomes(page, numberShown, expected);
    assert.equal(await results(page).count(), Math.min(30, expected));
    assert.equal(await numberOf(phase), expected);

    await page.reload();
    await becomes(page, () => phase.inputValue(), "evaluatie");
    await results(page).first().waitFor();
    assert.equal(await numberShown(), expected);
    await page.goBack();
    await page.goBack();
    await becomes(page, () => headline(page).innerText(), all);
    assert.equal(await phase.inputValue(), "");
  }));

test("a filter that leaves nothing says so and can be taken off; an unknown one is no filter", async () => {
  const found = [entry("respect", { phases: ["opstart"], groups: ["mentor"] }), entry("motiveren", { phases: ["tijdens"], groups: ["school"] })];
  const prepare = (page) => withCore(page, fixed(found));
  await visitPrepared(phone, "zoeken.html?q=bus&fase=opstart&groep=school", prepare, async (page) => {
    await becomes(page, () => headline(page).innerText(), "Geen vragen voor “bus”");
    await page.getByRole("button", { name: "Toon de 2 resultaten zonder filter" }).click();
    await becomes(page, () => results(page).count(), 2);
    assert.match(page.url(), /\?q=bus$/);
    await becomes(page, () => hasFocus(headline(page)), true);
    assert.equal(await page.getByLabel("Fase").locator("option[value=opstart]").innerText(), "Opstarten (1)");
    assert.ok(await page.getByLabel("Fase").locator("option[value=afronding]").isDisabled());
  });
  await visitPrepared(phone, "zoeken.html?q=bus&fase=bestaatniet", prepare, async (page) => {
    await becomes(page, () => headline(page).innerText(), "2 resultaten voor “bus”");
  });
});

test("without a query there is no filter", () =>
  visit(phone, "zoeken.html", async (page) => {
    assert.ok(!(await page.getByLabel("Fase").isVisible()));
    assert.ok(await page.getByRole("heading", { name: "Anders zoeken" }).isVisible());
  }));

test("an answer to an older query is dropped", () =>
  visit(desk, "index.html", async (page) => {
    await withCore(page, `{
      query: (text) => new Promise((done) => {
        const give = () => done([{ ...${JSON.stringify(entry("respect"))}, title: "Over " + text }]);
        if (text === "bus") window.answerOld = give; else give();
      }),
      suggest: () => [], marker: () => () => 0,
    }`);
    await boxOf(page).fill("bus");
    await page.waitForFunction(() => window.answerOld);
    await boxOf(page).fill("busje");
    await options(page).first().waitFor();
    await page.evaluate(async () => {
      window.answerOld();
      await new Promise(requestAnimationFrame);
    });
    assert.deepEqual(await options(page).locator(".zoektitel").allInnerTexts(), ["Over busje"]);
  }));

test("nothing found: kind words, near keywords, the help line, the phases and A to Z", async () => {
  await visit(phone, "zoeken.html?q=qqqqxzzzw", async (page) => {
    await becomes(page, () => headline(page).innerText(), "Geen resultaten voor “qqqqxzzzw”");
    assert.match(await page.locator("#zoekresultaten").innerText(), /Probeer een ander of een korter woord/);
    for (const target of ["#anders-zoeken", "#hulp-nodig"]) {
      assert.ok(await page.locator(`#zoekresultaten a[href="${target}"]`).isVisible());
      assert.ok(await page.locator(target).isVisible(), target);
    }
    assert.equal(await page.locator(".zoekwegen a[href^='fasen/']").count(), 6);
    assert.ok((await page.locator(".zoekwegen a[href^='trefwoorden.html#letter-']").count()) > 15);
    assert.ok(!(await page.getByLabel("Fase").isVisible()));
  });
  await visitPrepared(phone, "zoeken.html?q=bis", (page) => withCore(page, fixed([entry("respect")], { near: ["bus", "busje"], only: "bus" })), async (page) => {
    await becomes(page, () => page.locator(".zoekbedoel").innerText(), "Bedoel je: bus, busje?");
    await page.getByRole("link", { name: "bus", exact: true }).click();
    await becomes(page, () => headline(page).innerText(), "1 resultaat voor “bus”");
    assert.match(page.url(), /\?q=bus$/);
  });
});

test("nothing found below a box: the same ways on", () =>
  visit(phone, late, async (page) => {
    await withCore(page, fixed([], { near: ["bus"] }));
    await page.clock.install();
    await boxOf(page).pressSequentially("bis");
    const panel = page.locator(".zoekpaneel");
    await panel.getByText("Niets gevonden voor “bis”").waitFor();
    assert.equal(await expanded(page), "false");
    for (const target of ["trefwoorden.html", "vragen/index.html", "#hulp-nodig", "zoeken.html?q=bus"]) {
      assert.ok(await panel.locator(`a[href$="${target}"]`).isVisible(), target);
    }
    await page.clock.fastForward(800);
    assert.match(await status(page).innerText(), /Niets gevonden voor “bis”/);
    await panel.locator('a[href$="#hulp-nodig"]').click();
    assert.ok(page.url().endsWith(`${late}#hulp-nodig`));
    assert.ok(!(await panel.isVisible()));
  }));

test("results that only match in part are shown as such", async () => {
  const weak = [entry("respect", { weak: true }), entry("motiveren", { weak: true })];
  const core = fixed(weak, { near: ["bus"] });
  await visitPrepared(phone, "zoeken.html?q=bis", (page) => withCore(page, core), async (page) => {
    await becomes(page, () => headline(page).innerText(), "Niets past helemaal bij “bis”");
    await page.getByRole("heading", { name: "Deze pagina’s passen maar deels" }).waitFor();
    assert.equal(await results(page).count(), 2);
    assert.equal(await page.locator(".zoekbedoel").innerText(), "Bedoel je: bus?");
    assert.ok(await page.locator('#zoekresultaten a[href="#hulp-nodig"]').isVisible());
  });
  await visit(phone, "index.html", async (page) => {
    await withCore(page, core);
    await page.clock.install();
    await type(page, "bis");
    assert.ok(await page.getByText("Niets past helemaal. Dit komt in de buurt:").isVisible());
    assert.ok(await page.locator(".zoekpaneel").getByRole("link", { name: "Vraag hulp aan iemand" }).isVisible());
    await page.clock.fastForward(800);
    assert.match(await status(page).innerText(), /^2 resultaten voor “bis”, die maar deels passen/);
  });
});

test("a search that is long in coming says so", () =>
  visit(phone, "index.html", async (page) => {
    await page.clock.install();
    const release = await hold(page, "**/search/index.js");
    await boxOf(page).pressSequentially("te laat");
    await page.clock.fastForward(400);
    assert.ok(!(await page.getByText("Zoeken wordt geladen…").isVisible()));
    await page.clock.fastForward(200);
    assert.ok(await page.locator(".zoeknota", { hasText: "Zoeken wordt geladen…" }).isVisible());
    release();
    await page.locator(`[role=option]:first-child[href$="${late}"]`).waitFor();
  }));

test("a search that cannot be had says so, offers A to Z, and works when the network is back", async () => {
  const fails = (page) => page.route("**/search/index.js", (route) => route.abort());
  await visit(phone, "index.html", async (page) => {
    await fails(page);
    await boxOf(page).pressSequentially("te la");
    await page.locator(".zoekpaneel").getByText("Zoeken lukt nu niet.").waitFor();
    assert.ok(await page.locator('.zoekpaneel a[href$="trefwoorden.html"]').isVisible());
    await page.unroute("**/search/index.js");
    await typeLateEnd(page);
  });
  await visitPrepared(phone, "zoeken.html?q=te+laat", fails, async (page) => {
    await page.locator("#zoekresultaten").getByText("Zoeken lukt nu niet.").waitFor();
    assert.ok(await page.locator('#zoekresultaten a[href$="trefwoorden.html"]').isVisible());
  });
});

test("everything works from a folder on disk", () =>
  visit(phone, pathToFileURL(join(site, "index.html")).href, async (page) => {
    await typeLate(page);
    await boxOf(page).press("Enter");
    await page.waitForURL("**/zoeken.html?q=te+laat");
    await page.locator("#zoekresultaten mark").first().waitFor();
    await page.getByLabel("Fase").selectOption("tijdens");
    await page.waitForURL("**/zoeken.html?q=te+laat&fase=tijdens");
    await page.goBack();
    await becomes(page, () => page.getByLabel("Fase").inputValue(), "");
    await page.locator(`#zoekresultaten a[href$="${late}"]`).click();
    await page.waitForURL(`**/${late}`);
  }));

test("without scripts the search page says why it is empty and leads on by letter and by phase", () =>
  visit({ ...phone, javaScriptEnabled: false }, "zoeken.html?q=te+laat", async (page) => {
    const why = page.locator("noscript p"); // its text is out of reach for a search by text
    assert.ok(await why.isVisible());
    assert.match(await why.textContent(), /Zoeken werkt hier niet/);
    assert.equal(await page.locator("select:visible").count(), 0);
    assert.ok(await page.locator("main a[href='fasen/opstart.html']").isVisible());
    await page.getByRole("link", { name: "L", exact: true }).click();
    await page.waitForURL("**/trefwoorden.html#letter-l");
    assert.equal(await page.locator("#letter-l").count(), 1);
  }));

test("at 320 px nothing sticks out, and everything to press is large enough", async () => {
  const narrow = { ...phone, viewport: { width: 320, height: 640 } };
  const fits = async (page, targets) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    for (const { width, height } of await page.locator(targets).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))) {
      assert.ok(height >= 44 && width >= 44, `${targets}: ${width} x ${height}`);
    }
  };
  for (const path of ["index.html", late]) {
    await visit(narrow, path, async (page) => {
      await typeLate(page);
      await fits(page, "[role=option]");
      await boxOf(page).fill("qqqqxzzzw");
      await page.locator(".zoekpaneel .zoekanders a").first().waitFor();
      await fits(page, ".zoekpaneel .zoekanders a");
    });
  }
  await visit(narrow, "zoeken.html?q=te+laat", async (page) => {
    await page.locator("#zoekresultaten mark").first().waitFor();
    await fits(page, "select, .zoekwegen a");
  });
});

test("axe finds no violation in anything that search shows, light and dark", async () => {
  const weak = fixed([entry("respect", { weak: true })], { near: ["bus", "busje"] });
  for (const colorScheme of ["light", "dark"]) {
    const clean = async (page) => assert.deepEqual(await violations(page), []);
    for (const path of ["index.html", late]) {
      await visit({ ...phone, colorScheme }, path, async (page) => {
        await typeLate(page);
        await boxOf(page).press("ArrowDown");
        await clean(page);
      });
    }
    await visit({ ...desk, colorScheme }, late, async (page) => {
      await withCore(page, weak);
      await type(page, "bis");
      await clean(page);
    });
    await visit({ ...phone, colorScheme }, "zoeken.html?q=te+laat&fase=tijdens", async (page) => {
      await page.locator("#zoekresultaten mark").first().waitFor();
      await clean(page);
    });
    await visitPrepared({ ...phone, colorScheme }, "zoeken.html?q=bis", (page) => withCore(page, weak), async (page) => {
      await results(page).first().waitFor();
      await clean(page);
    });
    await visit({ ...phone, colorScheme }, "zoeken.html?q=qqqqxzzzw", async (page) => {
      await headline(page).waitFor();
      await clean(page);
    });
  }
});
