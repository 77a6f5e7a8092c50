import { readableDate } from "../article/dates.js";
import { webAddress } from "./address.js";

/** Behind one of these a title needs no full stop. */
const ENDED = /[.!?…。!?؟।]["'”’»)\]]?$/u;

/**
 * Title, author, site, date and address in one line. What is not known is left out.
 * @param {{ title?: string | null, byline?: string | null, siteName?: string | null, publishedTime?: string | null,
 *   url?: string | null, lang?: string | null }} article
 * @returns {{ text: string, html?: string }} the line, and as HTML where it has an address: then the title is the link
 */
export function cite({ title, byline, siteName, publishedTime, url, lang }) {
  const name = oneLine(title);
  const address = webAddress(url);
  const by = oneLine(byline);
  const site = oneLine(siteName);
  const facts = [by, site === by ? "" : site, oneLine(dateOf(publishedTime, lang))]
    .filter(Boolean)
    .join(", ");
  const text = sentences([name, facts, address ?? ""], (part) => part);
  if (!address) return { text };
  const linked = name || address;
  const html = sentences(name ? [name, facts] : [facts, address], (part) =>
    part === linked ? `<a href="${escaped(address)}">${escaped(part)}</a>` : escaped(part),
  );
  return { text, html };
}

/**
 * @param {readonly string[]} parts those that are empty are not there
 * @param {(part: string) => string} write
 */
function sentences(parts, write) {
  const said = parts.filter(Boolean);
  return said
    .map((part, at) => `${write(part)}${at < said.length - 1 && !ENDED.test(part) ? "." : ""}`)
    .join(" ");
}

/**
 * @param {string | null | undefined} time
 * @param {string | null | undefined} lang
 */
function dateOf(time, lang) {
  if (!time) return "";
  try {
    return readableDate(time, lang);
  } catch {
    // No language has that name.
    return time;
  }
}

/** @param {string | null | undefined} text */
function oneLine(text) {
  return (text ?? "").replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** @type {Record<string, string>} */
const REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => REFERENCES[character]);
}
