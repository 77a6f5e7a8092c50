/**
 * The rest of a long work, after whatever else waits: keys, scrolling, drawing.
 * @returns {Promise<void>}
 */
export function nextSlice() {
  /** @type {{ scheduler?: { postTask: (task: () => void) => Promise<void> } }} the types of browsers do not know it yet */
  const { scheduler } = /** @type {any} */ (globalThis);
  if (scheduler) return scheduler.postTask(() => {});
  // Where there is none: a browser may take several messages in one go, but they cost no wait as timers do.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}
