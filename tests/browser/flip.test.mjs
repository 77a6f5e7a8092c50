import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, isKept, line, paste } from "./support/desk.mjs";

const open = usePage();
const { raw, numbers, paragraphs } = story;

test("a click drops a kept line from the article, and a second click brings it back", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  const before = await bodyHtml(page);
  assert.ok(before.includes(paragraphs[1]));

  await line(page, numbers.second).click();
  assert.equal(await isKept(page, numbers.second), false);
  assert.ok(!(await bodyHtml(page)).includes(paragraphs[1]));
  assert.match((await page.locator("#why").textContent()) ?? "", /dropped by you/);

  await line(page, numbers.second).click();
  assert.equal(await isKept(page, numbers.second), true);
  assert.equal(await bodyHtml(page), before);
  assert.equal(await page.locator(".by-hand").count(), 0);
});

test("several lines set by hand add up, as with the package's own `with`", async (t) => {
  const page = await open(t);
  const result = await clean(raw);
  const shown = result.lines.filter(({ kind }) => kind !== "blank");
  const { second, home, news } = numbers;
  const expected = result.with({ [second]: false, [home]: true, [news]: true });
  await paste(page, raw);

  for (const number of [second, home, news]) await line(page, number).click();

  assert.equal(await bodyHtml(page), expected.content.replaceAll("&quot;", '"'));
  assert.equal(await page.locator(".by-hand").count(), 3);
  const kept = expected.lines.filter((each) => each.kind !== "blank" && each.kept).length;
  assert.equal(await page.locator("#kept").textContent(), `${kept} of ${shown.length} lines kept`);
});

test("the reader's place in the article is kept through a flip", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.locator("#reading").evaluate((pane) => pane.scrollTo(0, 300));
  await line(page, numbers.lastParagraph).click();
  assert.equal(await page.locator("#reading").evaluate((pane) => pane.scrollTop), 300);
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
