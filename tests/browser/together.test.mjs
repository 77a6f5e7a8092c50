// The two panes and the map beside the lines: what one shows, the others show too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readRaw } from "../support/golden.mjs";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bring, line, paste } from "./support/desk.mjs";

const open = usePage();
const long = readRaw("recipe");

/** Longer than a pane takes the other's movement for an answer to its own. @param {import("playwright-core").Page} page */
const rest = (page) => page.waitForTimeout(250);

/** @param {import("playwright-core").Page} page @param {string} id */
const shareOf = (page, id) =>
  page.locator(id).evaluate((pane) => pane.scrollTop / (pane.scrollHeight - pane.clientHeight));

/** The lines of the article's places that are in sight. @param {import("playwright-core").Page} page */
const placesInSight = (page) =>
  page.locator("#reading").evaluate((reading) => {
    const sight = reading.getBoundingClientRect();
    return [...reading.querySelectorAll("[data-line]")].flatMap((place) => {
      const { top, bottom } = place.getBoundingClientRect();
      return bottom > sight.top && top < sight.bottom
        ? [Number(/** @type {HTMLElement} */ (place).dataset.line)]
        : [];
    });
  });

/** @param {import("playwright-core").Page} page */
const rowsInSight = (page) =>
  page.locator("#lines").evaluate((list) => {
    const sight = list.getBoundingClientRect();
    return [...list.querySelectorAll(".line")].flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > sight.top && top < sight.bottom
        ? [Number(/** @type {HTMLElement} */ (row).dataset.number)]
        : [];
    });
  });

test("the pane that is scrolled takes the other along, to the same place, both ways", async (t) => {
  const page = await open(t);
  await paste(page, long);
  for (const [from, box] of /** @type {const} */ ([
    ["#lines", [300, 400]],
    ["#reading", [900, 400]],
  ])) {
    await page.mouse.move(...box);
    for (const way of [700, 700, -300]) {
      await page.mouse.wheel(0, way);
      await rest(page);
      const [places, rows] = [await placesInSight(page), await rowsInSight(page)];
      const common = places.filter((number) => rows.includes(number));
      const kept = rows.filter(
        (number) => places.length > 0 && number >= places[0] && number <= (places.at(-1) ?? 0),
      );
      assert.ok(common.length > 0 || kept.length > 0, `${from} by ${way}: ${places} and ${rows}`);
    }
    await page.locator(from).evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await rest(page);
    for (const id of ["#lines", "#reading"])
      assert.ok((await shareOf(page, id)) > 0.99, `${id} is at its end`);
    await page.locator(from).evaluate((pane) => pane.scrollTo(0, 0));
    await rest(page);
    for (const id of ["#lines", "#reading"])
      assert.ok((await shareOf(page, id)) < 0.01, `${id} is at its top`);
  }
});

test("a line that is pointed at lights up its place in the article, and the other way round", async (t) => {
  const page = await open(t);
  await paste(page, story.raw);
  const { second } = story.numbers;
  const lit = () => page.locator("#body .here").allTextContents();
  await (await bring(page, second)).hover();
  assert.deepEqual(await lit(), [story.paragraphs[1]]);

  await page.locator("#body > p").nth(2).hover();
  assert.deepEqual(await lit(), [story.paragraphs[2]]);
  assert.deepEqual(await page.locator(".line.here .text").allTextContents(), [story.paragraphs[2]]);
  assert.match((await page.locator("#why").textContent()) ?? "", /Paragraph kept/);
  await page.locator(".brand").hover();
  assert.deepEqual(await lit(), []);
  assert.equal(await page.locator(".line.here").count(), 0);
});

test("from line to line by key, the place in the article is lit and in sight", async (t) => {
  const page = await open(t);
  await paste(page, long);
  await page.locator("#lines").focus();
  let seen = 0;
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press("ArrowDown");
    if (i % 6) continue;
    await rest(page);
    const lit = page.locator("#body .here");
    if ((await lit.count()) === 0) continue;
    seen += 1;
    const number = Number(await lit.getAttribute("data-line"));
    assert.ok((await placesInSight(page)).includes(number), `the place of line ${number}`);
  }
  assert.ok(seen > 2, `${seen} lines with a place in the article`);
});

