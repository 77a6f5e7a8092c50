// Who is how good: a dot for each, the best at the top.

import { colourOf, draw, grid, Plot, rowNames, symbolOf, three } from "./plot.mjs";

const ROW = 23;

/**
 * @typedef {{ name: string, score: number }} Ranked
 * @param {{ title: string, axis: string, rows: Ranked[], width: number, from: number, to?: number, format?: (score: number) => string }} chart
 */
export function ranking({ title, axis, rows, width, from, to = 1, format = three }) {
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  const own = (/** @type {Ranked} */ row) => row.name.startsWith("Copydesk");
  const shown = sorted.map((row) => ({ ...row, colour: colourOf(row.name), strong: own(row) }));
  return draw(title, {
    width,
    height: ROW * rows.length + 52,
    marginLeft: 142,
    marginRight: 46,
    marginTop: 6,
    marginBottom: 42,
    x: { domain: [from, to], ticks: 4, label: axis, labelAnchor: "center", labelArrow: "none", tickSize: 4 },
    y: { domain: sorted.map((row) => row.name), axis: null },
    marks: [
      Plot.ruleY(shown, { y: "name", x1: from, x2: "score", stroke: "var(--rule)" }),
      Plot.dot(shown, {
        x: "score",
        y: "name",
        fill: "colour",
        r: 4.5,
        symbol: (/** @type {Ranked} */ row) => symbolOf(row.name),
      }),
      ...rowNames(shown.map((row) => ({ ...row, colour: row.strong ? row.colour : "var(--ink)" }))),
      ...shown.map((row) =>
        Plot.text([row], {
          x: "score",
          y: "name",
          text: (/** @type {Ranked} */ row) => format(row.score),
          dx: 9,
          textAnchor: "start",
          fill: row.strong ? row.colour : "var(--quiet)",
          fontWeight: row.strong ? 600 : 400,
          fontVariant: "tabular-nums",
        }),
      ),
    ],
  });
}

/**
 * Several rows, in each Copydesk from HTML and from text and the range of all others, whose best is named.
 * @typedef {{ name: string, html: number, text: number, peers: Ranked[] }} Compared
 * @param {{ title: string, axis: string, rows: Compared[], width: number, from: number, to?: number }} chart
 */
export function comparison({ title, axis, rows, width, from, to = 1 }) {
  const names = rows.map((row) => row.name);
  const peers = rows.flatMap((row) => row.peers.map((peer) => ({ ...peer, row: row.name })));
  const best = rows.flatMap((row) => {
    const [first] = [...row.peers].sort((a, b) => b.score - a.score);
    return first ? [{ ...first, row: row.name, colour: "var(--peer)" }] : [];
  });
  const ours = rows.flatMap((row) => [
    { name: "Copydesk, HTML", score: row.html, row: row.name, colour: "var(--first)" },
    { name: "Copydesk, text", score: row.text, row: row.name, colour: "var(--second)" },
  ]);
  const range = rows
    .filter((row) => row.peers.length > 0)
    .map((row) => ({
      row: row.name,
      least: Math.min(...row.peers.map((peer) => peer.score)),
      most: Math.max(...row.peers.map((peer) => peer.score)),
    }));
  return draw(title, {
    width,
    height: 46 * rows.length + 60,
    marginLeft: 142,
    marginRight: 24,
    marginTop: 14,
    marginBottom: 42,
    x: {
      domain: [from, to],
      ticks: width > 600 ? 8 : 4,
      label: axis,
      labelAnchor: "center",
      labelArrow: "none",
      tickSize: 4,
    },
    y: { domain: names, axis: null },
    marks: [
      ...grid(width > 600 ? 8 : 4, null),
      Plot.ruleY(range, {
        y: "row",
        x1: "least",
        x2: "most",
        stroke: "var(--peer)",
        strokeOpacity: 0.55,
        strokeWidth: 1.5,
      }),
      Plot.tickX(peers, {
        x: "score",
        y: "row",
        stroke: "var(--peer)",
        strokeWidth: 1.5,
        insetTop: 15,
        insetBottom: 15,
      }),
      Plot.dot(
        ours.filter((one) => one.name.endsWith("text")),
        { x: "score", y: "row", fill: "colour", r: 5.5, symbol: "square" },
      ),
      Plot.dot(
        ours.filter((one) => one.name.endsWith("HTML")),
        { x: "score", y: "row", fill: "colour", r: 5.5 },
      ),
      ...rowNames(rows),
      // The names of those that are best stand under their ticks.
      Plot.text(best, { x: "score", y: "row", text: "name", dy: 15, fontSize: 11, fill: "var(--quiet)" }),
      ...ours.map((one) => {
        const other = ours.find((other) => other.row === one.row && other !== one);
        // Of two that are near one another, the left one's number stands to the left.
        const isNear = Math.abs(one.score - (other?.score ?? to)) < (38 * (to - from)) / (width - 166);
        const side = one.score < (other?.score ?? to) ? "end" : "start";
        return Plot.text([one], {
          x: "score",
          y: "row",
          text: (/** @type {Ranked} */ one) => three(one.score),
          dx: isNear ? (side === "end" ? -1 : 1) : 0,
          dy: -14,
          textAnchor: isNear ? side : "middle",
          fontSize: 11,
          fill: one.colour,
          fontWeight: 600,
        });
      }),
    ],
  });
}
