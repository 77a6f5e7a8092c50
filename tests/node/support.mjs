// What several of the tests here share.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The path of the native command. */
export function nativeCommand() {
  const command = process.env.COPYDESK_BIN;
  assert.ok(
    command,
    "COPYDESK_BIN is not set: give it the path of the native command, which `cargo xtask build` makes",
  );
  return command;
}

/**
 * What the native command prints.
 *
 * @param {string[]} args
 * @param {string} [input]
 */
export function native(args, input) {
  const command = nativeCommand();
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
  const fields = ({ id, lines, ...rest }) => rest;
  assert.deepEqual(result.lines, expected.lines);
  assert.deepEqual(fields(result), fields(expected));
}

/**
 * How long the processor takes for it, in milliseconds, at best: that other programs have the machine meanwhile does not
 * count.
 *
 * @param {() => unknown} act
 */
export function fastest(act) {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
