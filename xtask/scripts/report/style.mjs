// The page's style: one column, calm, and the charts in as many columns as there is room for.

import { FONT } from "./plot.mjs";

export const STYLE = `
html { background: var(--paper); color: var(--ink); font: 16px/1.55 ${FONT}; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 1100px; margin: 0 auto; padding: 48px 24px 96px; }
h1 { font-size: 30px; line-height: 1.2; letter-spacing: -0.015em; margin: 0 0 12px; }
h2 { font-size: 21px; line-height: 1.3; letter-spacing: -0.01em; margin: 0 0 6px; }
h3 { font-size: 16px; margin: 32px 0 8px; }
section { margin-top: 56px; padding-top: 28px; border-top: 1px solid var(--rule); }
.says { color: var(--quiet); max-width: 68ch; margin: 0 0 20px; }
code { font: 0.92em ui-monospace, Menlo, Consolas, monospace; color: var(--ink); }
figure { margin: 0 0 20px; }
figcaption { font-size: 14px; font-weight: 600; margin: 0 0 6px; }
svg { display: block; max-width: 100%; height: auto; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, 342px); gap: 16px 12px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px 24px; }
.narrow { display: none; }
.legend { font-size: 14px; color: var(--quiet); margin: 0 0 12px; }
.legend span { display: inline-block; margin-right: 16px; }
.legend b { display: inline-block; width: 14px; }
.first { color: var(--first); } .second { color: var(--second); } .peer { color: var(--peer); }
details { font-size: 14px; margin-top: 4px; }
summary { cursor: pointer; color: var(--quiet); padding: 6px 0; width: max-content; }
summary:hover { color: var(--ink); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 6px 18px 6px 0; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
th { font-weight: 600; }
tbody th { font-weight: 400; text-align: left; }
thead th { color: var(--quiet); vertical-align: bottom; }
thead th:first-child { text-align: left; }
.goals th[scope="row"] { white-space: normal; min-width: 180px; }
.goals td { text-align: right; }
.goals small { color: var(--quiet); font-size: 12px; }
.met { color: var(--third); font-weight: 600; }
.not-met { color: var(--second); font-weight: 600; }
.for-comparison, .not-measured { color: var(--quiet); }
@media (max-width: 1120px) { .pair { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 800px) {
  main { padding: 32px 24px 64px; }
  h1 { font-size: 26px; }
  .wide { display: none; }
  .narrow { display: block; }
  .grid { grid-template-columns: minmax(0, 342px); }
  .goals thead { display: none; }
  .goals, .goals tbody { display: block; }
  .goals tr { display: grid; grid-template-columns: 1fr auto auto; gap: 0 16px; padding: 8px 0; border-bottom: 1px solid var(--rule); }
  .goals th, .goals td { padding: 2px 0; border: 0; }
  .goals th[scope="row"] { grid-column: 1 / -1; }
  .goals td:first-of-type { text-align: left; color: var(--quiet); }
}
`;
