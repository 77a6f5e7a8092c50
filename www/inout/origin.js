import { webAddress } from "./address.js";

/** Heads are at the start. In characters. */
const READ = 200_000;
/** Elements whose text is no markup. */
const RAW = new Set(["script", "style", "title", "textarea", "noscript", "template"]);
const NAME = /<([a-z][a-z0-9]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/y;
/** How browsers mark a page that they save. */
const SAVED = /^\s*saved from url=\(\d+\)(\S+)/i;
const REFERENCE = /&(?:amp|#0*38|#x0*26);/gi;

/**
 * The address of a page, from its HTML: what the page calls its canonical one, what it gives to those who share it, or
 * where a browser has saved it from. There is no DOM where pages are cleaned, and this reads each character a few times
 * at most, whatever they are.
 * @param {string} html
 * @returns {string | null}
 */
export function originOf(html) {
  const { canonical, shared, saved } = claims(html.slice(0, READ));
  const from = webAddress(saved);
  return webAddress(canonical, from) ?? webAddress(shared, from) ?? from;
}

/**
 * @param {string} html
 */
function claims(html) {
  /** @type {{ canonical?: string, shared?: string, saved?: string }} */
  const found = {};
  let at = html.indexOf("<");
  while (at !== -1) {
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at + 2);
      if (end === -1) break;
      found.saved ??= SAVED.exec(html.slice(at + 4, end))?.[1];
      at = html.indexOf("<", end);
      continue;
    }
    NAME.lastIndex = at;
    const name = NAME.exec(html)?.[1].toLowerCase();
    // What stands in the body may be a reader's.
    if (name === "body") break;
    let next = at + 1;
    if (name === "link" || name === "meta") {
      const { attributes, end } = attributesAt(html, NAME.lastIndex);
      next = end;
      const isCanonical = attributes.rel?.toLowerCase().split(/\s+/).includes("canonical");
      if (name === "link" && isCanonical) found.canonical ??= attributes.href;
      if (name === "meta" && (attributes.property ?? attributes.name)?.toLowerCase() === "og:url")
        found.shared ??= attributes.content;
    } else if (name !== undefined && RAW.has(name)) {
      const close = new RegExp(`</${name}`, "gi");
      close.lastIndex = next;
      if (!close.test(html)) break;
      next = close.lastIndex;
    }
    at = html.indexOf("<", next);
  }
  return found;
}

/**
 * @param {string} html
 * @param {number} start
 */
function attributesAt(html, start) {
  /** @type {Record<string, string>} */
  const attributes = Object.create(null);
  let end = start;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const match = ATTRIBUTE.exec(html);
    if (!match) return { attributes, end };
    end = ATTRIBUTE.lastIndex;
    const [, name, ...values] = match;
    const value = values.find((each) => each !== undefined) ?? "";
    attributes[name.toLowerCase()] ??= value.replace(REFERENCE, "&").trim();
  }
}
