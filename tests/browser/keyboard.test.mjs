import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { activeLine, clipboard, inSight, isKept, paste, said, settled } from "./support/desk.mjs";

const open = usePage();
const { raw } = story;

/**
 * Where the focus is, and whether a person can see that it is there: an outline, or the bar over the article; in the
 * list, the outline of the row that is active.
 * @param {import("playwright-core").Page} page
 */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const row = element.getAttribute("aria-activedescendant");
    const seen = (row && document.getElementById(row)) || element;
    const { outlineStyle, outlineColor, borderTopColor } = getComputedStyle(seen);
    const clear = "rgba(0, 0, 0, 0)";
    const outlined = outlineStyle === "solid" && outlineColor !== clear;
    const id = element.id || element.parentElement?.id || "";
    return { id, seen: outlined || (id === "reading" && borderTopColor !== clear) };
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
  /** @param {string} key @param {number} number */
  const move = async (key, number) => {
    await press(key, "lines");
    assert.equal(await activeLine(page), number, `after ${key}`);
    assert.ok(await inSight(page, `#line-${number}`), `line ${number} is in sight after ${key}`);
  };

  assert.equal((await focused(page)).id, "input");
  await paste(page, raw);
  assert.deepEqual(await focused(page), { id: "reading", seen: true });

  for (const id of ["save", "copy-as", "copy"]) await press("Shift+Tab", id);
  await move("Shift+Tab", shown[0].number);
  await move("ArrowDown", shown[1].number);
  await move("ArrowUp", shown[0].number);
  await move("PageDown", shown[12].number);
  await move("End", shown.at(-1)?.number ?? 0);
  await move("Home", shown[0].number);

  const { number, kept } = shown[0];
  await move("Enter", number);
  assert.equal(await isKept(page, number), !kept);
  await move("Space", number);
  assert.equal(await isKept(page, number), kept);
  await settled(page);

  // The list is one stop: the arrow keys move within it, and Tab comes back to where one was.
  await move("ArrowDown", shown[1].number);
  await press("Tab", "copy");
  await page.keyboard.press("Enter");
  await said(page, "Article copied.");
  assert.ok((await clipboard(page)).includes(result.textContent));
  await move("Shift+Tab", shown[1].number);

  for (const id of ["unsure-after", "unsure-before", "strictness", "kinds"]) {
    if (await page.locator(`#${id}:disabled`).count()) continue;
    await press("Shift+Tab", id);
  }
  await press("Enter", "kinds");
  assert.ok(await page.getByLabel("Navigation").isVisible());
  await press("Escape", "kinds");
  assert.ok(await page.getByLabel("Navigation").isHidden());
  await press("Shift+Tab", "more");
  await press("Shift+Tab", "again");
  await press("Enter", "input");
  assert.ok(await page.locator("#waiting").isVisible());
});

test("the letters that are keys, and ? tells of them all", async (t) => {
  const page = await open(t);
  const { markdown } = await clean(raw);
  await paste(page, raw);
  const focus = () => page.evaluate(() => document.activeElement?.id);
  await page.keyboard.press("l");
  assert.equal(await focus(), "lines");
  await page.keyboard.press("a");
  assert.equal(await focus(), "reading");
  await page.keyboard.press("c");
  await said(page, "Article copied.");
  await page.keyboard.press("m");
  await said(page, "Markdown copied.");
  assert.equal(await clipboard(page), markdown);

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  assert.ok(await keys.isVisible());
  for (const name of ["N", "P", "L", "A", "C", "M", "?", "Enter", "Z", "V"])
    assert.ok((await keys.locator("kbd", { hasText: name }).count()) > 0, name);
  // Behind the dialog no key does anything.
  await page.keyboard.press("l");
  assert.ok(await keys.isVisible());
  await keys.getByLabel("Single letters are keys").uncheck();
  await page.keyboard.press("Escape");
  assert.ok(await keys.isHidden());

  await page.locator("#reading").focus();
  await page.keyboard.press("l");
  assert.equal(await focus(), "reading", "switched off");
  await page.reload();
  await paste(page, raw);
  await page.keyboard.press("l");
  assert.equal(await focus(), "reading", "and it stays so");
});

test("letters typed into the field are text", async (t) => {
  const page = await open(t);
  await page.locator("#input").pressSequentially("claimpn?");
  assert.equal(await page.locator("#input").inputValue(), "claimpn?");
  assert.equal(await page.getByRole("dialog").count(), 0);
});
