// Cleaning off the main thread, in Node and what is like it.

import { Worker } from "node:worker_threads";
import { Client } from "./client.js";

/**
 * @param {{ start?: () => Worker }} [options]
 * @returns {import("./index.js").CleanWorker}
 */
export function createWorker({ start = startOwn } = {}) {
  return new Client(start, connect);
}

// Without the program's own flags: some of them, as `--input-type`, are none for a worker.
const startOwn = () => new Worker(new URL("./script-node.js", import.meta.url), { execArgv: [] });

/**
 * @param {Worker} worker
 * @param {import("./client.js").Listeners} listeners
 * @returns {import("./client.js").Port}
 */
function connect(worker, { onMessage, onFailure }) {
  worker.on("message", onMessage);
  worker.on("messageerror", () => onFailure("sent a message that cannot be read"));
  worker.on("error", (error) => onFailure(`failed: ${error?.message ?? error}`));
  worker.on("exit", (code) => onFailure(`ended by itself, with code ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    close: () => void worker.terminate(),
    // A worker that has nothing to do does not keep the program running.
    keepAlive: (isNeeded) => (isNeeded ? worker.ref() : worker.unref()),
  };
}
