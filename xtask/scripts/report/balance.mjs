// Precision over recall as the strictness moves, and what the scores mean.

import { draw, grid, margins, names, Plot } from "./plot.mjs";

/** The strictnesses that are named on the line. */
const NAMED = [0.1, 0.5, 0.9];

/** What is stricter keeps next to nothing, and would press the rest into a corner. */
const STRICTEST = 0.9;

/**
 * @typedef {{ mode: string, strictness: number, set: string, precision: number, recall: number }} Step
 * @typedef {{ name: string, precision: number, recall: number }} Point
 * @param {{ title: string, steps: Step[], peers: Point[], width: number }} chart
 */
export function balance({ title, steps: measured, peers, width }) {
  const steps = measured.filter((step) => step.strictness <= STRICTEST + 1e-3);
  const height = Math.min(440, width * 0.95);
  const margin = { left: 44, right: 16, top: 30, bottom: 44 };
  const all = [...steps, ...peers];
  const least = (/** @type {"precision" | "recall"} */ of) =>
    Math.max(0, Math.floor((Math.min(...all.map((one) => one[of])) - 0.02) * 20) / 20);
  const [fromX, fromY] = [least("recall"), least("precision")];
  const x = (/** @type {number} */ value) =>
    margin.left + ((value - fromX) / (1 - fromX)) * (width - margin.left - margin.right);
  const y = (/** @type {number} */ value) =>
    height - margin.bottom - ((value - fromY) / (1 - fromY)) * (height - margin.top - margin.bottom);
  const modes = [
    { mode: "html", name: "Copydesk, HTML", colour: "var(--first)", symbol: "circle" },
    { mode: "text", name: "Copydesk, text", colour: "var(--second)", symbol: "square" },
  ];
  const isNamed = (/** @type {Step} */ step) =>
    NAMED.some((named) => Math.abs(named - step.strictness) < 1e-3);
  const of = (/** @type {string} */ mode) =>
    steps.filter((step) => step.mode === mode).sort((a, b) => a.strictness - b.strictness);
  const labels = [
    ...peers.map((peer) => ({ name: peer.name, x: peer.recall, y: peer.precision, colour: "var(--quiet)" })),
    ...modes.flatMap(({ mode, name, colour }) =>
      of(mode)
        .filter(isNamed)
        .map((step) => {
          const strictness = step.strictness.toFixed(1);
          // The strictest is the farthest from the others' points: there is room for the whole name.
          const whole = width > 500 ? `${name}, strictness ${strictness}` : `${name}, ${strictness}`;
          const label = step.strictness > NAMED[1] ? whole : strictness;
          return { name: label, x: step.recall, y: step.precision, colour, strong: true };
        }),
    ),
  ];
  return draw(title, {
    width,
    height,
    ...margins(margin),
    x: {
      domain: [fromX, 1],
      label: "recall: share of the article that is found",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: width > 500 ? 8 : 4,
    },
    y: {
      domain: [fromY, 1],
      label: "precision: share of what is found that belongs there",
      labelAnchor: "top",
      labelArrow: "none",
      ticks: 6,
    },
    marks: [
      ...grid(width > 500 ? 8 : 4, 6),
      Plot.dot(peers, { x: "recall", y: "precision", fill: "var(--peer)", r: 4, symbol: "diamond" }),
      ...modes.flatMap(({ mode, colour, symbol }) => [
        Plot.line(of(mode), { x: "recall", y: "precision", stroke: colour, strokeWidth: 2.25 }),
        Plot.dot(of(mode).filter(isNamed), { x: "recall", y: "precision", fill: colour, r: 5, symbol }),
      ]),
      ...names(labels, { x, y, right: width }),
    ],
  });
}

/**
 * @typedef {{ lines: number, score: number, content: number }} Bin
 * @param {{ title: string, bins: Bin[], colour: string, width: number }} chart
 */
export function calibration({ title, bins, colour, width }) {
  const height = Math.min(400, width * 0.95);
  return draw(title, {
    width,
    height,
    marginLeft: 44,
    marginRight: 16,
    marginTop: 30,
    marginBottom: 44,
    x: { domain: [0, 1], label: "score of the lines", labelAnchor: "center", labelArrow: "none", ticks: 5 },
    y: {
      domain: [0, 1],
      label: "share of them that is content",
      labelAnchor: "top",
      labelArrow: "none",
      ticks: 5,
    },
    r: { range: [3, 15], domain: [0, Math.max(...bins.map((bin) => bin.lines))] },
    marks: [
      ...grid(5, 5),
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: "var(--quiet)", strokeDasharray: "4 4" },
      ),
      Plot.line(bins, { x: "score", y: "content", stroke: colour, strokeWidth: 1.5 }),
      Plot.dot(bins, { x: "score", y: "content", r: "lines", fill: colour, fillOpacity: 0.75 }),
    ],
  });
}
