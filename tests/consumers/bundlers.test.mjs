// The package in applications: each bundler makes one, and Chromium runs it under a strict policy.

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { createServer } from "vite";
import { withEsbuild, withRollup, withVite, withWebpack } from "./support/bundle.mjs";
import { ANSWERS_IN_A_PAGE, IN_A_PAGE, page, program } from "./support/program.mjs";
import { project } from "./support/project.mjs";
import { POLICY, serve, useVisits } from "./support/site.mjs";

const visit = useVisits();
const good = { answers: ANSWERS_IN_A_PAGE, errors: [] };

/** For those who do not know the form in which the worker's script is named. */
const OWN_WORKER = '{ start: () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" }) }';

/**
 * @param {string} name
 * @param {Parameters<typeof program>[0]} choices
 */
const application = (name, choices) =>
  project(name, { "program.js": program(choices), "main.js": IN_A_PAGE, "index.html": page("/main.js") });

const VITE = { imports: 'import wasm from "copydesk/wasm?url";', wasm: "wasm" };

test("Vite, built", async () => {
  const built = await withVite(application("vite", VITE));
  assert.deepEqual(await visit(await serve(built)), good);
});

test("Vite, while developing", async () => {
  const root = application("vite-dev", VITE);
  const headers = { "Content-Security-Policy": POLICY };
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "silent",
    server: { host: "127.0.0.1", port: 0, headers },
  });
  after(() => server.close());
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? assert.fail("Vite serves nothing");
  assert.deepEqual(await visit(url), good);
});

test("webpack", async () => {
  const built = await withWebpack(
    application("webpack", { wasm: 'new URL("copydesk/wasm", import.meta.url)' }),
  );
  assert.deepEqual(await visit(await serve(built)), good);
});

test("esbuild", async () => {
  const choices = { imports: 'import wasm from "copydesk/wasm";', wasm: "wasm", worker: OWN_WORKER };
  const built = await withEsbuild(application("esbuild", choices));
  assert.deepEqual(await visit(await serve(built)), good);
});

test("Rollup", async () => {
  const choices = { wasm: 'new URL("./copydesk.wasm", import.meta.url)', worker: OWN_WORKER };
  const folder = application("rollup", choices);
  const built = await withRollup(folder);
  const wasm = path.join(folder, "node_modules/copydesk/generated/copydesk_bg.wasm");
  cpSync(wasm, path.join(built, "copydesk.wasm"));
  assert.deepEqual(await visit(await serve(built)), good);
});
