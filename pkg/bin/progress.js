// How far the work is: a line on standard error, where that is a terminal and nothing else is printed there.

import { tell } from "./errors.js";

/** No more often than a person can read. */
const MILLISECONDS = 100;

const ERASE = "\r\u001b[K";

export class Progress {
  #shown;
  #last = 0;

  /**
   * @param {boolean} wanted
   * @param {boolean} prints whether the work prints to standard output, which may be the same terminal
   */
  constructor(wanted, prints) {
    this.#shown = wanted && process.stderr.isTTY && !(prints && process.stdout.isTTY);
  }

  /** @param {string} state */
  show(state) {
    const now = Date.now();
    if (!this.#shown || now - this.#last < MILLISECONDS) return;
    this.#last = now;
    process.stderr.write(`${ERASE}${state}`);
  }

  /**
   * Says a line on standard error, in place of the state.
   *
   * @param {string} message
   */
  tell(message) {
    this.end();
    tell(message);
  }

  end() {
    if (this.#shown) process.stderr.write(ERASE);
  }
}
