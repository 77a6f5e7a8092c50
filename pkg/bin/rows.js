// Streams of pages: one JSON object a line in, one a line out, in order. One row is in memory at a time.

import { isUtf8 } from "node:buffer";
import { clean, cleanHtml } from "../index.js";
import { size, unreadable } from "./errors.js";
import { markLength, nameOf, open } from "./input.js";
import { print } from "./output.js";
import { Progress } from "./progress.js";
import { BadRow, parseRow } from "./row.js";

/** The longest row, in bytes without its line end. */
const ROW_LIMIT = 100_000_000;

const LINE_END = 0x0a;
const BLANK = /^[ \t\n\f\r]*$/;

/**
 * Answers every row of every input. An input that cannot be read is told, and the others are done.
 *
 * @param {string[]} inputs
 * @param {{ lines?: boolean, strict?: boolean }} mode
 * @param {import("../index.js").CleanOptions} options
 * @returns {Promise<boolean>} whether nothing is missing
 */
export async function answerRows(inputs, mode, options) {
  const count = { rows: 0, bad: 0, replaced: 0 };
  const progress = new Progress(true, true);
  let missing = false;
  for (const input of inputs) {
    const name = nameOf(input);
    const file = inputs.length > 1 ? name : undefined;
    try {
      for await (const { number, bytes } of rowsOf(open(input), ROW_LIMIT)) {
        const answer = await answerRow(bytes, mode, options, count, { file, row: number });
        if (answer !== undefined) await print(`${answer}\n`);
        progress.show(`${count.rows} rows`);
      }
    } catch (error) {
      progress.tell(`${name} ${unreadable(error)}`);
      missing = true;
    }
  }
  progress.end();
  if (count.bad > 0) {
    progress.tell(
      `${count.bad} of ${count.rows} rows could not be read; the output has an "error" in place of each`,
    );
  }
  if (count.replaced > 0) {
    progress.tell(
      `note: ${count.replaced} of ${count.rows} rows are not UTF-8; U+FFFD stands for what could not be read`,
    );
  }
  return !(missing || (mode.strict && count.bad > 0));
}

/**
 * The rows of a stream, with their numbers from 1. Never holds more of it than one row and a piece.
 *
 * @param {AsyncIterable<Buffer>} pieces
 * @param {number} limit
 * @returns {AsyncGenerator<{ number: number, bytes?: Buffer }>} without `bytes` where the row is longer than `limit`
 */
export async function* rowsOf(pieces, limit) {
  let number = 0;
  /** @type {Buffer[]} */
  let parts = [];
  let length = 0;
  const take = () => {
    let bytes = Buffer.concat(parts);
    number++;
    if (number === 1) bytes = bytes.subarray(markLength(bytes));
    const row = { number, bytes: length > limit ? undefined : bytes };
    parts = [];
    length = 0;
    return row;
  };
  for await (const piece of pieces) {
    for (let start = 0; start < piece.length; ) {
      const found = piece.indexOf(LINE_END, start);
      const end = found === -1 ? piece.length : found;
      // Of a row that is too long, the start is enough.
      if (length <= limit) parts.push(piece.subarray(start, end));
      length += end - start;
      if (found !== -1) yield take();
      start = end + 1;
    }
  }
  if (length > 0) yield take();
}

/**
 * The answer to a row, `undefined` where it is blank.
 *
 * @param {Buffer | undefined} bytes
 * @param {{ lines?: boolean }} mode
 * @param {import("../index.js").CleanOptions} options
 * @param {{ rows: number, bad: number, replaced: number }} count
 * @param {{ file?: string, row: number }} place
 */
async function answerRow(bytes, mode, options, count, place) {
  if (bytes === undefined) {
    count.rows++;
    count.bad++;
    return refuse(undefined, place, `the row is longer than ${size(ROW_LIMIT)}; split it`);
  }
  const json = bytes.toString("utf8");
  if (BLANK.test(json)) return undefined;
  count.rows++;
  if (!isUtf8(bytes)) count.replaced++;
  let id;
  try {
    const row = parseRow(json);
    id = row.id;
    const { lines, ...fields } = await cleanRow(row, options);
    return withId(id, mode.lines ? { ...fields, lines } : fields);
  } catch (error) {
    count.bad++;
    return refuse(error instanceof BadRow ? error.id : id, place, error.message);
  }
}

/**
 * @param {ReturnType<typeof parseRow>} row
 * @param {import("../index.js").CleanOptions} options
 */
function cleanRow({ text, html, url }, options) {
  return text === undefined ? cleanHtml(html, { ...options, url }) : clean(text, { ...options, url, html });
}

function refuse(id, place, error) {
  return withId(id, { ...place, error });
}

/** JSON with an id, as it was written, before the fields. */
function withId(id, fields) {
  const json = JSON.stringify(fields);
  return id === undefined ? json : `{"id":${id},${json.slice(1)}`;
}
