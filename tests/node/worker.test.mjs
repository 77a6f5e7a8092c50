// Cleaning in a worker: the same results, progress, and an answer whatever happens to it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, mock, test } from "node:test";
import { Worker } from "node:worker_threads";
import { clean, cleanHtml } from "copydesk";
import { createWorker } from "copydesk/worker";
import { wholePage } from "../support/markup.mjs";
import { story } from "../support/story.mjs";
import { root } from "./support.mjs";

const plain = (/** @type {unknown} */ value) => JSON.parse(JSON.stringify(value));

const worker = createWorker();
after(() => worker.terminate());

/** A worker of this script, and how often it was started. @param {string} script */
function fake(script) {
  const code = `const { parentPort } = require("node:worker_threads"); ${script}`;
  const start = () => {
    faked.starts++;
    return new Worker(code, { eval: true });
  };
  const faked = { starts: 0, worker: createWorker({ start }) };
  return faked;
}

const script = import.meta.resolve("copydesk/worker-script");

/** As long as it takes this to be done, a call is being worked on. */
const LONG = story.raw.repeat(3000);

test("a page gives the same result as on this thread, and it can be set by hand", async () => {
  const [result, expected] = await Promise.all([worker.clean(story.raw), clean(story.raw)]);
  assert.deepEqual(plain(result), plain(expected));
  assert.equal(result.toText(), expected.toText());
  assert.deepEqual(plain(result.with({ 1: true })), plain(expected.with({ 1: true })));
  const options = { url: "https://tessel.example/river", images: true };
  assert.deepEqual(
    plain(await worker.cleanHtml(wholePage, options)),
    plain(await cleanHtml(wholePage, options)),
  );
  assert.equal(await worker.isProbablyReaderable(story.raw), true);
  assert.equal(await worker.isProbablyReaderable("Home\nNews"), false);
});

