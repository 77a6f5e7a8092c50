// The scripts of the extension that are not the page's.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

/**
 * @param {string} source the folder www/
 * @returns {Promise<Record<string, string>>} by name
 */
export async function extensionScripts(source) {
  const folder = path.join(source, "extension");
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, "reader.js")],
    bundle: true,
    format: "iife",
    globalName: "copydesk",
    // What a script that is run in a page comes to is what the extension gets.
    footer: { js: "copydesk.reading;" },
    write: false,
    logLevel: "warning",
  }).catch(() => process.exit(1)); // esbuild has said what is wrong, and where
  return {
    "reader.js": outputFiles[0].text,
    "background.js": await readFile(path.join(folder, "background.js"), "utf8"),
  };
}
