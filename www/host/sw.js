// The service worker: it keeps the page's files, so that the page opens without a network, and takes what is shared
// with the page. It asks the network for nothing but these files.
//
// Our own and not a library's, as this is all of it, and one function here can be seen to be the only one that fetches.

import { cacheName, layDown, MARK, SHARE, TAKE_OVER } from "./shared.js";
import { toMessage, watch } from "./watch.js";

/** Of each file of the page what its content must be; "./" is the page itself. The build writes it here. */
const files = /** @type {Readonly<Record<string, string>>} */ (FILES);

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const { scope } = worker.registration;
const current = cacheName(scope, VERSION);

let installed = 0;

worker.addEventListener("install", (event) => {
  installed = Number.POSITIVE_INFINITY;
  event.waitUntil(
    keepFiles().then(() => {
      installed = performance.now();
    }),
  );
});

/** All of one build or none: a file of another, as a cache on the way may have, is refused by its hash. */
async function keepFiles() {
  const cache = await caches.open(current);
  const requests = Object.entries(files).map(
    ([name, integrity]) => new Request(name, { integrity, cache: "no-cache" }),
  );
  await cache.addAll(requests);
}

// A new version waits until no page of the old one is open, or until a page asks for it.
worker.addEventListener("message", ({ data }) => {
  if (data === TAKE_OVER) worker.skipWaiting();
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(dropOlder());
});

async function dropOlder() {
  const kept = [current, cacheName(scope, "shared")];
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(cacheName(scope)) && !kept.includes(name));
  await Promise.all(older.map((name) => caches.delete(name)));
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const name = nameOf(request);
  if (request.method === "POST" && name === SHARE) event.respondWith(receive(request));
  else if (request.method === "GET" && Object.hasOwn(files, name)) event.respondWith(give(name));
});

/** @param {Request} request */
function nameOf({ url, mode }) {
  const { origin, pathname, search } = new URL(url);
  const address = origin + pathname;
  // A page may be opened with a query; no file of it is asked for with one.
  if (!address.startsWith(scope) || (search !== "" && mode !== "navigate")) return "";
  const name = address.slice(scope.length);
  return name === "" || name === "index.html" ? "./" : name;
}

/** @param {string} name */
async function give(name) {
  const cache = await caches.open(current);
  // A browser that is short of space may have thrown it away.
  return (await cache.match(name, { ignoreVary: true })) ?? fetch(name);
}

/** @param {Request} request */
async function receive(request) {
  try {
    await layDown(scope, await request.formData());
  } catch {
    // No form, or no space: the page will say that it found nothing.
  }
  return Response.redirect(`./${MARK}`, 303);
}

async function tell(/** @type {import("./watch.js").Seen} */ seen) {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) page.postMessage(toMessage(seen));
}

watch(tell, () => installed);
