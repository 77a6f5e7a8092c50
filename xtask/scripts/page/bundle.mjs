// The page's scripts and styles, each bundled into one text.
import path from "node:path";
import { build } from "esbuild";

/** @typedef {{ script: string, style: string }} Bundled */

/** @type {import("esbuild").BuildOptions} */
const COMMON = {
  bundle: true,
  format: "esm",
  minify: true,
  write: false,
  // The page's own browsers, a little younger than those of the package.
  target: ["chrome115", "edge115", "firefox115", "safari16.4"],
  logLevel: "warning",
};

/**
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<string[]>} the texts of what came out
 */
async function bundle(options) {
  // esbuild has said what is wrong, and where.
  const { outputFiles } = await build({ ...COMMON, ...options }).catch(() => process.exit(1));
  return (outputFiles ?? []).map(({ text }) => text);
}

/**
 * @param {string} source the folder www/
 * @param {import("esbuild").BuildOptions} [options]
 * @returns {Promise<Bundled>}
 */
export async function bundlePage(source, options = {}) {
  const entryPoints = [path.join(source, "main.js"), path.join(source, "style.css")];
  const [script, style] = await bundle({ entryPoints, outdir: source, ...options });
  return { script, style };
}

/**
 * The page with the worker's script in its own, and without a service worker.
 * @param {string} source
 * @param {string} worker
 */
export function bundleOne(source, worker) {
  const contents =
    `const text = ${JSON.stringify(worker)};\n` +
    "export const workerText = async () => text;\n" +
    "export const workerFile = null;\nexport const serviceWorker = null;\n";
  return bundlePage(source, { plugins: [servedAs(contents)] });
}

/**
 * The page of an extension, which starts its worker from a file of its own.
 * @param {string} source
 * @param {string} file
 */
export function bundleExtension(source, file) {
  const contents =
    `export const workerFile = ${JSON.stringify(file)};\n` +
    'export const workerText = async () => "";\nexport const serviceWorker = null;\n';
  return bundlePage(source, { plugins: [servedAs(contents)] });
}

/**
 * @param {string} contents what takes the place of www/host/served.js
 * @returns {import("esbuild").Plugin}
 */
const servedAs = (contents) => ({
  name: "served otherwise",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]www[\\/]host[\\/]served\.js$/ }, () => ({ contents }));
  },
});

/**
 * A classic script, which every browser takes as a worker.
 * @param {string} source
 * @param {import("esbuild").BuildOptions} [options]
 */
export async function bundleWorker(source, options = {}) {
  const entryPoints = [path.join(source, "engine/watched.js")];
  return (await bundle({ entryPoints, format: "iife", ...options }))[0];
}

/**
 * @param {string} source
 * @param {import("./precache.mjs").Precache} precache
 */
export async function bundleServiceWorker(source, { files, version }) {
  const define = { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) };
  return (await bundle({ entryPoints: [path.join(source, "host/sw.js")], format: "iife", define }))[0];
}
