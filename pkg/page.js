// Reads a page where it is shown: what a person sees of it, as text and as HTML, in one walk. It needs nothing else of the
// package and stays small, as the bookmarklet carries it; and it leans on nothing that the page may have put in the
// place of what the browser has: strings and loops, no methods of arrays, no JSON.

/** Longer than any page that is read; what is beyond is cut. In UTF-16 units. */
const LONGEST = 2e7;
/** Of an attribute. */
const LONGEST_VALUE = 400;
/** Elements within elements; parsers stop at 512. */
const DEEPEST = 800;

/** What tells of the text, and of pictures where they are. Never `value`. */
const ATTRIBUTES =
  "class id role href src alt lang dir rel datetime itemprop itemtype colspan rowspan start aria-label".split(
    " ",
  );
/** Not read: what is no text, and what a person has typed. */
const LEFT_OUT =
  /^(script|style|template|noscript|object|embed|svg|canvas|video|audio|input|textarea|select|datalist|option|meter|progress)$/;
const EMPTY = /^(br|hr|img|wbr)$/;
/** A blank line stands around these, as in what a browser copies. */
const SET_APART = /^(p|h[1-6]|[uod]l|table|pre|blockquote|figure)$/;
/** Of the head: what tells of title, author, date and address. */
const TOLD_IN_HEAD = "title,meta[content],link[rel=canonical],script[type='application/ld+json']";

/**
 * @param {Document} document of a page that is shown
 * @param {{ selection?: boolean | null } | null} [options]
 * @returns {import("./page.js").PageReading}
 */
export function readPage(document, options) {
  const selection = options?.selection === false ? null : document.getSelection();
  const chosen = selection && !selection.isCollapsed && `${selection}`.trim() ? selection : null;
  let text = "";
  let html = "";
  /** Ends of lines that stand before what comes next. */
  let ends = 0;

  /** @param {Node} node */
  const isIn = (node) => !chosen || chosen.containsNode(node, true);

  /** The part of a text that is selected. @param {Text} node */
  const dataOf = (node) => {
    if (!chosen) return node.data;
    const range = chosen.getRangeAt(0);
    const end = node === range.endContainer ? range.endOffset : node.length;
    return node.data.slice(node === range.startContainer ? range.startOffset : 0, end);
  };

  /** @param {number} count */
  const endLine = (count) => {
    if (ends < count) ends = count;
  };

  /**
   * @param {Text} node
   * @param {boolean} isKept whether its spaces carry meaning
   */
  const readText = (node, isKept) => {
    const data = dataOf(node);
    html += escaped(data);
    const shown = isKept ? data : data.replace(/\s+/g, " ");
    const own = (text && !ends) || isKept ? shown : shown.trimStart();
    if (!own) return;
    text += (text && "\n\n".slice(0, ends)) + own;
    ends = 0;
  };

  /**
   * @param {Node} parent
   * @param {boolean} isKept
   * @param {number} depth
   */
  const readChildren = (parent, isKept, depth) => {
    if (depth > DEEPEST) return;
    for (let node = parent.firstChild; node && html.length < LONGEST; node = node.nextSibling)
      read(node, isKept, depth);
  };

  /**
   * @param {Node} node
   * @param {boolean} isKept
   * @param {number} depth
   */
  const read = (node, isKept, depth) => {
    if (!isIn(node)) return;
    if (node.nodeType === 3) {
      const parent = node.parentElement;
      if (!parent || styleOf(parent)?.visibility !== "hidden") readText(/** @type {Text} */ (node), isKept);
    }
    if (node.nodeType === 1) readElement(/** @type {HTMLElement} */ (node), depth);
  };

  /**
   * @param {HTMLElement} element
   * @param {number} depth
   */
  const readElement = (element, depth) => {
    const name = element.localName;
    const style = styleOf(element);
    if (LEFT_OUT.test(name) || style?.display === "none" || element.getAttribute("role") === "textbox")
      return;
    const frame = /^i?frame$/.test(name) && frameOf(element);
    if (/frame$/.test(name) && !frame) return;
    const isBlock = !/^(inline|contents|ruby)/.test(style?.display ?? "inline");
    const isCell = /^table-cell/.test(style?.display ?? "");
    const lines = SET_APART.test(name) ? 2 : 1;
    if (isBlock && !isCell) endLine(lines);
    const tag = /^frame|^i?frame$/.test(name) ? "div" : name;
    html += `<${tag}${attributesOf(element)}>`;
    if (name === "br") endLine(ends + 1);
    if (!EMPTY.test(name)) {
      const isKept = /^pre/.test(style?.whiteSpace ?? "");
      const { shadowRoot } = element;
      const slotted = /** @type {HTMLSlotElement} */ (element).assignedNodes?.({ flatten: true });
      if (frame) readChildren(frame, false, depth + 1);
      else if (shadowRoot) readChildren(shadowRoot, isKept, depth + 1);
      else if (slotted?.length)
        for (let i = 0; i < slotted.length; i += 1) read(slotted[i], isKept, depth + 1);
      else readChildren(element, isKept, depth + 1);
      html += `</${tag}>`;
    }
    if (isCell) text += "\t";
    else if (isBlock) endLine(lines);
  };

  const { body, documentElement, title, URL } = document;
  readElement(body ?? documentElement, 0);
  return {
    title: `${title}`,
    url: `${URL}`,
    text: chosen ? `${chosen}` : text,
    html: `<!doctype html><html${attributesOf(documentElement)}><head>${headOf(document)}</head>${html}</html>`,
    isSelection: Boolean(chosen),
  };
}

/** @param {Element} element @returns {CSSStyleDeclaration | undefined} */
const styleOf = (element) => element.ownerDocument.defaultView?.getComputedStyle(element);

/** What a frame of the same origin holds. @param {Element} element */
const frameOf = (element) => {
  try {
    return /** @type {HTMLIFrameElement} */ (element).contentDocument?.body;
  } catch {
    return null;
  }
};

/** @param {Element} element */
const attributesOf = (element) => {
  let all = "";
  for (let i = 0; i < ATTRIBUTES.length; i += 1) {
    const name = ATTRIBUTES[i];
    const value = element.getAttribute(name);
    if (value === null || value.length > LONGEST_VALUE) continue;
    // Whole, as the page's own address is not where it is read; but what leads within the page is told by its form.
    const whole =
      /^(href|src)$/.test(name) && !/^#/.test(value) ? `${/** @type {any} */ (element)[name]}` : value;
    all += ` ${name}="${escaped(whole)}"`;
  }
  return all;
};

/** @param {Document} document */
const headOf = (document) => {
  let all = "";
  const told = document.querySelectorAll(TOLD_IN_HEAD);
  for (let i = 0; i < told.length && all.length < LONGEST; i += 1) {
    const element = told[i];
    const name = element.localName;
    if (name === "title") all += `<title>${escaped(element.textContent ?? "")}</title>`;
    else if (name === "script")
      all += `<script type="application/ld+json">${(element.textContent ?? "").replace(/<(?=[/!])/g, "\\u003c")}</script>`;
    else {
      all += `<${name}`;
      for (let k = 0; k < element.attributes.length; k += 1)
        all += ` ${element.attributes[k].name}="${escaped(element.attributes[k].value)}"`;
      all += ">";
    }
  }
  return all;
};

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
