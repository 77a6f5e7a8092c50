// Pages far longer than any that the classifier learned from: their article is found like that of a short one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanHtml } from "copydesk";
import { largePage } from "../support/large.mjs";

/** The share of a page's text that is kept; menus, footers and what stands between the paragraphs are 2 in 100 of it. */
const LEAST_KEPT = 0.95;

for (const [name, length] of /** @type {const} */ ([
  ["100 KB", 1e5],
  ["300 KB", 3e5],
  ["1 MB", 1e6],
  ["3 MB", 3e6],
])) {
  test(`the article of a page of ${name} is found`, async () => {
    const { text, html } = largePage(length);
    for (const { title, lines } of [await clean(text), await cleanHtml(html)]) {
      const seen = lines.filter(({ kind }) => kind !== "blank");
      const words = (/** @type {typeof lines} */ of) =>
        of.reduce((sum, line) => sum + line.text.split(" ").length, 0);
      const kept = words(seen.filter((line) => line.kept)) / words(seen);
      assert.equal(title, "The year in which the Orla stayed in its bed");
      assert.ok(kept > LEAST_KEPT && kept < 1, `kept ${kept.toFixed(3)} of the words`);
      for (const line of [...seen.slice(0, 7), ...seen.slice(-4)])
        assert.ok(!line.kept, `dropped: ${line.text}`);
    }
  });
}
