// The command of the package and the native one, side by side. Each test file has a folder of its own.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { rawFile, slugs } from "../support/golden.mjs";
import { nativeCommand, root } from "./support.mjs";

/** Where the commands run. */
export const folder = mkdtempSync(path.join(tmpdir(), "copydesk-command-"));
after(() => rmSync(folder, { recursive: true }));

/** The command of the package. */
export const ours = path.join(root, "pkg/bin/copydesk.js");
export const failures = path.join(root, "tests/failures");
export const failureNames = readdirSync(failures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
assert.ok(failureNames.length >= 20, `${failureNames.length}`);

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string | Buffer} input
 * @param {Record<string, string>} variables
 */
export function run(command, args, input, variables) {
  const { CLICOLOR, CLICOLOR_FORCE, NO_COLOR, ...rest } = process.env;
  const env = { ...rest, ...variables };
  const done = spawnSync(command, args, { cwd: folder, input, env, maxBuffer: 1 << 30 });
  assert.ifError(done.error);
  return { out: done.stdout, told: done.stderr.toString(), code: done.status };
}

/**
 * What both commands give, which is the same.
 *
 * @param {string[]} args
 * @param {string | Buffer} [input]
 * @param {Record<string, string>} [variables]
 */
export function both(args, input = "", variables = {}) {
  const native = run(nativeCommand(), args, input, variables);
  const own = run(process.execPath, [ours, ...args], input, variables);
  const what = `copydesk ${args.join(" ")}`.slice(0, 300);
  assert.equal(own.told, native.told, what);
  if (!own.out.equals(native.out)) assert.equal(own.out.toString(), native.out.toString(), what);
  assert.equal(own.code, native.code, what);
  return { out: own.out.toString(), told: own.told, code: own.code };
}

/** Every form of output. */
export const FORMS = ["text", "markdown", "html", "json"];

/** Every page of the tests: texts, and HTML. */
export const pageFiles = [
  ...slugs.map(rawFile),
  ...failureNames.map((name) => path.join(failures, name, "page.html")),
];
