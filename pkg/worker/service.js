// The worker's side: it cleans what it is sent, one page after another, and answers everything.

import { isReaderable, ofHtml, ofText } from "../cleaned.js";
import { start, startedModule } from "../engine.js";
import { inlined } from "../inlined.js";

/**
 * What is asked: one page, or the module, which serves the results on the other side.
 * @typedef {{ task: "module" }
 *   | { task: "clean" | "cleanHtml" | "isProbablyReaderable", input: string,
 *       options: import("../index.js").CleanOptions }} Task
 * @typedef {Task & { id: number }} Request
 */

/**
 * What is said: first that the script runs, then of each request that it was begun, and how it ended.
 * @typedef {{ is: "there" }
 *   | { is: "begun", id: number }
 *   | { is: "done", id: number, value: unknown }
 *   | { is: "failed", id: number, name: string, message: string }} Answer
 */

/** @param {(answer: Answer) => void} post */
export function serve(post) {
  post({ is: "there" });
  return async (/** @type {Request} */ request) => {
    const { id } = request;
    try {
      post({ is: "begun", id });
      post({ is: "done", id, value: await work(request) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ is: "failed", id, name, message });
    }
  };
}

/** @param {Request} request */
async function work(request) {
  switch (request.task) {
    case "module":
      await start(inlined);
      return startedModule();
    case "clean":
      return ofText(inlined, request.input, request.options);
    case "cleanHtml":
      return ofHtml(inlined, request.input, request.options);
    case "isProbablyReaderable":
      return isReaderable(inlined, request.input, request.options);
    default:
      throw new TypeError(
        "copydesk/worker: the worker was sent what it cannot read: are both of one version?",
      );
  }
}
