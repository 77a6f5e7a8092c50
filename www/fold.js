/** What cannot be seen. Tabs and the like are white space, and that is one space below. */
const UNSEEN = /\p{Cf}|(?!\s)\p{Cc}/gu;

/** Letters of which a few say as much as a word does elsewhere. */
const DENSE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * A text as it is compared: compatible forms of a character are one, so are upper and lower case, white space is single
 * spaces, and what cannot be seen is not there. So it is safe to show in a list, too: nothing in it turns the text around.
 * @param {string} text
 */
export function fold(text) {
  const lower = text.replace(UNSEEN, "").normalize("NFKC").toLowerCase();
  // Lower case can be in a form of its own: some Greek letters are put together anew.
  return lower.normalize("NFC").replace(/\s+/g, " ").trim();
}

/**
 * How much a text says, in letters. A letter of Chinese, Japanese or Korean counts twice.
 * @param {string} text
 */
export function lettersOf(text) {
  return (text.match(/\p{L}/gu)?.length ?? 0) + (text.match(DENSE)?.length ?? 0);
}
