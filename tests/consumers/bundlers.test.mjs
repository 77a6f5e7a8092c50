// The package in applications: each bundler makes one, and Chromium runs it under a strict policy.

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, test } from "node:test";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build as esbuild } from "esbuild";
import { rollup } from "rollup";
import { build as vite, createServer as viteServer } from "vite";
import { ANSWERS_IN_A_PAGE, IN_A_PAGE, page, program } from "./support/program.mjs";
import { project } from "./support/project.mjs";
import { POLICY, serve, useVisits } from "./support/site.mjs";

/** @type {import("webpack")} */
const webpack = createRequire(import.meta.url)("webpack");

const visit = useVisits();
const good = { answers: ANSWERS_IN_A_PAGE, errors: [] };

/** For those who do not know the form in which the worker's script is named. */
const OWN_WORKER = '{ start: () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" }) }';

/**
 * @param {string} name
 * @param {Parameters<typeof program>[0]} choices
 * @param {string} script
 */
const application = (name, choices, script) =>
  project(name, { "program.js": program(choices), "main.js": IN_A_PAGE, "index.html": page(script) });

const VITE = { imports: 'import wasm from "copydesk/wasm?url";', wasm: "wasm" };

test("Vite, built", async () => {
  const folder = application("vite", VITE, "/main.js");
  const warned = /** @type {string[]} */ ([]);
  const logger = /** @type {any} */ ({
    info() {},
    warn: (text) => warned.push(text),
    error: (text) => warned.push(text),
    warnOnce: (text) => warned.push(text),
    clearScreen() {},
    hasErrorLogged: () => false,
  });
  const options = { chunkSizeWarningLimit: 5000, assetsInlineLimit: 0 };
  await vite({ root: folder, configFile: false, customLogger: logger, build: options });
  assert.deepEqual(warned, []);
  assert.deepEqual(await visit(await serve(path.join(folder, "dist"))), good);
});

test("Vite, while developing", async () => {
  const folder = application("vite-dev", VITE, "/main.js");
  const headers = { "Content-Security-Policy": POLICY };
  const server = await viteServer({
    root: folder,
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
  const folder = application("webpack", { wasm: 'new URL("copydesk/wasm", import.meta.url)' }, "/main.js");
  const output = { path: path.join(folder, "dist"), publicPath: "auto" };
  const options = /** @type {const} */ ({
    mode: "production",
    context: folder,
    entry: "./main.js",
    output,
    performance: false,
  });
  const stats = await new Promise((resolve, reject) =>
    webpack(options, (error, stats) => (error ? reject(error) : resolve(stats))),
  );
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  assert.deepEqual([errors, warnings], [[], []]);
  cpSync(path.join(folder, "index.html"), path.join(folder, "dist/index.html"));
  assert.deepEqual(await visit(await serve(path.join(folder, "dist"))), good);
});

test("esbuild", async () => {
  const choices = { imports: 'import wasm from "copydesk/wasm";', wasm: "wasm", worker: OWN_WORKER };
  const folder = application("esbuild", choices, "/main.js");
  const { warnings } = await esbuild({
    absWorkingDir: folder,
    entryPoints: { main: "main.js", worker: "copydesk/worker-script" },
    outdir: "dist",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    loader: { ".wasm": "file" },
    logLevel: "silent",
  });
  assert.deepEqual(warnings, []);
  cpSync(path.join(folder, "index.html"), path.join(folder, "dist/index.html"));
  assert.deepEqual(await visit(await serve(path.join(folder, "dist"))), good);
});

test("Rollup", async () => {
  const choices = { wasm: 'new URL("./copydesk.wasm", import.meta.url)', worker: OWN_WORKER };
  const folder = application("rollup", choices, "/main.js");
  const warned = /** @type {string[]} */ ([]);
  const bundle = await rollup({
    input: { main: path.join(folder, "main.js"), worker: "copydesk/worker-script" },
    plugins: [nodeResolve({ browser: true, rootDir: folder })],
    onwarn: (warning) => void warned.push(warning.message),
  });
  await bundle.write({ dir: path.join(folder, "dist"), format: "es" });
  await bundle.close();
  assert.deepEqual(warned, []);
  cpSync(path.join(folder, "index.html"), path.join(folder, "dist/index.html"));
  const wasm = path.join(folder, "node_modules/copydesk/generated/copydesk_bg.wasm");
  cpSync(wasm, path.join(folder, "dist/copydesk.wasm"));
  assert.deepEqual(await visit(await serve(path.join(folder, "dist"))), good);
});
