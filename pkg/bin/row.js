// A row of input.

import { fieldsOf, JsonError } from "./json.js";

const NO_OBJECT = 'the row is no JSON object; give one with "text" or "html"';
const NO_PAGE = 'there is no "text" and no "html"; give one of them';

/** The fields that are read. */
const FIELDS = ["id", "text", "html", "url"];

/** Why a row cannot be read. `id` is the JSON of its id, as far as it could be read. */
export class BadRow extends Error {
  /**
   * @param {string} message
   * @param {string} [id]
   */
  constructor(message, id) {
    super(message);
    this.id = id;
  }
}

/**
 * The page in a row: its text, its HTML, or both.
 *
 * @param {string} json
 * @returns {{ id?: string, text?: string, html?: string, url?: string }} `id` as JSON, as it was written
 */
export function parseRow(json) {
  const fields = read(json);
  const { id } = fields;
  const isGiven = (name) => fields[name] !== undefined && fields[name] !== "null";
  if (fields.text === undefined && !isGiven("html")) {
    throw new BadRow(NO_PAGE, id);
  }
  const text = fields.text === undefined ? undefined : string("text", fields.text, id);
  const html = isGiven("html") ? string("html", fields.html, id) : undefined;
  const url = isGiven("url") ? string("url", fields.url, id) : undefined;
  return { id, text, html, url };
}

/** @param {string} json */
function read(json) {
  try {
    const fields = fieldsOf(json, FIELDS);
    if (fields !== undefined) return fields;
  } catch (error) {
    throw error instanceof JsonError ? new BadRow(error.message) : error;
  }
  throw new BadRow(NO_OBJECT);
}

/**
 * @param {string} name
 * @param {string} json a value that has been found to be JSON
 * @param {string} [id]
 */
function string(name, json, id) {
  const others = { "{": "an object", "[": "an array", t: "true or false", f: "true or false", n: "null" };
  if (json[0] !== '"') {
    throw new BadRow(`"${name}" is ${others[json[0]] ?? "a number"}; give a string`, id);
  }
  // U+FFFD stands for half of a surrogate pair.
  return JSON.parse(json).toWellFormed();
}
