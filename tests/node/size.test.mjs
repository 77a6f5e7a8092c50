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
  "copydesk/wasm": 319 * KB,
  copydesk: 340 * KB,
  "copydesk/slim": 6 * KB,
  "copydesk/readability": 340 * KB,
  "copydesk/worker": 6 * KB,
  "copydesk/worker-script": 339 * KB,
  "copydesk/page": 2 * KB,
};

/** What the WebAssembly may gain when it is put into a script. In base64 it gains a third. */
const INLINED = 1.06;

const sizes = await entries();

const readme = readFileSync(new URL("../../pkg/README.md", import.meta.url), "utf8");

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

/** In KB: what the README says may be more than what is so, by less than this. */
const ROUNDED = 3;

for (const [, name, figure] of readme.matchAll(/^\| `(copydesk\S*)` \|.*\| (\d+) KB \|$/gm)) {
  test(`the README says how large ${name} is`, () => {
    const stated = Number(figure) - sizes[name].brotli / KB;
    assert.ok(
      stated >= 0 && stated < ROUNDED,
      `${(sizes[name].brotli / KB).toFixed(1)} KB, and not ${figure}`,
    );
  });
}

test("the README says it of every entry", () => {
  const named = [...readme.matchAll(/^\| `(copydesk\S*)` \|.*KB \|$/gm)].map(([, name]) => name);
  assert.deepEqual(named.sort(), Object.keys(LIMITS).sort());
});

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
