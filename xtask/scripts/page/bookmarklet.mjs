// The bookmarklet from its source: as the address of a bookmark, and to be read.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

/** Those in which a bookmark can be kept that the page's own browsers run. */
const TARGET = ["chrome115", "edge115", "firefox115", "safari16.4"];

/**
 * @param {string} source the folder www/
 * @returns {Promise<string>} what stands behind `javascript:`
 */
export async function bookmarkletCode(source) {
  const entry = path.join(source, "bookmarklet/bookmarklet.js");
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    minify: true,
    write: false,
    target: TARGET,
    logLevel: "warning",
  }).catch(() => process.exit(1)); // esbuild has said what is wrong, and where
  // An address ends at "#" and changes its rules at "?"; of a line's end nothing is left in it.
  return outputFiles[0].text.trim().replace(/[%?#\n]/g, encodeURIComponent);
}

/**
 * The same, to be put into the page.
 * @param {string | null} code
 * @returns {import("esbuild").Plugin}
 */
export const withBookmarklet = (code) => ({
  name: "with the bookmarklet",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]www[\\/]bookmarklet[\\/]code\.js$/ }, () => ({
      contents: `export const code = ${JSON.stringify(code)};\n`,
    }));
  },
});

/**
 * The source for those who want to read what they run, the part that it imports first.
 * @param {string} source
 */
export async function bookmarkletSource(source) {
  const files = ["../pkg/page.js", "bookmarklet/bookmarklet.js"];
  const texts = await Promise.all(files.map((file) => readFile(path.join(source, file), "utf8")));
  return texts.join("\n");
}
