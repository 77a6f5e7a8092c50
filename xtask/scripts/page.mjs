// Builds the page into dist/: a folder that any static host can serve, and in it the page in one file. Beside it,
// dist-extension/: the extension for Chromium.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bookmarkletCode, bookmarkletSource, withBookmarklet } from "./page/bookmarklet.mjs";
import { bundleExtension, bundleOne, bundlePage, bundleServiceWorker, bundleWorker } from "./page/bundle.mjs";
import { extensionScripts } from "./page/extension.mjs";
import { inExtension, inFolder, inOneFile } from "./page/html.mjs";
import { extensionIcons, withIcons } from "./page/icons.mjs";
import { precache } from "./page/precache.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = path.join(root, "www");
const draft = path.join(root, "node_modules/.cache/copydesk/dist");
const result = path.join(root, "dist");

const read = (/** @type {string} */ name) => readFile(path.join(source, name), "utf8");

const [html, icon, manifest] = await Promise.all(
  ["index.html", "icon.svg", "manifest.webmanifest"].map(read),
);
const worker = await bundleWorker(source);
const [page, one] = await Promise.all([
  bundlePage(source, { plugins: [withBookmarklet(await bookmarkletCode(source))] }),
  bundleOne(source, worker),
]);

/** What the service worker keeps: all that the page is made of. @type {Record<string, string | Uint8Array>} */
const files = {
  "index.html": inFolder(html, icon),
  "main.js": page.script,
  "style.css": page.style,
  "worker.js": `export const text = ${JSON.stringify(worker)};\n`,
  "bookmarklet.js": await bookmarkletSource(source),
  "manifest.webmanifest": await withIcons(manifest, icon),
};
/** Whose code it is, and on what terms. */
const licences = Object.fromEntries(
  await Promise.all(
    ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"].map(async (name) => [
      name,
      await readFile(path.join(root, name)),
    ]),
  ),
);
const beside = {
  ...licences,
  "sw.js": await bundleServiceWorker(source, precache(files)),
  "copydesk.html": inOneFile(html, icon, one),
};

const extension = await bundleExtension(source, "worker.js");
await putInPlace(result, { ...files, ...beside });
await putInPlace(`${result}-extension`, {
  ...licences,
  ...(await extensionIcons(icon)),
  ...(await extensionScripts(source)),
  "index.html": inExtension(html, icon),
  "main.js": extension.script,
  "style.css": extension.style,
  "worker.js": worker,
  "manifest.json": await read("extension/manifest.json"),
});

/**
 * @param {string} folder
 * @param {Record<string, string | Uint8Array>} contents by name
 */
async function putInPlace(folder, contents) {
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const [name, content] of Object.entries(contents)) await writeFile(path.join(draft, name), content);
  // Moved into place whole, so that a server meanwhile never sees half a page.
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}
