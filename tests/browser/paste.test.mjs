import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { readRaw } from "../support/golden.mjs";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, inSight, line, paste } from "./support/desk.mjs";

const open = usePage();
const { raw, numbers } = story;

/** Nodes write a quotation mark as it is where the core writes a reference: the only difference there may be. */
const asNodesWriteIt = (/** @type {string} */ html) => html.replaceAll("&quot;", '"');

test("a paste gives title, byline, date and body at once", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  assert.equal(await page.locator("#title").textContent(), story.title);
  assert.equal(await page.locator("#origin").textContent(), `${story.byline}25 February 2017`);
  assert.deepEqual(await page.locator("#body > *").allTextContents(), story.paragraphs);
});

test("the body on the page is the package's, element by element", async (t) => {
  const page = await open(t);
  for (const slug of ["news-select-all", "docs-code", "recipe", "news-chinese"]) {
    const raw = readRaw(slug);
    const { content } = await clean(raw);
    assert.notEqual(content, "", slug);
    await paste(page, raw);
    await page.waitForFunction(
      (count) => document.querySelectorAll("#lines > .line").length === count,
      raw.split("\n").filter((text) => text.trim() !== "").length,
    );
    assert.equal(await bodyHtml(page), asNodesWriteIt(content), slug);
  }
});

test("the focus need not be in the field", async (t) => {
  const page = await open(t);
  await page.locator("#input").evaluate((field) => field.blur());
  await paste(page, raw);
  assert.ok(await page.locator("#article").isVisible());
});

test("every line that is not blank has a row with its number, its kind in words, and its text", async (t) => {
  const page = await open(t);
  const { lines } = await clean(raw);
  await paste(page, raw);

  const rows = await page.locator("#lines > .line").evaluateAll((all) =>
    all.map((row) => ({
      number: Number(row.querySelector(".number")?.textContent),
      kind: row.getAttribute("data-kind"),
      word: row.querySelector(".word")?.textContent,
      mark: row.querySelector(".mark")?.textContent,
      kept: row.getAttribute("aria-selected") === "true",
      text: row.querySelector(".text")?.textContent,
    })),
  );
  const seen = lines.filter(({ kind }) => kind !== "blank");
  assert.deepEqual(
    rows.map(({ number, kind, kept, text }) => ({ number, kind, kept, text })),
    seen.map(({ number, kind, kept, text }) => ({ number, kind, kept, text })),
  );
  for (const { word, mark } of rows) assert.ok(word && mark);
});

test("a line tells its reason and score on hover and on focus, and nothing moves", async (t) => {
  const page = await open(t);
  const { lines } = await clean(raw);
  await paste(page, raw);
  const places = () =>
    page
      .locator("#lines > .line, .pane, .why")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const before = await places();

  const [hovered, focused] = [lines[numbers.second - 1], lines[numbers.home - 1]];
  assert.notEqual(hovered.reason, focused.reason);
  await line(page, hovered.number).hover();
  const why = page.locator("#why");
  assert.match((await why.textContent()) ?? "", new RegExp(`^\\s*Line ${hovered.number}:`));
  assert.equal(await why.locator(".reason").textContent(), hovered.reason);
  assert.match((await why.textContent()) ?? "", new RegExp(`${Math.round(hovered.score * 100)} %`));

  await line(page, focused.number).focus();
  assert.equal(await why.locator(".reason").textContent(), focused.reason);
  assert.deepEqual(await places(), before);
});

test("typing is cleaned too, and the field stays until the lines are asked for", async (t) => {
  const page = await open(t);
  await page.locator("#input").pressSequentially("Menu\n");
  await page.keyboard.insertText(story.body);
  await page.locator("#article").waitFor();
  assert.ok(await page.locator("#input").isVisible());
  await page.getByRole("button", { name: "Show the lines" }).click();
  assert.equal(await line(page, 1).locator(".text").textContent(), "Menu");
});

test("a second paste takes the first one's place; a new start empties the desk", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.evaluate(() => navigator.clipboard.writeText("One line\nTwo lines\n"));
  await page.keyboard.press("ControlOrMeta+V");
  await page.waitForFunction(() => document.querySelectorAll("#lines > .line").length === 2);

  await page.getByRole("button", { name: "New paste" }).click();
  assert.ok(await page.locator("#waiting").isVisible());
  assert.equal(await page.locator("#lines > .line").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "input");
  await paste(page, raw);
  assert.ok(await page.locator("#article").isVisible());
});

test("a paste with no article says so, and a line that is flipped back makes one", async (t) => {
  const page = await open(t);
  await paste(page, "Menu\nSign in\nPrivacy\n");
  assert.ok(await page.locator("#none").isVisible());
  assert.equal(await page.locator("#kept").textContent(), "0 of 3 lines kept");
  await line(page, 2).click();
  assert.equal(await page.locator("#body").textContent(), "Sign in\n");
});

for (const width of [1280, 390]) {
  test(`a paste with no text is answered for everyone to see, and changes nothing, at ${width} px`, async (t) => {
    const page = await open(t, { viewport: { width, height: 800 } });
    await paste(page, raw);
    const before = await bodyHtml(page);
    await page.evaluate(() => navigator.clipboard.writeText("  \n "));
    await page.keyboard.press("ControlOrMeta+V");
    await page.locator(".warning").filter({ hasText: "There is no text in what was pasted." }).waitFor();
    assert.ok(await inSight(page, ".warning"));
    assert.ok(await inSight(page, ".status"), "the warning leaves the status line in sight");
    assert.equal(await bodyHtml(page), before);
  });
}

test("the sample takes the place of what was being typed, and the typing does not come back", async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    // At once, so that the typing has not rested yet.
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("input"));
    field.value = "Menu";
    field.dispatchEvent(new InputEvent("input", { inputType: "insertText", data: "Menu" }));
    document.getElementById("sample")?.click();
  });
  await page.locator("body[data-stage=lines]").waitFor();
  const title = await page.locator("#title").textContent();
  // Typing is cleaned 200 ms after the last key.
  await page.waitForTimeout(600);
  assert.equal(await page.locator("body").getAttribute("data-stage"), "lines");
  assert.notEqual(title, "");
  assert.equal(await page.locator("#title").textContent(), title);
});

test("an article in Arabic is set from right to left, in its language", async (t) => {
  const page = await open(t);
  const raw = readRaw("news-arabic");
  await paste(page, raw);
  assert.equal(await page.locator("#article").getAttribute("dir"), "rtl");
  assert.equal(await page.locator("#article").getAttribute("lang"), "ar");
});

test("10,000 lines can be used", async (t) => {
  const page = await open(t);
  const story =
    "The water board of Tessel said on Friday that the river is back within its banks after nine days.";
  const text = Array.from({ length: 10_000 }, (_, i) => (i % 2 ? `Link ${i}` : `${i}. ${story}`)).join("\n");
  await paste(page, text);
  assert.equal(await page.locator("#lines > .line").count(), 10_000);

  await page.locator("#lines > .line").first().focus();
  await page.keyboard.press("End");
  const before = await isSelected(page, 10_000);
  const started = performance.now();
  await page.keyboard.press("Enter");
  assert.notEqual(await isSelected(page, 10_000), before);
  t.diagnostic(`flipping one of 10,000 lines took ${Math.round(performance.now() - started)} ms`);
});

/** @param {import("playwright-core").Page} page @param {number} number */
const isSelected = (page, number) => line(page, number).getAttribute("aria-selected");
