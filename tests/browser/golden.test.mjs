// The package in Chromium, from a plain script element with no bundler, labels every golden page as it does in Node.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clean } from "copydesk";
import { readRaw, slugs } from "../support/golden.mjs";
import { usePackage } from "./support/package.mjs";

const open = usePackage();

/** @type {import("playwright-core").Page} */
let page;
before(async () => {
  page = await open();
});

for (const slug of slugs) {
  test(`${slug}: the same in Chromium and in Node`, async () => {
    const raw = readRaw(slug);
    const inChromium = await page.evaluate(
      async (text) => JSON.parse(JSON.stringify(await /** @type {any} */ (globalThis).copydesk.clean(text))),
      raw,
    );
    const inNode = JSON.parse(JSON.stringify(await clean(raw)));
    assert.ok(inNode.lines.length > 1);
    assert.deepEqual(inChromium.lines, inNode.lines);
    assert.deepEqual(inChromium, inNode);
  });
}
