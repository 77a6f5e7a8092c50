// Kinds as switches with counts, and the slider from keep more to keep less.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { readRaw } from "../support/golden.mjs";
import { usePage } from "./support/browser.mjs";
import { allRows, bodyHtml, paste, said, settled } from "./support/desk.mjs";

const open = usePage();
const raw = readRaw("recipe");

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const openKinds = (page) => page.locator("#kinds > summary").click();

/** @param {Page} page @param {string} word */
const kind = (page, word) => page.locator(".kind-list label").filter({ hasText: word });

const asNodesWriteIt = (/** @type {string} */ html) => html.replaceAll("&quot;", '"');

test("each kind has a switch with its mark and how many of its lines are kept", async (t) => {
  const page = await open(t);
  const { lines } = await clean(raw);
  await paste(page, raw);
  await openKinds(page);
  const switches = page.locator(".kind-list label");
  assert.equal(await switches.count(), 22);
  const marks = await switches.locator(".mark").allTextContents();
  assert.equal(new Set(marks).size, 22, "no two marks are alike");

  const lists = lines.filter((line) => line.kind === "list");
  assert.ok(lists.length > 1);
  assert.equal(
    await kind(page, "List").locator(".count").textContent(),
    `${lists.filter(({ kept }) => kept).length} of ${lists.length}`,
  );
  assert.ok(await kind(page, "List").locator("input").isChecked());
  assert.equal(await kind(page, "Navigation").locator("input").isChecked(), false);
  assert.equal(await kind(page, "Cookies").locator(".count").textContent(), "none");
});

test("a whole kind is dropped and kept at once, as with the package's options", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  const before = await bodyHtml(page);
  await openKinds(page);

  await kind(page, "List").locator("input").uncheck();
  await settled(page);
  const without = await clean(raw, { drop: ["list"] });
  assert.equal(await bodyHtml(page), asNodesWriteIt(without.content));
  assert.match((await kind(page, "List").locator(".count").textContent()) ?? "", /^0 of /);
  await said(page, /^List: dropped\. \d+ of \d+ lines kept\./);

  await kind(page, "Comment").locator("input").check();
  await settled(page);
  const withComments = await clean(raw, { drop: ["list"], keep: ["comment"] });
  assert.equal(await bodyHtml(page), asNodesWriteIt(withComments.content));

  await kind(page, "List").locator("input").check();
  await kind(page, "Comment").locator("input").uncheck();
  await settled(page);
  assert.equal(await bodyHtml(page), before);
});

test("the slider keeps more or less, by pointer and by key, and the rows follow", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  const slider = page.locator("#strictness");
  assert.equal(await slider.inputValue(), "0.5");
  const kept = async () => (await page.locator("#kept").textContent()) ?? "";

  for (const [value, key] of /** @type {const} */ ([
    ["0", "Home"],
    ["1", "End"],
  ])) {
    await slider.press(key);
    await settled(page);
    assert.equal(await slider.inputValue(), value);
    const expected = await clean(raw, { strictness: Number(value) });
    const shown = expected.lines.filter((line) => line.kind !== "blank");
    assert.equal(await kept(), `${shown.filter((line) => line.kept).length} of ${shown.length} lines kept`);
    assert.deepEqual(
      (await allRows(page)).map((row) => ({ number: row.number, kind: row.kind, kept: row.kept })),
      shown.map((line) => ({ number: line.number, kind: line.kind, kept: line.kept })),
    );
    assert.equal(await bodyHtml(page), asNodesWriteIt(expected.content));
  }

  const box = await slider.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width - 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await settled(page);
  const value = Number(await slider.inputValue());
  assert.ok(value > 0.4 && value < 0.6, String(value));
  assert.equal(await bodyHtml(page), asNodesWriteIt((await clean(raw, { strictness: value })).content));

  // A drag is one step back.
  await page.getByRole("button", { name: /^Undo/ }).click();
  await settled(page);
  assert.equal(await slider.inputValue(), "1");
});
