import { fold, lettersOf } from "../fold.js";

/** Of a longer line its beginning is the phrase: whoever writes a long cookie notice changes its end. */
export const LONGEST_PHRASE = 200;
/** A line of any length costs no more than this many characters; they hold the phrase, and spaces beside. */
const READ = 1000;
/** A phrase for every site says at least so much: "Share" does, "Yes." may stand in any story. */
const FEWEST_LETTERS = 4;
/**
 * A number with what stands inside it: 1,204 and 1 204 and 12:30. Its length says nothing, as a counter goes from 9 to
 * 10, so all of it is one mark, which also shows in the list that any number is meant.
 */
const NUMBER = /\p{Nd}+(?:[.,:'’ ]\p{Nd}+)*/gu;

/**
 * What a line says, whatever its numbers are today: "36 comments" and "41 comments" are one phrase. A phrase of a phrase
 * is the phrase itself.
 * @param {string} text
 */
export function phraseOf(text) {
  const folded = fold(text.slice(0, READ)).replace(NUMBER, "#");
  if (folded.length <= LONGEST_PHRASE) return folded;
  return [...folded].slice(0, LONGEST_PHRASE).join("").trimEnd();
}

/**
 * Whether there can be a rule for the phrase. Rows of numbers all look alike, so there is none without a letter; and a
 * short one is for one site alone.
 * @param {string} phrase
 * @param {string | null} site
 */
export function makesRule(phrase, site) {
  return lettersOf(phrase) >= (site === null ? FEWEST_LETTERS : 1);
}
