// How the benchmark asks a process in another language: a line of JSON names a mode, a page and how it is to be timed
// (benches/src/clock.rs); the answer is the milliseconds of one run, by the process's own clock.

import { createInterface } from "node:readline";

/**
 * @typedef {{ mode: "text" | "html", page: number, times: number, batch: number, warm: boolean }} Asked
 * @param {(asked: Asked) => Promise<number>} milliseconds
 */
export async function answer(milliseconds) {
  console.log("ready");
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await milliseconds(JSON.parse(line))));
  }
}

/**
 * The least of so many times, each of a batch. It runs in Node and, sent over as a text, in browsers.
 * @param {(page: string) => Promise<unknown>} clean
 * @param {string} page
 * @param {{ times: number, batch: number, warm: boolean }} asked `warm`: it is cleaned once before the clock runs
 */
export async function timed(clean, page, { times, batch, warm }) {
  if (warm) await clean(page);
  let least = Infinity;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    for (let j = 0; j < batch; j++) {
      await clean(page);
    }
    least = Math.min(least, (performance.now() - start) / batch);
  }
  return least;
}
