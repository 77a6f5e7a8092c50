// How many times as long Readability takes on a page's HTML, with linkedom, as Copydesk on its text.
//
//     zstd -dc --long=27 CORPUS/news-dev.jsonl.zst | node benches/readability.mjs
//
// The rows are those that training/README.md tells of: real pages, with the HTML that was served and the text that
// select-all gives. Taken are pages of about 150 lines that are not blank. Machines are noisy, so the two take turns,
// and what is printed is the median of the ratios.

import assert from "node:assert/strict";
import { createInterface } from "node:readline";
import { Readability } from "@mozilla/readability";
import { clean } from "copydesk";
import { parseHTML } from "linkedom";

const ROUNDS = 7;
const FEWEST_LINES = 120;
const MOST_LINES = 180;

/** @param {() => unknown} work */
async function milliseconds(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const pages = [];
for await (const row of createInterface({ input: process.stdin })) {
  const { html, paste } = JSON.parse(row);
  const lines = paste.split("\n").filter((/** @type {string} */ line) => line.trim() !== "").length;
  if (lines >= FEWEST_LINES && lines <= MOST_LINES) {
    pages.push({ html, paste });
  }
}
assert.ok(pages.length >= 10, `${pages.length} pages of about 150 lines are too few`);

const ours = [];
const theirs = [];
const ratios = [];
for (const { html, paste } of pages) {
  const pairs = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await milliseconds(() => new Readability(parseHTML(html).document).parse()));
    ours.push(await milliseconds(() => clean(paste)));
    pairs.push(/** @type {number} */ (theirs.at(-1)) / /** @type {number} */ (ours.at(-1)));
  }
  ratios.push(median(pairs));
}
console.log(`${pages.length} pages of ${FEWEST_LINES} to ${MOST_LINES} lines`);
console.log(
  `Readability on linkedom ${median(theirs).toFixed(1)} ms a page, Copydesk ${median(ours).toFixed(1)} ms`,
);
console.log(`median of the pages' ratios: ${median(ratios).toFixed(1)} times as long`);
