// Starts the worker that cleans.
//
// From a text, and not from its address: such a worker has the page's own policy, which forbids it every connection.
// One from an address has the policy of that file's headers, which no static host sends. So it can also be started
// again without a request, and the page in one file starts it in the same way.

import { noteRequests } from "../host/requests.js";
import { workerFile, workerText } from "../host/served.js";
import { fileAddress, workerAddress } from "../host/trusted.js";
import { inMessage } from "../host/watch.js";

/** @type {Promise<string> | undefined} */
let address;

/** Loads the worker's script, so that starting it later asks for nothing. */
export function loadWorker() {
  if (workerFile) return Promise.resolve(fileAddress(workerFile));
  address ??= workerText().then(workerAddress, (cause) => {
    address = undefined;
    throw new Error("The page's worker.js could not be loaded: reload the page.", { cause });
  });
  return address;
}

/**
 * A worker at once, though its script may still be on its way: what is posted meanwhile waits for it, in order.
 * It has what is used of a `Worker`: `postMessage`, `terminate`, and the events "message" and "error".
 */
export function startWorker() {
  return new StartedWorker();
}

class StartedWorker extends EventTarget {
  #worker = loadWorker().then((started) => this.#start(started));
  #isEnded = false;

  constructor() {
    super();
    this.#worker.catch(({ message }) =>
      this.dispatchEvent(new ErrorEvent("error", { message, cancelable: true })),
    );
  }

  /** @param {string} started */
  #start(started) {
    const worker = new Worker(started, { name: "copydesk" });
    worker.addEventListener("message", ({ data }) => {
      const seen = inMessage(data);
      if (seen) noteRequests(seen);
      else if (!this.#isEnded) this.dispatchEvent(new MessageEvent("message", { data }));
    });
    for (const type of ["error", "messageerror"]) worker.addEventListener(type, (event) => this.#tell(event));
    return worker;
  }

  /** @param {Event} event */
  #tell(event) {
    const { message } = /** @type {ErrorEvent} */ (event);
    const isNew = this.dispatchEvent(new ErrorEvent("error", { message: message ?? "", cancelable: true }));
    if (!isNew) event.preventDefault();
  }

  /**
   * @param {unknown} message
   * @param {Transferable[]} [transfer]
   */
  postMessage(message, transfer = []) {
    this.#worker.then(
      (worker) => worker.postMessage(message, transfer),
      () => {}, // the event has told
    );
  }

  terminate() {
    this.#isEnded = true;
    this.#worker.then(
      (worker) => worker.terminate(),
      () => {},
    );
  }
}
