import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { usePage } from "./support/browser.mjs";
import { clipboard, golden, line, paste } from "./support/desk.mjs";

const open = usePage();
const { raw, article, body } = golden("news-select-all");

/** @param {import("playwright-core").Page} page @param {string} name */
async function copy(page, name) {
  await page.getByRole("button", { name: `Copy ${name}` }).click();
  await page
    .getByRole("status")
    .filter({ hasText: `${name} copied.` })
    .waitFor({ state: "attached" });
}

test("the text is on the clipboard exactly: title, byline and date lines, a blank line, the body", async (t) => {
  const page = await open(t);
  const { title, subtitle, byline, publishedTime, textContent } = await clean(raw);
  assert.equal(title, article.title);
  assert.ok(textContent.includes(body.split("\n\n").at(-1)?.trim() ?? "no body"));
  await paste(page, raw);
  await copy(page, "text");

  const head = [title, subtitle, byline, publishedTime].filter((each) => each !== null);
  assert.equal(await clipboard(page), `${head.join("\n")}\n\n${textContent}\n`);
});

test("the Markdown is on the clipboard exactly", async (t) => {
  const page = await open(t);
  const { markdown } = await clean(raw);
  await paste(page, raw);
  await copy(page, "Markdown");
  assert.equal(await clipboard(page), markdown);
});

test("what is copied is the article as it was set by hand", async (t) => {
  const page = await open(t);
  const result = await clean(raw);
  const paragraph = result.lines.find(({ kind }) => kind === "paragraph");
  assert.ok(paragraph);
  await paste(page, raw);
  await line(page, paragraph.number).click();
  await copy(page, "Markdown");
  assert.equal(await clipboard(page), result.with({ [paragraph.number]: false }).markdown);
});

test("without the clipboard interface the older way copies the same", async (t) => {
  const page = await open(t);
  const { markdown } = await clean(raw);
  await paste(page, raw);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("not allowed", "NotAllowedError"));
  });
  await copy(page, "Markdown");
  assert.equal(await clipboard(page), markdown);
});

test("when neither way is allowed the page says what to do", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("not allowed", "NotAllowedError"));
    document.execCommand = () => false;
  });
  await page.getByRole("button", { name: "Copy text" }).click();
  await page.getByRole("status").filter({ hasText: "Select the article" }).waitFor({ state: "attached" });
});

test("before the first paste there is nothing to copy, and the buttons come without a jump", async (t) => {
  const page = await open(t);
  const button = page.locator("#copy-text");
  assert.ok(await button.isDisabled());
  const before = await button.boundingBox();
  await paste(page, raw);
  assert.ok(await button.isEnabled());
  assert.deepEqual(await button.boundingBox(), before);
  await copy(page, "text");
  assert.deepEqual(await button.boundingBox(), before);
});
