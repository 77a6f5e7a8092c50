import { phraseOf } from "./phrase.js";

/**
 * What a person decided about a line, for the next paste.
 * @typedef {object} Rule
 * @property {string} phrase what the line says, by `phraseOf`
 * @property {string | null} site where it holds, by `siteOf`; null holds everywhere
 * @property {boolean} keep
 * @property {string} made the day: `2024-06-04`
 */

/**
 * What the rules say of the lines of a paste, for `Result.with`: numbers from 1, and whether to keep the line.
 *
 * A rule of a site holds there alone, and goes before a rule without one. A rule without a site was made on a paste that
 * did not tell its site, and holds everywhere: the next paste of the same site may well tell it, and a rule that then
 * fell silent would look like a correction that was forgotten, while one that goes too far is said and is one click away
 * from being forgotten.
 * @param {readonly Rule[]} rules
 * @param {string | null} site of the paste
 * @param {readonly string[]} texts of the lines
 * @returns {Record<number, boolean>}
 */
export function matchRules(rules, site, texts) {
  const find = ruleFinder(rules, site);
  /** @type {Record<number, boolean>} */
  const changes = {};
  texts.forEach((text, index) => {
    const rule = find(text);
    if (rule) changes[index + 1] = rule.keep;
  });
  return changes;
}

/**
 * A function that gives the rule for a line.
 * @param {readonly Rule[]} rules
 * @param {string | null} site of the paste
 * @returns {(text: string) => Rule | undefined}
 */
export function ruleFinder(rules, site) {
  /** @type {Map<string, Rule>} */
  const byPhrase = new Map();
  for (const rule of rules) if (rule.site === null) byPhrase.set(rule.phrase, rule);
  if (site !== null) for (const rule of rules) if (rule.site === site) byPhrase.set(rule.phrase, rule);
  return (text) => (byPhrase.size > 0 ? byPhrase.get(phraseOf(text)) : undefined);
}
