// Undo and redo, for everything that a person does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, flip, paste, said, settled } from "./support/desk.mjs";

const open = usePage();
const { raw, numbers } = story;
const other = raw.replace(story.title, "The pumps of the lower town ran day and night");

/** @typedef {import("playwright-core").Page} Page */

/** What a person sees of the desk. @param {Page} page */
const desk = async (page) => ({
  stage: await page.locator("body").getAttribute("data-stage"),
  body: await bodyHtml(page),
  kept: await page.locator("#kept").textContent(),
  tabs: await page.locator("#tabs li").count(),
  current: await page.locator("#tabs [aria-current]").allTextContents(),
  strictness: await page.locator("#strictness").inputValue(),
});

test("every step goes back and forth again, by key and by button, and says what it was", async (t) => {
  const page = await open(t);
  /** @type {[string, () => Promise<unknown>][]} */
  const steps = [
    ["Paste", () => paste(page, raw)],
    ["Drop line", () => flip(page, numbers.second)],
    [
      "Keep 3 lines",
      async () => {
        await page.locator("#lines").focus();
        await page.keyboard.press("Home");
        for (let i = 0; i < 2; i += 1) await page.keyboard.press("Shift+ArrowDown");
        await page.keyboard.press("Enter");
      },
    ],
    [
      "Drop all of a kind",
      async () => {
        await page.locator("#kinds > summary").click();
        await page.locator(".kind-list label", { hasText: "Byline" }).click();
        await page.keyboard.press("Escape");
      },
    ],
    ["Keep more or less", () => page.locator("#strictness").press("End")],
    ["Paste", () => paste(page, other)],
    [
      "Close tab",
      () => page.getByRole("button", { name: "Close The pumps of the lower town ran day and night" }).click(),
    ],
  ];
  const states = [await desk(page)];
  for (const [what, step] of steps) {
    await step();
    await settled(page);
    states.push(await desk(page));
    assert.notDeepEqual(states.at(-1), states.at(-2), what);
    assert.match(
      (await page.locator("#undo").getAttribute("aria-label")) ?? "",
      new RegExp(`^Undo: ${what}`),
    );
  }

  for (const [undo, redo] of [
    ["ControlOrMeta+Z", "ControlOrMeta+Shift+Z"],
    ["ControlOrMeta+Z", "ControlOrMeta+Y"],
    ["#undo", "#redo"],
  ]) {
    const act = async (/** @type {string} */ way) => {
      if (way.startsWith("#")) await page.locator(way).click();
      else await page.keyboard.press(way);
      await settled(page);
    };
    for (let at = states.length - 2; at > 0; at -= 1) {
      await act(undo);
      assert.deepEqual(await desk(page), states[at], `${undo} to ${at}`);
    }
    // The field to paste into has the focus then, and its own undo has nothing to take back.
    if (!undo.startsWith("#")) {
      await act(undo);
      assert.deepEqual({ ...(await desk(page)), body: "", kept: "" }, { ...states[0], body: "", kept: "" });
      await act(redo);
    }
    for (let at = 2; at < states.length; at += 1) {
      await act(redo);
      assert.deepEqual(await desk(page), states[at], `${redo} to ${at}`);
    }
  }
  assert.ok(await page.locator("#redo").isDisabled());
});

test("what was taken back is told to a screen reader", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await flip(page, numbers.second);
  await page.keyboard.press("ControlOrMeta+Z");
  await said(page, `Undone: Drop line ${numbers.second}.`);
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await said(page, `Done again: Drop line ${numbers.second}.`);
});

test("a step after an undo is the end of what could be done again", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await flip(page, numbers.second);
  await page.keyboard.press("ControlOrMeta+Z");
  await settled(page);
  assert.ok(await page.locator("#redo").isEnabled());
  await flip(page, numbers.home);
  assert.ok(await page.locator("#redo").isDisabled());
});
