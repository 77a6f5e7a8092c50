import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { clipboard, isKept, paste } from "./support/desk.mjs";

const open = usePage();
const { raw } = story;

/**
 * Where the focus is, and whether a person can see that it is there: an outline, or the bar over the article.
 * @param {import("playwright-core").Page} page
 */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineColor, borderTopColor } = getComputedStyle(element);
    const clear = "rgba(0, 0, 0, 0)";
    const outlined = outlineStyle === "solid" && outlineColor !== clear;
    return { id: element.id, seen: outlined || (element.id === "reading" && borderTopColor !== clear) };
  });

test("a whole visit with the keyboard alone, the focus always in sight", async (t) => {
  const page = await open(t);
  const result = await clean(raw);
  const shown = result.lines.filter(({ kind }) => kind !== "blank");
  /** @param {string} key @param {string} id */
  const press = async (key, id) => {
    await page.keyboard.press(key);
    assert.deepEqual(await focused(page), { id, seen: true }, `after ${key}`);
  };

  assert.equal((await focused(page)).id, "input");
  await paste(page, raw);
  assert.deepEqual(await focused(page), { id: "reading", seen: true });

  await press("Shift+Tab", "copy-markdown");
  await press("Shift+Tab", "copy-text");
  await press("Shift+Tab", `line-${shown[0].number}`);
  await press("ArrowDown", `line-${shown[1].number}`);
  await press("ArrowUp", `line-${shown[0].number}`);
  await press("PageDown", `line-${shown[12].number}`);
  await press("End", `line-${shown.at(-1)?.number}`);
  await press("Home", `line-${shown[0].number}`);

  const { number, kept } = shown[0];
  await press("Enter", `line-${number}`);
  assert.equal(await isKept(page, number), !kept);
  await press("Space", `line-${number}`);
  assert.equal(await isKept(page, number), kept);

  // The list is one stop: the arrow keys move within it, and Tab comes back to where one was.
  await press("ArrowDown", `line-${shown[1].number}`);
  await press("Tab", "copy-text");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Text copied." }).waitFor({ state: "attached" });
  assert.ok((await clipboard(page)).includes(result.textContent));
  await press("Shift+Tab", `line-${shown[1].number}`);

  await press("Shift+Tab", "again");
  await press("Enter", "input");
  assert.ok(await page.locator("#waiting").isVisible());
});

test("a flip is told to a screen reader", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.locator("#line-1").focus();
  const described = await page.locator("#line-1").getAttribute("aria-describedby");
  assert.equal(described, "why");
  await page.keyboard.press("Enter");
  await page
    .getByRole("status")
    .filter({ hasText: /^Line 1 kept\. \d+ of \d+ lines kept\./ })
    .waitFor({ state: "attached" });
});
