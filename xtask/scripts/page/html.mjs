// index.html as it stands in the folder, and as it carries everything in itself.
import { hashOf } from "./precache.mjs";

const ICON = '<link rel="icon" href="icon.svg">';
const STYLE = '<link rel="stylesheet" href="style.css">';
const SCRIPT = '<script type="module" src="main.js"></script>';
/** What only a served page has. */
const SERVED = [
  '<link rel="manifest" href="manifest.webmanifest">\n',
  '<link rel="modulepreload" href="worker.js" fetchpriority="low">\n',
];
const POLICY = /(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]+(?=")/;

/**
 * @param {string} html
 * @param {string} icon as SVG
 */
export function inFolder(html, icon) {
  return replaceOnce(
    html,
    ICON,
    `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon.trim())}">`,
  );
}

/**
 * @param {string} html
 * @param {string} icon
 * @param {import("./bundle.mjs").Bundled} bundled
 */
export function inOneFile(html, icon, { script: bare, style }) {
  // It stands in strings alone, as esbuild writes none into code; and there this escape means the same.
  const script = bare.replaceAll("<!--", "\\x3C!--");
  const policy = html.match(POLICY)?.[0];
  if (!policy) throw new Error("www/index.html has no policy: add its <meta http-equiv=...>");
  let one = inFolder(html, icon);
  one = replaceOnce(one, policy, strictPolicy(policy, script, style));
  for (const link of SERVED) one = replaceOnce(one, link, "");
  one = replaceOnce(one, STYLE, `<style>${endless(style, "style")}</style>`);
  return replaceOnce(one, SCRIPT, `<script type="module">${endless(script, "script")}</script>`);
}

/**
 * @param {string} html
 * @param {string} icon
 */
export function inExtension(html, icon) {
  let page = inFolder(html, icon);
  for (const link of SERVED) page = replaceOnce(page, link, "");
  // Extensions start workers from their own files alone.
  return replaceOnce(page, "worker-src 'self' blob:", "worker-src 'self'");
}

/**
 * The folder's policy, with the hashes of the two parts where it has the folder.
 * @param {string} policy
 * @param {string} script
 * @param {string} style
 */
function strictPolicy(policy, script, style) {
  const inline = policy
    .replace("script-src 'self'", `script-src '${hashOf(script)}'`)
    .replace("style-src 'self'", `style-src '${hashOf(style)}'`)
    .replace("worker-src 'self' blob:", "worker-src blob:")
    .replace(" manifest-src 'self';", "");
  if (inline.includes("'self'"))
    throw new Error(
      `the policy of www/index.html allows 'self' where xtask/scripts/page/html.mjs does not know it: ${inline}`,
    );
  return inline;
}

/**
 * A part that may stand in its element: it does not end it, nor begin a comment in which the end would not count.
 * @param {string} text
 * @param {string} element
 */
function endless(text, element) {
  const end = text.match(new RegExp(`</${element}|<!--`, "i"));
  if (end) throw new Error(`the page's ${element} contains "${end[0]}", so that it cannot stand in a page`);
  return text;
}

/**
 * @param {string} text
 * @param {string} part
 * @param {string} replacement
 */
export function replaceOnce(text, part, replacement) {
  const parts = text.split(part);
  if (parts.length !== 2) throw new Error(`expected "${part}" once, found it ${parts.length - 1} times`);
  return parts.join(replacement);
}
