// The icons of the installed page, all drawn from the one mark.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { replaceOnce } from "./html.mjs";

const require = createRequire(import.meta.url);

/**
 * The manifest with its icons in it. Chromium loads them as images of the page, when the page has long been there, and
 * its policy allows no image from anywhere.
 * @param {string} manifest
 * @param {string} svg the mark
 */
export async function withIcons(manifest, svg) {
  await start();
  // A system cuts it into a shape of its own, so that its ground has to reach into the corners.
  const square = replaceOnce(svg, ' rx="7"', "");
  const icons = {
    "icon.svg": dataUri("image/svg+xml", Buffer.from(svg.trim())),
    "icon-192.png": dataUri("image/png", png(svg, 192)),
    "icon-512.png": dataUri("image/png", png(svg, 512)),
    "icon-maskable.png": dataUri("image/png", png(square, 512)),
  };
  return Object.entries(icons).reduce(
    (written, [name, address]) => replaceOnce(written, `"${name}"`, `"${address}"`),
    manifest,
  );
}

/**
 * The icons of the extension, by name.
 * @param {string} svg
 */
export async function extensionIcons(svg) {
  await start();
  return Object.fromEntries([16, 48, 128].map((width) => [`icon-${width}.png`, png(svg, width)]));
}

/** @type {Promise<void> | undefined} */
let started;

function start() {
  started ??= readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")).then(initWasm);
  return started;
}

/**
 * @param {string} type
 * @param {Uint8Array} bytes
 */
const dataUri = (type, bytes) => `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;

/**
 * @param {string} svg
 * @param {number} width
 */
function png(svg, width) {
  return new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();
}
