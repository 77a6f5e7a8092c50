// Pastes of any size: a page of invented news, varied enough that nothing in it can be done once for all.

const WHO =
  "the harbour board,the mayor of Tessel,a baker on the quay,Ines Varga,the ferry's crew,two teachers,Bram Oostveen,the keeper of the lock,a farmer beyond the railway,the choir,their neighbours,the council".split(
    ",",
  );
const DID = "opened,painted,counted,moved,mended,sold,lost,found,measured,lit,closed,carried".split(",");
const WHAT =
  "the old gauge,eleven boats,a crate of plums,the second pier,the drying hall,a book of tides,the weir,ninety chairs,the market's bell,a map of the dikes,the long ladder,the reading room".split(
    ",",
  );
const WHEN =
  "before the storm,on the third of May,in the night,when the water fell,after nine days,since spring,at the end of the week,in the year of the flood".split(
    ",",
  );
const MENU = ["Home", "News", "Weather", "Sport", "Culture", "Letters", "Sign in"];
const FOOT = ["Privacy policy", "Terms of use", "Contact", "Advertise with us"];
const AROUND = ["Advertisement", "Share this story", "Photo:", "Read more:"];

/** Numbers that look like chance and are the same each time. @param {number} seed */
function chance(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * @param {number} length of the text, in characters, or a little more
 * @param {number} [seed] another is another page
 * @returns {{ text: string, html: string }} of the same page
 */
export function largePage(length, seed = 1) {
  const pick = chance(seed);
  const of = (/** @type {readonly string[]} */ words) => words[pick(words.length)];
  const sentence = () => `${of(WHO)} ${of(DID)} ${of(WHAT)} ${of(WHEN)}, and ${pick(900) + 2} people saw it.`;
  const capital = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);
  const prose = (/** @type {number} */ sentences) =>
    Array.from({ length: sentences }, () => capital(sentence())).join(" ");

  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  const html = [];
  let size = 0;
  /** @param {string} element @param {string[]} texts @param {(item: string) => string} [inner] */
  const add = (element, texts, inner = (item) => item) => {
    for (const line of texts) {
      lines.push(line);
      size += line.length + 1;
    }
    lines.push("");
    size += 1;
    html.push(`<${element}>${texts.map(inner).join("")}</${element.split(" ")[0]}>`);
  };

  add("nav", MENU, (item) => `<a href="/${item}">${item}</a><br>`);
  html.push("<main><article>");
  add("h1", ["The year in which the Orla stayed in its bed"]);
  add("p class=byline", ["By Ana Reyes"]);
  for (let block = 0; size < length; block += 1) {
    const kind = pick(16);
    if (block % 40 === 39) add("h2", [`${capital(of(WHAT))}, ${of(WHEN)}`]);
    else if (kind === 0)
      add("ul", Array.from({ length: 3 + pick(5) }, sentence), (item) => `<li>${item}</li>`);
    else if (kind === 1)
      add(
        "aside",
        Array.from({ length: 2 + pick(6) }, () => `${of(AROUND)} ${pick(9999)}`),
        (item) => `<a href="/${pick(1e6)}">${item}</a><br>`,
      );
    else add("p", [prose(1 + pick(6))]);
  }
  html.push("</article></main>");
  add("footer", FOOT, (item) => `<a href="/${item}">${item}</a><br>`);
  return {
    text: `${lines.join("\n")}\n`,
    html: `<!doctype html><html lang="en"><body>${html.join("\n")}</body></html>`,
  };
}
