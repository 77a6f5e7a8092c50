// What several of the tests here share.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export const PAGES = path.join(root, "tests/pages");

/** The folders of the golden pages, by name. */
export function pages() {
  return readdirSync(PAGES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** A page with a header, a body and boilerplate. Its last line is number 12. */
export const PAGE = [
  "Home",
  "News",
  "",
  "River returns to its bed after nine days",
  "",
  "By Ana Reyes",
  "",
  "After nine days of flood the Orla is back within its banks, the water board of Tessel said on Friday. Crews will " +
    "inspect the dikes for a week.",
  "",
  "Most people went home on the same day, and the schools of the lower town open again on Monday, the mayor said.",
  "",
  "Terms of use",
].join("\n");

/**
 * What the native command prints.
 *
 * @param {string[]} args
 * @param {string} [input]
 */
export function native(args, input) {
  const command = process.env.COPYDESK_BIN;
  assert.ok(
    command,
    "COPYDESK_BIN is not set: give it the path of the native command, which `cargo xtask build` makes",
  );
  const run = spawnSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.ifError(run.error);
  assert.equal(run.status, 0, `${command} ${args.join(" ")}: ${run.stderr}`);
  return run.stdout;
}

/**
 * The native command's answers to these texts, lines too.
 *
 * @param {string[]} texts
 */
export function nativeAnswers(texts) {
  const rows = texts.map((text, id) => JSON.stringify({ id, text })).join("\n");
  const answers = native(["--jsonl", "--lines"], rows).trimEnd().split("\n");
  assert.equal(answers.length, texts.length);
  return answers.map((answer) => JSON.parse(answer));
}

/**
 * Checks that the package and the native command gave the same answer, field by field and line by line.
 *
 * @param {import("copydesk").Result} result
 * @param {any} expected
 */
export function assertSame(result, expected) {
  // The package's numbers are the core's 32-bit ones; the command prints the shortest decimal that leads to them.
  const line = ({ score, ...rest }) => ({ score: Math.fround(score), ...rest });
  const fields = ({ id, image, lines, confidence, ...rest }) => ({
    ...rest,
    confidence: Math.fround(confidence),
  });
  assert.deepEqual(result.lines.map(line), expected.lines.map(line));
  assert.deepEqual(fields(result), fields(expected));
}