test("progress is told: begun, and done", async () => {
  const told = /** @type {number[][]} */ ([]);
  const onProgress = ({ done, total }) => void told.push([done, total]);
  await worker.clean(story.raw, { onProgress });
  assert.deepEqual(told.splice(0), [
    [0, 1],
    [1, 1],
  ]);
  await worker.isProbablyReaderable(story.raw, { onProgress });
  assert.deepEqual(told.splice(0), [
    [0, 1],
    [1, 1],
  ]);
  await worker.cleanAll([story.raw, "", { html: wholePage }], { onProgress });
  assert.deepEqual(told.splice(0), [
    [0, 3],
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  await worker.cleanAll([], { onProgress });
  assert.deepEqual(told, []);
});

test("many pages: each with its outcome, in their order", async () => {
  const url = "https://tessel.example/river";
  const pages = [
    story.raw,
    { html: wholePage, url },
    { text: story.raw, html: wholePage },
    { text: story.raw, url: /** @type {any} */ (1) },
  ];
  const outcomes = await worker.cleanAll(pages, { keep: ["caption"] });
  const expected = [
    await clean(story.raw, { keep: ["caption"] }),
    await cleanHtml(wholePage, { keep: ["caption"], url }),
    await clean(story.raw, { keep: ["caption"], html: wholePage }),
  ];
  assert.deepEqual(
    plain(outcomes.slice(0, 3)),
    plain(expected.map((value) => ({ status: "fulfilled", value }))),
  );
  const [failed] = outcomes.slice(3);
  assert.match(failed.status === "rejected" ? failed.reason.message : "", /^options\.url: expected a string/);
  await assert.rejects(
    worker.cleanAll([/** @type {any} */ (1)]),
    /^TypeError: cleanAll: expected page 0 to be a text, .* got 1$/,
  );
});

test("mistakes are told as they are on this thread", async () => {
  for (const call of [
    (/** @type {any} */ on) => on.clean(1),
    (on) => on.clean("", { kep: [] }),
    (on) => on.cleanHtml(null),
  ]) {
    const mine = await call({ clean, cleanHtml }).catch((error) => error);
    await assert.rejects(call(worker), { name: mine.name, message: mine.message });
  }
  await assert.rejects(
    worker.clean("", /** @type {any} */ ({ keep: [() => {}] })),
    /^TypeError: .*options cannot be sent to a worker/,
  );
  assert.throws(
    () => createWorker(/** @type {any} */ ({ start: "worker.js" })),
    /^TypeError: createWorker: expected start/,
  );
  assert.equal((await worker.clean(story.raw)).title, story.title);
});

test("what progress throws is thrown by the call, and the next call works", async () => {
  const fails =
    (least) =>
    ({ done }) => {
      if (done >= least) throw new Error("mine");
    };
  await assert.rejects(worker.clean(story.raw, { onProgress: fails(0) }), /mine/);
  await assert.rejects(worker.clean(story.raw, { onProgress: fails(1) }), /mine/);
  await assert.rejects(worker.cleanAll([story.raw], { onProgress: fails(1) }), /mine/);
  assert.equal((await worker.clean(story.raw)).title, story.title);
});

test("an abort gives up what runs and what waits, and the others go on", async () => {
  const aborted = AbortSignal.abort();
  await assert.rejects(worker.clean(story.raw, { signal: aborted }), { name: "AbortError" });

  const [running, waiting] = [new AbortController(), new AbortController()];
  const onProgress = () => running.abort(new Error("too long"));
  const first = worker.clean(LONG, { signal: running.signal, onProgress });
  const second = worker.clean(story.raw, { signal: waiting.signal });
  const third = worker.clean(story.raw);
  waiting.abort();
  await assert.rejects(second, { name: "AbortError" });
  await assert.rejects(first, /too long/);
  assert.equal((await third).title, story.title);

  const all = new AbortController();
  const pages = worker.cleanAll([story.raw, LONG, story.raw], {
    signal: all.signal,
    onProgress: ({ done }) => done === 1 && all.abort(),
  });
  await assert.rejects(pages, { name: "AbortError" });
  assert.equal((await worker.clean(story.raw)).title, story.title);
});

test("a worker that was terminated says so, to those that wait too", async () => {
  const other = createWorker();
  const waiting = [other.clean(story.raw), other.clean(story.raw)];
  other.terminate();
  for (const call of [...waiting, other.clean("")])
    await assert.rejects(call, /this worker was terminated; make another/);
});

for (const [name, code, message] of /** @type {const} */ ([
  ["throws", "throw new Error('no such script')", /the worker failed: no such script$/],
  ["ends", "", /the worker ended by itself, with code 0$/],
  ["ends with a code", "process.exit(3)", /the worker ended by itself, with code 3$/],
  ["says what is no answer", "parentPort.postMessage('hello')", /sent what is no answer/],
  ["answers what was not asked", "parentPort.postMessage({ is: 'done', id: 99 })", /sent what is no answer/],
])) {
  test(`a script that ${name} is told, to all that wait`, async () => {
    const { worker } = fake(code);
    for (const call of [worker.clean(""), worker.isProbablyReaderable("")])
      await assert.rejects(call, { message });
    await assert.rejects(worker.clean(""), { message });
    worker.terminate();
  });
}

test("a worker that cannot be made is told", async () => {
  const broken = createWorker({
    start() {
      throw new Error("refused by the policy");
    },
  });
  await assert.rejects(
    broken.isProbablyReaderable(""),
    /the worker could not be started: refused by the policy$/,
  );
});

test("a script that never answers is told after a while", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { worker } = fake("parentPort.on('message', () => {})");
    const call = worker.isProbablyReaderable("");
    mock.timers.tick(59_000);
    mock.timers.tick(1_000);
    await assert.rejects(
      call,
      /has not answered within 60 seconds: is its script copydesk\/worker-script\?$/,
    );
    worker.terminate();
  } finally {
    mock.timers.reset();
  }
});

test("a worker that dies loses one page, and a fresh one does the others", async () => {
  const code = `
    parentPort.on("message", ({ input }) => { if (input === "die") process.exit(9); });
    import(${JSON.stringify(script)});`;
  const faked = fake(code);
  const outcomes = await faked.worker.cleanAll([story.raw, "die", story.raw]);
  assert.deepEqual(
    outcomes.map((outcome) =>
      outcome.status === "fulfilled" ? outcome.value.title : outcome.reason.message,
    ),
    [story.title, "copydesk/worker: the worker ended by itself, with code 9", story.title],
  );
  assert.equal(faked.starts, 2);
  faked.worker.terminate();
});

test("a worker that has nothing to do does not keep the program running", () => {
  const program = `
    import { createWorker } from "copydesk/worker";
    const worker = createWorker();
    const result = await worker.clean("River");
    console.log(result.with({ 1: true }).textContent, await worker.isProbablyReaderable(""));`;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: root,
    encoding: "utf8",
    timeout: 30_000,
  });
  assert.deepEqual([run.stdout, run.stderr, run.status], ["River false\n", "", 0]);
});
