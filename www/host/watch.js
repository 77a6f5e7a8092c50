// Tells of the requests that a part of the page makes. The page, its worker and its service worker each see their own
// alone, so each of them watches itself, and the other two tell the page.

/** @typedef {{ requests: number, stopped: boolean }} Seen how many more were made, and whether the policy stopped any */

/**
 * @param {(seen: Seen) => void} report
 * @param {() => number} since requests that began earlier do not count
 */
export function watch(report, since) {
  new PerformanceObserver((list) => {
    const requests = list.getEntries().filter(({ name, startTime }) => isSent(name) && startTime >= since());
    if (requests.length > 0) report({ requests: requests.length, stopped: false });
  }).observe({ type: "resource", buffered: true });
  // Not a number: where the policy comes as a header too, each attempt is reported by both.
  addEventListener("securitypolicyviolation", () => report({ requests: 0, stopped: true }));
}

/** What an address of these sorts holds is in memory, or in the address itself. @param {string} address */
function isSent(address) {
  return !/^(blob|data):/.test(address);
}

/** A report as a message, told apart from others. @param {Seen} seen */
export const toMessage = (seen) => ({ seenByWatch: seen });

/**
 * @param {any} message
 * @returns {Seen | undefined}
 */
export const inMessage = (message) => message?.seenByWatch;
