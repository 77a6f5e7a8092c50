// What was measured, as the charts want it.

import { readFile } from "node:fs/promises";
import path from "node:path";

/** The sets, as rows name them, and what they are called here. */
export const SETS = [
  { row: "wcxb article", name: "articles (WCXB)" },
  { row: "wcxb", name: "pages of all types (WCXB)" },
  { row: "news", name: "news of 2023" },
  { row: "trafilatura", name: "news and blogs, half German" },
];

const LANGUAGES = { de: "German", en: "English", es: "Spanish", fr: "French", others: "other languages" };

/**
 * @param {string} folder the build folder
 * @returns {Promise<{ evaluate: any, bench: any, peers: any }>}
 */
export async function read(folder) {
  const json = async (/** @type {string} */ name) =>
    JSON.parse(await readFile(path.join(folder, name), "utf8"));
  const [evaluate, bench, peers] = await Promise.all(["evaluate.json", "bench.json", "peers.json"].map(json));
  return { evaluate, bench, peers };
}

/** What a mode of Copydesk scored in a row. @param {any} evaluate @param {string} mode @param {string} name */
function ours(evaluate, mode, name) {
  const tables = evaluate.modes.find((/** @type {any} */ one) => one.mode === mode);
  const row = [...tables.rows, ...tables.languages].find((one) => one.name === name);
  if (!row) throw new Error(`evaluate.json has no row "${name}" from ${mode}`);
  return row;
}

/** The peers' scores in a row. @param {any} evaluate @param {string} name */
const theirs = (evaluate, name) =>
  evaluate.peer_bodies.flatMap((/** @type {any} */ peer) => {
    const row = [...peer.rows, ...peer.languages].find((one) => one.name === name);
    return row ? [{ name: peer.name, score: row.score }] : [];
  });

/** Everybody in one set. @param {any} evaluate @param {string} row */
export function inSet(evaluate, row) {
  const { measure, pages, score } = ours(evaluate, "html", row);
  const rows = [
    { name: "Copydesk, HTML", score },
    { name: "Copydesk, text", score: ours(evaluate, "text", row).score },
    ...theirs(evaluate, row),
  ];
  return { measure, pages, rows };
}

/** @param {any} evaluate @param {string[]} rows @param {(row: string) => string} called */
const compared = (evaluate, rows, called) =>
  rows.map((row) => ({
    name: called(row),
    html: ours(evaluate, "html", row).score,
    text: ours(evaluate, "text", row).score,
    peers: theirs(evaluate, row),
  }));

/** Every page type of WCXB, the most frequent first. @param {any} evaluate */
export function byType(evaluate) {
  const { rows } = evaluate.modes.find((/** @type {any} */ one) => one.mode === "html");
  const types = rows
    .filter((/** @type {any} */ row) => row.name.startsWith("wcxb "))
    .sort((/** @type {any} */ a, /** @type {any} */ b) => b.pages - a.pages);
  const pages = new Map(types.map((/** @type {any} */ row) => [row.name, row.pages]));
  return compared(evaluate, [...pages.keys()], (row) => `${row.slice("wcxb ".length)} (${pages.get(row)})`);
}

/** Every language of trafilatura's pages that has enough of them in both modes. @param {any} evaluate */
export function byLanguage(evaluate) {
  const [text, html] = ["text", "html"].map(
    (mode) => evaluate.modes.find((/** @type {any} */ one) => one.mode === mode).languages,
  );
  const both = html.filter((/** @type {any} */ row) =>
    text.some((/** @type {any} */ one) => one.name === row.name),
  );
  const pages = new Map(both.map((/** @type {any} */ row) => [row.name, row.pages]));
  return compared(evaluate, [...pages.keys()], (row) => {
    const tag = row.slice("trafilatura in ".length);
    return `${LANGUAGES[/** @type {keyof typeof LANGUAGES} */ (tag)] ?? tag} (${pages.get(row)})`;
  });
}

/** The share right of title, byline and date on all pages whose answer is known. @param {any} evaluate */
export function headings(evaluate) {
  const [text, html] = evaluate.headings;
  const of = (/** @type {any[]} */ rows, /** @type {string} */ field) =>
    rows.find((row) => row.field === field && row.set === "all");
  return ["title", "byline", "date"].map((field) => {
    const peer = evaluate.peer_headings && of(evaluate.peer_headings.rows, field);
    return {
      name: field,
      pages: of(html, field).pages,
      rows: [
        { name: "Copydesk, HTML", score: of(html, field).right },
        { name: "Copydesk, text", score: of(text, field).right },
        ...(peer ? [{ name: "trafilatura", score: peer.right }] : []),
      ],
    };
  });
}

/** The steps of the slider in a set, and the peers there. @param {any} evaluate @param {string} set */
export function balances(evaluate, set) {
  return {
    steps: evaluate.slider.filter((/** @type {any} */ step) => step.set === set),
    peers: evaluate.peer_bodies.flatMap((/** @type {any} */ peer) =>
      peer.balance
        .filter((/** @type {any} */ balance) => balance.set === set)
        .map((/** @type {any} */ balance) => ({ name: peer.name, ...balance })),
    ),
  };
}

/** How long the stages of a mode take for so many bytes, in the order of the road. @param {any} bench @param {string} mode @param {number} bytes */
export const stages = (bench, mode, bytes) =>
  bench.stages
    .filter(
      (/** @type {any} */ stage) => stage.mode === mode && stage.bytes === bytes && stage.stage !== "whole",
    )
    .map((/** @type {any} */ stage) => ({
      name: STAGES[/** @type {keyof typeof STAGES} */ (stage.stage)] ?? stage.stage,
      value: stage.milliseconds,
    }));

const STAGES = {
  floor: "the floor, beside",
  markup: "source: HTML",
  lines: "source: lines",
  features: "features",
  inputs: "model: its inputs",
  network: "model: the network",
  labels: "labels",
  article: "article",
  outputs: "Markdown and HTML",
};
