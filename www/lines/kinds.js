/**
 * What a person reads of a kind: a word, and a mark of one or two characters that every system font has. The mark
 * tells kinds apart without colour.
 * @type {Record<string, { word: string, mark: string }>}
 */
const KINDS = {
  title: { word: "Title", mark: "T" },
  subtitle: { word: "Subtitle", mark: "t" },
  byline: { word: "Byline", mark: "@" },
  date: { word: "Date", mark: "D" },
  heading: { word: "Heading", mark: "#" },
  paragraph: { word: "Paragraph", mark: "¶" },
  list: { word: "List", mark: "•" },
  quote: { word: "Quote", mark: "“" },
  code: { word: "Code", mark: "<>" },
  table: { word: "Table", mark: "||" },
  caption: { word: "Caption", mark: "[]" },
  credit: { word: "Credit", mark: "()" },
  navigation: { word: "Navigation", mark: "=" },
  related: { word: "Other story", mark: "»" },
  advertisement: { word: "Advert", mark: "$" },
  subscribe: { word: "Subscribe", mark: "+" },
  share: { word: "Share", mark: "&" },
  comment: { word: "Comment", mark: "”" },
  consent: { word: "Cookies", mark: "!" },
  legal: { word: "Legal", mark: "§" },
  interface: { word: "Interface", mark: "^" },
  other: { word: "Other", mark: "~" },
  blank: { word: "Blank", mark: "" },
};

/**
 * A kind that this list does not know yet is shown by its own name.
 * @param {string} kind
 */
export function kindLook(kind) {
  return KINDS[kind] ?? { word: kind, mark: "?" };
}
