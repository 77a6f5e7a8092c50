import { LONGEST_PHRASE, makesRule, phraseOf } from "./phrase.js";
import { siteOf } from "./site.js";

/** @typedef {import("./match.js").Rule} Rule */

/** Of more, the oldest go. */
export const MOST_RULES = 2000;
/** Far more than so many rules need. */
const LONGEST_FILE = 5_000_000;
const VERSION = 1;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** @param {Pick<Rule, "phrase" | "site">} rule what no two rules have alike: neither part holds the end of a line */
export const keyOf = ({ phrase, site }) => `${site ?? ""}\n${phrase}`;

export const today = () => new Date().toISOString().slice(0, 10);

/**
 * The rules as a text, for the browser's storage and for a file.
 * @param {readonly Rule[]} rules
 */
export function writeRules(rules) {
  return `${JSON.stringify({ copydesk: "rules", version: VERSION, rules }, null, 1)}\n`;
}

/**
 * Reads such a text, from wherever it is: what is no rule is left out.
 * @param {string} text
 * @returns {{ rules: Rule[], all: number, others: number }} the rules, oldest first, how many entries there were, and how
 *   many of them are no rules
 * @throws {Error} where it is no list of rules at all
 */
export function readRules(text) {
  if (text.length > LONGEST_FILE)
    throw new Error(`This file is longer than ${LONGEST_FILE / 1e6} MB, which no list of rules is.`);
  const { copydesk, version, rules } = Object(parse(text));
  if (copydesk !== "rules" || !Array.isArray(rules))
    throw new Error("This file holds no rules of Copydesk. Choose one that its export has made.");
  if (version !== VERSION)
    throw new Error(
      `These rules are of ${typeof version === "number" ? `version ${version}` : "no version"}, and this page reads version ${VERSION}. Import them with the Copydesk that exported them.`,
    );
  /** @type {Map<string, Rule>} */
  const byKey = new Map();
  let others = 0;
  for (const entry of rules) {
    const rule = toRule(entry);
    if (rule) byKey.set(keyOf(rule), rule);
    else others += 1;
  }
  return { rules: [...byKey.values()], all: rules.length, others };
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new Error(
      "This file is no JSON, so it holds no rules. Choose one that Copydesk's export has made.",
      { cause },
    );
  }
}

/**
 * @param {unknown} entry
 * @returns {Rule | null}
 */
function toRule(entry) {
  const { phrase, site, keep, made } = Object(entry);
  if (typeof phrase !== "string" || phrase.length > 2 * LONGEST_PHRASE || typeof keep !== "boolean")
    return null;
  if (site !== null && typeof site !== "string") return null;
  if (typeof made !== "string" || !DAY.test(made) || Number.isNaN(Date.parse(made))) return null;
  const rule = { phrase: phraseOf(phrase), site: siteOf({ siteName: site }), keep, made };
  if (site !== null && rule.site === null) return null;
  if (!makesRule(rule.phrase, rule.site)) return null;
  // A day that has not come would stay for ever, as the oldest go first.
  if (made > today()) rule.made = today();
  return rule;
}
