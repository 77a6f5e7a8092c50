/** What some system does not take in a name, or what cannot be seen. The joiners are spelling in some scripts. */
const NOT_IN_NAMES = /[<>:"/\\|?*\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;
/** Windows has devices of these names, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;
const LONGEST = 80;
/** Linux counts bytes, 255 with the ending. */
const MOST_BYTES = 240;

/**
 * A name for the file of an article, which every system takes.
 * @param {string | null | undefined} title
 * @param {".md" | ".txt" | ".html"} ending
 */
export function fileName(title, ending) {
  const plain = (title ?? "")
    .slice(0, 10 * LONGEST)
    .normalize("NFC")
    .replace(NOT_IN_NAMES, " ");
  // A dot at the start hides a file, a dash makes an option of it, and Windows drops dots at the end.
  const name = shortened(plain.replace(/\s+/g, " ").replace(/^[ .-]+/, "")).replace(/[ .\u200c\u200d]+$/, "");
  if (name === "") return `article${ending}`;
  return `${DEVICE.test(name) ? "_" : ""}${name}${ending}`;
}

/**
 * Cuts after a word, or anywhere where the words are long or not apart.
 * @param {string} name
 */
function shortened(name) {
  const characters = [...name];
  let bytes = 0;
  let fits = 0;
  while (fits < characters.length && fits < LONGEST) {
    bytes += new TextEncoder().encode(characters[fits]).length;
    if (bytes > MOST_BYTES) break;
    fits += 1;
  }
  // A letter keeps its marks.
  while (fits > 0 && fits < characters.length && /[\p{M}\u200d]/u.test(characters[fits])) fits -= 1;
  const cut = characters.slice(0, fits).join("");
  if (fits === characters.length || characters[fits] === " ") return cut;
  const word = cut.lastIndexOf(" ");
  return word > cut.length / 2 ? cut.slice(0, word) : cut;
}

/** What turns a text around, or breaks it off, and so the text behind it too. */
const TURNS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const LONGEST_SHOWN = 200;

/**
 * A stranger's name of a file or a page, as it may stand among the page's own words.
 * @param {string} name
 */
export function shownName(name) {
  const plain = name.slice(0, 10 * LONGEST_SHOWN).replace(TURNS, "");
  const characters = [...plain];
  return characters.length <= LONGEST_SHOWN ? plain : `${characters.slice(0, LONGEST_SHOWN).join("")}…`;
}