test("where the pointer rests, the other pane shows the place, and its own pane stays", async (t) => {
  const page = await open(t);
  const scrolled = (/** @type {string} */ id) => page.locator(id).evaluate((pane) => pane.scrollTop);

  // Among the lines a short paragraph takes less room than in the article: it is in sight there alone.
  const short = story.body.split(/(?<=\.) /).map((sentence) => sentence.trim());
  await paste(page, [story.title, ...short].join("\n\n"));
  const low = (await rowsInSight(page)).at(-2) ?? 0;
  assert.ok(!(await placesInSight(page)).includes(low), `line ${low} is out of sight in the article`);
  await line(page, low).hover();
  await page.waitForTimeout(700);
  assert.ok((await placesInSight(page)).includes(low));
  assert.equal(await scrolled("#lines"), 0);

  // In the article two paragraphs follow one another that have many dropped lines between them.
  const links = Array.from({ length: 40 }, (_, i) => `Link ${i}`);
  const { paragraphs } = story;
  await paste(
    page,
    [story.title, "", paragraphs[0], "", ...links, "", paragraphs[1], "", paragraphs[2]].join("\n"),
  );
  const place = page.locator("#body > p", { hasText: paragraphs[1] });
  const far = Number(await place.getAttribute("data-line"));
  assert.ok(!(await rowsInSight(page)).includes(far), `line ${far} is out of sight among the lines`);
  await place.hover();
  await page.waitForTimeout(700);
  assert.ok((await rowsInSight(page)).includes(far));
  assert.equal(await scrolled("#reading"), 0);
});

test("a link of the article that takes the focus lights up its line", async (t) => {
  const page = await open(t);
  const html = `<h1>${story.title}</h1>${story.paragraphs
    .map((each, i) => `<p>${i === 2 ? `<a href="https://tessel.example/river">${each}</a>` : each}</p>`)
    .join("")}`;
  await paste(page, [story.title, ...story.paragraphs].join("\n\n"), html);
  await page.locator("#body a").focus();
  assert.deepEqual(await page.locator(".line.here .text").allTextContents(), [story.paragraphs[2]]);
});

test("a double click on a paragraph makes its line the active one", async (t) => {
  const page = await open(t);
  await paste(page, story.raw);
  await page.locator("#body > p").nth(6).dblclick();
  const active = await page.locator("#lines").getAttribute("aria-activedescendant");
  assert.equal(await page.locator(`#${active} .text`).textContent(), story.paragraphs[6]);
});

test("the map shows all of the paste and what is in sight of it; a press on it goes there", async (t) => {
  const page = await open(t);
  await paste(page, long);
  const map = await page.locator("#map").boundingBox();
  assert.ok(map && map.width > 10 && map.width < 40);
  const frame = () => page.locator("#map-frame").boundingBox();
  const before = await frame();
  assert.ok(before && before.height < map.height / 2 && Math.abs(before.y - map.y) < 2);

  await page.mouse.click(map.x + map.width / 2, map.y + map.height - 3);
  await rest(page);
  assert.ok((await shareOf(page, "#lines")) > 0.95);
  const after = await frame();
  assert.ok(after && Math.abs(after.y + after.height - map.y - map.height) < 4);

  // What is kept is drawn wide, what is dropped narrow: so dropping everything of a kind changes the picture.
  const ink = () =>
    page.locator("#map").evaluate((canvas) => {
      const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
      const pen = /** @type {HTMLCanvasElement} */ (canvas).getContext("2d");
      const { data } = /** @type {CanvasRenderingContext2D} */ (pen).getImageData(0, 0, width, height);
      return data.filter((value, i) => i % 4 === 3 && value > 0).length;
    });
  const inked = await ink();
  await page.locator("#kinds > summary").click();
  await page.getByLabel("Paragraph").uncheck();
  await rest(page);
  assert.ok((await ink()) < inked);
  assert.equal((await line(page, 1).count()) <= 1, true);
});
