import { fold } from "../fold.js";
import { webAddress } from "../inout/address.js";

/** A longer name is no name of a site. */
export const LONGEST_SITE = 200;

/**
 * The site that a paste is from, as rules name it: the host of its address, without `www.`, else its name; null where
 * the paste tells neither.
 * @param {{ url?: string | null, siteName?: string | null }} paste
 * @returns {string | null}
 */
export function siteOf({ url, siteName }) {
  const address = webAddress(url);
  const name = address ? new URL(address).hostname.replace(/\.$/, "") : fold((siteName ?? "").slice(0, 1000));
  const site = name.replace(/^www\.(?=.)/, "");
  return site !== "" && site.length <= LONGEST_SITE ? site : null;
}
