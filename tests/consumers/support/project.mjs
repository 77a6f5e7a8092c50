// Empty projects with the package installed from its tarball, as npm would install it from a registry.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

const tools = fileURLToPath(new URL("../node_modules", import.meta.url));

/** The path of a tool of this folder's own packages. @param {string} name */
export const tool = (name) => path.join(tools, ".bin", process.platform === "win32" ? `${name}.cmd` : name);

/** Bun's binary: its package comes with one for each machine that might be this one, to be linked by a script. */
export function bun() {
  const scope = path.join(tools, "@oven");
  const name = process.platform === "win32" ? "bun.exe" : "bun";
  const binaries = readdirSync(scope).map((folder) => path.join(scope, folder, "bin", name));
  const runs = binaries.find((binary) => spawnSync(binary, ["--version"]).status === 0);
  return runs ?? assert.fail(`none of these runs: ${binaries}`);
}

/**
 * What a program prints; one that fails or complains fails the test.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
export function run(command, args, cwd) {
  const options = { cwd, timeout: 120_000, shell: process.platform === "win32" };
  const done = spawnSync(command, args, {
    ...options,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  assert.ifError(done.error);
  assert.equal(done.status, 0, `${command} ${args.join(" ")}: ${done.stdout}${done.stderr}`);
  return { stdout: done.stdout, stderr: done.stderr };
}

const folder = mkdtempSync(path.join(tmpdir(), "copydesk-consumers-"));
after(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

const [packed] = JSON.parse(
  run("npm", ["pack", "--json", "--pack-destination", folder], path.join(root, "pkg")).stdout,
);

/** The package as it would be published. */
export const tarball = path.join(folder, packed.filename);

const installed = path.join(folder, "installed");
mkdirSync(installed);
writeFileSync(path.join(installed, "package.json"), '{ "private": true, "type": "module" }\n');
run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball], installed);

/**
 * A new project that has the package and these files.
 *
 * @param {string} name
 * @param {Record<string, string>} files by their paths
 */
export function project(name, files) {
  const made = path.join(folder, name);
  cpSync(installed, made, { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(made, file)), { recursive: true });
    writeFileSync(path.join(made, file), content);
  }
  return made;
}
