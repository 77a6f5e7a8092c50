import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, bring, flip, isKept, line, paste, said, settled } from "./support/desk.mjs";

const open = usePage();
const { raw, numbers, paragraphs } = story;

test("a click drops a kept line from the article, and a second click brings it back", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  const before = await bodyHtml(page);
  assert.ok(before.includes(paragraphs[1]));

  await flip(page, numbers.second);
  assert.equal(await isKept(page, numbers.second), false);
  assert.ok(!(await bodyHtml(page)).includes(paragraphs[1]));
  assert.match((await page.locator("#why").textContent()) ?? "", /dropped by you/);

  await flip(page, numbers.second);
  assert.equal(await isKept(page, numbers.second), true);
  assert.equal(await bodyHtml(page), before);
  assert.equal(await page.locator(".by-hand").count(), 0);
});

test("the first click after a paste flips, wherever on the line it falls", async (t) => {
  const page = await open(t);
  for (const part of [".number", ".box", ".kind", ".text"]) {
    await paste(page, raw);
    assert.notEqual(await page.evaluate(() => String(getSelection())), "", "the article is selected");
    const before = await isKept(page, numbers.home);
    await line(page, numbers.home).locator(part).click();
    assert.equal(await isKept(page, numbers.home), !before, part);
    await settled(page);
    await page.keyboard.press("ControlOrMeta+Z");
  }
});

test("several lines set by hand add up, as with the package's own `with`", async (t) => {
  const page = await open(t);
  const result = await clean(raw);
  const shown = result.lines.filter(({ kind }) => kind !== "blank");
  const { second, home, news } = numbers;
  const expected = result.with({ [second]: false, [home]: true, [news]: true });
  await paste(page, raw);

  for (const number of [second, home, news]) await flip(page, number);

  assert.equal(await bodyHtml(page), expected.content.replaceAll("&quot;", '"'));
  for (const number of [second, home, news])
    assert.match((await (await bring(page, number)).getAttribute("class")) ?? "", /by-hand/);
  const kept = expected.lines.filter((each) => each.kind !== "blank" && each.kept).length;
  assert.equal(await page.locator("#kept").textContent(), `${kept} of ${shown.length} lines kept`);
});

test("two flips at once take each other back, though the article of the first is not there yet", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  const [before, kept] = [await bodyHtml(page), await isKept(page, numbers.home)];
  const states = await page.locator("#lines").evaluate((list) => {
    const press = () => {
      list.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      return document.querySelector("#line-1")?.ariaSelected === "true";
    };
    return [press(), press()];
  });
  assert.deepEqual(states, [!kept, kept], "each is seen at once");
  await settled(page);
  assert.equal(await isKept(page, numbers.home), kept);
  assert.equal(await bodyHtml(page), before);
});

test("a flip is told to a screen reader", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.locator("#lines").focus();
  await page.keyboard.press("Enter");
  await said(page, /^Line 1 kept\. \d+ of \d+ lines kept\./);
});

test("a click with Shift makes a run of lines what the first of them is", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await flip(page, numbers.home);
  await flip(page, numbers.home + 3, { modifiers: ["Shift"] });
  const menu = [0, 1, 2, 3].map((more) => numbers.home + more);
  for (const number of menu) assert.equal(await isKept(page, number), true, `line ${number}`);
  assert.equal(await isKept(page, numbers.home + 4), false);
  await said(page, /^4 lines kept\./);
  const { content } = (await clean(raw)).with(Object.fromEntries(menu.map((number) => [number, true])));
  assert.equal(await bodyHtml(page), content.replaceAll("&quot;", '"'));
});

test("Shift with the arrows marks a run, Enter flips it, Escape lets go of it", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.locator("#lines").focus();
  for (let i = 0; i < 2; i += 1) await page.keyboard.press("Shift+ArrowDown");
  assert.equal(await page.locator(".line.marked").count(), 3);
  await page.keyboard.press("Enter");
  await said(page, /^3 lines kept\./);
  for (const number of [1, 2, 3]) assert.equal(await isKept(page, number), true, `line ${number}`);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".line.marked").count(), 0);
});

test("the reader's place in the article is kept through a flip", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  const middle = numbers.lastParagraph - 8;
  const row = await bring(page, middle);
  // Where the pointer rests, the article shows the line's place.
  await row.hover();
  await page.waitForTimeout(600);
  const place = await page.locator("#reading").evaluate((pane) => pane.scrollTop);
  assert.ok(place > 0);
  await row.click();
  await settled(page);
  assert.equal(await page.locator("#reading").evaluate((pane) => pane.scrollTop), place);
});

test("selecting a line's text with the pointer does not flip it", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  const text = line(page, 1).locator(".text");
  const before = await isKept(page, 1);
  const box = await text.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  assert.notEqual(await page.evaluate(() => String(getSelection())), "");
  assert.equal(await isKept(page, 1), before);
});
