// How the page looks: pictures to be looked at, kept under tests/artifacts, and the few things of it that a machine
// can judge.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readRaw } from "../support/golden.mjs";
import { usePage } from "./support/browser.mjs";
import { line, paste } from "./support/desk.mjs";

const open = usePage();
const artifacts = fileURLToPath(new URL("../artifacts/", import.meta.url));
await mkdir(artifacts, { recursive: true });
const raw = readRaw("news-select-all");

for (const width of [1280, 390]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`pictures at ${width} px, ${colorScheme}`, async (t) => {
      const page = await open(t, { viewport: { width, height: width > 900 ? 800 : 844 }, colorScheme });
      const picture = (/** @type {string} */ name) =>
        page.screenshot({ path: `${artifacts}${width}-${colorScheme}-${name}.png`, animations: "disabled" });
      await picture("empty");
      await paste(page, raw);
      assert.ok(await page.locator("#article").isVisible());
      await picture("article");
      if (width < 900) await page.getByRole("button", { name: "Lines", exact: true }).click();
      await line(page, 10).click();
      await line(page, 11).hover();
      await picture("lines");
    });
  }
}

for (const width of [320, 390, 899, 900, 1280, 1920, 3840]) {
  test(`at ${width} px nothing is wider than the window, before and after a paste`, async (t) => {
    const page = await open(t, { viewport: { width, height: 800 } });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(await overflow(), 0);
    await paste(page, `${raw}\n${"unbroken".repeat(200)}\n`);
    assert.equal(await overflow(), 0);
    const lines = page.getByRole("button", { name: "Lines", exact: true });
    if (await lines.isVisible()) await lines.click();
    assert.ok(await page.locator("#lines").isVisible());
    assert.equal(await overflow(), 0);
  });
}

test("in a narrow window the article comes first, and each pane is found again where it was left", async (t) => {
  const page = await open(t, { viewport: { width: 390, height: 320 } });
  await paste(page, raw);
  assert.ok(await page.locator("#article").isVisible());
  assert.ok(await page.locator("#lines").isHidden());

  await page.evaluate(() => scrollTo(0, 150));
  await page.getByRole("button", { name: "Lines", exact: true }).click();
  assert.ok(await page.locator("#article").isHidden());
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.getByRole("button", { name: "Article", exact: true }).click();
  assert.equal(await page.evaluate(() => scrollY), 150);
});
