// Files that are dropped on the page: any bytes, under any name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../www/inout/decode.js";
import { readFiles } from "../../www/inout/files.js";

const bytes = (...parts) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : part)),
  );
const file = (name, content = "River", type = "") => new File([content], name, { type });

const one = async (...args) => (await readFiles([file(...args)]))[0];

test("by its name, or by what the system says, a file is text or HTML", async () => {
  for (const name of ["a.txt", "A.TXT", "a.md", "b.c.md"])
    assert.deepEqual(await one(name), { name, text: "River" });
  for (const name of ["a.html", "a.htm", "A.XHTML"])
    assert.deepEqual(await one(name), { name, html: "River" });
  assert.deepEqual(await one("page", "River", "text/html;charset=utf-8"), { name: "page", html: "River" });
  assert.deepEqual(await one("notes", "River", "text/plain"), { name: "notes", text: "River" });
  assert.deepEqual(await one("a.txt", "River", "text/html"), { name: "a.txt", text: "River" });
});

test("files come back in their order, each with what was wrong with it", async () => {
  const read = await readFiles([file("a.txt"), file("b.pdf", "%PDF", "application/pdf"), file("c.html")]);
  assert.deepEqual(
    read.map(({ name, text, html, problem }) => [name, text ?? html ?? null, problem !== undefined]),
    [
      ["a.txt", "River", false],
      ["b.pdf", null, true],
      ["c.html", "River", false],
    ],
  );
  assert.deepEqual(await readFiles([]), []);
});

test("what cannot be read is told, with what to do", async () => {
  const problems = [
    [
      await one("b.zip", "PK", "application/zip"),
      /no file of text or HTML: choose files that end in \.txt, /,
    ],
    [await one("b.pdf", "%PDF", "application/pdf"), /is a PDF: open it, select all, copy/],
    [await one("folder", ""), /is a folder, or no file of text/],
    [await one("a.txt", ""), /is empty/],
    [await one("a.txt", "\ufeff"), /is empty/],
    [await one("a.txt", bytes("\x89PNG\r\n", [0, 0, 0, 13])), /bytes that no text has/],
    [await one("a.html", bytes("<p>River", [0])), /bytes that no text has/],
  ];
  const [large] = await readFiles([file("a.txt", "x".repeat(1_200_001))], { largest: 1_200_000 });
  problems.push([large, /has 1\.3 MB, and the page takes files of up to 1\.2 MB: split it/]);
  const unreadable = file("folder.txt");
  unreadable.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"));
  problems.push([(await readFiles([unreadable]))[0], /cannot be read: a folder, or a file that was moved/]);
  for (const [{ name, problem, ...rest }, expected] of problems) {
    assert.match(problem, expected, name);
    assert.deepEqual(rest, {});
  }
});

test("a file of just the largest size is read, and a larger one is not even opened", async () => {
  assert.equal((await readFiles([file("a.txt", "12345")], { largest: 5 }))[0].text, "12345");
  const large = file("a.txt", "123456");
  large.arrayBuffer = () => assert.fail("it was opened");
  assert.match((await readFiles([large], { largest: 5 }))[0].problem, /^has 0\.1 MB/);
});

const CAFE_1252 = bytes("<p>caf", [0xe9]);
const RIVER_1251 = [0xd0, 0xe5, 0xea, 0xe0];

test("a byte order mark tells the encoding", () => {
  assert.equal(decode(bytes([0xef, 0xbb, 0xbf], "River"), false), "River");
  assert.equal(decode(bytes([0xff, 0xfe, 0x52, 0, 0xe9, 0]), false), "Ré");
  assert.equal(decode(bytes([0xfe, 0xff, 0, 0x52, 0, 0xe9]), true), "Ré");
});

test("what is UTF-8 is read so, whatever it declares", () => {
  const page = '<meta charset="windows-1251"><p>café';
  assert.equal(decode(new TextEncoder().encode(page), true), page);
});

test("a page that is not UTF-8 is read as it declares", () => {
  const declarations = [
    '<meta charset="windows-1251">',
    "<META\nCHARSET = windows-1251 />",
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    '<?xml version="1.0" encoding="windows-1251"?>',
    '<!-- <meta charset="shift_jis"> --><meta charset=windows-1251>',
    `<title>${"x".repeat(900)}</title><meta charset=windows-1251>`,
  ];
  for (const declaration of declarations)
    assert.equal(decode(bytes(declaration, RIVER_1251), true), `${declaration}Река`, declaration);
  assert.equal(
    decode(bytes("<meta charset=iso-2022-jp>", [0x1b, 0x24, 0x42, 0x40, 0x6e, 0x1b, 0x28, 0x42]), true),
    "<meta charset=iso-2022-jp>川",
    "bytes of ASCII alone can be Japanese",
  );
});

test("otherwise it is a guess", () => {
  assert.equal(decode(CAFE_1252, true), "<p>café");
  assert.equal(decode(CAFE_1252, false), "<p>café");
  const undeclared = [
    "<meta charset=utf-8>",
    "<meta charset=utf-16>",
    "<meta charset=nonsense>",
    "<meta charset=>",
    "<meta charset",
    "<p>charset=windows-1251",
    `${"x".repeat(1100)}<meta charset=windows-1251>`,
  ];
  for (const start of undeclared) assert.equal(decode(bytes(start, [0xe9]), true), `${start}é`, start);
  const text = "<meta charset=windows-1251>";
  assert.equal(decode(bytes(text, [0xe9]), false), `${text}é`, "a text declares nothing");
});

test("any bytes are read", async () => {
  for (let seed = 1; seed < 300; seed += 1) {
    let state = seed;
    const random = Uint8Array.from({ length: seed }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state >> 16;
    });
    for (const name of ["a.txt", "a.html"]) {
      const { text, html, problem } = await one(name, random);
      assert.equal(typeof (text ?? html ?? problem), "string");
    }
  }
});
