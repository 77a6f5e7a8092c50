// The HTML that the core writes, read tag by tag.
//
// It has a handful of elements, attributes in double quotes and four character references, so one regular expression
// reads it, here and in the worker. Whatever is not of that small form is text, and shown as the text it is.

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>|[^<]+|</g;
const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g;
const REFERENCE = /&(amp|lt|gt|quot);/g;
/** @type {Record<string, string>} */
const CHARACTER = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The elements that the core writes, and those of them that have no end. */
const ELEMENTS = new Set(
  "h2 h3 h4 h5 h6 p blockquote pre code ul ol li dl dt dd table thead tbody tr th td figure figcaption a strong em sub sup br hr img".split(
    " ",
  ),
);
const EMPTY = new Set(["br", "hr", "img"]);

/** Elements that hold text of their own: what a reader would call a paragraph, an item, a row. */
const LEAVES = new Set("h2 h3 h4 h5 h6 p pre li dt dd tr figcaption".split(" "));

/** @param {string} name */
export const isLeaf = (name) => LEAVES.has(name);

/**
 * @typedef {{ is: "open", name: string, isEmpty: boolean, attributes: string, at: number, end: number }
 *   | { is: "close", name: string, at: number, end: number }
 *   | { is: "text", text: string, at: number, end: number }} Token `at` and `end` are places in the HTML
 */

/**
 * @param {string} html
 * @returns {Generator<Token, void>}
 */
export function* readTokens(html) {
  for (const match of html.matchAll(TOKEN)) {
    const [token, slash, name, attributes] = match;
    const at = match.index;
    const end = at + token.length;
    if (name === undefined || !ELEMENTS.has(name)) yield { is: "text", text: decode(token), at, end };
    else if (slash) yield { is: "close", name, at, end };
    else yield { is: "open", name, isEmpty: EMPTY.has(name), attributes, at, end };
  }
}

/**
 * @param {string} attributes as a token has them
 * @returns {[name: string, value: string][]}
 */
export function readAttributes(attributes) {
  return [...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, decode(value)]);
}

/** @param {string} text */
const decode = (text) => text.replace(REFERENCE, (_, name) => CHARACTER[name]);
