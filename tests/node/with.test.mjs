import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";

const PAGE = story.raw;
const { home, news, second } = story.numbers;
const first = await clean(PAGE);

test("setting a line keeps it, at once, and leaves the first result alone", () => {
  const before = structuredClone(first);
  const result = first.with({ [home]: true, [second]: false });
  assert.match(result.textContent, /^Home\n\nAfter nine days/);
  assert.ok(!result.textContent.includes(story.paragraphs[1]));
  assert.deepEqual(result.lines[home - 1], { ...first.lines[home - 1], kept: true, byHand: true });
  assert.deepEqual(result.lines[second - 1], { ...first.lines[second - 1], kept: false, byHand: true });
  assert.deepEqual(result.lines[news - 1], first.lines[news - 1]);
  assert.deepEqual({ ...first }, before);
});

test("it sets and does not toggle, and what was set stays set", () => {
  const once = first.with({ [home]: true });
  assert.deepEqual(once.with({ [home]: true }), once);
  const both = once.with({ [news]: true });
  assert.match(both.textContent, /^Home\n\nNews\n\n/);
  assert.equal(both.lines[home - 1].byHand, true);
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
  assert.notDeepEqual(withAddress, first);
  assert.deepEqual(withAddress.with({}), withAddress);
});

for (const number of ["0", `${story.count + 1}`, "-1", "1.5", "01", "1e0", " 1", "x", ""]) {
  test(`line ${JSON.stringify(number)} does not exist`, () => {
    assert.throws(() => first.with({ [number]: true }), {
      name: "RangeError",
      message: `with: there is no line ${number}: the page has ${story.count}, counted from 1`,
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
