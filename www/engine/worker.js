// The worker: hears what the page asks, one thing after another, and answers everything.

import { about, hold, letGo, show, toMarkdown } from "./cleaner.js";
import { transferOf } from "./view.js";

/**
 * What the page says. `show`, `markdown` and `about` are answered.
 * @typedef {{ ask: "hold", part: import("./cleaner.js").Held }
 *   | { ask: "letGo", part: number }
 *   | { ask: "show" | "markdown" | "about", id: number, asked: import("./cleaner.js").Asked }} Message
 *
 * @typedef {{ id: number, view: import("./view.js").View }
 *   | { id: number, markdown: string }
 *   | { id: number, about: import("./about.js").About }
 *   | { id: number, problem: string }} Answer
 */

/** A worker's own global, of which the page's types know nothing but the likeness of a window's. */
const port = /** @type {Worker} */ (/** @type {unknown} */ (globalThis));

port.addEventListener("message", async ({ data }) => {
  const message = /** @type {Message} */ (data);
  if (message.ask === "hold") hold(message.part);
  else if (message.ask === "letGo") letGo(message.part);
  else await answer(message);
});

/** @param {Extract<Message, { id: number }>} message */
async function answer({ ask, id, asked }) {
  try {
    if (ask === "markdown") {
      port.postMessage({ id, markdown: await toMarkdown(asked) });
      return;
    }
    if (ask === "about") {
      port.postMessage({ id, about: await about(asked) });
      return;
    }
    const view = await show(asked);
    port.postMessage({ id, view }, transferOf(view));
  } catch (error) {
    port.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
  }
}
