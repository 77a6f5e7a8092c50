import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { PAGE } from "./support.mjs";

const first = await clean(PAGE);

test("setting a line keeps it, at once, and leaves the first result alone", () => {
  const before = structuredClone(first);
  const result = first.with({ 1: true, 10: false });
  assert.match(result.textContent, /^Home\n\nAfter nine days/);
  assert.ok(!result.textContent.includes("Most people went home"));
  assert.deepEqual(
    [result.lines[0].kept, result.lines[0].byHand, result.lines[0].kind],
    [true, true, first.lines[0].kind],
  );
  assert.deepEqual([result.lines[9].kept, result.lines[9].byHand], [false, true]);
  assert.equal(result.lines[1].byHand, false);
  assert.deepEqual({ ...first }, before);
});

test("it sets and does not toggle, and what was set stays set", () => {
  const once = first.with({ 1: true });
  assert.deepEqual(once.with({ 1: true }), once);
  const both = once.with({ 2: true });
  assert.match(both.textContent, /^Home\n\nNews\n\n/);
  assert.equal(both.lines[0].byHand, true);
});

test("setting a line and setting it back gives the first article", () => {
  for (const line of first.lines) {
    const back = first.with({ [line.number]: !line.kept }).with({ [line.number]: line.kept });
    const { lines, ...article } = back;
    const { lines: firstLines, ...firstArticle } = first;
    assert.deepEqual(article, firstArticle);
    assert.deepEqual(lines[line.number - 1], { ...firstLines[line.number - 1], byHand: true });
  }
});

test("nothing to set gives the same again", () => {
  assert.deepEqual(first.with({}), first);
});

test("the address of the options is still known", async () => {
  const options = { url: "https://orla.example/2017/02/25/river" };
  const withAddress = await clean(PAGE, options);
  options.url = "https://other.example/1999/01/01/other";
  assert.deepEqual(withAddress.with({}), withAddress);
});

for (const number of ["0", "13", "-1", "1.5", "01", "1e0", " 1", "x", ""]) {
  test(`line ${JSON.stringify(number)} does not exist`, () => {
    assert.throws(() => first.with({ [number]: true }), {
      name: "RangeError",
      message: `with: there is no line ${number}: the page has 12, counted from 1`,
    });
  });
}

for (const value of [1, "true", null, undefined, {}]) {
  test(`${JSON.stringify(value)} is neither true nor false`, () => {
    assert.throws(() => first.with({ 1: value }), {
      name: "TypeError",
      message: /^with: line 1: give true to keep it or false to drop it, not /,
    });
  });
}

for (const changes of [undefined, null, 12, "12", [true], new Map([[1, true]])]) {
  test(`${Object.prototype.toString.call(changes)} is no object of lines`, () => {
    assert.throws(() => first.with(changes), {
      name: "TypeError",
      message: /^with: expected an object like \{ 12: true, 40: false \}, got /,
    });
  });
}
