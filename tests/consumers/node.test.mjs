// The package in Node, and in TypeScript; and what those say of it who check packages.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { ANSWERS, program } from "./support/program.mjs";
import { project, root, run, tarball, tool } from "./support/project.mjs";

const LOG = "console.log(JSON.stringify(await answers));";
const WASM = { wasm: 'import.meta.resolve("copydesk/wasm")' };

test("an ES module imports it", () => {
  const folder = project("import", { "main.js": `${program(WASM)}${LOG}` });
  const { stdout, stderr } = run(process.execPath, ["main.js"], folder);
  assert.deepEqual([JSON.parse(stdout), stderr], [ANSWERS, ""]);
});

test("a CommonJS module requires it", () => {
  const script = `
    const { clean } = require("copydesk");
    const { createWorker } = require("copydesk/worker");
    const { Readability } = require("copydesk/readability");
    const slim = require("copydesk/slim");
    const { version } = require("copydesk/package.json");
    const { readFileSync } = require("node:fs");
    (async () => {
      const worker = createWorker();
      await slim.init(readFileSync(require.resolve("copydesk/wasm")));
      const results = await Promise.all([clean("# River"), worker.clean("# River"), slim.clean("# River")]);
      console.log(results.length, typeof Readability, version);
    })();`;
  const folder = project("require", { "main.cjs": script });
  const { stdout } = run(process.execPath, ["main.cjs"], folder);
  assert.match(stdout, /^3 function \d+\.\d+\.\d+\n$/);
});

/** What an application in TypeScript does with each entry. */
const TYPED = `
import { type CleanOptions, clean, type Result } from "copydesk";
import { Readability } from "copydesk/readability";
import { clean as cleanSlim, init } from "copydesk/slim";
import wasm from "copydesk/wasm";
import { type CleanWorker, createWorker } from "copydesk/worker";

export async function use(text: string): Promise<readonly string[]> {
  const options: CleanOptions = { keep: ["caption"] };
  await init(wasm);
  const worker: CleanWorker = createWorker();
  const [first] = await worker.cleanAll([text, { html: text, url: null }], { ...options, onProgress: ({ done }) => done.toFixed() });
  const results: Result[] = [await clean(text, options), await cleanSlim(text), await worker.clean(text)];
  if (first?.status === "fulfilled") results.push(first.value);
  // @ts-expect-error no such option
  await worker.clean(text, { kep: [] });
  // @ts-expect-error the file is missing
  await init();
  // @ts-expect-error a string is no document
  new Readability(text);
  return results.map((result) => result.title ?? "");
}
`;
const IN_THE_DOM = `${TYPED}
const element = new Readability(document, { serializer: (node) => node }).parse()?.content;
export const name: string | undefined = element?.nodeName;
createWorker({ start: () => new Worker("worker.js") });
await init(await fetch("copydesk.wasm"));
`;

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2023",
  types: [],
};

for (const [name, options] of Object.entries({
  "as node16 resolves": { module: "node16", lib: ["es2023", "dom"] },
  "as bundlers resolve": { module: "esnext", moduleResolution: "bundler", lib: ["es2023", "dom"] },
  "without the types of the DOM": { module: "node16", lib: ["es2023"] },
})) {
  test(`TypeScript, strict, ${name}`, () => {
    const config = { compilerOptions: { ...STRICT, ...options }, include: ["*.ts"] };
    const folder = project(`types ${name}`, {
      "main.ts": options.lib.includes("dom") ? IN_THE_DOM : TYPED,
      "tsconfig.json": JSON.stringify(config),
    });
    assert.equal(run(path.join(root, "node_modules/.bin/tsc"), [], folder).stdout, "");
  });
}

test("publint has nothing to say", () => {
  const { stdout } = run(tool("publint"), [tarball, "--strict"], root);
  assert.match(stdout, /All good!/);
});

test("are-the-types-wrong finds no problem, as the package is ESM alone", () => {
  run(tool("attw"), [tarball, "--profile", "esm-only"], root);
});

test("npm would publish it without a warning", () => {
  const folder = project("publish", {});
  rmSync(path.join(folder, "package.json"));
  const { stderr } = run("npm", ["publish", "--dry-run", path.join(folder, "node_modules/copydesk")], folder);
  const said = stderr
    .split("\n")
    .filter((line) => /^npm (warn|error)/i.test(line) && !/Unknown \w+ config|to be logged in/.test(line));
  assert.deepEqual(said, []);
});
