// What several tests of the page's modules share: a browser's storage, and cleaned pastes.

import { openRules } from "../../www/rules/store.js";

/** Where the rules are stored. */
export const KEY = "copydesk.rules.1";

/** A storage with the windows that share it. A window hears of the changes of the others alone, as in browsers. */
export function browser() {
  const items = new Map();
  const windows = [];
  const open = () => {
    const page = new EventTarget();
    const change = (key, act) => {
      act();
      for (const other of windows)
        if (other !== page) other.dispatchEvent(Object.assign(new Event("storage"), { key }));
    };
    windows.push(page);
    const storage = {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => change(key, () => items.set(key, String(value))),
      removeItem: (key) => change(key, () => items.delete(key)),
    };
    const troubles = [];
    return { rules: openRules(storage, (message) => troubles.push(message), page), storage, troubles, page };
  };
  return { items, open };
}

/** A number in letters, as numbers are all alike in a phrase. */
export const word = (at) => [...String(at)].map((digit) => "abcdefghij"[digit]).join("");

/** What each rule says. */
export const said = (rules) => rules.list().map(({ phrase, site, keep }) => [phrase, site, keep]);

/** Lines as "kind: text"; one that begins with "-" was dropped. */
export function part(lines, told = {}) {
  return {
    title: null,
    siteName: null,
    ...told,
    lines: lines.map((line, at) => {
      const [, dropped, kind, text] = /^(-?)(\w+): ?(.*)$/s.exec(line);
      return { number: at + 1, kind, text, kept: dropped === "" && kind !== "blank" };
    }),
  };
}

export const FLOOD =
  "paragraph: After nine days of flood the Orla is back within its banks, the water board of Tessel said on Thursday.";
export const PIANO =
  "paragraph: Most people went home on the same day. We carried the piano upstairs for nothing, said Ines Varga.";
export const FERRY =
  "paragraph: The ferry runs as soon as the landing has been cleared of driftwood, by the end of the month.";
export const SCHOOL =
  "paragraph: The schools open again on Monday, but for the one by the mill, whose cellar is still full of mud.";
export const OFFER =
  "paragraph: The Courier's letter on the river and those who live by it comes every Friday, and costs you nothing.";
