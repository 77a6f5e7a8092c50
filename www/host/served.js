// Where the page finds its other scripts when it is served as a folder. The page in one file has another module in
// this one's place, which the build writes: see xtask/scripts/page/bundle.mjs.

/** The worker's script as a module that exports it as a text. A name, so that the bundler leaves it where it is. */
const worker = "./worker.js";

/** @type {() => Promise<string>} */
export const workerText = async () => (await import(worker)).text;

/** Another script that is the worker by itself, where none may be started from a text: in an extension. @type {string | null} */
export const workerFile = null;

/** @type {string | null} null: there is none */
export const serviceWorker = "sw.js";
