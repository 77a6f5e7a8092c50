/** Nobody reads or shares a longer one. */
const LONGEST = 2000;

/**
 * An address that may be shown and followed: whole, of http or https, and without a password. Null for any other.
 * @param {string | null | undefined} address
 * @param {string | null} [base] the page's own, where relative addresses are welcome
 * @returns {string | null}
 */
export function webAddress(address, base) {
  if (!address || address.length > LONGEST) return null;
  try {
    const url = new URL(address, base ?? undefined);
    if (url.protocol !== "https:" && url.protocol !== "http:") return null;
    url.username = "";
    url.password = "";
    return url.href.length <= LONGEST ? url.href : null;
  } catch {
    return null;
  }
}
