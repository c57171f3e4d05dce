// Every flow of the site: walked by keyboard, without scripts, by address; read by axe; printed.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { pages, phone, session, site, useSession, violations, visit } from "./browser.mjs";

const desktop = { viewport: { width: 1280, height: 900 } };

const flows = pages()
  .filter((path) => /^stroomschemas\/(?!index)/.test(path) && !path.endsWith("-op-papier.html"))
  .map((path) => ({ path, paper: path.replace(/\.html$/, "-op-papier.html"), ...graph(path) }));

useSession();

// The graph that the page carries for its script, with the words that the page shows.
function graph(path) {
  const html = readFileSync(join(site, path), "utf8");
  const { start, knopen } = JSON.parse(html.match(/<script type="application\/json" id="stroom-gegevens">(.*?)<\/script>/s)[1]);
  const plain = (text) => text.replace(/<[^>]*>/g, "").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  for (const node of knopen) {
    const [, title, rest] = html.match(new RegExp(`<h3 id="knoop-${node.id}"[^>]*>(.*?)</h3>(.*?)</section>`, "s"));
    const answers = [...rest.matchAll(/<a href="#knoop-[^"]*"><strong>(.*?)<\/strong>/g)];
    node.titel = plain(title);
    node.pijlen.forEach((arrow, place) => { arrow.antwoord = arrow.kenmerk && plain(answers[place][1]); });
  }
  return { start, nodes: new Map(knopen.map((node) => [node.id, node])) };
}

// Every way onward from the start to an outcome: the arrows taken, each with the node it leaves.
function ways({ start, nodes }) {
  const found = [];
  const walk = (id, way) => {
    const { pijlen } = nodes.get(id);
    if (pijlen.length === 0) found.push(way);
    pijlen.forEach((arrow, place) => arrow.terug || walk(arrow.naar, [...way, { from: id, place, ...arrow }]));
  };
  walk(start, []);
  return found;
}

// The first way to each outcome.
function wayPerOutcome(flow) {
  return [...new Map(ways(flow).reverse().map((way) => [way.at(-1).naar, way])).values()];
}

// Ways to every outcome that together take every arrow.
function cover(flow) {
  const taken = new Set();
  return ways(flow).filter((way) => {
    const fresh = way.map(({ from, place }) => `${from} ${place}`).filter((arrow) => !taken.has(arrow));
    fresh.forEach((arrow) => taken.add(arrow));
    return fresh.length > 0;
  });
}

function longest(flow) {
  return ways(flow).reduce((best, way) => (way.length > best.length ? way : best));
}

function address(way, now = way.at(-1).naar) {
  return `#weg/${[...way.map(({ from, kenmerk }) => (kenmerk ? `${from}=${kenmerk}` : from)), now].join("/")}`;
}

// What the reader sees of the walk.
function seen(page) {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll(".stroom > .knoop")].filter((section) => section.checkVisibility());
    return {
      nodes: shown.map((section) => section.querySelector("h3").id.slice("knoop-".length)),
      earlier: [...document.querySelectorAll(".eerder li > span")].map((line) => line.textContent),
      note: document.querySelector(".stroommelding").textContent,
      focused: document.activeElement.id,
    };
  });
}

function told(flow, way) {
  return way.map(({ from, antwoord }) => (antwoord ? `${flow.nodes.get(from).titel} ${antwoord}` : `Gedaan: ${flow.nodes.get(from).titel}`));
}

// Opens an address as somebody does who comes from elsewhere.
async function open(page, path) {
  await page.goto("about:blank");
  await page.goto(path.includes("://") ? path : session.base + path);
}

// Waits until the walk has come to a node.
function arrive(page, id) {
  return page.waitForFunction((node) => document.getElementById(`knoop-${node}`).checkVisibility(), id);
}

// Presses Tab until the answer has the focus, then Enter.
async function chooseByKeyboard(page, node, place) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(([id, n]) => {
      const section = document.getElementById(`knoop-${id}`).closest("section");
      return document.activeElement === section.querySelectorAll(".antwoorden a")[n];
    }, [node, place]);
    if (there) return page.keyboard.press("Enter");
  }
  assert.fail(`the keyboard doesn't reach answer ${place + 1} of ${node}`);
}

