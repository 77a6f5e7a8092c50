// The command of the package and the native one: the same arguments and the same input give the same bytes on standard
// output and on standard error, and the same exit code. Here: streams of rows.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { test } from "node:test";
import { print } from "../../pkg/bin/output.js";
import { rowsOf } from "../../pkg/bin/rows.js";
import { readRaw, slugs } from "../support/golden.mjs";
import { story } from "../support/story.mjs";
import { both, failureNames, failures, folder, ours } from "./commands.mjs";

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

/** All rows of these pieces, as text, `null` for one that is too long. */
async function rows(pieces, limit) {
  async function* stream() {
    yield* pieces.map((piece) => Buffer.from(piece, "latin1"));
  }
  const all = [];
  for await (const { number, bytes } of rowsOf(stream(), limit)) {
    all.push([number, bytes?.toString("latin1") ?? null]);
  }
  return all;
}

test("rows end at line ends and at the end, wherever the pieces end", async () => {
  const stream = "\xef\xbb\xbf12\n\n1234\n12345\n123456789\nab\n123456";
  const expected = [
    [1, "12"],
    [2, ""],
    [3, "1234"],
    [4, null],
    [5, null],
    [6, "ab"],
    [7, null],
  ];
  // The mark counts, as it does natively.
  assert.deepEqual((await rows([stream], 4))[0], [1, null]);
  expected[3][1] = "12345";
  assert.deepEqual(await rows([stream], 5), expected);
  assert.deepEqual(await rows([...stream], 5), expected);
  assert.deepEqual(await rows([`${stream}\n`], 5), expected);
  assert.deepEqual(await rows([], 5), []);
});

test("of a row that is too long no more than the limit and a piece is held", async () => {
  let given = 0;
  async function* endless() {
    for (; given < 1000; given++) yield Buffer.alloc(1000, "x");
    yield Buffer.from("\nab");
  }
  const { concat } = Buffer;
  let most = 0;
  Buffer.concat = (parts) => {
    const all = concat(parts);
    most = Math.max(most, all.length);
    return all;
  };
  const sizes = [];
  try {
    for await (const { bytes } of rowsOf(endless(), 5000)) sizes.push(bytes?.length);
  } finally {
    Buffer.concat = concat;
  }
  assert.deepEqual([sizes, given], [[undefined, 2], 1000]);
  assert.ok(most <= 6000, `${most}`);
});

test("no piece is asked for before the rows of the one before are answered", async () => {
  let answered = 0;
  const seen = [];
  async function* stream() {
    for (let piece = 0; piece < 5; piece++) {
      seen.push(answered);
      yield Buffer.from("a\nb\nc\n");
    }
  }
  for await (const _ of rowsOf(stream(), 10)) answered++;
  assert.deepEqual(seen, [0, 3, 6, 9, 12]);
});

test("who waits for an answer gets it", { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [ours, "--jsonl"], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    child.stdin.write(`${JSON.stringify({ id, text: story.raw })}\n`);
    const { value } = await answers.next();
    assert.equal(JSON.parse(value).id, id);
  }
  child.stdin.end();
  const [code] = await once(child, "exit");
  assert.equal(code, 0);
});

test("answers do not pile up before who reads them", async () => {
  let taken;
  const slow = new Writable({ highWaterMark: 10, write: (_bytes, _encoding, done) => (taken = done) });
  await print("a".repeat(9), slow);
  taken();
  let goesOn = false;
  const printing = print("a".repeat(10), slow).then(() => {
    goesOn = true;
  });
  await new Promise(setImmediate);
  assert.equal(goesOn, false);
  taken();
  await printing;
});
