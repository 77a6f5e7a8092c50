// The golden pages through wasm: the same as natively, to the last field.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { rawFile, readRaw, slugs } from "../support/golden.mjs";
import { assertSame, native } from "./support.mjs";

for (const slug of slugs) {
  test(`${slug}: the package and the native command agree`, async () => {
    const file = rawFile(slug);
    const expected = JSON.parse(native([file, "--to", "json"]));
    const result = await clean(readRaw(slug));
    assert.ok(result.lines.length > 0);
    assertSame(result, expected);
    const json = JSON.stringify(result);
    assertSame(JSON.parse(json), expected);
    assert.ok(json === JSON.stringify(expected), "the same fields with the same values, in another order");
    assert.equal(result.toText(), native([file, "--to", "text"]));
    assert.equal(result.toHtml(), native([file, "--to", "html"]));
  });

  test(`${slug}: setting every line and setting it back gives the first article`, async () => {
    const first = await clean(readRaw(slug));
    const turned = Object.fromEntries(first.lines.map((line) => [line.number, !line.kept]));
    const back = Object.fromEntries(first.lines.map((line) => [line.number, line.kept]));
    const last = first.with(turned).with(back);
    assert.ok(last.lines.every((line) => line.byHand));
    assertSame({ ...last, lines: last.lines.map((line) => ({ ...line, byHand: false })) }, first);
  });
}
