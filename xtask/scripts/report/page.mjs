// The page: everything in one file, which reads without a script.

import { balance, calibration } from "./balance.mjs";
import { balances, byLanguage, byType, headings, inSet, SETS, stages } from "./data.mjs";
import { round, shipped, size, three, time, variables } from "./plot.mjs";
import { comparison, ranking } from "./ranking.mjs";
import { bars, LINES, overSize, tens, times } from "./speed.mjs";
import { STYLE } from "./style.mjs";

/** Of a chart that has the page's width, of two beside one another, and of three, in pixels. */
const WIDE = 1052;
const HALF = 508;
const SMALL = 342;

const escaped = (/** @type {unknown} */ text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

/**
 * A chart in the width that there is room for.
 * @param {(width: number) => string} drawn
 */
const both = (drawn, wide = WIDE) =>
  `<div class="wide">${drawn(wide)}</div><div class="narrow">${drawn(SMALL)}</div>`;

/**
 * The numbers of a chart, for those who want them or do not see it.
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
function figures(head, rows) {
  const cells = (/** @type {(string | number)[]} */ row) =>
    row
      .map((cell, i) => (i === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`))
      .join("");
  return `<details><summary>The figures</summary><div class="scroll"><table>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join("")}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}</tbody></table></div></details>`;
}

/** @param {string} title @param {string} says @param {string} inside */
const section = (title, says, inside) =>
  `<section><h2>${escaped(title)}</h2><p class="says">${says}</p>${inside}</section>`;

/** @param {string} caption @param {string} drawing */
const figure = (caption, drawing) =>
  `<figure><figcaption>${escaped(caption)}</figcaption>${drawing}</figure>`;

const LEGEND = `<p class="legend"><span><b class="first">●</b> Copydesk from HTML</span>
<span><b class="second">■</b> Copydesk from text</span>
<span><b class="peer">❘</b> the others, a mark for each, all from HTML; the best is named</span></p>`;

/** @param {any} evaluate */
function quality(evaluate) {
  const sets = SETS.map((set) => ({ ...set, ...inSet(evaluate, set.row) }));
  const small = sets.map(({ name, measure, pages, rows }) => {
    const least = Math.min(...rows.map((row) => row.score));
    const from = Math.floor((least - 0.02) * 10) / 10;
    const chart = both(
      (width) => ranking({ title: `${measure} on ${name}`, axis: measure, rows, width, from }),
      HALF,
    );
    return figure(`${name}, ${pages} pages`, chart);
  });
  const names = [...new Set(sets.flatMap((set) => set.rows.map((row) => row.name)))];
  const table = figures(
    ["", ...sets.map((set) => set.name)],
    names.map((name) => [
      name,
      ...sets.map((set) => three(set.rows.find((row) => row.name === name)?.score ?? Number.NaN)),
    ]),
  );
  return section(
    "How good the body is",
    "The body that each finds, against what people say it is. Copydesk reads the HTML, as the others do, or the text alone that select-all and copy give, which no other reads; it is scored by weights that have seen no page of the site. The axes begin where there is something to see, not at 0.",
    `<div class="pair">${small.join("")}</div>${table}`,
  );
}

/** @param {any} evaluate */
function parts(evaluate) {
  const drawn = (/** @type {any} */ rows, /** @type {string} */ title, /** @type {string} */ axis) => {
    const all = rows.flatMap((/** @type {any} */ row) => [
      row.html,
      row.text,
      ...row.peers.map((/** @type {any} */ peer) => peer.score),
    ]);
    const from = Math.max(0, Math.floor((Math.min(...all) - 0.02) * 10) / 10);
    return both((width) => comparison({ title, axis, rows, width, from }));
  };
  const table = (/** @type {any[]} */ rows) =>
    figures(
      ["", "Copydesk, HTML", "Copydesk, text", ...rows[0].peers.map((/** @type {any} */ peer) => peer.name)],
      rows.map((row) => [
        row.name,
        three(row.html),
        three(row.text),
        ...row.peers.map((/** @type {any} */ peer) => three(peer.score)),
      ]),
    );
  const [types, languages] = [byType(evaluate), byLanguage(evaluate)];
  return [
    section(
      "By type of page",
      "WCXB's pages, the mean word F1 of each type; in brackets how many there are. Copydesk is made for articles.",
      `${LEGEND}<figure>${drawn(types, "word F1 by type of page", "word F1, mean over the pages")}</figure>${table(types)}`,
    ),
    section(
      "By language",
      "trafilatura's pages, by the language of their text: one F over the snippets that must be in the body or out of it.",
      `${LEGEND}<figure>${drawn(languages, "snippet F by language", "F of snippets")}</figure>${table(languages)}`,
    ),
  ].join("\n");
}

/** @param {any} evaluate */
function heads(evaluate) {
  const fields = headings(evaluate);
  const charts = fields.map(({ name, pages, rows }) =>
    figure(
      `${name}, ${pages} pages`,
      ranking({
        title: `share of pages whose ${name} is right`,
        axis: "share right",
        rows,
        width: SMALL,
        from: 0.3,
      }),
    ),
  );
  const names = fields.flatMap((field) => field.rows.map((row) => row.name));
  return section(
    "Title, byline, date",
    "The share of the pages whose answer is known where it is right: the title equal but for case, spaces and punctuation, the same set of people, the same day.",
    `<div class="grid">${charts.join("")}</div>${figures(
      ["", ...fields.map((field) => field.name)],
      [...new Set(names)].map((name) => [
        name,
        ...fields.map((field) => three(field.rows.find((row) => row.name === name)?.score ?? Number.NaN)),
      ]),
    )}`,
  );
}

/** @param {any} evaluate */
function slider(evaluate) {
  const sets = [
    { set: "wcxb", name: "pages of all types (WCXB)" },
    { set: "news", name: "news of 2023" },
  ].map((one) => ({ ...one, ...balances(evaluate, one.set) }));
  const charts = sets.map(({ name, steps, peers }) =>
    figure(
      name,
      both((width) => balance({ title: `precision over recall on ${name}`, steps, peers, width }), HALF),
    ),
  );
  const rows = sets.flatMap(({ name, steps, peers }) => [
    ...steps.map((/** @type {any} */ step) => [
      `${name}: Copydesk, ${step.mode === "html" ? "HTML" : "text"}, ${step.strictness.toFixed(2)}`,
      three(step.precision),
      three(step.recall),
    ]),
    ...peers.map((/** @type {any} */ peer) => [
      `${name}: ${peer.name}`,
      three(peer.precision),
      three(peer.recall),
    ]),
  ]);
  return section(
    "Precision over recall",
    "What the slider does: lower strictness keeps more, higher keeps less; 0.5 is what nobody asked to change. Of words, means over the pages; a page where nothing is found counts for recall alone.",
    `<div class="pair">${charts.join("")}</div>${figures(["strictness", "precision", "recall"], rows)}`,
  );
}

/** @param {any} evaluate */
function scores(evaluate) {
  const modes = evaluate.modes.map((/** @type {any} */ mode) => ({
    name: mode.mode === "html" ? "from HTML" : "from text",
    colour: mode.mode === "html" ? "var(--first)" : "var(--second)",
    bins: mode.calibration,
    error: mode.calibration_error,
  }));
  const charts = modes.map((/** @type {any} */ { name, colour, bins, error }) =>
    figure(
      `${name}: off by ${three(error)} on average`,
      calibration({ title: `share of content over score, ${name}`, bins, colour, width: SMALL }),
    ),
  );
  const rows = modes.flatMap((/** @type {any} */ { name, bins }) =>
    bins.map((/** @type {any} */ bin) => [`${name}, ${three(bin.score)}`, three(bin.content), bin.lines]),
  );
  return section(
    "What a score means",
    "A line's score is the probability that it belongs in the body. Of the lines that have nearly the same, as many should be content as the score says: then the dots lie on the dashed line. A larger dot stands for more lines.",
    `<div class="grid">${charts.join("")}</div>${figures(["mean score", "content", "lines"], rows)}`,
  );
}

/** @param {any} bench */
function speed(bench) {
  const domain = tens(bench.sizes);
  const charts = ["text", "html"].map((mode) => {
    const sizes = bench.sizes.filter((/** @type {any} */ one) => one.mode === mode);
    const what =
      mode === "html"
        ? "HTML; the floor: its tokens alone"
        : "text; the floor: splitting lines, hashing words";
    return figure(
      what,
      both((width) => overSize({ title: `time over size, ${what}`, sizes, width, domain }), HALF),
    );
  });
  const rows = bench.sizes.map((/** @type {any} */ one) => [
    `${one.mode === "html" ? "HTML" : "text"}, ${size(one.bytes)}`,
    ...LINES.map(({ of }) => time(one[of])),
  ]);
  return section(
    "Time over size",
    `Ordinary pages one after another, cleaned whole on one core; both axes in tens, so what is linear is straight. ${machine(bench)}`,
    `<div class="pair">${charts.join("")}</div>${figures(["", ...LINES.map((line) => line.name)], rows)}${road(bench)}`,
  );
}

/** Where the time goes. @param {any} bench */
function road(bench) {
  const bytes = 100_000;
  const charts = ["text", "html"].flatMap((mode) => {
    const rows = stages(bench, mode, bytes);
    if (rows.length === 0) return [];
    const title = `the stages of ${size(bytes)} of ${mode === "html" ? "HTML" : "text"}, native`;
    return [figure(title, bars({ title, rows, width: SMALL, format: time }))];
  });
  return charts.length > 0 ? `<h3>Where the time goes</h3><div class="grid">${charts.join("")}</div>` : "";
}

/** @param {any} bench */
function machine(bench) {
  const { processor, cores, load } = bench.machine;
  const busy = load.every((/** @type {unknown} */ one) => typeof one === "number")
    ? `, while ${load.map((/** @type {number} */ one) => one.toFixed(1)).join(" to ")} processes wanted a core`
    : "";
  return escaped(`Measured on ${processor ?? "one machine"}, ${cores} cores${busy}.`);
}

/** @param {any} peers */
function beside(peers) {
  // Who failed on all pages has no time.
  const measured = peers.rows.filter((/** @type {any} */ row) => row.of_all !== null);
  const rows = measured.map((/** @type {any} */ row) => ({
    name: row.name,
    times: row.of_all,
    least: row.least,
    most: row.most,
  }));
  const title = "how many times as long each takes as Copydesk from HTML, native";
  return section(
    "Beside the others",
    escaped(
      `How many times as long each takes as Copydesk from HTML, native: ${peers.pages} pages of ${size(peers.bytes)} on average, in turns, medians of ${peers.rounds} rounds; the bar is the range of the rounds.`,
    ),
    `<figure>${both((width) => times({ title, axis: "times as long (axis in tens)", rows, width }))}</figure>${figures(
      ["", "version", "ms a page, mean", "times", "failed", "gives"],
      measured.map((/** @type {any} */ row) => [
        row.name,
        row.version ?? "",
        round(row.mean),
        round(row.of_all),
        row.failed,
        row.gives,
      ]),
    )}`,
  );
}

/** @param {any} bench @param {any} peers */
function goals(bench, peers) {
  const measuredThere = new Set(peers.goals.map((/** @type {any} */ goal) => goal.name));
  const all = [
    ...bench.goals.filter((/** @type {any} */ goal) => !measuredThere.has(goal.name)),
    ...peers.goals,
  ];
  const rows = all.map((goal) => {
    const asked =
      goal.asked === null ? "" : `${goal.bound === "at-least" ? "at least" : "at most"} ${goal.asked}`;
    const isMet = goal.bound === "at-least" ? goal.measured >= goal.asked : goal.measured <= goal.asked;
    const met =
      goal.measured === null
        ? "not measured"
        : goal.asked === null
          ? "for comparison"
          : isMet
            ? "met"
            : "not met";
    const measured =
      goal.measured === null
        ? ""
        : `${round(goal.measured)} <small>(${round(goal.least)} to ${round(goal.most)})</small>`;
    return `<tr><th scope="row">${escaped(goal.name)}</th><td>${escaped(asked)}</td><td>${measured}</td><td class="${met.replace(" ", "-")}">${met}</td></tr>`;
  });
  return section(
    "What was asked for",
    "Ratios, each of two things that took turns in one run: the median of the rounds, and their range.",
    `<div class="scroll"><table class="goals"><thead><tr><th scope="col">ratio</th><th scope="col">asked</th><th scope="col">measured</th><th scope="col"></th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`,
  );
}

/** @param {Record<string, { size: number, gzip: number, brotli: number }>} entries */
function sizes(entries) {
  const rows = Object.entries(entries).map(([name, { brotli }]) => ({ name, value: brotli }));
  const title = "the package's entries in brotli";
  return section(
    "How large it is",
    "The entries of the npm package, each bundled and minified, in brotli, as servers send them. The first is the WebAssembly, which all but copydesk/page hold or fetch.",
    `<figure>${bars({ title, rows, width: SMALL, format: shipped })}</figure>${figures(
      ["", "minified", "gzip", "brotli"],
      Object.entries(entries).map(([name, one]) => [
        name,
        shipped(one.size),
        shipped(one.gzip),
        shipped(one.brotli),
      ]),
    )}`,
  );
}

/**
 * @param {{ evaluate: any, bench: any, peers: any }} measured
 * @param {Record<string, { size: number, gzip: number, brotli: number }>} entries
 */
export function page({ evaluate, bench, peers }, entries) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Copydesk, measured</title>
<style>
:root { ${variables("light")} --paper: #ffffff; --tint: #f4f6f8; }
@media (prefers-color-scheme: dark) { :root { ${variables("dark")} --paper: #14181d; --tint: #1c2229; } }
${STYLE}</style>
</head>
<body>
<main>
<header><h1>Copydesk, measured</h1>
<p class="says">How good it is, how sure, how fast and how large, beside the others that find the article in a page. Made by <code>cargo xtask report</code>
of what <code>cargo xtask evaluate</code> and <code>cargo xtask bench</code> measured.</p></header>
${[quality(evaluate), parts(evaluate), heads(evaluate), slider(evaluate), scores(evaluate), speed(bench), beside(peers), goals(bench, peers), sizes(entries)].join("\n")}
</main>
</body>
</html>
`;
}
