// What all charts share: a document to draw in, colours, and how names and numbers stand beside what they are of.
//
// Colours are variables, so that one drawing reads in a light page and in a dark one; they are told apart by people who
// see fewer, too (after Okabe and Ito), and no chart tells by colour alone.

import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

export const COLOURS = {
  light: {
    ink: "#1b2127",
    quiet: "#58636e",
    rule: "#d8dde2",
    first: "#0065a3",
    second: "#c14a00",
    third: "#007a59",
    peer: "#7c8793",
  },
  dark: {
    ink: "#e7eaed",
    quiet: "#a0abb6",
    rule: "#39414a",
    first: "#5bb8f0",
    second: "#ff935a",
    third: "#3ccb9f",
    peer: "#8b96a1",
  },
};

/** The variables of one scheme, as CSS. @param {"light" | "dark"} scheme */
export const variables = (scheme) =>
  Object.entries(COLOURS[scheme])
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(" ");

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";

/** Copydesk from HTML, Copydesk from text, and all others. @param {string} name */
export const colourOf = (name) =>
  name === "Copydesk, HTML" ? "var(--first)" : name === "Copydesk, text" ? "var(--second)" : "var(--peer)";

/** @param {string} name */
export const symbolOf = (name) => (name === "Copydesk, text" ? "square" : "circle");

const FONT_SIZE = 13;
/** Of a letter, on average, and of a line. */
const LETTER = 6.7;
const LINE = 15;

/**
 * A chart as SVG.
 * @param {string} title what it shows, for those who do not see it
 * @param {Record<string, any>} options Plot's
 * @returns {string}
 */
export function draw(title, options) {
  const svg = Plot.plot({
    document,
    color: { type: "identity" },
    symbol: { type: "identity" },
    ...options,
    style: {
      fontFamily: FONT,
      fontSize: `${FONT_SIZE}px`,
      color: "var(--quiet)",
      background: "none",
      overflow: "visible",
    },
  });
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", title);
  // Plot's own sheet is for pages of its own: these few rules are all that is used of it.
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  svg.removeAttribute("class");
  return svg.toString();
}

/**
 * The room around a chart, as Plot's options.
 * @param {{ left: number, right: number, top: number, bottom: number }} margin
 */
export const margins = ({ left, right, top, bottom }) => ({
  marginLeft: left,
  marginRight: right,
  marginTop: top,
  marginBottom: bottom,
});

/**
 * Names beside the ends of lines or beside dots: where two would lie over each other, they are moved apart.
 * @param {{ name: string, x: number, y: number, colour: string, strong?: boolean }[]} points
 * @param {{ x: (x: number) => number, y: (y: number) => number, right: number, dx?: number }} place `x` and `y` give
 *   pixels, and beyond `right` there is no room
 */
export function names(points, { x, y, right, dx = 9 }) {
  const placed = points
    .map((point) => {
      const width = point.name.length * LETTER;
      const fits = x(point.x) + dx + width <= right;
      const left = fits ? x(point.x) + dx : x(point.x) - dx - width;
      return { ...point, fits, left, end: left + width, at: y(point.y) };
    })
    .sort((a, b) => a.at - b.at);
  for (let round = 0; round < 60; round++) {
    for (const [i, one] of placed.entries()) {
      for (const other of placed.slice(i + 1)) {
        // In the order that they came in: the other belongs below.
        const over = LINE - (other.at - one.at);
        if (over <= 0 || one.end < other.left || other.end < one.left) continue;
        one.at -= over / 2;
        other.at += over / 2;
      }
    }
  }
  return placed.map((point) =>
    Plot.text([point], {
      x: "x",
      y: "y",
      text: "name",
      dx: point.fits ? dx : -dx,
      dy: point.at - y(point.y),
      textAnchor: point.fits ? "start" : "end",
      fill: point.colour,
      stroke: "var(--paper)",
      strokeWidth: 4,
      fontWeight: point.strong ? 600 : 400,
    }),
  );
}

/** Lines at the numbers of the axes. @param {any} ticksX @param {any} ticksY */
export const grid = (ticksX, ticksY) => {
  const look = { stroke: "var(--rule)", strokeOpacity: 0.8 };
  return [
    ...(ticksX ? [Plot.gridX({ ...look, ticks: ticksX })] : []),
    ...(ticksY ? [Plot.gridY({ ...look, ticks: ticksY })] : []),
  ];
};

/**
 * Names in a column at the left, each at its row.
 * @param {{ name: string, colour?: string, strong?: boolean }[]} rows
 */
export const rowNames = (rows) =>
  rows.map((row) =>
    Plot.text([row], {
      y: "name",
      text: "name",
      frameAnchor: "left",
      textAnchor: "end",
      dx: -10,
      fill: row.colour ?? "var(--ink)",
      fontWeight: row.strong ? 600 : 400,
    }),
  );

/** Numbers as they are read. */
export const three = (/** @type {number} */ value) => value.toFixed(3);

/** @param {number} bytes */
export const size = (bytes) =>
  bytes >= 1e6 ? `${round(bytes / 1e6)} MB` : bytes >= 1e3 ? `${round(bytes / 1e3)} KB` : `${round(bytes)} B`;

/** Of what ships, in the kilobytes of 1,024 bytes that all other figures of it are in. @param {number} bytes */
export const shipped = (bytes) => `${round(bytes / 1024)} KB`;

/** @param {number} milliseconds */
export const time = (milliseconds) =>
  milliseconds >= 1e3
    ? `${round(milliseconds / 1e3)} s`
    : milliseconds >= 1
      ? `${round(milliseconds)} ms`
      : `${round(milliseconds * 1e3)} µs`;

/** @param {number} value */
export const round = (value) =>
  value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? String(Number(value.toFixed(1)))
      : String(Number(value.toPrecision(2)));

export { Plot };
