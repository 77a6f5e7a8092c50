import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { clipboard, flavours, flip, inSight, paste, said } from "./support/desk.mjs";

const open = usePage();
const { raw, numbers } = story;

/** @param {import("playwright-core").Page} page */
async function copy(page) {
  await page.locator("#copy").click();
  await said(page, "Article copied.");
}

/** @param {import("playwright-core").Page} page @param {"Markdown" | "Plain text" | "Citation"} name @param {string} told */
async function copyAs(page, name, told) {
  await page.locator("#copy-as > summary").click();
  await page.getByRole("button", { name }).click();
  await said(page, `${told} copied.`);
}

test("Copy puts one item with both flavours on the clipboard, exactly", async (t) => {
  const page = await open(t);
  const result = await clean(raw);
  assert.equal(result.toText(), `${story.title}\n${story.byline}\n2017-02-25\n\n${story.body}\n`);
  await paste(page, raw);
  await copy(page);
  const items = await flavours(page);
  assert.equal(items.length, 1);
  assert.deepEqual(Object.keys(items[0]).sort(), ["text/html", "text/plain"]);
  assert.equal(items[0]["text/plain"], result.toText());
  assert.equal(items[0]["text/html"], result.toHtml());
});

test("after a paste the article is selected, and the next key copies it in both flavours", async (t) => {
  const page = await open(t);
  const result = await clean(raw);
  await paste(page, raw);
  const selected = await page.evaluate(() => String(getSelection()));
  for (const text of [story.title, ...story.paragraphs]) assert.ok(selected.includes(text), text);
  await page.keyboard.press("ControlOrMeta+C");
  await said(page, "Article copied.");
  const [item] = await flavours(page);
  assert.deepEqual(item, { "text/plain": result.toText(), "text/html": result.toHtml() });
});

test("what a person selects themselves is copied as it is, and in both flavours", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.locator("#body > p").nth(1).click({ clickCount: 3 });
  await page.keyboard.press("ControlOrMeta+C");
  await page.waitForTimeout(200);
  assert.equal((await clipboard(page)).trim(), story.paragraphs[1]);
});

test("the Markdown, the text and the citation are on the clipboard exactly", async (t) => {
  const page = await open(t);
  const { markdown } = await clean(raw);
  assert.ok(markdown.startsWith(`# ${story.title}\n`));
  await paste(page, raw);
  await copyAs(page, "Markdown", "Markdown");
  assert.equal(await clipboard(page), markdown);
  await copyAs(page, "Plain text", "Text");
  assert.equal(await clipboard(page), `${story.title}\n${story.byline}\n2017-02-25\n\n${story.body}\n`);
  await copyAs(page, "Citation", "Citation");
  assert.equal(await clipboard(page), `${story.title}. ${story.byline}, 25 February 2017`);
});

test("what is copied is the article as it was set by hand", async (t) => {
  const page = await open(t);
  const expected = (await clean(raw)).with({ [numbers.second]: false });
  await paste(page, raw);
  await flip(page, numbers.second);
  await copyAs(page, "Markdown", "Markdown");
  assert.equal(await clipboard(page), expected.markdown);
  await copy(page);
  assert.equal(await clipboard(page), expected.toText());
});

test("where the command does not copy, the clipboard interface does, the same", async (t) => {
  const page = await open(t);
  const result = await clean(raw);
  await paste(page, raw);
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await copy(page);
  const [item] = await flavours(page);
  assert.equal(item["text/plain"], result.toText());
  // The interface hands the HTML through Chromium's own cleaning, which keeps the words.
  assert.ok(item["text/html"].includes(story.paragraphs[1]));
});

test("without the clipboard interface the Markdown goes by the command", async (t) => {
  const page = await open(t);
  const { markdown } = await clean(raw);
  await paste(page, raw);
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("not allowed", "NotAllowedError"));
  });
  await copyAs(page, "Markdown", "Markdown");
  assert.equal(await clipboard(page), markdown);
});

for (const width of [1280, 390]) {
  test(`when neither way is allowed the page says what to do, for everyone to see, at ${width} px`, async (t) => {
    const page = await open(t, { viewport: { width, height: 800 } });
    await paste(page, raw);
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException("not allowed", "NotAllowedError"));
      document.execCommand = () => false;
    });
    await page.locator("#copy").click();
    const warning = page
      .getByRole("status")
      .filter({ hasText: "Select the article and copy it with the keyboard." });
    await warning.and(page.locator(".warning")).waitFor();
    assert.ok(await inSight(page, ".warning"));
    assert.ok(await inSight(page, ".status"), "the warning leaves the status line in sight");
    assert.equal(await page.locator(".copied").count(), 0);

    // It goes when the next thing is said.
    await page.evaluate(() => Reflect.deleteProperty(document, "execCommand"));
    await copy(page);
    assert.equal(await page.locator(".warning").count(), 0);
  });
}

test("before the first paste there is nothing to copy; the button answers without a jump", async (t) => {
  const page = await open(t);
  const button = page.locator("#copy");
  assert.ok(await button.isHidden());
  await page.keyboard.press("Escape");
  await paste(page, raw);
  const before = await button.boundingBox();
  assert.ok(before);
  await copy(page);
  assert.ok(await button.locator(".done").isVisible());
  assert.deepEqual(await button.boundingBox(), before);
});
