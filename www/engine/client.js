// The page's side of the worker. What is asked last counts: a view that has been overtaken is never shown.

import { nextSlice } from "../shell/slices.js";
import { startWorker } from "./start.js";

/** @typedef {import("./cleaner.js").Held} Held */
/** @typedef {import("./cleaner.js").Asked} Asked */
/** @typedef {import("./view.js").View} View */

/** Characters a millisecond, on a laptop of 2020; what is measured here takes its place. */
const FIRST_GUESS_OF_SPEED = 1500;

/** Thrown where a later question has overtaken one, or the person has given it up. */
export class Overtaken extends Error {}

export class Engine {
  /** @type {ReturnType<typeof startWorker> | null} */
  #worker = null;
  /** Every paste of the page, the ones that the worker has been sent, and how long each is. @type {Map<number, Held>} */
  #parts = new Map();
  /** @type {Set<number>} */
  #sent = new Set();
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  #lastId = 0;
  #lastView = 0;
  /** @type {Promise<void>} */
  #viewing = Promise.resolve();
  #speed = FIRST_GUESS_OF_SPEED;

  /**
   * @param {Omit<Held, "id">} part
   * @returns {number} its id
   */
  add(part) {
    const id = ++this.#lastId;
    this.#parts.set(id, { ...part, id });
    return id;
  }

  /** @param {number} id */
  part(id) {
    return /** @type {Held} */ (this.#parts.get(id));
  }

  /** Lets go of all other pastes. @param {ReadonlySet<number>} ids */
  keepOnly(ids) {
    for (const id of this.#parts.keys()) {
      if (ids.has(id)) continue;
      this.#parts.delete(id);
      if (this.#sent.delete(id)) this.#worker?.postMessage({ ask: "letGo", part: id });
    }
  }

  /** How long a first cleaning of these will take, in milliseconds, going by the last ones. @param {readonly number[]} ids */
  estimate(ids) {
    return this.#lengthOf(ids) / this.#speed;
  }

  /**
   * @param {Asked} asked
   * @returns {Promise<View>} rejects with `Overtaken` where another view was asked for meanwhile
   */
  async show(asked) {
    const mine = ++this.#lastView;
    // One at a time: of a slider that is dragged, the worker sees the first place and the last.
    await this.#viewing;
    if (mine !== this.#lastView) throw new Overtaken();
    const isFirst = asked.parts.some((id) => !this.#sent.has(id));
    const began = performance.now();
    const answer = this.#ask("show", asked);
    this.#viewing = answer.then(
      () => {},
      () => {},
    );
    const { view } = await answer;
    // To receive a large view takes a moment, and so does to show it: between the two the page answers.
    await nextSlice();
    if (isFirst) this.#learn(this.#lengthOf(asked.parts), performance.now() - began);
    if (mine !== this.#lastView) throw new Overtaken();
    return view;
  }

  /**
   * @param {Asked} asked
   * @returns {Promise<string>}
   */
  async markdown(asked) {
    return (await this.#ask("markdown", asked)).markdown;
  }

  /**
   * What is to be known of a tab that is not shown.
   * @param {Asked} asked
   * @returns {Promise<import("./about.js").About>}
   */
  async about(asked) {
    return (await this.#ask("about", asked)).about;
  }

  /** Nothing is to be shown: what is under way is for nobody. */
  overtake() {
    this.#lastView += 1;
  }

  /** Starts the worker before there is anything to clean, so that the first paste waits for nothing. */
  warm() {
    this.#start();
  }

  /** Ends whatever the worker is doing. Its pastes are sent again when they are next asked for. */
  cancel() {
    this.#lastView += 1;
    this.#end(new Overtaken());
  }

  /**
   * @param {"show" | "markdown" | "about"} ask
   * @param {Asked} asked
   * @returns {Promise<any>}
   */
  #ask(ask, asked) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const worker = this.#start();
      for (const part of asked.parts) {
        if (this.#sent.has(part)) continue;
        worker.postMessage({ ask: "hold", part: this.#parts.get(part) });
        this.#sent.add(part);
      }
      worker.postMessage({ ask, id, asked });
    });
  }

  #start() {
    if (this.#worker) return this.#worker;
    const worker = startWorker();
    worker.addEventListener("message", (event) => {
      const { data } = /** @type {MessageEvent} */ (event);
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ("problem" in data) waiting?.reject(new Error(data.problem));
      else waiting?.resolve(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      const why = /** @type {ErrorEvent} */ (event).message || "its script could not be loaded";
      this.#end(new Error(`The part of the page that cleans has stopped: ${why}. Paste again.`));
    });
    this.#worker = worker;
    return worker;
  }

  /** @param {Error} error */
  #end(error) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#sent.clear();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }

  /** @param {readonly number[]} ids */
  #lengthOf(ids) {
    return ids.reduce((sum, id) => {
      const { text, html } = this.part(id);
      return sum + (text?.length ?? 0) + (html?.length ?? 0);
    }, 0);
  }

  /**
   * @param {number} length
   * @param {number} ms
   */
  #learn(length, ms) {
    // A short paste tells of the start of the worker and little else.
    if (length > 100_000) this.#speed = length / ms;
  }
}
