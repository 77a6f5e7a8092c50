// The command of the package and the native one: the same arguments and the same input give the same bytes on standard
// output and on standard error, and the same exit code. Here: folders.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { both, FORMS, folder, ours, run } from "./commands.mjs";
import { nativeCommand } from "./support.mjs";

/** The files in a folder, with what they hold. */
function filesIn(name) {
  const at = path.join(folder, name);
  if (!existsSync(at)) return [];
  const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)).sort();
  return paths.map((file) => [path.relative(at, file), readFileSync(file, "utf8")]);
}

/** What both commands write into a folder of the same name, one after the other. */
function bothInto(args, out = "out") {
  const clear = () => rmSync(path.join(folder, out), { recursive: true, force: true });
  clear();
  const native = run(nativeCommand(), [...args, "--out", out], "", {});
  const expected = filesIn(out);
  clear();
  const own = run(process.execPath, [ours, ...args, "--out", out], "", {});
  const written = filesIn(out);
  assert.deepEqual([own.told, own.code, own.out.length], [native.told, native.code, 0]);
  assert.deepEqual(written, expected);
  return { told: own.told, code: own.code, written };
}

test("folders", () => {
  const put = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  for (const name of [
    "a.txt",
    "b/ä.txt",
    "b/z.md",
    "b/c/d.HTM",
    "b/c/a.b.html",
    "Z.txt",
    ".x.txt",
    ".y/a.txt",
  ]) {
    put(`pages/${name}`, `${story.raw}\n${name}`);
  }
  for (const name of ["p.jpg", "b/q.JPG", "b/r", "b/s.", "b/.t", "b/u.css"]) put(`pages/${name}`, "");
  for (const form of FORMS) {
    const { told, code, written } = bothInto(["pages", "--to", form]);
    assert.equal(code, 0);
    assert.match(
      told,
      /^copydesk: note: skipped 8 in folders, which are no pages: 1 \.css, 2 \.jpg, 3 hidden/,
    );
    assert.equal(written.length, 6);
  }
  assert.equal(bothInto(["pages/", "./pages/p.jpg", "--to", "markdown"]).written.length, 7);
  assert.equal(bothInto(["pages/b", "pages/a.txt", "no.txt", "--to", "markdown"], "out/deep/").code, 1);
  const same = bothInto(["pages", "pages/b/c/../../a.txt"]);
  assert.match(same.told, /would both be written to/);
  assert.equal(same.code, 2);
  assert.equal(bothInto(["."], "pages/out").code, 0);
  const replaced = both(["pages/a.txt", "--out", "pages"]);
  assert.match(replaced.told, /pages\/a\.txt is an input and would be replaced/);
  assert.equal(both(["pages", "--url", "https://courier.example/", "--out", "out"]).code, 2);
  assert.equal(both(["pages/a.txt", "--out", "pages/a.txt/deeper"]).code, 1);
});
