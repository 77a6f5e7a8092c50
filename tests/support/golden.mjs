// The golden pages, for the tests of the package in Node and in a browser.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PAGES = new URL("../pages/", import.meta.url);

/** A walk over an empty folder would pass every test of it. */
const FEWEST = 28;

/** The pages' names. */
export const slugs = readdirSync(PAGES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

assert.ok(
  slugs.length >= FEWEST,
  `tests/pages has ${slugs.length} pages, and should have at least ${FEWEST}`,
);

/**
 * The file that holds a page's paste.
 *
 * @param {string} slug
 */
export const rawFile = (slug) => fileURLToPath(new URL(`${slug}/raw.txt`, PAGES));

/**
 * A page's paste as the command reads it: a byte order mark says how the file is written and is no part of it.
 *
 * @param {string} slug
 */
export const readRaw = (slug) => new TextDecoder().decode(readFileSync(rawFile(slug)));
