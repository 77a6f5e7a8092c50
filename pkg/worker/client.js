// The side of a worker that asks: one worker, and the pages that wait for it.

import { describe } from "../describe.js";
import { start, startedModule } from "../engine.js";
import { wrap } from "../result.js";

/**
 * What a worker of any platform is for a client.
 * @typedef {{ post: (message: unknown) => void, close: () => void, keepAlive: (isNeeded: boolean) => void }} Port
 * @typedef {{ onMessage: (message: any) => void, onFailure: (what: string) => void }} Listeners
 */

/**
 * @typedef {object} Job
 * @property {number} id
 * @property {import("./service.js").Task} task
 * @property {(() => void) | undefined} [onBegun]
 * @property {(value: any) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/** In milliseconds. A script that says nothing for so long is not ours; ours speaks before it compiles anything. */
const STARTS_WITHIN = 60_000;

/**
 * The worker gets one page at a time: so one page can be given up, or fail, and the others go on.
 *
 * @template W what a worker is on the platform
 */
export class Client {
  #connect;
  /** @type {Port | undefined} */
  #port;
  #isThere = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Job | undefined} */
  #running;
  #lastId = 0;
  #isTerminated = false;

  /** @type {Promise<WebAssembly.Module> | undefined} */
  #module;

  /**
   * @param {() => W} start makes a worker
   * @param {(worker: W, listeners: Listeners) => Port} connect
   */
  constructor(start, connect) {
    if (typeof start !== "function") {
      throw new TypeError(
        `createWorker: expected start to be a function that makes a Worker, got ${describe(start)}`,
      );
    }
    this.#connect = (/** @type {Listeners} */ listeners) => connect(start(), listeners);
  }

  /** @type {import("./index.js").CleanWorker["clean"]} */
  async clean(text, options) {
    return this.#one("clean", text, options);
  }

  /** @type {import("./index.js").CleanWorker["cleanHtml"]} */
  async cleanHtml(html, options) {
    return this.#one("cleanHtml", html, options);
  }

  /** @type {import("./index.js").CleanWorker["isProbablyReaderable"]} */
  async isProbablyReaderable(text, options) {
    return this.#one("isProbablyReaderable", text, options);
  }