async function click(page, way) {
  for (const { from, place, naar } of way) {
    await page.locator(`section:has(> #knoop-${from}) .antwoorden a`).nth(place).click();
    await arrive(page, naar);
  }
}

test("the site has flows, each with a page for paper that is not in the search or the site map", () => {
  assert.ok(flows.length > 0);
  const all = pages();
  const filesIn = (folder) => readdirSync(join(site, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = ["search", "data"].flatMap((folder) => filesIn(folder).map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name))));
  for (const { path, paper } of flows) {
    assert.ok(all.includes(paper), paper);
    assert.ok(readFileSync(join(site, path), "utf8").includes(paper.split("/")[1]), path);
    assert.ok(readFileSync(join(site, paper), "utf8").includes(`${path.split("/")[1]}"`), paper);
  }
  for (const file of [...files, "sitemap.xml"].filter((name) => existsSync(join(site, name)))) assert.ok(!readFileSync(join(site, file), "utf8").includes("-op-papier"), file);
});

test("each flow is walked to every outcome by keyboard alone, with every answer", async () => {
  for (const flow of flows) {
    await visit(desktop, flow.path, async (page) => {
      for (const way of cover(flow)) {
        await open(page, flow.path);
        for (const [place, step] of way.entries()) {
          await chooseByKeyboard(page, step.from, step.place);
          await arrive(page, step.naar);
          const { nodes, earlier, note, focused } = await seen(page);
          const here = `${flow.path} ${address(way)}`;
          assert.deepEqual(nodes, [step.naar], here);
          assert.equal(focused, `knoop-${step.naar}`, here);
          assert.deepEqual(earlier, told(flow, way.slice(0, place + 1)), here);
          assert.equal(note, "", here);
        }
        assert.equal(new URL(page.url()).hash, address(way));
        const end = await page.locator(".stroom > .knoop:visible").innerText();
        for (const part of ["Dit doe je nu", "Tegen wanneer?", "Met wie?", "Hoe zeker is dit?"]) assert.ok(end.includes(part), `${flow.path}: ${part}`);
        assert.ok(await page.getByRole("button", { name: "Druk af" }).isVisible());
      }
    });
  }
});

test("an answer that goes back asks the question again, and says so", async () => {
  for (const flow of flows) {
    for (const node of flow.nodes.values()) {
      for (const [place, arrow] of node.pijlen.entries()) {
        if (!arrow.terug) continue;
        const way = ways(flow).find((each) => each.some(({ from }) => from === node.id));
        const until = way.slice(0, way.findIndex(({ from }) => from === node.id));
        await visit(phone, `${flow.path}${address(until, node.id)}`, async (page) => {
          await chooseByKeyboard(page, node.id, place);
          await page.waitForFunction(() => document.querySelector(".stroommelding").textContent);
          const { nodes, earlier, note, focused } = await seen(page);
          assert.deepEqual(nodes, [arrow.naar]);
          assert.equal(focused, `knoop-${arrow.naar}`);
          assert.equal(earlier.length, until.length + 1);
          assert.match(note, /terug/);
        });
      }
    }
  }
});

test("without scripts every outcome is reached by links alone", async () => {
  for (const flow of flows) {
    await visit({ ...phone, javaScriptEnabled: false }, flow.path, async (page) => {
      for (const way of wayPerOutcome(flow)) {
        await page.goto(session.base + flow.path);
        await click(page, way);
        assert.equal(new URL(page.url()).hash, `#knoop-${way.at(-1).naar}`);
        const { y } = await page.locator(`#knoop-${way.at(-1).naar}`).boundingBox();
        assert.ok(y >= 0 && y < phone.viewport.height, `${flow.path} ${way.at(-1).naar}: ${y}`);
      }
    });
  }
});

