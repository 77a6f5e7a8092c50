// Cleaning off the main thread, in browsers.

import { Client } from "./client.js";

/** @type {typeof import("./index.js").createWorker} */
export function createWorker({ start = startOwn } = {}) {
  return new Client(/** @type {() => Worker} */ (start), connect);
}

// Bundlers know this form, word by word, and bring the script along.
const startOwn = () => new Worker(new URL("./script.js", import.meta.url), { type: "module" });

/**
 * @param {Worker} worker
 * @param {import("./client.js").Listeners} listeners
 * @returns {import("./client.js").Port}
 */
function connect(worker, { onMessage, onFailure }) {
  worker.addEventListener("message", ({ data }) => onMessage(data));
  worker.addEventListener("messageerror", () => onFailure("sent a message that cannot be read"));
  worker.addEventListener("error", (event) => {
    // It is told here, and need not be reported once more.
    event.preventDefault?.();
    onFailure(
      event.message
        ? `failed: ${event.message}`
        : "could not be started: its script did not load or was refused",
    );
  });
  return {
    post: (message) => worker.postMessage(message),
    close: () => worker.terminate(),
    keepAlive() {},
  };
}
