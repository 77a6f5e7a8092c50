// The person's rules as a list, to be looked through, taken along and forgotten.

import { shownName } from "../inout/names.js";
import { saveFile } from "../inout/save.js";
import { buttonById, byId } from "../shell/page.js";

/** @typedef {import("./store.js").RuleStore} RuleStore */

/** Rules that are listed at once; a search finds the others. */
const MOST_LISTED = 200;
/** Of a larger file no more is read than shows that it is too large. In bytes. */
const MOST_READ = 25_000_000;

/**
 * @param {RuleStore} rules
 * @param {{ onChange: (what: string, effect: import("./store.js").Change) => void, onUndo: () => void }} handlers
 *   `onUndo`: takes the last of these changes back
 */
export function rulesDialog(rules, { onChange, onUndo }) {
  const search = /** @type {HTMLInputElement} */ (byId("rules-search"));
  const list = byId("rule-list");
  const back = byId("rules-undo");

  function show() {
    const all = rules.list();
    const wanted = search.value.trim().toLowerCase();
    const found = all.filter(({ phrase, site }) => `${site ?? ""} ${phrase}`.toLowerCase().includes(wanted));
    const listed = found.toReversed().slice(0, MOST_LISTED);
    const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
    list.replaceChildren(...listed.map(ruleItem));
    byId("rules-none").hidden = found.length > 0;
    byId("rules-none").textContent =
      all.length === 0 ? "There are none yet." : "None of them has these words.";
    byId("rules-more").hidden = found.length <= MOST_LISTED;
    byId("rules-more").textContent =
      `${(found.length - MOST_LISTED).toLocaleString("en")} more: search for them.`;
    search.parentElement?.toggleAttribute("hidden", all.length < 8 && wanted === "");
    for (const id of ["rules-export", "rules-forget"]) buttonById(id).disabled = all.length === 0;
    if (focused >= 0) focusRule(focused);
  }

  /** The rule that stands there now, or the last; where none is left, what takes the last step back. @param {number} at */
  function focusRule(at) {
    const item = list.children[Math.min(at, list.children.length - 1)];
    (item?.querySelector("button") ?? (back.hidden ? byId("rules-import") : back)).focus();
  }

  /**
   * Says it in the dialog: what stands behind one is neither read out nor in sight.
   * @param {string} words
   */
  function tell(words) {
    byId("rules-news").textContent = words;
    back.hidden = true;
  }

  /**
   * @param {string} words what was done, which can be taken back here
   * @param {string} step the same for the history
   * @param {import("./store.js").Change} change
   */
  function tellChange(words, step, change) {
    onChange(step, change);
    tell(words);
    back.hidden = false;
  }

  /** @param {import("./match.js").Rule} rule */
  function ruleItem(rule) {
    const item = document.createElement("li");
    const verdict = document.createElement("span");
    verdict.className = rule.keep ? "verdict kept" : "verdict dropped";
    verdict.textContent = rule.keep ? "Keep" : "Drop";
    const phrase = document.createElement("q");
    phrase.dir = "auto";
    phrase.textContent = rule.phrase;
    const site = document.createElement("span");
    site.className = "site";
    site.textContent = rule.site ?? "any paste without a site";
    const forget = document.createElement("button");
    forget.type = "button";
    forget.className = "quiet";
    forget.textContent = "Forget";
    forget.ariaLabel = `Forget: ${rule.keep ? "keep" : "drop"} ${rule.phrase}`;
    forget.addEventListener("click", () => {
      const at = [...list.children].indexOf(item);
      tellChange("Rule forgotten.", "Forget a rule", rules.forget(rule));
      focusRule(at);
    });
    item.append(verdict, phrase, site, forget);
    return item;
  }

  search.addEventListener("input", show);
  rules.subscribe(show);
  show();

  back.addEventListener("click", () => {
    onUndo();
    tell("Undone.");
    focusRule(0);
  });
  byId("rules").addEventListener("close", () => tell(""));
  byId("rules-forget").addEventListener("click", () => {
    const count = rules.list().length;
    tellChange(`${rulesOf(count)} forgotten.`, "Forget all rules", rules.forgetAll());
    back.focus();
  });
  byId("rules-export").addEventListener("click", () =>
    saveFile("copydesk-rules.json", "application/json", rules.exportText()),
  );
  const chooser = /** @type {HTMLInputElement} */ (byId("rules-file"));
  byId("rules-import").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files ?? [];
    chooser.value = "";
    if (!file) return;
    try {
      const change = rules.importText(await file.slice(0, MOST_READ).text());
      const { added, ignored } = change;
      const others =
        ignored > 0 ? ` ${ignored.toLocaleString("en")} were known already or are no rules.` : "";
      const words = `${rulesOf(added)} imported.${others}`;
      if (added > 0) tellChange(words, "Import rules", change);
      else tell(words);
    } catch (error) {
      tell(`${shownName(file.name)}: ${error instanceof Error ? error.message : error}`);
    }
  });
}

/** @param {number} count */
const rulesOf = (count) => `${count.toLocaleString("en")} ${count === 1 ? "rule" : "rules"}`;
