// A paste that no classifier should get wrong: an article of eight paragraphs, with a menu before and links after it.
// The tests of the package and of the page build on it, so that they fail for their own reasons alone. How well real
// pages are read is for tests/pages to tell.

const menu = ["Home", "News", "Sport", "Culture", "Sign in"];

const title = "River returns to its bed after nine days of flood";

const byline = "Ana Reyes";

const paragraphs = [
  "After nine days of flood the Orla is back within its banks, the water board of Tessel said on Friday. Crews will " +
    "walk the dikes of the lower town for a week and look for places where the water has washed out the ground.",
  "Most people went home on the same day. About four hundred of them had slept in the two schools on the hill, where " +
    "the caretakers had pushed the desks together and the bakers brought what they could not sell.",
  "The river had risen by almost three metres within a day and a half, which is more than in any year since the board " +
    "began to write down its levels. The old gauge at the bridge was under water for a week.",
  "The board had opened both weirs in time, its director told the council, and without them the market would have been " +
    "flooded as well. She said that the pumps ran day and night and that only one of them failed.",
  "On the meadows beyond the railway the water will stand until spring. Farmers took their animals to higher ground on " +
    "the first evening, and none of them was lost, although two horses had to be fetched with a boat.",
  "The schools of the lower town open again on Monday, the mayor said. Until then the buses run as they do in summer, " +
    "and the ferry stays where it is, because nobody knows yet what the flood has left in the harbour.",
  "What the flood will cost is not known. The council has put aside a sum for the roads, and the region has promised to " +
    "pay for the bridge, whose second pier leans a little towards the sea since the night of the storm.",
  "In the bakery at the market they have drawn a line on the wall, a hand above the floor, with the date beside it. It " +
    "is the third line there, and the lowest, and the baker hopes that it will be the last one she draws.",
];

const after = [
  "Most read",
  "Ferry timetable changes",
  "Choir looks for tenors",
  "Privacy policy",
  "Terms of use",
];

/** The lines that are not blank, in order, and the paste that they make. */
const lines = [
  ...menu,
  "",
  title,
  "",
  `By ${byline}`,
  "25 February 2017",
  "",
  ...paragraphs.flatMap((text) => [text, ""]),
  ...after,
];

/** @param {string} text */
const numberOf = (text) => lines.indexOf(text) + 1;

export const story = {
  raw: `${lines.join("\n")}\n`,
  title,
  byline,
  paragraphs,
  body: paragraphs.join("\n\n"),
  /** How many lines there are, blank ones too. */
  count: lines.length,
  /** The numbers of some lines. */
  numbers: {
    home: numberOf("Home"),
    news: numberOf("News"),
    second: numberOf(paragraphs[1]),
    lastParagraph: numberOf(paragraphs.at(-1) ?? ""),
  },
};
