const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * A published time as the article's own readers write it, no more precise than it is: a year stays a year. The clock
 * is the page's, not the reader's, so the day never shifts.
 * @param {string} iso `2017`, `2017-02`, `2017-02-25`, `2017-02-25T13:44`, with `Z` or an offset where it is known
 * @param {string | null | undefined} lang of the article
 */
export function readableDate(iso, lang) {
  const match = ISO.exec(iso);
  if (!match) return iso;
  const [, year, month, day, hour, minute, zone] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  date.setUTCHours(Number(hour ?? 0), Number(minute ?? 0));
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { timeZone: "UTC", year: "numeric" };
  if (month) parts.month = "long";
  if (day) parts.day = "numeric";
  if (hour) Object.assign(parts, { hour: "numeric", minute: "2-digit" });
  const text = new Intl.DateTimeFormat(localeFor(lang), parts).format(date);
  return zone ? `${text} ${zone === "Z" ? "UTC" : `UTC${zone}`}` : text;
}

/**
 * The reader's own variety of the article's language, where they have one.
 * @param {string | null | undefined} lang
 */
function localeFor(lang) {
  if (!lang) return undefined;
  const own = navigator.languages.find((tag) => tag === lang || tag.startsWith(`${lang}-`));
  return own ?? (lang === "en" ? "en-GB" : lang);
}
