// How long the page's thread is taken, as the browser itself reports it.

/** @typedef {import("playwright-core").Page} Page */

/** In milliseconds: whoever presses a key waits no longer for an answer. */
export const LONGEST_TASK = 100;

/** Counts from the page's start. @param {Page} page */
export async function watchTasks(page) {
  await page.addInitScript(() => {
    /** @type {number[]} */
    const long = [];
    Object.assign(globalThis, { longTasks: long });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ type: "longtask", buffered: true });
  });
  await page.reload();
}

/** The lengths of the long tasks since the last call. @param {Page} page @returns {Promise<number[]>} */
export const tasksSince = (page) =>
  page.evaluate(async () => {
    // A report comes after the task that it is of.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return /** @type {any} */ (globalThis).longTasks.splice(0);
  });

/**
 * What the browser's own trace says of tasks that were too long while something was done: how long each lasted, and how
 * long of it the thread had a core of the machine to itself.
 * @param {Page} page
 * @param {() => Promise<void>} act
 * @returns {Promise<{ lasted: number, worked: number }[]>}
 */
export async function traceTasks(page, act) {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page's browser cannot be reached");
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  /** @param {any} event */
  const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents
      .filter((/** @type {any} */ { name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(threadOf),
  );
  return traceEvents
    .filter((/** @type {any} */ event) => /RunTask$/.test(event.name) && main.has(threadOf(event)))
    .map((/** @type {any} */ { dur = 0, tdur = 0 }) => ({ lasted: dur / 1000, worked: tdur / 1000 }))
    .filter((/** @type {{ lasted: number }} */ { lasted }) => lasted > LONGEST_TASK);
}
