// Prints what each part of the WebAssembly costs: its bytes, and what brotli would make less without them. These do not
// sum up: parts that are alike compress each other.
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { header, row } from "./table.mjs";

const WIDTH = 44;

/** In bytes. Parts smaller than this stand in one row. */
const SMALL = 2048;

const [moduleFile, groupsFile] = process.argv.slice(2);
const wasm = await readFile(moduleFile);
/** @type {{ name: string, ranges: [number, number][] }[]} */
const groups = JSON.parse(await readFile(groupsFile, "utf8"));

const size = (/** @type {[number, number][]} */ ranges) =>
  ranges.reduce((sum, [start, end]) => sum + end - start, 0);

const compress = promisify(brotliCompress);

/** @param {[number, number][]} ranges */
async function packedWithout(ranges) {
  const parts = [];
  let from = 0;
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    parts.push(wasm.subarray(from, start));
    from = end;
  }
  parts.push(wasm.subarray(from));
  return (await compress(Buffer.concat(parts))).length;
}

const large = groups.filter(({ ranges }) => size(ranges) >= SMALL);
const small = groups.filter(({ ranges }) => size(ranges) < SMALL);
const rest = { name: `${small.length} others`, ranges: small.flatMap(({ ranges }) => ranges) };
const all = (await compress(wasm)).length;
const costs = await Promise.all(
  [...large, rest].map(async ({ name, ranges }) => ({
    name,
    size: size(ranges),
    brotli: all - (await packedWithout(ranges)),
  })),
);
console.log(header(WIDTH, ["size", "brotli"]));
console.log(row(WIDTH, "all of the WebAssembly", [wasm.length, all]));
for (const { name, size, brotli } of costs.toSorted((a, b) => b.brotli - a.brotli)) {
  console.log(row(WIDTH, name, [size, brotli]));
}
