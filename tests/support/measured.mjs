// Invented figures, in the form in which `cargo xtask evaluate` and `cargo xtask bench` write theirs.

const PEERS = ["trafilatura", "resiliparse", "Readability.js", "dom_smoothie"];
const TYPES = { article: 774, forum: 120, product: 98 };
const LANGUAGES = { de: 341, en: 96, others: 65 };
const MODES = { text: 0.81, html: 0.87 };
const STRICTNESS = [0.02, 0.1, 0.5, 0.9, 0.98];

/** @param {number} score */
const rows = (score) => [
  { name: "wcxb", measure: "word F1", pages: 992, score },
  ...Object.entries(TYPES).map(([type, pages], i) => ({
    name: `wcxb ${type}`,
    measure: "word F1",
    pages,
    score: score + 0.08 - 0.1 * i,
  })),
  { name: "news", measure: "word F1", pages: 250, score: score + 0.06 },
  { name: "trafilatura", measure: "snippet F", pages: 502, score: score + 0.05 },
];

/** @param {number} score */
const languages = (score) =>
  Object.entries(LANGUAGES).map(([language, pages], i) => ({
    name: `trafilatura in ${language}`,
    measure: "snippet F",
    pages,
    score: score + 0.04 - 0.03 * i,
  }));

/** @param {number} right */
const headings = (right) =>
  ["wcxb", "all"].flatMap((set) =>
    ["title", "byline", "date"].map((field, i) => ({
      field,
      set,
      pages: 2100 - 400 * i,
      right: right - 0.1 * i,
    })),
  );

const evaluate = {
  modes: Object.entries(MODES).map(([mode, score]) => ({
    mode,
    rows: rows(score),
    languages: languages(score),
    calibration_error: 0.017,
    calibration: [0.02, 0.31, 0.68, 0.97].map((bin, i) => ({
      lines: 40_000 / (i + 1),
      score: bin,
      content: bin + 0.02 - 0.01 * i,
    })),
  })),
  headings: [headings(0.56), headings(0.84)],
  slider: ["wcxb", "news"].flatMap((set) =>
    Object.entries(MODES).flatMap(([mode, score]) =>
      STRICTNESS.map((strictness) => ({
        mode,
        strictness,
        set,
        pages: 900,
        precision: score - 0.1 + 0.15 * strictness,
        recall: score + 0.1 - 0.25 * strictness ** 2,
        f1: score,
      })),
    ),
  ),
  peer_headings: { name: "trafilatura 2.3.1", rows: headings(0.54) },
  peer_bodies: PEERS.map((name, i) => ({
    name,
    version: "1.2.3",
    failed: i,
    rows: rows(0.85 - 0.02 * i),
    languages: languages(0.85 - 0.02 * i),
    balance: ["wcxb", "news"].map((set) => ({
      set,
      pages: 900,
      precision: 0.88 - 0.03 * i,
      recall: 0.82 + 0.04 * i,
      f1: 0.85,
    })),
  })),
};

const goal = {
  bound: "at-most",
  asked: 2,
  measured: 1.75,
  least: 1.7,
  most: 1.83,
  command: "cargo xtask bench",
};

const bench = {
  machine: { processor: "Orla 3000", cores: 2, lanes: 8, load: [0.1, 1.2] },
  pages: { from: "invented", rounds: 5, texts: 28, bytes_of_text: 265_000, html: 25, bytes_of_html: 175_000 },
  goals: [
    { ...goal, name: "HTML, wasm in Node / native" },
    { ...goal, name: "HTML, native, whole / html5gum's tokens alone", measured: 2.51, least: 2.4, most: 2.6 },
    {
      ...goal,
      name: "text, native, whole / split lines, hash words",
      asked: null,
      measured: 9.4,
      least: 9.1,
      most: 9.9,
    },
  ],
  sizes: ["text", "html"].flatMap((mode) =>
    [1e3, 1e4, 1e5, 1e6, 1e7].map((bytes) => ({
      mode,
      bytes,
      floor: bytes / 1e6,
      native: bytes / 1.6e5,
      node: bytes / 9e4,
      chromium: bytes / 1e5,
    })),
  ),
  stages: ["text", "html"].flatMap((mode) =>
    ["floor", "whole", "markup", "lines", "features", "network"].map((stage, i) => ({
      mode,
      stage,
      bytes: 100_000,
      milliseconds: 0.1 + 0.2 * i,
    })),
  ),
};

const peers = {
  pages: 300,
  bytes: 152_000,
  rounds: 5,
  rows: ["Copydesk", "Copydesk of text", ...PEERS].map((name, i) => ({
    name,
    version: i < 2 ? null : "1.2.3",
    gives: "text",
    mean: 1.4 * (i + 1),
    median: 1.1 * (i + 1),
    of_all: name === "Copydesk" ? 1 : 0.6 * 2 ** i,
    least: name === "Copydesk" ? 1 : 0.55 * 2 ** i,
    most: name === "Copydesk" ? 1 : 0.7 * 2 ** i,
    of_median_page: 1,
    failed: 0,
  })),
  goals: [
    {
      ...goal,
      bound: "at-least",
      name: "Readability on linkedom with the HTML / clean in Node with the text",
      asked: 20,
      measured: 23.4,
    },
    { ...goal, name: "clean_html / resiliparse, native", asked: 1, measured: null, least: null, most: null },
  ],
};

export const measured = { evaluate, bench, peers };

export const entries = {
  "copydesk/wasm": { size: 800_000, gzip: 400_000, brotli: 313_000 },
  copydesk: { size: 1_000_000, gzip: 450_000, brotli: 331_000 },
  "copydesk/page": { size: 12_000, gzip: 5_000, brotli: 4_400 },
};
