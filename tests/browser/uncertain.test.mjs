// The lines of which the classifier is not sure, one after another.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { readRaw } from "../support/golden.mjs";
import { usePage } from "./support/browser.mjs";
import { activeLine, inSight, paste, said, settled, view } from "./support/desk.mjs";

const open = usePage();
const raw = readRaw("recipe");
const { lines } = await clean(raw);
const unsure = lines
  .filter(({ kind, score }) => kind !== "blank" && score >= 0.25 && score <= 0.75)
  .map(({ number }) => number);

test("N goes from each uncertain line to the next, P back, round and round, each in sight", async (t) => {
  assert.ok(unsure.length > 3, "the page has uncertain lines");
  const page = await open(t);
  await paste(page, raw);
  assert.equal(await page.locator("#unsure-count").textContent(), `${unsure.length} uncertain`);
  for (const number of [...unsure, unsure[0]]) {
    await page.keyboard.press("n");
    assert.equal(await activeLine(page), number);
    assert.ok(await inSight(page, `#line-${number}`), `line ${number}`);
    assert.match((await page.locator("#why").textContent()) ?? "", new RegExp(`^\\s*Line ${number}:`));
  }
  for (const number of [...unsure].reverse()) {
    await page.keyboard.press("p");
    assert.equal(await activeLine(page), number);
  }
  await page.getByRole("button", { name: "Next uncertain line" }).click();
  assert.equal(await activeLine(page), unsure[1]);
});

test("a line that was set by hand is uncertain no more", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await page.locator("#unsure-count").textContent(), `${unsure.length - 1} uncertain`);
  await page.keyboard.press("p");
  await page.keyboard.press("n");
  assert.notEqual(await activeLine(page), unsure[0]);
});

test("in a narrow window the key shows the lines", async (t) => {
  const page = await open(t, { viewport: { width: 390, height: 780 } });
  await paste(page, raw);
  await page.keyboard.press("n");
  assert.ok(await inSight(page, `#line-${unsure[0]}`));
  await view(page, "Article");
});

test("where every line is sure, that is said", async (t) => {
  const page = await open(t);
  await paste(page, "Menu\n");
  assert.equal(await page.locator("#unsure-count").textContent(), "0 uncertain");
  assert.ok(await page.locator("#unsure-after").isDisabled());
  await page.keyboard.press("n");
  await said(page, "No line is uncertain.");
});
