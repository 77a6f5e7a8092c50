// The golden pages through wasm: the same as natively, to the last field.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { clean } from "copydesk";
import { assertSame, native, PAGES, pages } from "./support.mjs";

test("there are golden pages", () => {
  assert.notDeepEqual(pages(), [], `no folder in ${PAGES}`);
});

/** A file's text as the command reads it: a byte order mark says how the file is written and is no part of it. */
const read = async (file) => new TextDecoder().decode(await readFile(file));

for (const slug of pages()) {
  test(`${slug}: the package and the native command agree`, async () => {
    const file = path.join(PAGES, slug, "raw.txt");
    const expected = JSON.parse(native([file, "--to", "json"]));
    const result = await clean(await read(file));
    assert.ok(result.lines.length > 0);
    assertSame(result, expected);
    const json = JSON.stringify(result);
    assertSame(JSON.parse(json), expected);
    assert.ok(json === JSON.stringify(expected), "the same fields with the same values, in another order");
    assert.equal(result.toText(), native([file, "--to", "text"]));
    assert.equal(result.toHtml(), native([file, "--to", "html"]));
  });

  test(`${slug}: setting every line and setting it back gives the first article`, async () => {
    const first = await clean(await read(path.join(PAGES, slug, "raw.txt")));
    const turned = Object.fromEntries(first.lines.map((line) => [line.number, !line.kept]));
    const back = Object.fromEntries(first.lines.map((line) => [line.number, line.kept]));
    const last = first.with(turned).with(back);
    assert.ok(last.lines.every((line) => line.byHand));
    assertSame({ ...last, lines: last.lines.map((line) => ({ ...line, byHand: false })) }, first);
  });
}
