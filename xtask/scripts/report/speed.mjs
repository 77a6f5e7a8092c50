// Time over size, with the floor; the road's stages; and how long the others take.

import { draw, grid, margins, names, Plot, round, rowNames, size, time } from "./plot.mjs";

export const LINES = [
  { of: "floor", name: "the floor", colour: "var(--quiet)", dash: "2 4" },
  { of: "native", name: "native", colour: "var(--first)", dash: undefined },
  { of: "node", name: "Node", colour: "var(--second)", dash: "9 3" },
  { of: "chromium", name: "Chromium", colour: "var(--third)", dash: "5 3" },
];

const powers = (/** @type {number} */ from, /** @type {number} */ to) =>
  Array.from({ length: Math.round(Math.log10(to / from)) + 1 }, (_, i) =>
    Number((from * 10 ** i).toPrecision(6)),
  );

/**
 * @typedef {{ mode: string, bytes: number, floor: number, native: number, node: number, chromium: number } & Record<string, any>} Size
 * @param {{ title: string, sizes: Size[], width: number, height?: number, domain: [number, number] }} chart
 *   `domain`: of the times, in milliseconds
 */
export function overSize({ title, sizes, width, height = Math.min(420, width), domain }) {
  const margin = { left: 58, right: 84, top: 12, bottom: 44 };
  const bytes = sizes.map((one) => one.bytes);
  const [least, most] = [Math.min(...bytes), Math.max(...bytes)];
  const part = (/** @type {number} */ value, /** @type {number} */ from, /** @type {number} */ to) =>
    Math.log(value / from) / Math.log(to / from);
  const x = (/** @type {number} */ value) =>
    margin.left + part(value, least, most) * (width - margin.left - margin.right);
  const y = (/** @type {number} */ value) =>
    height - margin.bottom - part(value, ...domain) * (height - margin.top - margin.bottom);
  const last = /** @type {Size} */ (sizes.find((one) => one.bytes === most));
  // What is shown at the end of each line.
  const labels = LINES.map(({ of, name, colour }) => ({
    name,
    x: most,
    y: last[of],
    colour,
    strong: of !== "floor",
  }));
  return draw(title, {
    width,
    height,
    ...margins(margin),
    x: {
      type: "log",
      domain: [least, most],
      ticks: powers(least, most),
      tickFormat: size,
      label: "size of the input",
      labelAnchor: "center",
      labelArrow: "none",
    },
    y: { type: "log", domain, ticks: powers(...domain), tickFormat: time, label: null },
    marks: [
      ...grid(powers(least, most), powers(...domain)),
      ...LINES.flatMap(({ of, colour, dash }) => [
        Plot.line(sizes, { x: "bytes", y: of, stroke: colour, strokeWidth: 2.25, strokeDasharray: dash }),
        Plot.dot(sizes, { x: "bytes", y: of, fill: colour, r: 2.5 }),
      ]),
      ...names(labels, { x, y, right: width }),
    ],
  });
}

/** The tens that all these times lie between. @param {Size[]} sizes @returns {[number, number]} */
export function tens(sizes) {
  const times = sizes.flatMap((one) => LINES.map(({ of }) => one[of]));
  const ten = (/** @type {number} */ value, /** @type {(n: number) => number} */ to) =>
    10 ** to(Math.log10(value));
  return [ten(Math.min(...times), Math.floor), ten(Math.max(...times), Math.ceil)];
}

/**
 * How many times as long as one of them, on an axis of tens.
 * @param {{ title: string, axis: string, rows: { name: string, times: number, least: number, most: number }[], width: number }} chart
 */
export function times({ title, axis, rows, width }) {
  const sorted = [...rows].sort((a, b) => a.times - b.times);
  const own = (/** @type {string} */ name) => name.startsWith("Copydesk");
  const all = rows.flatMap((row) => [row.least, row.most]);
  const from = Math.min(0.2, ...all) * 0.9;
  const to = Math.max(2, ...all) * 1.1;
  const isText = (/** @type {string} */ name) => name.includes("of text");
  const colour = (/** @type {string} */ name) =>
    isText(name) ? "var(--second)" : own(name) ? "var(--first)" : "var(--peer)";
  return draw(title, {
    width,
    height: 23 * rows.length + 58,
    marginLeft: width > 500 ? 188 : 176,
    marginRight: 52,
    marginTop: 12,
    marginBottom: 42,
    x: {
      type: "log",
      domain: [from, to],
      ticks: [0.2, 1, 2, 10, 20, 100].filter(
        (tick) => tick >= from && tick <= to && (width > 500 || [0.2, 1, 10, 100].includes(tick)),
      ),
      tickFormat: String,
      label: axis,
      labelAnchor: "center",
      labelArrow: "none",
    },
    y: { domain: sorted.map((row) => row.name), axis: null },
    marks: [
      Plot.ruleX([1], { stroke: "var(--quiet)", strokeDasharray: "4 4" }),
      Plot.ruleY(sorted, { y: "name", x1: "least", x2: "most", stroke: "var(--rule)", strokeWidth: 6 }),
      ...sorted.map((row) => Plot.dot([row], { x: "times", y: "name", fill: colour(row.name), r: 4.5 })),
      ...sorted.flatMap((row) => [
        Plot.text([row], {
          y: "name",
          text: "name",
          frameAnchor: "left",
          textAnchor: "end",
          dx: -10,
          fill: own(row.name) ? colour(row.name) : "var(--ink)",
          fontWeight: own(row.name) ? 600 : 400,
        }),
        Plot.text([row], {
          x: "most",
          y: "name",
          text: (/** @type {any} */ row) => round(row.times),
          dx: 9,
          textAnchor: "start",
          fill: own(row.name) ? colour(row.name) : "var(--quiet)",
          fontWeight: own(row.name) ? 600 : 400,
        }),
      ]),
    ],
  });
}

/**
 * Bars of what each takes or weighs, with the numbers beside them in place of an axis.
 * @param {{ title: string, rows: { name: string, value: number }[], width: number, format: (value: number) => string }} chart
 */
export function bars({ title, rows, width, format }) {
  const side = (/** @type {any} */ row, /** @type {any} */ options) =>
    Plot.text([row], { y: "name", ...options });
  return draw(title, {
    width,
    height: 24 * rows.length + 8,
    marginLeft: 156,
    marginRight: 72,
    marginTop: 2,
    marginBottom: 6,
    x: { axis: null, domain: [0, Math.max(...rows.map((row) => row.value))] },
    y: { domain: rows.map((row) => row.name), axis: null },
    marks: [
      Plot.barX(rows, { x: "value", y: "name", fill: "var(--first)", insetTop: 4, insetBottom: 4 }),
      ...rowNames(rows),
      ...rows.map((row) =>
        side(row, {
          x: "value",
          text: () => format(row.value),
          dx: 8,
          textAnchor: "start",
          fill: "var(--quiet)",
        }),
      ),
    ],
  });
}
