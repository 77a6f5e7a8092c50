// The package in Deno and Bun.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ANSWERS, program } from "./support/program.mjs";
import { bun, project, run, tool } from "./support/project.mjs";

const LOG = "console.log(JSON.stringify(await answers));";
const WASM = { wasm: 'import.meta.resolve("copydesk/wasm")' };

for (const [name, command, args] of /** @type {const} */ ([
  // It may read, and nothing else: no network, no writing, no environment.
  ["Deno", tool("deno"), ["run", "--quiet", "--no-prompt", "--allow-read", "main.js"]],
  ["Bun", bun(), ["main.js"]],
])) {
  test(name, () => {
    const folder = project(name, { "main.js": `${program(WASM)}${LOG}` });
    const { stdout, stderr } = run(command, [...args], folder);
    assert.deepEqual([stderr, JSON.parse(stdout)], ["", ANSWERS]);
  });
}
