// Inputs: files and standard input, and their bytes as text.

import { isUtf8 } from "node:buffer";
import { createReadStream, statSync } from "node:fs";
import path from "node:path";
import { InputError, size, tell } from "./errors.js";

/** The argument that names standard input. */
export const STANDARD_INPUT = "-";

/** What the names of files that hold HTML end with. */
const HTML_EXTENSIONS = [".html", ".htm", ".xhtml"];

/** The longest paste, in bytes. The whole of it is in memory, several times over. */
export const PASTE_LIMIT = 100_000_000;

/** A page declares its encoding within so many bytes, by the HTML standard. */
const DECLARED_WITHIN = 1024;
/** What the bytes of a page that says nothing are read as where they are not UTF-8. */
const GUESS = "windows-1252";

const UTF8_MARK = Buffer.of(0xef, 0xbb, 0xbf);
/** @type {[Buffer, string][]} */
const UTF16_MARKS = [
  [Buffer.of(0xff, 0xfe), "utf-16le"],
  [Buffer.of(0xfe, 0xff), "utf-16be"],
];

/** @param {string} input */
export function nameOf(input) {
  return input === STANDARD_INPUT ? "standard input" : input;
}

/**
 * What the input's name says that it is.
 *
 * @param {string} input
 */
export function looksLike(input) {
  const isHtml = HTML_EXTENSIONS.includes(path.extname(input).toLowerCase());
  return input !== STANDARD_INPUT && isHtml ? "html" : "text";
}

/** @param {string} name */
export function isFolder(name) {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * The bytes of an input, piece by piece.
 *
 * @param {string} input
 * @returns {AsyncIterable<Buffer>}
 */
export function open(input) {
  if (input === STANDARD_INPUT) {
    if (process.stdin.isTTY) {
      const end = process.platform === "win32" ? "Ctrl+Z and Enter" : "Ctrl+D";
      tell(`reading standard input; end it with ${end} on a line of its own`);
    }
    return process.stdin;
  }
  if (isFolder(input)) {
    throw new InputError("is a folder; --out DIR cleans the pages in it");
  }
  return createReadStream(input);
}

/**
 * Reads a whole paste of at most `limit` bytes.
 *
 * @param {AsyncIterable<Buffer>} bytes
 * @param {number} limit
 */
export async function readPaste(bytes, limit) {
  const parts = [];
  let length = 0;
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    if (length > limit) throw new InputError(`is longer than ${size(limit)}; split it`);
  }
  return decode(Buffer.concat(parts));
}

/**
 * Decodes any bytes: by their byte order mark, else as UTF-8 if that is what they are, else as the page declares, else
 * by a guess. The native command guesses better: it knows how the bytes of many languages look.
 *
 * @param {Buffer} bytes
 * @returns {{ text: string, encoding: string, hasReplaced: boolean, isGuess: boolean }}
 */
export function decode(bytes) {
  for (const [mark, encoding] of [[UTF8_MARK, "utf-8"], ...UTF16_MARKS]) {
    if (startsWith(bytes, mark)) return read(bytes.subarray(mark.length), encoding);
  }
  if (isUtf8(bytes)) return read(bytes, "utf-8");
  const encoding = declared(bytes);
  return { ...read(bytes, encoding ?? GUESS), isGuess: encoding === undefined };
}

/**
 * @param {Buffer} bytes
 * @param {string} encoding
 */
function read(bytes, encoding) {
  const as = (fatal) => {
    const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true });
    // In one piece, Node 20 reads windows-1252 as if it were ISO 8859-1: without its quotation marks, dashes and euro.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  };
  try {
    return { text: as(true), encoding, hasReplaced: false, isGuess: false };
  } catch {
    return { text: as(false), encoding, hasReplaced: true, isGuess: false };
  }
}

/**
 * What the page says near its start: `<meta charset="...">`, `content="text/html; charset=..."`, or XML's
 * `encoding="..."`.
 *
 * @param {Buffer} bytes
 */
function declared(bytes) {
  const start = bytes.subarray(0, DECLARED_WITHIN).toString("latin1").toLowerCase();
  for (const name of ["charset=", "encoding="]) {
    const label = start.split(name)[1]?.match(/^["']?([^\s"'/>;]*)/)?.[1];
    try {
      const { encoding } = new TextDecoder(label ?? "");
      // These bytes could be read, so they are not in UTF-16; and UTF-8 they are not, either.
      return encoding.startsWith("utf-") ? undefined : encoding;
    } catch {
      // No encoding has that name.
    }
  }
  return undefined;
}

/**
 * The length of the byte order mark that a stream of rows begins with. JSON is UTF-8: the mark of another encoding is
 * an error.
 *
 * @param {Buffer} start
 */
export function markLength(start) {
  if (UTF16_MARKS.some(([mark]) => startsWith(start, mark))) {
    throw new InputError("is in UTF-16, but JSON is exchanged in UTF-8; save it so");
  }
  return startsWith(start, UTF8_MARK) ? UTF8_MARK.length : 0;
}

/**
 * @param {Buffer} bytes
 * @param {Buffer} start
 */
function startsWith(bytes, start) {
  return bytes.subarray(0, start.length).equals(start);
}
