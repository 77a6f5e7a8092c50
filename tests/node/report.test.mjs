import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { inSet } from "../../xtask/scripts/report/data.mjs";
import { page } from "../../xtask/scripts/report/page.mjs";
import { quality, speed } from "../../xtask/scripts/report/pictures.mjs";
import { entries, measured } from "../support/measured.mjs";

const html = page(measured, entries);
const { document } = parseHTML(html);
const { evaluate, bench, peers } = measured;

/** @param {string} title */
function section(title) {
  const found = [...document.querySelectorAll("section")].find(
    (section) => section.querySelector("h2")?.textContent === title,
  );
  assert.ok(found, `there is no section "${title}"`);
  return found;
}

/** @param {Element} drawing */
const texts = (drawing) => [...drawing.querySelectorAll("text")].map((text) => text.textContent);

test("the report stands by itself: nothing in it runs, and nothing is loaded", () => {
  assert.equal(document.querySelectorAll("script, link, img, iframe, object, embed, use, image").length, 0);
  assert.doesNotMatch(html, /https?:|@import|url\(| on[a-z]+=/);
});

test("no number is missing, whatever was not measured", () => {
  for (const drawn of [html, quality(evaluate), speed(bench)]) {
    assert.doesNotMatch(drawn, /NaN|undefined|null|Infinity|\[object/);
  }
});

test("every score stands in its chart, beside its name, and in the figures below", () => {
  const body = section("How good the body is");
  const wide = body.querySelectorAll(".wide svg");
  assert.equal(wide.length, 4);
  const { rows } = inSet(evaluate, "wcxb article");
  assert.equal(rows.length, 2 + evaluate.peer_bodies.length);
  for (const { name, score } of rows) {
    assert.ok(texts(wide[0]).includes(name), name);
    assert.ok(texts(wide[0]).includes(score.toFixed(3)), `${name}: ${score}`);
    assert.ok(body.querySelector("details")?.textContent.includes(score.toFixed(3)));
  }
  for (const type of ["article (774)", "forum (120)", "product (98)"]) {
    assert.ok(texts(section("By type of page")).includes(type), type);
  }
  for (const language of ["German (341)", "English (96)", "other languages (65)"]) {
    assert.ok(texts(section("By language")).includes(language), language);
  }
  assert.equal(section("Title, byline, date").querySelectorAll("svg").length, 3);
});

test("every axis says what it measures, and in what", () => {
  for (const [title, ...axes] of [
    ["How good the body is", "word F1", "snippet F"],
    ["By type of page", "word F1, mean over the pages"],
    ["By language", "F of snippets"],
    ["Title, byline, date", "share right"],
    [
      "Precision over recall",
      "recall: share of the article that is found",
      "precision: share of what is found that belongs there",
      "Copydesk, HTML, strictness 0.9",
    ],
    ["What a score means", "score of the lines", "share of them that is content"],
    [
      "Time over size",
      "size of the input",
      "1 KB",
      "10 MB",
      "1 µs",
      "100 ms",
      "the floor",
      "Node",
      "Chromium",
    ],
    ["Beside the others", "times as long (axis in tens)"],
  ]) {
    const drawn = texts(section(title));
    for (const axis of axes) assert.ok(drawn.includes(axis), `${title}: ${axis}`);
  }
});

test("every time, ratio and size is told", () => {
  const times = section("Time over size").querySelector("details table");
  assert.equal(times?.querySelectorAll("tbody tr").length, bench.sizes.length);
  const beside = section("Beside the others");
  for (const { name } of peers.rows) assert.ok(texts(beside).includes(name), name);
  const goals = section("What was asked for").querySelectorAll("tbody tr");
  assert.equal(goals.length, bench.goals.length + peers.goals.length);
  const said = [...goals].map((row) => row.querySelector("td:last-child")?.textContent);
  assert.deepEqual(said, ["met", "not met", "for comparison", "met", "not measured"]);
  for (const name of Object.keys(entries)) assert.ok(texts(section("How large it is")).includes(name), name);
});

test("each drawing says what it is to those who do not see it, and reads in light and in dark", () => {
  for (const drawing of document.querySelectorAll("svg")) {
    assert.equal(drawing.getAttribute("role"), "img");
    assert.ok(drawing.getAttribute("aria-label"));
  }
  assert.match(html, /prefers-color-scheme: dark/);
  for (const picture of [quality(evaluate), speed(bench)]) {
    assert.match(picture, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(picture, /prefers-color-scheme: dark/);
    assert.doesNotMatch(picture, /<script|<foreignObject|href=/);
  }
});

test("a row that is not there is told of", () => {
  assert.throws(() => inSet(evaluate, "wcxb poem"), /evaluate\.json has no row "wcxb poem" from html/);
});
