import type { Global } from "./platform.js";

/** Readability's options. The README of the package says which of them have an effect here. */
export interface ReadabilityOptions<T = string> {
  /** A document of more elements than this is refused with an error. `0`, as without it: none is. */
  readonly maxElemsToParse?: number;
  /**
   * In characters: where the article is shorter, the page is cleaned again so that more of it is kept, and the longer
   * article is given. Without it the page is cleaned once.
   */
  readonly charThreshold?: number;
  /** Makes `content` of the article's element, which lies in a document of its own: `(element) => element`. */
  readonly serializer?: (node: Global<"Node">) => T;
  /** Without effect. */
  readonly debug?: boolean;
  /** Without effect. */
  readonly nbTopCandidates?: number;
  /** Without effect: the article's HTML has no classes but `language-...` of code. */
  readonly classesToPreserve?: readonly string[];
  /** Without effect: the article's HTML has no classes but `language-...` of code. */
  readonly keepClasses?: boolean;
  /** Without effect: what a page says of itself is compared with what its lines say. */
  readonly disableJSONLD?: boolean;
  /** Without effect: videos are left out. */
  readonly allowedVideoRegex?: RegExp;
  /** Without effect. */
  readonly linkDensityModifier?: number;
}

/** Readability's result: what the page does not tell is `null`. */
export interface ReadabilityArticle<T = string> {
  /** The headline, without the site's name. */
  title: string | null;
  /** The body as HTML, with its pictures, safe to put into a page; or what `serializer` made of it. */
  content: T;
  /** The body, blocks apart by a blank line. */
  textContent: string;
  /** `textContent.length`, in UTF-16 units. */
  length: number;
  /** What the page says that the article is about, else its first paragraph. */
  excerpt: string | null;
  /** Who wrote it: `"Ana Reyes"`. */
  byline: string | null;
  dir: "ltr" | "rtl" | null;
  /** The site it stands on: `"The Harrow Ledger"`. */
  siteName: string | null;
  /** The language, as a primary BCP 47 tag: `"de"`. */
  lang: string | null;
  /** When it was published, as ISO 8601: `"2017-02-25T13:44:00Z"`. */
  publishedTime: string | null;
}

/**
 * Readability's class, to be used by changing the import alone.
 *
 * It does not wait: the WebAssembly is compiled when `parse` is first called. Chrome and Edge before 115 refuse that on
 * the main thread of a page; there `parse` throws unless {@link ready} was awaited before.
 *
 * @example
 * import { Readability } from "copydesk/readability";
 * const article = new Readability(document).parse();
 */
export class Readability<T = string> {
  /** @throws TypeError when it is given no document. */
  constructor(document: Global<"Document">, options?: ReadabilityOptions<T> | null);

  /** The article, or `null` when there is none. The document stays as it was. */
  parse(): ReadabilityArticle<T> | null;
}

export interface ReaderableOptions {
  /** In characters: shorter lines do not count for `minScore`. 140 where `minScore` alone is set. */
  readonly minContentLength?: number;
  /**
   * What the kept lines must come to: of each, the square root of its characters above `minContentLength`, summed. 20
   * where `minContentLength` alone is set. Without both, the article counts, and not its length.
   */
  readonly minScore?: number;
  /** Whether an element is seen. Those that are not, and all in them, are left out. Without it, copydesk tells. */
  readonly visibilityChecker?: (node: Global<"Node">) => boolean;
}

/**
 * Whether the document probably has an article in it. Without waiting, as {@link Readability}.
 *
 * @example
 * if (isProbablyReaderable(document)) showButton();
 */
export function isProbablyReaderable(
  document: Global<"Document">,
  options?: ReaderableOptions | ((node: Global<"Node">) => boolean) | null,
): boolean;

/** Compiles the WebAssembly where that takes waiting: once, before the first use. Further calls cost nothing. */
export function ready(): Promise<void>;
