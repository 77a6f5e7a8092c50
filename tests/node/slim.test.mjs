// The entry without WebAssembly in it: every form of the file that it takes, and what it says of what is none.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { story } from "../support/story.mjs";

const address = import.meta.resolve("copydesk/wasm");
const bytes = readFileSync(fileURLToPath(address));

/** An empty module: right in its form, and not ours. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const files = {
  "/copydesk.wasm": ["application/wasm", bytes],
  "/untyped": ["application/octet-stream", bytes],
  "/empty.wasm": ["application/wasm", EMPTY],
  "/page.html": ["text/html", "<!doctype html><title>Harrow</title>"],
};
const server = createServer(({ url }, response) => {
  const [type, content] = files[/** @type {keyof typeof files} */ (url)] ?? [];
  if (type) response.setHeader("Content-Type", type).end(content);
  else response.writeHead(404).end();
});
let origin = "";
before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});

/**
 * What a script prints that has the entry for itself, and the addresses `origin` and `file`.
 *
 * @param {string} script
 */
function alone(script) {
  const code = `
    import { parentPort } from "node:worker_threads";
    import * as slim from "copydesk/slim";
    const { clean, init } = slim;
    const [origin, file, text] = ${JSON.stringify([origin, address, story.raw])};
    const log = (value) => parentPort.postMessage(value);
    const failure = (promise) => promise.then(() => "no failure", (error) => error.name + ": " + error.message);
    ${script}`;
  const specifier = new URL(
    `data:text/javascript,${encodeURIComponent(code.replace('"copydesk/slim"', JSON.stringify(import.meta.resolve("copydesk/slim"))))}`,
  );
  return new Promise((resolve, reject) => {
    const logged = /** @type {any[]} */ ([]);
    const worker = new Worker(specifier);
    worker.on("message", (value) => logged.push(value));
    worker.on("error", reject);
    worker.on("exit", () => resolve(logged));
  });
}

for (const [name, source] of Object.entries({
  "the address of a file": "file",
  "a URL of a file": "new URL(file)",
  "an address": "origin + '/copydesk.wasm'",
  "an address that is served as something else": "origin + '/untyped'",
  "an answer": "fetch(origin + '/copydesk.wasm')",
  "an answer that is here": "await fetch(origin + '/copydesk.wasm')",
  bytes: "await fetch(origin + '/untyped').then((response) => response.arrayBuffer())",
  "a view of bytes":
    "new Uint8Array(await fetch(origin + '/untyped').then((response) => response.arrayBuffer()))",
  "a module": "await WebAssembly.compileStreaming(fetch(origin + '/copydesk.wasm'))",
})) {
  test(`init takes ${name}`, async () => {
    const [title] = await alone(`await init(${source}); log((await clean(text)).title);`);
    assert.equal(title, story.title);
  });
}

test("before init, every call says to init", async () => {
  const calls = ["clean('')", "cleanHtml('')", "cleanDocument({ nodeType: 9 })", "isProbablyReaderable('')"];
  const failures = await alone(
    `for (const call of [${calls.map((call) => `() => slim.${call}`)}]) log(await failure(call()));`,
  );
  assert.equal(failures.length, calls.length);
  for (const failure of failures)
    assert.match(failure, /^Error: copydesk\/slim has no WebAssembly yet: call init\(source\)/);
});

test("calls wait for init, which is shared and done once", async () => {
  const script = `
    let compiled = 0;
    const compile = WebAssembly.compile;
    WebAssembly.compile = (bytes) => (compiled++, compile(bytes));
    const [, , title] = await Promise.all([init(file), init(file), clean(text).then((result) => result.title)]);
    await init(file);
    log(title); log(compiled);`;
  assert.deepEqual(await alone(script), [story.title, 1]);
});

for (const [source, message] of Object.entries({
  "origin + '/missing'": /^Error: init: http:\S+\/missing could not be loaded: the answer is 404 Not Found$/,
  "origin + '/page.html'":
    /could not be loaded: the answer, of type text\/html, is no WebAssembly: is the file of/,
  "origin + '/empty.wasm'": /^Error: init: this WebAssembly module is not copydesk's/,
  "'http://127.0.0.1:1/'": /^Error: init: http:\/\/127\.0\.0\.1:1\/ could not be loaded: /,
  "'file:///no/such/file.wasm'": /^Error: init: file:\S+ could not be loaded: ENOENT/,
  "Uint8Array.of(1, 2, 3)": /^Error: copydesk could not start WebAssembly/,
  "await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))":
    /^Error: init: this WebAssembly module is not copydesk's/,
  "Promise.reject(new Error('mine'))": /^Error: mine$/,
  undefined:
    /^TypeError: init: expected the address, the bytes, a Response or the WebAssembly\.Module .* got undefined$/,
  "{}": /^TypeError: init: .* got an object$/,
})) {
  test(`init(${source}) is refused, and can be called again`, async () => {
    const script = `
      const promises = [init(${source}), clean(text)];
      for (const promise of promises) log(await failure(promise));
      log(await failure(clean(text)));
      await init(file);
      log((await clean(text)).title);`;
    const [first, waiting, later, title] = await alone(script);
    assert.match(first, message);
    assert.equal(waiting, first);
    assert.match(later, /call init\(source\)/);
    assert.equal(title, story.title);
  });
}
