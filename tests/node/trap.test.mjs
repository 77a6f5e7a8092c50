// After a fault in the module a fresh instance serves the next call.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { clean } from "copydesk";
import * as glue from "../../pkg/generated/copydesk.js";
import { story } from "../support/story.mjs";

const PAGE = story.raw;

const first = await clean(PAGE);

/** The running instance's exports: started, the glue gives them back and starts nothing. */
function instance() {
  return glue.initSync({ module: new Uint8Array() });
}

/** Overwrites all that the running instance knows, its allocator's records too, so that the next call traps. */
function sabotage() {
  new Uint8Array(instance().memory.buffer).fill(0xff);
}

beforeEach(sabotage);

const FAULT = (error) => {
  assert.match(error.message, /^copydesk failed on this input, or there was not enough memory/);
  assert.ok(error.cause instanceof WebAssembly.RuntimeError, `${error.cause}`);
  return true;
};

test("clean: a fault is told, and the next call works on a fresh instance", async () => {
  const spoiled = instance();
  await assert.rejects(clean(PAGE), FAULT);
  assert.deepEqual(await clean(PAGE), first);
  assert.notEqual(instance(), spoiled);
});

test("with: a result from before the fault recovers, without waiting", () => {
  assert.throws(() => first.toText(), FAULT);
  const result = first.with({ 1: true });
  assert.match(result.textContent, /^Home\n\nAfter/);
  assert.deepEqual(result.with({ 1: false }).textContent, first.textContent);
});

test("a fault after a fault is recovered from as well", async () => {
  await assert.rejects(clean(PAGE), FAULT);
  await clean(PAGE);
  sabotage();
  await assert.rejects(clean(PAGE), FAULT);
  assert.deepEqual(await clean(PAGE), first);
});

test("calls made together: one meets the fault, the others work", async () => {
  const outcomes = await Promise.allSettled([clean(PAGE), clean(PAGE), clean(PAGE)]);
  assert.deepEqual(
    outcomes.map((outcome) => outcome.status),
    ["rejected", "fulfilled", "fulfilled"],
  );
});

test("where a browser does not start it afresh without waiting, that is told, and waiting helps", async (t) => {
  // As Chrome before 115 on the main thread.
  const instance = t.mock.method(WebAssembly, "Instance", function refused() {
    throw new RangeError("disallowed on the main thread");
  });
  assert.throws(() => first.toText(), FAULT);
  assert.throws(() => first.toText(), /does not start it afresh without waiting: await one of its calls/);
  assert.deepEqual(await clean(PAGE), first);
  assert.match(first.toText(), /^River returns/);
  assert.equal(instance.mock.callCount(), 1);
});
