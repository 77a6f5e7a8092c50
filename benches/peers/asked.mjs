// How the scripts are asked: src/lib.rs says it.

import { createInterface } from "node:readline";

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
