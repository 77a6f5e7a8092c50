// Prints how large the things that ship are.
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { entries, packed } from "./entries.mjs";
import { header, row } from "./table.mjs";

const WIDTH = 28;

const root = fileURLToPath(new URL("../../", import.meta.url));
const [command] = process.argv.slice(2);

console.log(header(WIDTH, ["size", "gzip", "brotli"]));
for (const [name, { size, gzip, brotli }] of Object.entries(await entries())) {
  console.log(row(WIDTH, name, [size, gzip, brotli]));
}
for (const [name, file] of Object.entries({
  "the page's script": "main.js",
  "its worker": "worker.js",
  "its service worker": "sw.js",
  "its style": "style.css",
  "the page in one file": "copydesk.html",
})) {
  const { size, gzip, brotli } = await packed(await readFile(path.join(root, "dist", file)));
  console.log(row(WIDTH, name, [size, gzip, brotli]));
}
// Nobody downloads the command compressed this way, and it would take seconds.
console.log(row(WIDTH, "the command", [(await stat(command)).size]));
