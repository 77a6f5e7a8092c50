// How much there is to read.

/** Silent reading of prose in English; Brysbaert's review of 190 studies (2019) has 238 words a minute. */
const WORDS_A_MINUTE = 238;
/** Chinese and Japanese are counted in characters, of which readers take about twice as many. */
const CHARACTERS_A_MINUTE = 500;

// A Han or kana character stands for itself; of other scripts a run of letters and digits is a word.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;
const CHARACTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** @param {string} text */
export function countWords(text) {
  let words = 0;
  let characters = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (CHARACTER.test(word)) characters += 1;
    else words += 1;
  }
  const minutes = words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE;
  return {
    words: words + characters,
    minutes: words + characters === 0 ? 0 : Math.max(1, Math.round(minutes)),
  };
}
