// The one place where an address becomes a script, of which all are ours. Where a browser has Trusted
// Types, the page's policy lets no other through.

/** @typedef {{ createScriptURL: (address: string) => string }} Policy the types of browsers do not know it yet */

/** @type {Set<string>} */
const ours = new Set();

/** @type {Policy | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("copydesk-worker", {
  createScriptURL(/** @type {string} */ address) {
    if (!ours.has(address)) throw new TypeError(`${address} is not a script of this page`);
    return address;
  },
});

/** @param {string} address */
function trust(address) {
  ours.add(address);
  return policy ? policy.createScriptURL(address) : address;
}

/**
 * @param {string} text the worker's script
 * @returns {string} its address, for as long as the page lives
 */
export const workerAddress = (text) =>
  trust(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));

/** @param {string} file */
export const fileAddress = (file) => trust(file);
