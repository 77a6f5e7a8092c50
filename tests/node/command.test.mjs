// The command of the package and the native one: the same arguments and the same input give the same bytes on standard
// output and on standard error, and the same exit code.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { readCommand } from "../../pkg/bin/args.js";
import { Stop } from "../../pkg/bin/errors.js";
import { rawFile, readRaw, slugs } from "../support/golden.mjs";
import { story } from "../support/story.mjs";
import { nativeCommand, root } from "./support.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "copydesk-command-"));
after(() => rmSync(folder, { recursive: true }));

const ours = path.join(root, "pkg/bin/copydesk.js");
const failures = path.join(root, "tests/failures");
const failureNames = readdirSync(failures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
assert.ok(failureNames.length >= 20, `${failureNames.length}`);

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string | Buffer} input
 * @param {Record<string, string>} variables
 */
function run(command, args, input, variables) {
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
function both(args, input = "", variables = {}) {
  const native = run(nativeCommand(), args, input, variables);
  const own = run(process.execPath, [ours, ...args], input, variables);
  const what = `copydesk ${args.join(" ")}`.slice(0, 300);
  assert.equal(own.told, native.told, what);
  if (!own.out.equals(native.out)) assert.equal(own.out.toString(), native.out.toString(), what);
  assert.equal(own.code, native.code, what);
  return { out: own.out.toString(), told: own.told, code: own.code };
}

const FORMS = ["text", "markdown", "html", "json"];
const pageFiles = [
  ...slugs.map(rawFile),
  ...failureNames.map((name) => path.join(failures, name, "page.html")),
];

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
  ]) {
    both(["--from", "html", "--to", "json"], bytes);
    both([], bytes);
  }
});

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

test("a stream of rows", () => {
  const rows = [
    ...slugs.map((slug, id) => ({ id, text: readRaw(slug), url: "https://courier.example/" })),
    ...failureNames.map((name) => ({
      id: name,
      html: readFileSync(path.join(failures, name, "page.html"), "utf8"),
    })),
    { id: { deep: [1, { a: null }] }, text: story.raw, html: "<h1>a</h1>" },
  ];
  const stream = rows.map((row) => JSON.stringify(row)).join("\n");
  const { out } = both(["--jsonl", "--lines", "--images", "--keep", "caption"], stream);
  assert.equal(out.trimEnd().split("\n").length, rows.length);
  both(["--jsonl"], `\ufeff${stream}\n\n  \t\r\n`);
  assert.equal(both(["--jsonl"], Buffer.from("\ufeff{}\n", "utf16le")).code, 1);
  writeFileSync(path.join(folder, "one.jsonl"), stream);
  writeFileSync(path.join(folder, "two.jsonl"), "nonsense\n\n{}\n");
  const args = ["--jsonl", "one.jsonl", "no.jsonl", "-", "two.jsonl"];
  assert.equal(both(args, '{"text": "caf\xe9"}').code, 1);
  assert.equal(
    both(
      [...args, "--strict"],
      Buffer.from('{"text": "caf\xe9"}\n{"text": "\xed\xa0\x80\xf0\x9f"}', "latin1"),
    ).code,
    1,
  );
  assert.equal(both(["--jsonl", "--strict", "two.jsonl"]).code, 1);
});

/** Rows that go wrong in every place where a row can. */
function brokenRows() {
  const whole = [
    '{"id": 1e5, "text": "a\\u00e9\\n", "x": [1, -0.5E+3, {"k": [true, false, null, {}], "é": []}], "url": null}',
    '{"\\u0069d": "\\ud83d", "te\\u0078t": "b\\ud83d\\ude00\\ude00\\ud83d", "html": "<p>ü😀"}',
    '{"😀": 12.5e-7, "a\\ud83d\\ude00": 0, "text": "\\/\\b\\f\\"", "id": [ 1 , { } ]}',
    '{"id": 7, "id": 8, "text": "a"}',
    '{"id": 7, "text": 5, "html": {}, "url": []}',
    '{"\\ud83dx": 1}',
    '{"\\ude00": 1, "text": "a"}',
    '{"\\ud83d\\ud83d": 1, "text": "a"}',
    '{"\\ud83d\\n": 1}',
    '{"text": "a"} x',
    '{"text": "a",}',
    '{"text": "a", "b": [1,], "c": {"d": 1,}}',
    '{"a": 01, "text": "b"}',
    '{"a": -, "b": 1.e5, "c": 1e+}',
    '{"a": nul, "b": truth}',
    '{"a": tr\u00fce, "b": n\u00fcll}',
    '{"a": \u00a01}',
    "[1]",
    "7",
    '"text"',
    "\u00a0{}",
    "{}",
    "{",
  ];
  const rows = new Set(whole);
  for (const row of whole) {
    const characters = [...row];
    for (let at = 0; at <= characters.length; at++) {
      const [before, behind] = [characters.slice(0, at).join(""), characters.slice(at + 1).join("")];
      rows.add(before);
      for (const other of ["", '"', "\\", "\u0001", "}", "]", ",", "u", "0", "é", "😀", " "]) {
        rows.add(before + other + behind);
      }
    }
  }
  return [...rows].filter((row) => row.trim() !== "");
}

test("rows that are broken, wherever they are", () => {
  const rows = brokenRows();
  assert.ok(rows.length > 5000, `${rows.length}`);
  const { out, told } = both(["--jsonl", "--lines"], rows.join("\n"));
  const answers = out.trimEnd().split("\n");
  assert.equal(answers.length, rows.length);
  assert.match(told, /rows could not be read/);
  const messages = new Set(answers.map((answer) => JSON.parse(answer).error?.replace(/\d+/, "N")));
  assert.ok(messages.size >= 8, [...messages].join("\n"));
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