test("the back and forward buttons go along the way", async () => {
  for (const flow of flows) {
    const way = longest(flow);
    await visit(phone, flow.path, async (page) => {
      await click(page, way);
      for (const { from } of way.toReversed()) {
        await page.goBack();
        await arrive(page, from);
        assert.deepEqual((await seen(page)).nodes, [from]);
      }
      for (const [place, { naar }] of way.entries()) {
        await page.goForward();
        await arrive(page, naar);
        assert.deepEqual((await seen(page)).earlier, told(flow, way.slice(0, place + 1)));
      }
    });
  }
});

test("a shared address opens the same place, also from a folder on disk", async () => {
  for (const flow of flows) {
    const online = [session.base + flow.path, wayPerOutcome(flow)];
    const onDisk = [pathToFileURL(join(site, flow.path)).href, [longest(flow)]];
    for (const [base, list] of [online, onDisk]) {
      await visit(phone, base, async (page) => {
        await click(page, longest(flow));
        for (const way of list) {
          await open(page, base + address(way));
          const { nodes, earlier, note, focused } = await seen(page);
          assert.deepEqual(nodes, [way.at(-1).naar]);
          assert.deepEqual(earlier, told(flow, way));
          assert.equal(focused, `knoop-${way.at(-1).naar}`);
          assert.equal(note, "");
        }
      });
    }
  }
});

test("the address can be copied, or is shown where that is not allowed", async () => {
  const flow = flows[0];
  const way = longest(flow);
  await visit({ ...phone, permissions: ["clipboard-read", "clipboard-write"] }, flow.path, async (page) => {
    await click(page, way);
    await page.getByRole("button", { name: "Kopieer het adres" }).click();
    await page.getByText("Het adres is gekopieerd.").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), session.base + flow.path + address(way));
  });
  await visit(phone, flow.path + address(way), async (page) => {
    await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("nee")); });
    await page.getByRole("button", { name: "Kopieer het adres" }).click();
    assert.equal(await page.getByRole("textbox", { name: "Kopieer dit adres" }).inputValue(), session.base + flow.path + address(way));
  });
});

test("an answer can be changed; what was before it stays", async () => {
  for (const flow of flows) {
    const way = longest(flow);
    await visit(phone, flow.path + address(way), async (page) => {
      for (const place of new Set([0, way.length >> 1, way.length - 1])) {
        await open(page, flow.path + address(way));
        await page.locator(".eerder a").nth(place).click();
        await arrive(page, way[place].from);
        const { nodes, earlier, focused } = await seen(page);
        assert.deepEqual(nodes, [way[place].from]);
        assert.deepEqual(earlier, told(flow, way.slice(0, place)));
        assert.equal(focused, `knoop-${way[place].from}`);
      }
      await open(page, flow.path + address(way));
      await page.getByRole("link", { name: "Opnieuw beginnen" }).click();
      await arrive(page, flow.start);
      assert.deepEqual((await seen(page)).nodes, [flow.start]);
    });
  }
});

test("an address that no longer fits shows what fits, and says so", async () => {
  for (const flow of flows) {
    const way = longest(flow);
    const half = way.slice(0, 1);
    const cases = [
      ["#weg/bestaat-niet=ja/ook-niet", flow.start, 0],
      [`#weg/${flow.start}=bestaat-niet/${way[0].naar}`, flow.start, 0],
      [`${address(half)}=bestaat-niet/iets`, half[0].naar, 1],
      [`${address(half, "bestaat-niet")}`, half[0].naar, 1],
      ["#weg/", flow.start, 0],
      ["#weg/%E0%A4%A", flow.start, 0],
    ];
    await visit(phone, flow.path, async (page) => {
      for (const [hash, node, answers] of cases) {
        await open(page, flow.path + hash);
        const { nodes, earlier, note } = await seen(page);
        assert.deepEqual(nodes, [node], hash);
        assert.equal(earlier.length, answers, hash);
        assert.match(note, /past niet meer/, hash);
        const { top, bottom } = await page.locator(".stroommelding").evaluate((e) => e.getBoundingClientRect().toJSON());
        assert.ok(top >= 0 && bottom <= phone.viewport.height, `${hash}: ${top} to ${bottom}`);
      }
      await page.locator(".stroom > .knoop:visible .antwoorden a").nth(way[0].place).click();
      await arrive(page, way[0].naar);
      assert.equal((await seen(page)).note, "");
    });
  }
});

