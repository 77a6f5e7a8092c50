// How the scripts are asked: src/lib.rs says it.

import { createInterface } from "node:readline";

/**
 * What is answered, of these pages. It runs in Node and, sent over as a text, in browsers.
 * @template P, A
 * @param {P[]} pages
 * @param {(page: P) => A | Promise<A>} extract makes an article of a page
 * @param {(article: A) => string} bodyOf makes text of the article's body
 */
export function made(pages, extract, bodyOf) {
  /** @param {P} page */
  async function milliseconds(page) {
    const start = performance.now();
    try {
      await extract(page);
    } catch {
      return null;
    }
    return performance.now() - start;
  }
  return {
    /** @param {number} first @param {number} end */
    async times(first, end) {
      const times = [];
      await milliseconds(pages[first]);
      for (const page of pages.slice(first, end)) times.push(await milliseconds(page));
      return times;
    },
    /** @param {number} at */
    async body(at) {
      try {
        return bodyOf(await extract(pages[at]));
      } catch {
        return null;
      }
    },
  };
}

/**
 * @param {(line: string) => void} answer
 * @param {{
 *   times: (first: number, end: number) => Promise<(number | null)[]>,
 *   body: (page: number) => Promise<string | null>,
 * }} made
 */
export async function answerAll(answer, { times, body }) {
  answer("ready");
  for await (const asked of createInterface({ input: process.stdin })) {
    const [first, second] = asked.split(" ");
    const made = first === "body" ? await body(Number(second)) : await times(Number(first), Number(second));
    answer(JSON.stringify(made));
  }
}
