/**
 * Counts what the page asked the network for since it had loaded, as the browser reports it, and notes whether the
 * page's policy had to stop anything. Both should stay at nothing: the count is the proof, not a decoration. Of the
 * attempts that the policy stops, the browser reports some as requests too, so the count errs on the side of more.
 * @param {(seen: { requests: number, stopped: boolean }) => void} report
 */
export function countRequests(report) {
  const seen = { requests: 0, stopped: false };
  const start = () => {
    const loaded = performance.now();
    new PerformanceObserver((list) => {
      seen.requests += list.getEntries().filter((entry) => entry.startTime >= loaded).length;
      report(seen);
    }).observe({ type: "resource", buffered: true });
    report(seen);
  };
  // Not a number: where the policy comes as a header too, each attempt is reported by both.
  document.addEventListener("securitypolicyviolation", () => {
    seen.stopped = true;
    report(seen);
  });
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

/** @param {{ requests: number, stopped: boolean }} seen */
export function describeRequests({ requests, stopped }) {
  const count = `${requests} ${requests === 1 ? "request" : "requests"} since this page loaded`;
  if (stopped) return `${count}, and its policy stopped an attempt to make one`;
  return requests === 0 ? `nothing was sent: ${count}` : count;
}
