/** What the build writes into sw.js: see xtask/scripts/page/precache.mjs. */
declare const FILES: Record<string, string>;
declare const VERSION: string;
