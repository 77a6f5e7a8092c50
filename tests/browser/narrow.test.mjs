// A window as narrow as a phone's: one pane at a time, and what tells of the lines stays in sight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { readRaw } from "../support/golden.mjs";
import { usePage } from "./support/browser.mjs";
import { activeLine, flip, inSight, isKept, paste, said, view } from "./support/desk.mjs";

const open = usePage();
const viewport = { width: 390, height: 844 };
const raw = readRaw("news-select-all");

/** How far down a pane a reader may be. */
const PLACES = [0, 0.5, 1];

for (const [name, pane] of /** @type {const} */ ([
  ["Article", "#reading"],
  ["Lines", "#lines"],
])) {
  test(`the status line stays in sight: ${name}`, async (t) => {
    const page = await open(t, { viewport });
    assert.ok(await inSight(page, ".status"), "before a paste");
    await paste(page, raw);
    await view(page, name);
    for (const place of PLACES) {
      const top = await page.locator(pane).evaluate((scroller, share) => {
        scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
        return scroller.scrollTop;
      }, place);
      if (place > 0) assert.ok(top > 0, "the pane is long enough to scroll");
      assert.ok(await inSight(page, ".status"), `scrolled to ${place}`);
    }
  });
}

test("in a window too low to spare it, the status line leaves its place to what is read", async (t) => {
  const page = await open(t, { viewport: { width: 844, height: 390 } });
  await paste(page, raw);
  assert.ok(await page.locator(".status").isHidden());
  const height = await page.locator("#reading").evaluate((pane) => pane.clientHeight);
  assert.ok(height > 390 / 2, `${height} px to read in`);
});

test("with the keyboard, each line is in sight as it becomes the active one, and so is its reason", async (t) => {
  const page = await open(t, { viewport });
  const { lines } = await clean(raw);
  await paste(page, raw);
  await page.keyboard.press("l");
  assert.ok(await page.locator("#lines").isVisible());
  assert.equal(await page.locator("#view-lines").getAttribute("aria-pressed"), "true");

  const shown = lines.filter(({ kind }) => kind !== "blank");
  for (const { number, reason } of shown) {
    assert.equal(await activeLine(page), number);
    assert.equal(await page.locator("#why .reason").textContent(), reason);
    for (const selector of [`#line-${number}`, "#why", ".status"])
      assert.ok(await inSight(page, selector), `${selector} at line ${number}`);
    await page.keyboard.press("ArrowDown");
  }

  const last = shown[shown.length - 1];
  await page.keyboard.press("Space");
  assert.equal(await isKept(page, last.number), !last.kept);
  assert.match((await page.locator("#why").textContent()) ?? "", /by you/);
  await page.keyboard.press("Home");
  assert.ok(await inSight(page, `#line-${shown[0].number}`), "the first line, from the last");
});

test("with a finger: switch, flip, copy", async (t) => {
  const page = await open(t, { viewport, hasTouch: true, isMobile: true });
  await paste(page, raw);
  await page.getByRole("button", { name: "Lines", exact: true }).tap();
  const before = await isKept(page, 3);
  await page.locator("#line-3").tap();
  assert.equal(await isKept(page, 3), !before);
  await flip(page, 4);
  await page.getByRole("button", { name: "Article", exact: true }).tap();
  await page.locator("#copy").tap();
  await said(page, "Article copied.");
  for (const target of await page.locator("button:visible, summary:visible").all()) {
    const box = await target.boundingBox();
    assert.ok(box && box.width >= 24 && box.height >= 24, (await target.textContent()) ?? "");
  }
});
