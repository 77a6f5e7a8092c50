/** A page declares its encoding within so many bytes, by the HTML standard. */
const DECLARED_WITHIN = 1024;
const GUESS = "windows-1252";
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i;
const XML = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]+)/i;

/**
 * The text of a file, in the encoding that is found as the command finds it: by the byte order mark; UTF-8, if that is
 * what the bytes are, as editors save pages anew and leave their declaration; what the page declares; else a guess.
 * @param {Uint8Array} bytes
 * @param {boolean} isHtml
 */
export function decode(bytes, isHtml) {
  const mark = markOf(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);
  const text = tryUtf8(bytes);
  // Pure ASCII may still be Japanese, which switches between its character sets by ASCII.
  if (text !== null && text.length < bytes.length) return text;
  const declared = isHtml ? declaredIn(bytes) : null;
  return declared?.decode(bytes) ?? text ?? new TextDecoder(GUESS).decode(bytes);
}

/** @param {Uint8Array} bytes */
function markOf([first, second, third]) {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

/** @param {Uint8Array} bytes */
function tryUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
function declaredIn(bytes) {
  const start = new TextDecoder(GUESS).decode(bytes.subarray(0, DECLARED_WITHIN)).replace(COMMENT, "");
  const label = (META.exec(start) ?? XML.exec(start))?.[1];
  try {
    const decoder = new TextDecoder(label ?? "");
    // What could be read so far is in no UTF-16, and what is no UTF-8 is not made so by saying it.
    return decoder.encoding.startsWith("utf-") ? null : decoder;
  } catch {
    // No encoding has that name.
    return null;
  }
}
