// Prints how large the things that ship are.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [command] = process.argv.slice(2);

const parts = [
  ["the core as WebAssembly", path.join(root, "pkg/generated/copydesk_bg.wasm")],
  ["the page's script", path.join(root, "dist/main.js")],
  ["the command", command],
];

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(12);

console.log(`${"".padEnd(24)}${"size".padStart(12)}${"gzip".padStart(12)}${"brotli".padStart(12)}`);
for (const [name, file] of parts) {
  const bytes = await readFile(file);
  // Nobody downloads the command compressed this way, and it would take seconds.
  const packed =
    file === command ? "" : kilobytes(gzipSync(bytes).length) + kilobytes(brotliCompressSync(bytes).length);
  console.log(name.padEnd(24) + kilobytes(bytes.length) + packed);
}
