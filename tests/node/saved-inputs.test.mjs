// Every input that was saved for the fuzzers, and every one that they found: the package and the native command say the
// same of each, line by line and field by field.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { clean, cleanHtml, kinds } from "copydesk";
import { both } from "./commands.mjs";
import { assertSame, native, root } from "./support.mjs";

/** So many inputs are saved for each target at least: a walk over an empty folder would pass. */
const FEWEST = 5;

/** What stands between the texts of an input, and the number that stands for the highest strictness; see `tests/hostile/src/inputs.rs`. */
const BETWEEN = "\u{1e}";
const STRICTEST = 200;

/**
 * The saved inputs of a target.
 *
 * @param {string} target
 */
function saved(target) {
  const folders = ["seeds", "finds"].map((folder) => path.join(root, "fuzz", folder, target));
  const there = readdirSync(path.join(root, "fuzz/finds")).includes(target) ? folders : folders.slice(0, 1);
  const inputs = there.flatMap((folder) =>
    readdirSync(folder).map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) })),
  );
  assert.ok(inputs.length >= FEWEST, `${target}: ${inputs.length} inputs`);
  return inputs;
}

/** As the targets read it: U+FFFD stands for what is not UTF-8, and a byte order mark is a character. */
const read = (/** @type {Uint8Array} */ bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/**
 * Checks the package against the native command.
 *
 * @param {{ name: string, row: { text?: string, html?: string, url?: string } }[]} pages
 * @param {string[]} args
 * @param {import("copydesk").CleanOptions} options
 */
async function compare(pages, args = [], options = {}) {
  const rows = pages.map(({ name, row }) => JSON.stringify({ id: name, ...row })).join("\n");
  const answers = native(["--jsonl", "--lines", ...args], rows)
    .trimEnd()
    .split("\n");
  assert.equal(answers.length, pages.length);
  for (const [index, { name, row }] of pages.entries()) {
    const { text, html, url } = row;
    const result =
      text === undefined
        ? await cleanHtml(html ?? "", { ...options, url })
        : await clean(text, { ...options, html, url });
    try {
      assertSame(result, JSON.parse(answers[index]));
    } catch (error) {
      throw new Error(`of ${name}`, { cause: error });
    }
  }
}

test("texts", async () => {
  await compare(saved("text").map(({ name, bytes }) => ({ name, row: { text: read(bytes) } })));
});

test("HTML", async () => {
  await compare(saved("html").map(({ name, bytes }) => ({ name, row: { html: read(bytes) } })));
});

test("pages whose lines are set", async () => {
  const pages = saved("flip").map(({ name, bytes }) => {
    const [flags = 0, lines = 0] = bytes;
    const page = read(bytes.subarray(2 + 3 * (lines % 16)));
    return { name, row: flags & 1 ? { html: page } : { text: page } };
  });
  await compare(pages);
});

test("options", async () => {
  let compared = 0;
  for (const { name, bytes } of saved("options")) {
    const whole = Buffer.alloc(10);
    bytes.copy(whole);
    const strictness = Math.fround(whole[0] / STRICTEST);
    if (strictness > 1) continue;
    const chosen = (/** @type {number} */ bits) => kinds.filter((_, bit) => (bits >>> bit) & 1);
    const drop = chosen(whole.readUInt32LE(5));
    const keep = chosen(whole.readUInt32LE(1)).filter((kind) => !drop.includes(kind));
    const images = (whole[9] & 2) !== 0;
    const [page, html, ...rest] = read(bytes.subarray(10)).split(BETWEEN);
    const url = rest.length > 0 ? rest.join(BETWEEN) : undefined;
    const row = whole[9] & 1 ? { html: page, url } : { text: page, html, url };
    const args = ["--strictness", `${strictness}`, ...(images ? ["--images"] : [])];
    if (keep.length > 0) args.push("--keep", keep.join());
    if (drop.length > 0) args.push("--drop", drop.join());
    await compare([{ name, row }], args, { strictness, keep, drop, images });
    compared++;
  }
  assert.ok(compared >= FEWEST, `${compared}`);
});

test("rows", () => {
  const streams = saved("jsonl").map(({ bytes }) => bytes);
  // A stream that begins as UTF-16 does is refused, all of it; the others are rows of one.
  const isRefused = (/** @type {Buffer} */ bytes) => ["fffe", "feff"].includes(bytes.toString("hex", 0, 2));
  for (const bytes of streams.filter(isRefused)) assert.equal(both(["--jsonl"], bytes).code, 1);
  const rows = streams.filter((bytes) => !isRefused(bytes)).flatMap((bytes) => [bytes, Buffer.from("\n")]);
  assert.ok(rows.length >= 2 * FEWEST);
  both(["--jsonl", "--lines"], Buffer.concat(rows));
});
