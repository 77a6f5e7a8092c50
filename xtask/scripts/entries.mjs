// How large the entries of the package are in an application: bundled, minified, compressed as servers do it.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { build } from "esbuild";

const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));
const wasm = path.join(pkg, "generated/copydesk_bg.wasm");

const ENTRIES = {
  copydesk: "index.js",
  "copydesk/slim": "slim.js",
  "copydesk/readability": "readability.js",
  "copydesk/page": "page.js",
  "copydesk/worker": "worker/index.js",
  "copydesk/worker-script": "worker/script.js",
};

const compress = { gzip: promisify(gzip), brotli: promisify(brotliCompress) };

/** @param {Uint8Array} bytes */
export async function packed(bytes) {
  const [gzip, brotli] = await Promise.all([compress.gzip(bytes), compress.brotli(bytes)]);
  return { size: bytes.length, gzip: gzip.length, brotli: brotli.length };
}

/** The size of everything the package is imported as, in bytes, by name. */
export async function entries() {
  /** @type {Record<string, Awaited<ReturnType<typeof packed>>>} */
  const sizes = { "copydesk/wasm": await packed(await readFile(wasm)) };
  for (const [name, file] of Object.entries(ENTRIES)) {
    const { outputFiles } = await build({
      entryPoints: [path.join(pkg, file)],
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
      logLevel: "error",
    });
    sizes[name] = await packed(outputFiles[0].contents);
  }
  return sizes;
}
