/**
 * Counts what the page asked the network for since it had loaded, as the browser reports it, and what the page's
 * policy stopped. Both should stay at nothing: the count is the proof, not a decoration.
 * @param {(counts: { requests: number, blocked: number }) => void} report
 */
export function countRequests(report) {
  const counts = { requests: 0, blocked: 0 };
  const start = () => {
    const loaded = performance.now();
    new PerformanceObserver((list) => {
      counts.requests += list.getEntries().filter((entry) => entry.startTime >= loaded).length;
      report(counts);
    }).observe({ type: "resource", buffered: true });
    report(counts);
  };
  document.addEventListener("securitypolicyviolation", () => {
    counts.blocked += 1;
    report(counts);
  });
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

/** @param {{ requests: number, blocked: number }} counts */
export function describeRequests({ requests, blocked }) {
  const since = `${requests} ${requests === 1 ? "request" : "requests"} since this page loaded`;
  const stopped = blocked > 0 ? `, ${blocked} stopped by its policy` : "";
  return requests === 0 ? `nothing was sent: ${since}${stopped}` : `${since}${stopped}`;
}
