// The package as it ships: what the tarball holds, how it starts, and that it cannot send anything.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { build, transform } from "esbuild";
import { story } from "../support/story.mjs";
import { native, nativeCommand, root } from "./support.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "copydesk-"));
after(() => rmSync(folder, { recursive: true }));

function run(command, args, cwd = folder) {
  const done = spawnSync(command, args, { cwd, encoding: "utf8", shell: process.platform === "win32" });
  assert.ifError(done.error);
  assert.equal(done.status, 0, `${command} ${args.join(" ")}: ${done.stderr}`);
  return done.stdout;
}

const [tarball] = JSON.parse(
  run("npm", ["pack", "--json", "--pack-destination", folder], path.join(root, "pkg")),
);
run("npm", [
  "install",
  "--offline",
  "--no-audit",
  "--no-fund",
  "--prefix",
  folder,
  path.join(folder, tarball.filename),
]);

const inBin = (name) => `bin/${name}.js`;
const inTexts = (name) => `bin/texts/${name}`;

test("the tarball holds what is needed and no more", () => {
  assert.deepEqual(tarball.files.map((file) => file.path).sort(), [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICE",
    "README.md",
    ...["args", "copydesk", "errors", "explain", "input", "json", "output", "pages", "plan"].map(inBin),
    ...["progress", "row", "rows"].map(inBin),
    ...["completions.bash", "completions.elvish", "completions.fish", "completions.powershell"].map(inTexts),
    ...["completions.zsh", "copydesk.1", "help.txt"].map(inTexts),
    "cleaned.js",
    "describe.js",
    "engine.js",
    "generated/copydesk.js",
    "generated/copydesk_bg.wasm",
    "generated/wasm-inline.js",
    "index.d.ts",
    "index.js",
    "inlined.js",
    "kinds.js",
    "package.json",
    "page.d.ts",
    "page.js",
    "platform.d.ts",
    "readability.d.ts",
    "readability.js",
    "result.js",
    "slim.d.ts",
    "slim.js",
    "wasm.d.ts",
    "worker/client.js",
    "worker/index.d.ts",
    "worker/index.js",
    "worker/node.js",
    "worker/script-node.js",
    "worker/script.d.ts",
    "worker/script.js",
    "worker/service.js",
  ]);
});

for (const [name, file] of [
  ["the core as WebAssembly", () => path.join(root, "pkg/generated/copydesk_bg.wasm")],
  ["the command", nativeCommand],
]) {
  test(`${name} tells nothing of the machine it was built on`, () => {
    const bytes = readFileSync(file());
    // The compiler writes the paths of sources into what it makes. This one shows that they would be found.
    assert.ok(bytes.includes(path.join("registry", "src")));
    const folders = [`.cargo${path.sep}`, `.rustup${path.sep}`, root, path.join(homedir(), path.sep)];
    // At the root of the file system the home folder is in every path.
    const telling = folders.filter((folder) => path.parse(folder).root !== folder && bytes.includes(folder));
    assert.deepEqual(telling, []);
  });
}

test("installed, it has the command", () => {
  writeFileSync(path.join(folder, "page.txt"), story.raw);
  assert.equal(run("npx", ["--offline", "copydesk", "page.txt"]), native([], story.raw));
});

/**
 * What the README's browsers have, by the names in the module: reference types are the youngest in Chrome, SIMD is in
 * the others. The last two are parts of bulk memory and of reference types, named apart.
 */
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-fptoint",
  "reference-types",
  "sign-ext",
  "simd128",
  "bulk-memory-opt",
  "call-indirect-overlong",
];

test("the WebAssembly asks no more of a browser than those have that the README names", () => {
  const module = new WebAssembly.Module(readFileSync(path.join(root, "pkg/generated/copydesk_bg.wasm")));
  const [section] = WebAssembly.Module.customSections(module, "target_features");
  // Each name has a plus sign and its length before it.
  const names = new TextDecoder("latin1").decode(section).match(/(?<=\+.)[a-z0-9-]+/gs) ?? [];
  assert.ok(names.includes("simd128"));
  assert.deepEqual(
    names.filter((name) => !FEATURES.includes(name)),
    [],
  );
});

test("the scripts are in the JavaScript that those browsers know", async () => {
  for (const { path: file } of tarball.files.filter(({ path: file }) =>
    /^(?!bin|generated|.*node).*\.js$/.test(file),
  )) {
    const script = readFileSync(path.join(root, "pkg", file), "utf8");
    const options = { target: ["chrome96", "firefox90", "safari16.4"], format: /** @type {const} */ ("esm") };
    const [lowered, same] = [await transform(script, options), await transform(script, { format: "esm" })];
    assert.equal(lowered.code, same.code, file);
  }
});

const SCRIPT = `.then(({ clean }) => clean(${JSON.stringify(story.raw)})).then((result) => console.log(result.textContent))`;

test("installed, it can be imported", () => {
  writeFileSync(path.join(folder, "import.mjs"), `import("copydesk")${SCRIPT}`);
  assert.match(run(process.execPath, ["import.mjs"]), /^After nine days/);
});

test("installed, it can be required", () => {
  writeFileSync(path.join(folder, "require.cjs"), `Promise.resolve(require("copydesk"))${SCRIPT}`);
  assert.match(run(process.execPath, ["require.cjs"]), /^After nine days/);
});

test("an application's bundle holds nothing that can make a request or make code from text", async () => {
  writeFileSync(
    path.join(folder, "app.js"),
    'import { clean } from "copydesk"; console.log(await clean(""));',
  );
  const bundle = await build({
    entryPoints: [path.join(folder, "app.js")],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  assert.deepEqual(bundle.warnings, []);
  // But for the WebAssembly, which is data, and in which any word might stand.
  const text = bundle.outputFiles[0].text.replace(/"[^"]{100000,}"/, '""');
  assert.ok(text.length < 100_000);
  assert.ok(text.includes("WebAssembly.compile"));
  const means =
    /\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket|EventSource|\bimport\s*\(|\beval\(|new Function|data:|import\.meta/;
  assert.equal(text.match(means)?.[0], undefined);
});

test("a start that failed is told with what to do, and tried again", () => {
  const script = `
    import { clean } from "copydesk";
    const compile = WebAssembly.compile;
    WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError("refused by the policy"));
    const outcomes = await Promise.allSettled([clean(""), clean("")]);
    console.log(outcomes.map((outcome) => outcome.reason?.message).join("\\n"));
    let starts = 0;
    WebAssembly.compile = (bytes) => (starts++, compile(bytes));
    await Promise.all([clean(""), clean(""), clean("")]);
    await clean("");
    console.log("starts: " + starts);
  `;
  writeFileSync(path.join(folder, "start.mjs"), script);
  const [one, two, starts] = run(process.execPath, ["start.mjs"]).trimEnd().split("\n");
  assert.match(one, /script-src needs 'wasm-unsafe-eval'\. The cause: refused by the policy$/);
  assert.equal(two, one);
  assert.equal(starts, "starts: 1");
});
