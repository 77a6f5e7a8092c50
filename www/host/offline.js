// The page without a network: its service worker keeps its files.

import { noteRequests } from "./requests.js";
import { serviceWorker } from "./served.js";
import { TAKE_OVER } from "./shared.js";
import { fileAddress } from "./trusted.js";
import { inMessage } from "./watch.js";

/**
 * Where a browser refuses (an address that is not secure, a private window), the page works as before.
 * @param {{ onUpdate: (reload: () => void) => void }} hooks `onUpdate`: a new version lies ready, and will be there at
 *   the next start of the page, or now with `reload`
 */
export async function keepOffline({ onUpdate }) {
  if (!serviceWorker || !("serviceWorker" in navigator)) return;
  const { serviceWorker: container } = navigator;
  container.addEventListener("message", ({ data }) => {
    const seen = inMessage(data);
    if (seen) noteRequests(seen);
  });
  // After the page, so that the two do not fetch the same files side by side.
  if (document.readyState !== "complete")
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  const address = fileAddress(serviceWorker);
  const registration = await container.register(address, { updateViaCache: "none" }).catch(() => null);
  if (!registration) return;

  const tell = () => {
    const { waiting } = registration;
    if (waiting && container.controller) onUpdate(() => startNow(waiting));
  };
  tell();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", tell),
  );
}

/** @param {ServiceWorker} waiting */
function startNow(waiting) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage(TAKE_OVER);
}
