// What those who use the package download, compressed by brotli as their servers do.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inlined } from "../../pkg/inlined.js";
import { entries } from "../../xtask/scripts/entries.mjs";

const KB = 1024;

/** The most that an entry may come to. */
const LIMITS = {
  "copydesk/wasm": 398 * KB,
  copydesk: 420 * KB,
  "copydesk/slim": 6 * KB,
  "copydesk/readability": 422 * KB,
  "copydesk/worker": 6 * KB,
  "copydesk/worker-script": 420 * KB,
};

/** What the WebAssembly may gain when it is put into a script. In base64 it gains a third. */
const INLINED = 1.06;

const sizes = await entries();

test("every entry has a limit", () => {
  assert.deepEqual(Object.keys(sizes).sort(), Object.keys(LIMITS).sort());
});

for (const [name, limit] of Object.entries(LIMITS)) {
  test(`${name} is at most ${limit / KB} KB`, () => {
    const { brotli } = sizes[name];
    assert.ok(
      brotli <= limit,
      `${(brotli / KB).toFixed(1)} KB: \`cargo xtask size\` shows what costs how much`,
    );
  });
}

test("in a script the WebAssembly compresses nearly as well", () => {
  const script = sizes.copydesk.brotli - sizes["copydesk/slim"].brotli;
  assert.ok(
    script <= INLINED * sizes["copydesk/wasm"].brotli,
    `${script} of ${sizes["copydesk/wasm"].brotli}`,
  );
});

test("the WebAssembly in the script is that of the file, byte by byte", (t) => {
  const compile = t.mock.method(WebAssembly, "compile", async () => null);
  inlined.compile();
  const [bytes] = compile.mock.calls[0].arguments;
  assert.ok(readFileSync(fileURLToPath(import.meta.resolve("copydesk/wasm"))).equals(bytes));
});
