import { watch } from "./watch.js";

/** @typedef {import("./watch.js").Seen} Seen */

const total = { requests: 0, stopped: false };
let tell = () => {};

/**
 * Counts what the page asked the network for since it had loaded, as the browser reports it, and notes whether the
 * page's policy had to stop anything. Both should stay at nothing: the count is the proof, not a decoration. Of the
 * attempts that the policy stops, the browser reports some as requests too, so the count errs on the side of more.
 * @param {(seen: Seen) => void} report
 */
export function countRequests(report) {
  // What is asked for until then is the page itself.
  let loaded = Number.POSITIVE_INFINITY;
  tell = () => report(total);
  watch(noteRequests, () => loaded);
  const start = () => {
    loaded = performance.now();
    tell();
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

/** Adds what the worker or the service worker tells of. @param {Seen} seen */
export function noteRequests({ requests, stopped }) {
  total.requests += requests;
  total.stopped ||= stopped;
  tell();
}

/** @param {Seen} seen */
export function describeRequests({ requests, stopped }) {
  const count = `${requests} ${requests === 1 ? "request" : "requests"} since this page loaded`;
  if (stopped) return `${count}, and its policy stopped an attempt to make one`;
  return requests === 0 ? `nothing was sent: ${count}` : count;
}