test("a link to a node opens it: with the one way that leads there, or alone", async () => {
  for (const flow of flows) {
    const all = ways(flow);
    await visit(desktop, flow.path, async (page) => {
      for (const id of flow.nodes.keys()) {
        const before = all.filter((way) => id === flow.start || way.some(({ naar }) => naar === id));
        const until = new Set(before.map((way) => address(way.slice(0, way.findIndex(({ naar }) => naar === id) + 1), id)));
        const here = `${flow.path}#knoop-${id}`;
        await page.evaluate((hash) => { location.hash = hash; }, `#knoop-${id}`);
        await page.waitForFunction((heading) => document.activeElement.id === heading, `knoop-${id}`);
        const { nodes, earlier, note } = await seen(page);
        assert.deepEqual(nodes, [id], here);
        assert.equal(note === "", until.size === 1, here);
        assert.equal(earlier.length, until.size === 1 ? [...until][0].split("/").length - 2 : 0, here);
      }
      const last = [...flow.nodes.keys()].at(-1);
      for (const face of ["#schema-tekst", ".tekening-breed"]) {
        await open(page, flow.path);
        await page.locator(`${face} a[href="#knoop-${last}"]`).click();
        await arrive(page, last);
        assert.deepEqual((await seen(page)).nodes, [last]);
        assert.ok(await page.locator(`#knoop-${last}`).evaluate((heading) => heading.getBoundingClientRect().top >= 0));
      }
    });
  }
});

test("a phone shows the narrow drawing, a big screen the wide one, each within the page", async () => {
  for (const flow of flows) {
    for (const [options, kind] of [[phone, "smal"], [desktop, "breed"]]) {
      await visit(options, flow.path, async (page) => {
        const shown = await page.locator("main svg:visible").evaluateAll((all) => all.map((svg) => [svg.classList[1], svg.getBoundingClientRect().right <= innerWidth]));
        assert.deepEqual(shown, [[`schema-${kind}`, true]], flow.path);
        assert.deepEqual(await page.locator("#schema-tekst").count(), 1);
      });
    }
  }
});

test("the text tells every node and every answer", async () => {
  for (const flow of flows) {
    await visit({ ...desktop, javaScriptEnabled: false }, flow.path, async (page) => {
      const told = await page.locator('#schema-tekst a[href^="#knoop-"]').evaluateAll((links) => links.map((link) => link.hash.slice("#knoop-".length)));
      assert.deepEqual(told.toSorted(), [...flow.nodes.keys()].toSorted());
      const answers = [...flow.nodes.values()].flatMap((node) => node.pijlen.map((arrow) => arrow.antwoord)).filter(Boolean);
      assert.deepEqual((await page.locator("#schema-tekst li > strong:first-child").allInnerTexts()).toSorted(), answers.toSorted());
    });
  }
});

test("buttons are large, and as wide as a phone", async () => {
  for (const flow of flows) {
    for (const options of [phone, desktop]) {
      await visit(options, flow.path + address(longest(flow)), async (page) => {
        const small = () => page.locator(".stroom :is(.knop, .antwoorden a, .eerder a):visible").evaluateAll((all) =>
          all.map((e) => e.getBoundingClientRect()).filter((box) => box.height < 44 || box.width < 44).map((box) => `${box.width} x ${box.height}`));
        assert.deepEqual(await small(), []);
        await page.getByRole("link", { name: "Opnieuw beginnen" }).click();
        await arrive(page, flow.start);
        assert.deepEqual(await small(), []);
        if (options === phone) {
          const widths = await page.locator(".antwoorden a:visible").evaluateAll((all) => all.map((e) => e.offsetWidth / e.closest("section").offsetWidth));
          assert.ok(widths.every((share) => share > 0.8), String(widths));
        }
      });
    }
  }
});

