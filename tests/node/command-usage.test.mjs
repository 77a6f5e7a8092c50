// The command of the package and the native one: the same arguments and the same input give the same bytes on standard
// output and on standard error, and the same exit code. Here: what is refused, and what the command says of itself.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { readCommand } from "../../pkg/bin/args.js";
import { Stop } from "../../pkg/bin/errors.js";
import { story } from "../support/story.mjs";
import { both, folder, ours, run } from "./commands.mjs";
import { nativeCommand } from "./support.mjs";

/** Compares without a process for each: starting Node takes longer than reading arguments. */
function bothRefuse(args) {
  let own;
  try {
    readCommand(args);
    // What both do with it is for the other tests.
    return;
  } catch (stop) {
    assert.ok(stop instanceof Stop, `${stop.stack}`);
    if (stop.answer !== undefined) return;
    own = `copydesk: ${stop.message}\n`;
  }
  const { out, told, code } = run(nativeCommand(), args, "", {});
  assert.deepEqual([out.length, told, code], [0, own, 2], args.join(" "));
  assert.equal(own.split("\n").length, 2, own);
}

test("wrong uses, one and two at a time", () => {
  const mistakes = [
    ["--jsonlines"],
    ["--jsonlines=3"],
    ["--to", "pdf"],
    ["--to"],
    ["--to="],
    ["--to=-"],
    ["--to", "TEXT"],
    ["--from", ""],
    ["--keep"],
    ["--keep="],
    ["--keep", "caption,"],
    ["--keep", 'a"b'],
    ["--drop", "caption,titel"],
    ["--out="],
    ["--out"],
    ["--url"],
    ["--strictness", "-3"],
    ["--strictness", "-3e"],
    ["--strictness", "-.5"],
    ["--strictness", "1.5"],
    ["--strictness", "nan"],
    ["--strictness", "0x1"],
    ["--strictness="],
    ["--threads", "0"],
    ["--threads", "-1"],
    ["--threads", "2.5"],
    ["--threads=99999999999999999999"],
    ["--color", "red"],
    ["--completions"],
    ["--completions", "tcsh"],
    ["--images=yes"],
    ["--images="],
    ["--help=3"],
    ["-x"],
    ["-xh"],
    ["-3"],
    ["---"],
    ["--=x"],
    [""],
    ["--", "--to"],
    ["--to", "--"],
    ["--", "-"],
    ["--explain", "--explain"],
    ["--to", "text", "--to", "html"],
    ["--lines"],
    ["--strict"],
    ["--jsonl", "--to", "text"],
    ["--jsonl", "--from", "html"],
    ["--jsonl", "--explain"],
    ["--jsonl", "--out", "x"],
    ["--explain", "--to", "json"],
    ["--explain", "--out", "x"],
    ["--color", "always"],
    ["--keep", "caption", "--drop", "credit,caption"],
    ["--url", "a", "b.txt", "c.txt"],
    ["-", "-"],
    ["-h"],
    ["-Vh"],
    ["--man"],
  ];
  writeFileSync(path.join(folder, "page.txt"), story.raw);
  for (const [index, mistake] of mistakes.entries()) {
    bothRefuse(mistake);
    for (let other = index % 5; other < mistakes.length; other += 5) {
      bothRefuse([...mistake, ...mistakes[other]]);
    }
  }
  for (const args of [
    ["--to", "pdf"],
    ["--out", "x", "-"],
    ["--out", "page.txt", "page.txt"],
    ["-hV"],
    ["--man"],
  ]) {
    both(args);
  }
});

test("what the command says of itself", () => {
  for (const args of [["--help"], ["-h"], ["--version"], ["-V"], ["--man"]]) {
    assert.ok(both(args).out.startsWith(args[0].toLowerCase().includes("v") ? "copydesk " : ""));
  }
  for (const shell of ["bash", "elvish", "fish", "powershell", "zsh"]) {
    assert.ok(both(["--completions", shell]).out.includes("strictness"), shell);
  }
});

test("a reader who has enough is no failure", () => {
  const files = Array(300).fill("page.txt");
  writeFileSync(path.join(folder, "page.txt"), story.raw);
  writeFileSync(path.join(folder, "rows.jsonl"), `${JSON.stringify({ text: story.raw })}\n`.repeat(300));
  for (const args of [files, ["--jsonl", "rows.jsonl"], ["--explain", ...files]]) {
    const line = `"${process.execPath}" "${ours}" ${args.join(" ")} | head -1`;
    const done = spawnSync("bash", ["-c", `set -o pipefail; ${line}`], { cwd: folder, encoding: "utf8" });
    assert.deepEqual([done.stderr, done.status], ["", 0], line.slice(0, 200));
    assert.equal(done.stdout.split("\n").length, 2);
  }
});
