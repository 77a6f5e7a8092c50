// The command of the package and the native one: the same arguments and the same input give the same bytes on standard
// output and on standard error, and the same exit code. Here: pages, in every form.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { readRaw, slugs } from "../support/golden.mjs";
import { story } from "../support/story.mjs";
import { both, FORMS, failures, folder, pageFiles } from "./commands.mjs";

for (const form of FORMS) {
  test(`every page as ${form}`, () => {
    const { out } = both(["--to", form, ...pageFiles]);
    assert.ok(out.length > 10_000);
  });

  test(`one page as ${form}, from standard input`, () => {
    assert.ok(both(["--to", form], readRaw(slugs[0])).out.length > 100);
    const html = readFileSync(pageFiles.at(-1));
    assert.ok(both(["--to", form, "--from", "html", "--images"], html).out.length > 100);
  });
}

test("every page explained", () => {
  const { out } = both(["--explain", ...pageFiles]);
  assert.ok(out.split("\n").length > 1000);
});

test("explained in colours, where they are asked for", () => {
  const page = pageFiles[0];
  assert.ok(both(["--explain", "--color", "always", page]).out.includes("\u001b[0m"));
  assert.ok(both(["--explain", page], "", { CLICOLOR_FORCE: "1" }).out.includes("\u001b[0m"));
  for (const variables of [
    { CLICOLOR: "1" },
    { CLICOLOR: "0", TERM: "xterm" },
    { NO_COLOR: "1", CLICOLOR_FORCE: "1" },
    { NO_COLOR: "", TERM: "dumb", CI: "1" },
  ]) {
    assert.ok(!both(["--explain", page], "", variables).out.includes("\u001b"));
  }
});

test("lines that a terminal must not get", () => {
  const lines = [
    `  \t a\u001b[2Jb\u009bc\u202ed\u2028e\u0085f ${" ".repeat(100)} `,
    "😀".repeat(72),
    "😀".repeat(73),
    `${"x ".repeat(200)}`,
    "\ufeff\u00a0y\u00a0",
  ];
  both(["--explain"], lines.join("\n"));
  both(["--explain"], "");
});

test("kinds, strictness, addresses", () => {
  const page = path.join(failures, "04-captions-kept", "page.html");
  for (const args of [
    ["--keep", "caption,credit"],
    ["--keep=caption", "--keep", " credit , other"],
    ["--drop", "paragraph,title,byline,date"],
    ["--strictness", "0"],
    ["--strictness=1"],
    ["--strictness", ".25"],
    ["--strictness", "+5e-1"],
    ["--url", "https://courier.example/river"],
    ["--url="],
    ["--images", "--url", "nonsense"],
    ["--threads", "1"],
  ]) {
    both([...args, "--to", "json", page]);
  }
});

test("pages that hold nothing", () => {
  writeFileSync(path.join(folder, "empty.txt"), "");
  writeFileSync(path.join(folder, "blank.html"), "<p> </p>\n");
  for (const form of FORMS) {
    assert.equal(both(["--to", form, "empty.txt", "blank.html"]).code, 0);
    both(["--to", form, "empty.txt"]);
  }
});

test("files that cannot be read", () => {
  writeFileSync(path.join(folder, "page.txt"), story.raw);
  const { code, told } = both(["no/such.txt", ".", "page.txt", "page.txt/deeper.txt"]);
  assert.equal(code, 1);
  assert.equal(told.split("\n").length, 4);
});

test("UTF-8 with a mark, UTF-16, and bytes that are none of it", () => {
  const text = readRaw("news-french");
  for (const bytes of [
    Buffer.from(`\ufeff${text}`),
    Buffer.from(`\ufeff${text}`, "utf16le"),
    Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
    Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(text), Buffer.of(0xff)]),
    Buffer.concat([Buffer.from(`\ufeff${text}`, "utf16le"), Buffer.of(0, 0xd8, 0x20, 0)]),
    Buffer.from("<meta charset=iso-8859-1><h1>Étés</h1><p>déjà vu, a dit le maire à la presse.", "latin1"),
    // What windows-1252 has where ISO 8859-1 has control characters: quotation marks, a dash, the euro.
    Buffer.from(
      "<meta charset=iso-8859-1><h1>\x93Tide\x94</h1><p>It cost \x80 9 \x96 no more, she said.",
      "latin1",
    ),
  ]) {
    both(["--from", "html", "--to", "json"], bytes);
    both([], bytes);
  }
});