test("axe finds no violation at a question, a step, an outcome, or on paper", async () => {
  const every = ["light", "dark"].flatMap((colorScheme) => [phone, desktop].map((size) => ({ ...size, colorScheme })));
  for (const [number, flow] of flows.entries()) {
    const way = ways(flow).find((each) => each.some(({ kenmerk }) => !kenmerk)) ?? longest(flow);
    const step = way.findIndex(({ kenmerk }) => !kenmerk);
    const places = [flow.path + address(way)];
    if (step >= 0) places.push(flow.path + address(way.slice(0, step), way[step].from));
    if (number === 0) places.push(flow.path, `${flow.path}#weg/bestaat-niet`, flow.paper);
    // The first flow in every light and size; the others in turn, as they are built alike, and
    // their pages as they open are among those of paginas.test.mjs.
    for (const options of number === 0 ? every : [every[number % every.length]]) {
      await visit(options, flow.path, async (page) => {
        for (const place of places) {
          await open(page, place);
          assert.deepEqual(await violations(page), [], place);
        }
      });
    }
  }
});

// The sizes of the pages of a PDF, in points.
async function sheets(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(width), Math.round(height)]);
}

test("the way that was taken prints on one page", async () => {
  for (const flow of flows) {
    const way = longest(flow);
    await visit(phone, flow.path + address(way), async (page) => {
      await page.evaluate(() => { window.print = () => {}; });
      await page.getByRole("button", { name: "Druk af" }).click();
      await page.emulateMedia({ media: "print" });
      const paper = await page.locator("main").innerText();
      for (const { from, antwoord } of way) {
        assert.ok(paper.includes(flow.nodes.get(from).titel), `${flow.path}: ${from}`);
        if (antwoord) assert.ok(paper.includes(antwoord), `${flow.path}: ${antwoord}`);
      }
      const end = flow.nodes.get(way.at(-1).naar);
      for (const part of [end.titel, "Tegen wanneer?", "Wie bel je?", ...end.wie.map(({ naam }) => naam), `${new Date().getFullYear()}`]) {
        assert.ok(paper.includes(part), `${flow.path}: ${part}`);
      }
      assert.ok(!(await page.locator(".vinkhulp, #schema-tekst, .stroom").first().isVisible()));
      assert.deepEqual(await sheets(page), [[595, 842]], flow.path);
      await page.emulateMedia({ media: "screen" });
      await page.waitForFunction(() => !document.querySelector(".weg"));
    });
  }
});

test("on paper the diagram is alone on the first page, and nothing is cut", async () => {
  for (const flow of flows) {
    const lying = readFileSync(join(site, flow.paper), "utf8").includes("schema-breed schema-liggend");
    const room = lying ? { width: 1000, height: 657 } : { width: 672, height: 986 };
    await visit({ viewport: room }, flow.paper, async (page) => {
      await page.emulateMedia({ media: "print" });
      const drawings = await page.locator("main svg:visible").evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().toJSON()));
      assert.equal(drawings.length, 1, flow.paper);
      const [{ left, right, top, bottom, height }] = drawings;
      assert.ok(left >= -0.5 && right <= room.width + 0.5 && top >= 0 && bottom <= room.height, `${flow.paper}: ${JSON.stringify(drawings)}`);
      assert.ok(height > room.height * 0.8, `${flow.paper}: ${height}`);
      // The letters as printed, in points.
      const letters = await page.locator("main svg:visible").evaluate((svg) =>
        Math.min(...[...svg.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize))) * svg.getScreenCTM().a * 0.75);
      assert.ok(letters > 6.5, `${flow.paper}: ${letters} pt`);
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("main *")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.className)), []);
      assert.equal(await page.locator(".papier .knoop").count(), flow.nodes.size);
      assert.ok((await page.locator(".bellijst li").count()) > 0);
      const [first, second] = await sheets(page);
      assert.deepEqual(first, lying ? [842, 595] : [595, 842], flow.paper);
      assert.deepEqual(second, [595, 842], flow.paper);
    });
  }
});
