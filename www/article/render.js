// The article's body as nodes, from the HTML that the core writes.
//
// No HTML parser sees the paste, which lets the page's policy forbid every way into one. Elements are made by name from
// a short list, attributes are those named here and no others, and a picture is told of in words: nothing is loaded.

import { isLeaf, readAttributes, readTokens } from "../engine/markup.js";

/** Elements that are not made at all: what stands in them, or their alternative text, is. */
const NOT_MADE = new Set(["img"]);
const LARGEST_SPAN = 1000;
const SCHEMES = new Set(["http:", "https:", "mailto:"]);

/**
 * One block of the body.
 * @param {string} html
 * @param {() => number} nextLine the line with which the next leaf of the article begins, 0 where it is not known
 * @returns {HTMLElement}
 */
export function renderBlock(html, nextLine) {
  // Text that stands in no element gets a paragraph; so every block is one element.
  const root = document.createElement("div");
  /** @type {HTMLElement} */
  let parent = root;
  for (const token of readTokens(html)) {
    if (token.is === "text") {
      parent.append(token.text);
    } else if (token.is === "open") {
      const attributes = readAttributes(token.attributes);
      if (NOT_MADE.has(token.name)) {
        const alternative = attributes.find(([name]) => name === "alt")?.[1];
        if (alternative) parent.append(`[${alternative}]`);
        continue;
      }
      const element = document.createElement(token.name);
      for (const [name, value] of attributes) setAttribute(element, name, value);
      if (isLeaf(token.name)) element.dataset.line = String(nextLine());
      parent.append(element);
      if (!token.isEmpty) parent = element;
    } else if (parent !== root && parent.localName === token.name) {
      parent = /** @type {HTMLElement} */ (parent.parentElement);
    }
  }
  const only = root.firstElementChild;
  if (only instanceof HTMLElement && isAlone(only)) return only;
  return root;
}

/** @param {Element} element */
function isAlone(element) {
  const siblings = [...(element.parentNode?.childNodes ?? [])];
  return siblings.every((node) => node === element || node.textContent?.trim() === "");
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string} value
 */
function setAttribute(element, name, value) {
  const tag = element.localName;
  const count = /^[0-9]{1,9}$/.test(value) ? Number(value) : null;
  if (tag === "a" && name === "href" && isAddress(value)) {
    element.setAttribute("href", value);
    element.setAttribute("rel", "noopener noreferrer");
    element.setAttribute("target", "_blank");
  } else if (tag === "ol" && name === "start" && count !== null) {
    element.setAttribute("start", value);
  } else if ((tag === "td" || tag === "th") && (name === "colspan" || name === "rowspan") && count !== null) {
    element.setAttribute(name, String(Math.min(count, LARGEST_SPAN)));
  } else if (tag === "code" && name === "class" && /^language-[\w+#.-]{1,40}$/.test(value)) {
    element.dataset.language = value.slice("language-".length);
  }
}

/** @param {string} value */
function isAddress(value) {
  try {
    return SCHEMES.has(new URL(value).protocol);
  } catch {
    return false;
  }
}
