// What another application shares with the page. The service worker receives it and lays it down, and the page that
// it then opens takes it up: once, and without a request.

/**
 * What comes from outside.
 * @typedef {object} Arrival
 * @property {string} title
 * @property {string} text
 * @property {string} url
 * @property {File[]} files
 * @property {string | null} problem what was left out, for the person to read
 */

/** The address that takes what is shared, as the manifest has it. */
export const SHARE = "share";
/** How the page is told that something lies there. A fragment, which no server ever sees. */
export const MARK = "#shared";

/** What the page says to a service worker that waits. */
export const TAKE_OVER = "take over";

/** Any page on the web can post to the address, and what is laid down stays until it is taken. */
const MILLION = 1024 * 1024;
const MOST_CHARACTERS = 16 * MILLION;
const MOST_FILES = 50;
const MOST_BYTES = 64 * MILLION;

const FIELDS = /** @type {const} */ (["title", "text", "url"]);

/** The caches of one copy of the page; others may lie at the same site, elsewhere. @param {string} scope */
export const cacheName = (scope, part = "") => `copydesk ${scope} ${part}`;

/** One place: what is shared next takes it. @param {string} scope */
const open = (scope) => caches.open(cacheName(scope, "shared"));

/**
 * @param {string} scope
 * @param {FormData} form
 */
export async function layDown(scope, form) {
  const bounded = bound(read(form));
  const kept = new FormData();
  for (const field of FIELDS) kept.set(field, bounded[field]);
  for (const file of bounded.files) kept.append("files", file);
  if (bounded.problem) kept.set("problem", bounded.problem);
  await (await open(scope)).put(SHARE, new Response(kept));
}

/**
 * @param {string} scope
 * @returns {Promise<Arrival | null>}
 */
export async function takeUp(scope) {
  const cache = await open(scope);
  const found = await cache.match(SHARE);
  if (!found) return null;
  const form = await found.formData();
  await cache.delete(SHARE);
  return read(form);
}

/**
 * @param {FormData} form
 * @returns {Arrival}
 */
function read(form) {
  const text = (/** @type {string} */ name) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const files = /** @type {File[]} */ (form.getAll("files").filter((value) => typeof value !== "string"));
  const [title, body, url] = FIELDS.map(text);
  return { title, text: body, url, files, problem: text("problem") || null };
}

/**
 * @param {Arrival} arrival
 * @returns {Arrival}
 */
export function bound({ files, ...texts }) {
  if (FIELDS.reduce((sum, field) => sum + texts[field].length, 0) > MOST_CHARACTERS) {
    const problem = `What was shared is longer than ${MOST_CHARACTERS / MILLION} million characters: share less of it.`;
    return { title: "", text: "", url: "", files: [], problem };
  }
  const kept = [];
  let left = MOST_BYTES;
  for (const file of files) {
    if (kept.length === MOST_FILES || file.size > left) break;
    kept.push(file);
    left -= file.size;
  }
  if (kept.length === files.length) return { ...texts, files, problem: null };
  const problem =
    `${kept.length} of ${files.length} files were opened: at most ${MOST_FILES} come at once, ` +
    `and ${MOST_BYTES / MILLION} MB. Open the others apart.`;
  return { ...texts, files: kept, problem };
}
