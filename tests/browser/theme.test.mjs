// Light and dark, by the system and by choice; less motion for those who ask for it; right to left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readRaw } from "../support/golden.mjs";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bring, paste } from "./support/desk.mjs";

const open = usePage();

/** Whether the page is dark. @param {import("playwright-core").Page} page */
const isDark = (page) =>
  page.evaluate(() => {
    const [red] = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
    return Number(red) < 128;
  });

/** The colour of the first stripe of the map, which is drawn by hand. @param {import("playwright-core").Page} page */
const stripe = (page) =>
  page.locator("#map").evaluate((canvas) => {
    const { data } = /** @type {CanvasRenderingContext2D} */ (
      /** @type {HTMLCanvasElement} */ (canvas).getContext("2d")
    ).getImageData(3, 0, 1, 1);
    return [...data].join();
  });

test("the system decides, and the page follows it as it changes", async (t) => {
  const page = await open(t, { colorScheme: "dark" });
  assert.equal(await isDark(page), true);
  await paste(page, story.raw);
  await page.waitForTimeout(100);
  const before = await stripe(page);
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await isDark(page), false);
  await page.waitForTimeout(100);
  assert.notEqual(await stripe(page), before, "the map is drawn anew");
});

test("a choice goes before the system, stays after a reload, and can be given back", async (t) => {
  const page = await open(t, { colorScheme: "light" });
  const choose = async (/** @type {string} */ name) => {
    await page.locator("#more > summary").click();
    await page.getByRole("radio", { name }).check();
    await page.keyboard.press("Escape");
  };
  await choose("Dark");
  assert.equal(await isDark(page), true);
  await page.reload();
  assert.equal(await isDark(page), true);
  await page.emulateMedia({ colorScheme: "dark" });
  await choose("Light");
  assert.equal(await isDark(page), false);
  await choose("System");
  assert.equal(await isDark(page), true);
});

test("nothing moves for those who ask for less motion", async (t) => {
  const moving = (/** @type {import("playwright-core").Page} */ page) =>
    page.evaluate(() => {
      const durations = [...document.querySelectorAll("*")].flatMap((element) =>
        ["", "::before", "::after"].map((part) => {
          const { transitionDuration, animationDuration, animationName } = getComputedStyle(element, part);
          const times = `${transitionDuration},${animationName === "none" ? "0s" : animationDuration}`;
          return Math.max(...times.split(",").map((time) => Number.parseFloat(time)));
        }),
      );
      document.getElementById("reading")?.setAttribute("aria-busy", "true");
      const { animationName } = getComputedStyle(
        /** @type {Element} */ (document.querySelector(".clean")),
        "::before",
      );
      return { longest: Math.max(...durations), busy: animationName };
    });
  const still = await open(t, { reducedMotion: "reduce" });
  await paste(still, story.raw);
  assert.deepEqual(await moving(still), { longest: 0, busy: "appear" });
  const lively = await open(t);
  await paste(lively, story.raw);
  assert.ok((await moving(lively)).longest > 0, "the measure would see motion");
});

for (const [slug, lang] of [
  ["news-arabic", "ar"],
  ["news-hebrew", "he"],
  ["news-persian", "fa"],
]) {
  test(`a paste from right to left is read so: ${slug}`, async (t) => {
    const page = await open(t);
    const raw = readRaw(slug);
    await paste(page, raw);
    const article = page.locator("#article");
    assert.equal(await article.getAttribute("dir"), "rtl");
    assert.equal(await article.getAttribute("lang"), lang);
    // The last line of a paragraph is short, and what is left of it is free.
    const sides = await page
      .locator("#body > p")
      .first()
      .evaluate((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const last = /** @type {DOMRect} */ ([...range.getClientRects()].at(-1));
        const box = paragraph.getBoundingClientRect();
        return { left: last.left - box.left, right: box.right - last.right };
      });
    assert.ok(sides.right < 2, JSON.stringify(sides));
    const number = raw.split("\n").findIndex((text) => text.length > 120) + 1;
    const row = await bring(page, number);
    assert.equal(await row.locator(".text").evaluate((text) => getComputedStyle(text).direction), "rtl");
    assert.ok(await row.locator(".number").isVisible());
    // The page itself stays what it is.
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), "ltr");
  });
}
