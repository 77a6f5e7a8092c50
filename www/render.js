/**
 * The article's body as nodes, from the HTML that the core writes.
 *
 * That HTML has a handful of elements, one attribute (the number that a list starts at) and four character
 * references, so reading it takes one regular expression. No HTML parser sees the paste, which lets the page's policy
 * forbid every way into one (Trusted Types with no policy at all). Whatever is not of that small form is shown as the
 * text it is: this fails closed, in view.
 */
const ELEMENTS = new Set(["h2", "p", "blockquote", "pre", "code", "ul", "ol", "li", "table", "tr", "td"]);
const TOKEN = /<(\/?)([a-z][a-z0-9]*)>|<(ol) start="([0-9]{1,3})">|[^<]+|</g;
const REFERENCE = /&(amp|lt|gt|quot);/g;
/** @type {Record<string, string>} */
const CHARACTER = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * @param {string} content
 * @returns {DocumentFragment}
 */
export function renderContent(content) {
  const root = document.createDocumentFragment();
  /** @type {ParentNode & Node} */
  let parent = root;
  for (const [token, slash, name, list, start] of content.matchAll(TOKEN)) {
    if (list) {
      const element = document.createElement(list);
      element.setAttribute("start", start);
      parent = parent.appendChild(element);
    } else if (ELEMENTS.has(name) && !slash) {
      parent = parent.appendChild(document.createElement(name));
    } else if (ELEMENTS.has(name) && parent.nodeName.toLowerCase() === name && parent.parentNode) {
      parent = parent.parentNode;
    } else {
      parent.append(token.replace(REFERENCE, (_, reference) => CHARACTER[reference]));
    }
  }
  return root;
}

/**
 * Makes the children of `place` those of `next`. What is the same from the start and from the end stays untouched:
 * a flipped line of a long article costs one paragraph, and neither the reader's place nor their selection is lost.
 * @param {Element} place
 * @param {DocumentFragment} next
 */
export function replaceChanged(place, next) {
  const before = [...place.childNodes];
  const after = [...next.childNodes];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start].isEqualNode(after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end].isEqualNode(after[after.length - 1 - end]))
    end += 1;
  const follower = before[before.length - end] ?? null;
  for (const node of before.slice(start, before.length - end)) node.remove();
  const fresh = document.createDocumentFragment();
  fresh.append(...after.slice(start, after.length - end));
  place.insertBefore(fresh, follower);
}
