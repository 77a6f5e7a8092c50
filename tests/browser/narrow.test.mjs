// A window as narrow as a phone's: one pane at a time, and what tells of the lines stays in sight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { readRaw } from "../support/golden.mjs";
import { usePage } from "./support/browser.mjs";
import { inSight, isKept, paste } from "./support/desk.mjs";

const open = usePage();
const viewport = { width: 390, height: 844 };
const raw = readRaw("news-select-all");

/** How far down the page a reader may be. */
const PLACES = [0, 0.5, 1];

for (const view of ["Article", "Lines"]) {
  test(`the status line stays in sight: ${view}`, async (t) => {
    const page = await open(t, { viewport });
    assert.ok(await inSight(page, ".status"), "before a paste");
    await paste(page, raw);
    await page.getByRole("button", { name: view, exact: true }).click();
    for (const place of PLACES) {
      await page.evaluate((share) => {
        const { scrollHeight, clientHeight } = document.documentElement;
        scrollTo(0, share * (scrollHeight - clientHeight));
      }, place);
      if (place > 0) assert.ok((await page.evaluate(() => scrollY)) > 0, "the page is long enough to scroll");
      assert.ok(await inSight(page, ".status"), `scrolled to ${place}`);
    }
  });
}

test("in a window too low to spare it, the status line does not cover what is read", async (t) => {
  const page = await open(t, { viewport: { width: 844, height: 390 } });
  await paste(page, raw);
  await page.evaluate(() => scrollTo(0, 0));
  assert.equal(await inSight(page, ".status"), false);
});

test("with the keyboard, each line is in sight as it takes the focus, and so is its reason", async (t) => {
  const page = await open(t, { viewport });
  const { lines } = await clean(raw);
  await paste(page, raw);

  // From the article back over the copy buttons to the switch, whose second button shows the lines.
  const focused = () => page.evaluate(() => document.activeElement?.id);
  for (const id of ["copy-markdown", "copy-text", "again", "view-lines"]) {
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(), id);
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");

  const shown = lines.filter(({ kind }) => kind !== "blank");
  for (const { number, reason } of shown) {
    assert.equal(await focused(), `line-${number}`);
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
