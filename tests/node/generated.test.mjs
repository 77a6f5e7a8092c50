// Pages that nobody has seen, through wasm and natively: the same labels and scores, to the last bit that is shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { readRaw, slugs } from "../support/golden.mjs";
import { assertSame, nativeAnswers } from "./support.mjs";

const PAGES = 200;

/** What the choices below follow from, so that a failure can be had again. */
const SEED = 20170225;

/** Numbers from 0 to 1 that look random, the same each time: Marsaglia's xorshift. */
function* numbers(seed) {
  let state = seed;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) / 2 ** 32;
  }
}

/** Pages put together from pieces of the golden ones: lines cut, glued, repeated, wrapped, in any order. */
function* pages() {
  const random = numbers(SEED);
  const upTo = (n) => Math.floor(random.next().value * n);
  const pastes = slugs.map((slug) => readRaw(slug).split("\n"));
  const changes = [
    (lines) => lines,
    (lines) => lines.map((line) => line.slice(0, upTo(line.length + 1))),
    (lines) => lines.flatMap((line) => line.split(/(?<=[,:;] )/u)),
    (lines) => [lines.join("")],
    (lines) => [...lines, ...lines],
    (lines) => lines.map((line) => line.toUpperCase()),
    (lines) => lines.map((line) => `> ${line}`),
    (lines) => lines.flatMap((line) => line.match(/.{1,60}(?:\s|$)/gu) ?? [line]),
    (lines) => lines.map((line) => line.replaceAll(" ", upTo(2) ? "\t" : "\u00a0")),
    (lines) => lines.filter((line) => line.trim() !== ""),
  ];
  for (let page = 0; page < PAGES; page++) {
    const lines = [];
    const pieces = 1 + upTo(6);
    for (let piece = 0; piece < pieces; piece++) {
      const paste = pastes[upTo(pastes.length)];
      const start = upTo(paste.length);
      const part = paste.slice(start, start + 1 + upTo(60));
      lines.push(...changes[upTo(changes.length)](part));
    }
    yield lines.join("\n");
  }
}

test(`${PAGES} generated pages: the package and the native command agree`, async () => {
  const texts = [...pages()];
  const answers = nativeAnswers(texts);
  let kept = 0;
  for (const [page, text] of texts.entries()) {
    const result = await clean(text);
    kept += result.lines.filter((line) => line.kept).length;
    assert.doesNotThrow(() => assertSame(result, answers[page]), `page ${page}`);
  }
  assert.ok(kept > PAGES, "hardly a line was kept: the pages are no test");
});