  /** @type {import("./index.js").CleanWorker["cleanAll"]} */
  async cleanAll(pages, options) {
    const { signal, onProgress, ...rest } = options ?? {};
    const tasks = Array.from(pages, (page, i) => toTask(page, i, rest));
    const total = tasks.length;
    const outcomes = tasks.map((task, i) => {
      const onBegun = i === 0 ? () => onProgress?.({ done: 0, total }) : undefined;
      return settled(this.#cleaned(task, { signal, onBegun }));
    });
    const results = [];
    for (const outcome of outcomes) {
      results.push(await outcome);
      signal?.throwIfAborted();
      onProgress?.({ done: results.length, total });
    }
    return results;
  }

  terminate() {
    this.#isTerminated = true;
    this.#drop();
    this.#refuseAll(terminated());
  }

  /**
   * @param {"clean" | "cleanHtml" | "isProbablyReaderable"} task
   * @param {string} input
   * @param {import("./index.js").WorkerOptions | null} [options]
   */
  async #one(task, input, options) {
    const { signal, onProgress, ...rest } = options ?? {};
    const asking = { signal, onBegun: () => onProgress?.({ done: 0, total: 1 }) };
    const asked = { task, input, options: rest };
    const result = await (task === "isProbablyReaderable"
      ? this.#ask(asked, asking)
      : this.#cleaned(asked, asking));
    onProgress?.({ done: 1, total: 1 });
    return result;
  }

  /**
   * @param {import("./service.js").Task} task
   * @param {Asking} asking
   */
  async #cleaned(task, asking) {
    const [, cleaned] = await Promise.all([this.#startHere(), this.#ask(task, asking)]);
    return wrap(cleaned);
  }

  /** The results work on this side, so the worker's module starts here too: compiled once, and in no file twice. */
  async #startHere() {
    let module = startedModule();
    if (!module) {
      this.#module ??= this.#ask({ task: "module" }, {}).catch((error) => {
        this.#module = undefined;
        throw error;
      });
      module = await this.#module;
    }
    const given = module;
    await start({ compile: async () => given });
  }

  /**
   * @typedef {{ signal?: AbortSignal | null | undefined, onBegun?: (() => void) | undefined }} Asking
   * @param {import("./service.js").Task} task
   * @param {Asking} asking
   * @returns {Promise<any>}
   */
  async #ask(task, { signal, onBegun }) {
    if (this.#isTerminated) throw terminated();
    signal?.throwIfAborted();
    let giveUp = () => {};
    const answer = new Promise((resolve, reject) => {
      const job = { id: ++this.#lastId, task, onBegun, resolve, reject };
      giveUp = () => this.#giveUp(job, signal?.reason);
      // Every result waits for the module: it goes before the pages.
      if (task.task === "module") this.#waiting.unshift(job);
      else this.#waiting.push(job);
    });
    signal?.addEventListener("abort", giveUp);
    this.#next();
    return answer.finally(() => signal?.removeEventListener("abort", giveUp));
  }

  #next() {
    if (this.#running) return;
    this.#running = this.#waiting.shift();
    this.#port?.keepAlive(this.#running !== undefined);
    if (!this.#running) return;
    if (this.#port) {
      if (this.#isThere) this.#send(this.#running);
      return;
    }
    try {
      this.#open();
    } catch (cause) {
      this.#fail(`could not be started: ${/** @type {any} */ (cause)?.message ?? cause}`, cause);
    }
  }

  #open() {
    /** @type {Port} */
    const port = this.#connect({
      // What comes late from a worker that was given up is no answer to anything.
      onMessage: (message) => port === this.#port && this.#hear(message),
      onFailure: (what) => port === this.#port && this.#fail(what),
    });
    this.#port = port;
    const silence = `has not answered within ${STARTS_WITHIN / 1000} seconds: is its script copydesk/worker-script?`;
    this.#timer = setTimeout(() => this.#fail(silence), STARTS_WITHIN);
  }

  /** @param {Job} job */
  #send(job) {
    try {
      this.#port?.post({ ...job.task, id: job.id });
    } catch (cause) {
      this.#running = undefined;
      job.reject(
        new TypeError(`copydesk/worker: the options cannot be sent to a worker: ${cause}`, { cause }),
      );
      this.#next();
    }
  }

  /** @param {import("./service.js").Answer | undefined} answer */
  #hear(answer) {
    const job = this.#running;
    if (answer?.is === "there") {
      this.#isThere = true;
      clearTimeout(this.#timer);
      if (job) this.#send(job);
    } else if (!answer || !job || answer.id !== job.id) {
      this.#fail("sent what is no answer: are it and this side of one version?");
    } else if (answer.is === "begun") {
      try {
        job.onBegun?.();
      } catch (error) {
        this.#giveUp(job, error);
      }
    } else {
      this.#running = undefined;
      if (answer.is === "done") job.resolve(answer.value);
      else job.reject(rebuilt(answer));
      this.#next();
    }
  }

  /**
   * The worker is no more. What it was doing is lost; the pages that wait get a fresh one, unless it never came to life.
   *
   * @param {string} what
   * @param {unknown} [cause]
   */
  #fail(what, cause) {
    const error = new Error(`copydesk/worker: the worker ${what}`, { cause });
    const wasThere = this.#isThere;
    const job = this.#running;
    this.#drop();
    this.#running = undefined;
    job?.reject(error);
    if (!wasThere) this.#refuseAll(error);
    this.#next();
  }

  /**
   * @param {Job} job
   * @param {unknown} reason
   */
  #giveUp(job, reason) {
    if (job === this.#running) {
      // Nothing else ends what it is doing.
      this.#drop();
      this.#running = undefined;
    } else {
      this.#waiting = this.#waiting.filter((other) => other !== job);
    }
    job.reject(reason);
    this.#next();
  }

  #drop() {
    clearTimeout(this.#timer);
    const port = this.#port;
    this.#port = undefined;
    this.#isThere = false;
    port?.close();
  }

  /** @param {unknown} error */
  #refuseAll(error) {
    const jobs = this.#running ? [this.#running, ...this.#waiting] : this.#waiting;
    this.#running = undefined;
    this.#waiting = [];
    for (const job of jobs) job.reject(error);
  }
}

const terminated = () =>
  new Error("copydesk/worker: this worker was terminated; make another with createWorker()");

/** The errors that a call on this thread would have thrown. */
const ERRORS = { TypeError, RangeError, Error };

/** @param {{ name: string, message: string }} failed */
function rebuilt({ name, message }) {
  const known = Object.hasOwn(ERRORS, name) ? ERRORS[/** @type {keyof typeof ERRORS} */ (name)] : Error;
  return new known(message);
}

/**
 * @param {import("./index.js").PageInput} page
 * @param {number} index
 * @param {import("../index.js").CleanOptions} options
 * @returns {import("./service.js").Task}
 */
function toTask(page, index, options) {
  if (typeof page === "string") return { task: "clean", input: page, options };
  const { text, html, url } = page ?? {};
  const own = url === undefined ? options : { ...options, url };
  if (typeof text === "string")
    return { task: "clean", input: text, options: { ...own, html: html ?? null } };
  if (typeof html === "string") return { task: "cleanHtml", input: html, options: own };
  throw new TypeError(
    `cleanAll: expected page ${index} to be a text, or an object with text or html, got ${describe(page)}`,
  );
}

/**
 * As `Promise.allSettled` tells it; and a rejection is never unhandled while others are waited for.
 *
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<PromiseSettledResult<T>>}
 */
function settled(promise) {
  return promise.then(
    (value) => ({ status: "fulfilled", value }),
    (reason) => ({ status: "rejected", reason }),
  );
}
