// An application's `main.js` and `index.html`, made by each bundler into a folder to be served. Bundlers that do not know
// the form in which the worker's script is named get it as an entry, `worker.js`.

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build as esbuild } from "esbuild";
import { rollup } from "rollup";
import { build as vite } from "vite";

/** @type {import("webpack")} */
const webpack = createRequire(import.meta.url)("webpack");

/** @param {string} folder */
function withPage(folder) {
  const built = path.join(folder, "dist");
  cpSync(path.join(folder, "index.html"), path.join(built, "index.html"));
  return built;
}

/** @param {string} folder */
export async function withVite(folder) {
  const warned = /** @type {string[]} */ ([]);
  const warn = (/** @type {string} */ text) => void warned.push(text);
  const silent = { info() {}, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false };
  await vite({
    root: folder,
    configFile: false,
    customLogger: { ...silent, warn, warnOnce: warn, error: warn },
    // A chunk is as large as the WebAssembly in it: Vite would say so.
    build: { chunkSizeWarningLimit: 5000 },
  });
  assert.deepEqual(warned, []);
  return path.join(folder, "dist");
}

/** @param {string} folder */
export async function withWebpack(folder) {
  /** @type {import("webpack").Configuration} */
  const options = {
    mode: "production",
    context: folder,
    entry: "./main.js",
    output: { path: path.join(folder, "dist"), publicPath: "auto" },
    performance: false,
  };
  const stats = await new Promise((resolve, reject) =>
    webpack(options, (error, stats) => (error ? reject(error) : resolve(stats))),
  );
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  assert.deepEqual([errors, warnings], [[], []]);
  return withPage(folder);
}

/** @param {string} folder */
export async function withEsbuild(folder) {
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
  return withPage(folder);
}

/** @param {string} folder */
export async function withRollup(folder) {
  const warned = /** @type {string[]} */ ([]);
  const bundle = await rollup({
    input: { main: path.join(folder, "main.js"), worker: "copydesk/worker-script" },
    plugins: [nodeResolve({ browser: true, rootDir: folder })],
    onwarn: (warning) => void warned.push(warning.message),
  });
  await bundle.write({ dir: path.join(folder, "dist"), format: "es" });
  await bundle.close();
  assert.deepEqual(warned, []);
  return withPage(folder);
}
