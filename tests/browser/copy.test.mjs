import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { clipboard, inSight, line, paste } from "./support/desk.mjs";

const open = usePage();
const { raw, numbers } = story;

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
  await paste(page, raw);
  await copy(page, "text");
  assert.equal(await clipboard(page), `${story.title}\n${story.byline}\n2017-02-25\n\n${story.body}\n`);
});

test("the Markdown is on the clipboard exactly", async (t) => {
  const page = await open(t);
  const { markdown } = await clean(raw);
  assert.ok(markdown.startsWith(`# ${story.title}\n`));
  await paste(page, raw);
  await copy(page, "Markdown");
  assert.equal(await clipboard(page), markdown);
});

test("what is copied is the article as it was set by hand", async (t) => {
  const page = await open(t);
  const expected = (await clean(raw)).with({ [numbers.second]: false });
  await paste(page, raw);
  await line(page, numbers.second).click();
  await copy(page, "Markdown");
  assert.equal(await clipboard(page), expected.markdown);
  await copy(page, "text");
  assert.equal(await clipboard(page), expected.toText());
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

for (const width of [1280, 390]) {
  test(`when neither way is allowed the page says what to do, for everyone to see, at ${width} px`, async (t) => {
    const page = await open(t, { viewport: { width, height: 800 } });
    await paste(page, raw);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () =>
        Promise.reject(new DOMException("not allowed", "NotAllowedError"));
      document.execCommand = () => false;
    });
    await page.getByRole("button", { name: "Copy text" }).click();
    const warning = page
      .getByRole("status")
      .filter({ hasText: "Select the article and copy it with the keyboard." });
    await warning.and(page.locator(".warning")).waitFor();
    assert.ok(await inSight(page, ".warning"));
    assert.ok(await inSight(page, ".status"), "the warning leaves the status line in sight");
    assert.equal(await page.locator(".copied").count(), 0);
  });
}

test("the warning goes when the next thing is said", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.evaluate(() => {
    document.execCommand = () => false;
    const { clipboard } = navigator;
    clipboard.writeText = () => {
      // The first attempt alone is refused: the prototype's own function is behind this one.
      Reflect.deleteProperty(clipboard, "writeText");
      return Promise.reject(new DOMException("not allowed", "NotAllowedError"));
    };
  });
  await page.getByRole("button", { name: "Copy text" }).click();
  await page.locator(".warning").waitFor();
  await copy(page, "text");
  assert.equal(await page.locator(".warning").count(), 0);
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
