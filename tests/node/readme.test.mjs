// The README's examples, run as a reader would run them: in a folder that holds its page.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { native, nativeCommand, root } from "./support.mjs";

const readme = readFileSync(path.join(root, "README.md"), "utf8");

/** The fenced blocks in this language, in their order. */
const blocks = (language) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(([, code]) => code);

const [page, article] = blocks("text");
const [row, answer] = blocks("json");

const folder = mkdtempSync(path.join(tmpdir(), "copydesk-readme-"));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(path.join(folder, "node_modules"));
symlinkSync(path.join(root, "pkg"), path.join(folder, "node_modules/copydesk"), "junction");
writeFileSync(path.join(folder, "page.txt"), page);
const paragraphs = page.split("\n").filter((line) => line !== "");
writeFileSync(path.join(folder, "page.html"), paragraphs.map((line) => `<p>${line}</p>`).join("\n"));
writeFileSync(path.join(folder, "pages.jsonl"), row);
mkdirSync(path.join(folder, "pages"));
writeFileSync(path.join(folder, "pages/page.txt"), page);

test("the page gives the article that stands below it", () => {
  assert.equal(native([], page), article);
});

test("the row gives the fields that stand below it, and more", () => {
  const given = JSON.parse(native(["--jsonl"], row));
  const shown = JSON.parse(answer);
  const same = Object.fromEntries(Object.keys(shown).map((field) => [field, given[field]]));
  assert.deepEqual(same, shown);
  assert.ok(Object.keys(given).length > Object.keys(shown).length);
});

const commands = blocks("sh")
  .flatMap((block) => block.trimEnd().split("\n"))
  .filter((line) => line.startsWith("copydesk "));

test("there are commands to try", () => assert.ok(commands.length >= 8, `${commands.length}`));

for (const line of commands) {
  test(line, () => {
    const binary = path.dirname(path.resolve(nativeCommand()));
    const env = { ...process.env, PATH: `${binary}${path.delimiter}${process.env.PATH}` };
    const run = spawnSync(line, { cwd: folder, env, shell: true, encoding: "utf8" });
    assert.deepEqual([run.stderr, run.status], ["", 0]);
    const out = /--out (\S+)/.exec(line)?.[1];
    if (out === undefined) assert.notEqual(run.stdout, "");
    else assert.notDeepEqual(readdirSync(path.join(folder, out)), []);
  });
}

test("what the JavaScript logs is what stands behind it", () => {
  const script = blocks("js").join("");
  const expected = [...script.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
  assert.ok(expected.length >= 8, `${expected.length}`);
  writeFileSync(path.join(folder, "example.mjs"), script);
  const run = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
  assert.equal(run.stderr, "");
  assert.deepEqual(run.stdout.trimEnd().split("\n"), expected);
});
