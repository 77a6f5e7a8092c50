// The two pictures of the README, as SVG by themselves: they read on light and on dark backgrounds.

import { inSet, SETS } from "./data.mjs";
import { FONT, variables } from "./plot.mjs";
import { ranking } from "./ranking.mjs";
import { overSize, tens } from "./speed.mjs";

const WIDTH = 720;
const HALF = 356;
const HEAD = 44;

/**
 * Charts beside one another, each with what it shows over it.
 * @param {string} title
 * @param {{ heading: string, under: string, chart: string }[]} charts two
 */
function picture(title, charts) {
  const heights = charts.map(({ chart }) => Number(chart.match(/height="([\d.]+)"/)?.[1]));
  const height = HEAD + Math.max(...heights);
  const placed = charts.map(({ heading, under, chart }, i) => {
    const x = i * (WIDTH - HALF);
    return `<text x="${x + 4}" y="16" class="heading">${heading}</text><text x="${x + 4}" y="33" class="under">${under}</text>
${chart.replace("<svg", `<svg x="${x}" y="${HEAD}"`)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}">
<style>
:root { ${variables("light")} --paper: transparent; }
@media (prefers-color-scheme: dark) { :root { ${variables("dark")} } }
text { font-family: ${FONT}; }
.heading { font-size: 15px; font-weight: 600; fill: var(--ink); }
.under { font-size: 12px; fill: var(--quiet); }
</style>
${placed.join("\n")}
</svg>
`;
}

/** How good the body is, beside the others. @param {any} evaluate */
export function quality(evaluate) {
  const charts = [SETS[0], SETS[2]].map(({ row, name }) => {
    const { measure, pages, rows } = inSet(evaluate, row);
    const least = Math.min(...rows.map((one) => one.score));
    const from = Math.floor((least - 0.02) * 10) / 10;
    return {
      heading: `${name}, ${pages} pages`,
      under: `${measure} of the body, mean over the pages`,
      chart: ranking({ title: `${measure} on ${name}`, axis: measure, rows, width: HALF, from }),
    };
  });
  return picture("How good the body is that each extractor finds", charts);
}

/** Time over size, with the floor. @param {any} bench */
export function speed(bench) {
  const domain = tens(bench.sizes);
  const charts = ["text", "html"].map((mode) => ({
    heading: mode === "html" ? "From HTML" : "From text",
    under: mode === "html" ? "the floor: its tokens alone" : "the floor: splitting lines, hashing words",
    chart: overSize({
      title: `time over size from ${mode}`,
      sizes: bench.sizes.filter((/** @type {any} */ one) => one.mode === mode),
      width: HALF,
      height: 300,
      domain,
    }),
  }));
  return picture("Time over size, natively, in Node and in Chromium, with the floor", charts);
}
