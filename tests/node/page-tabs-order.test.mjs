// Pages of one article in several pastes: which page each of them is, and which come together.

import assert from "node:assert/strict";
import { test } from "node:test";
import { belongTogether, inOrder } from "../../www/tabs/join.js";
import { markOf, splitAddress, splitTitle } from "../../www/tabs/marks.js";
import { pageOf } from "../../www/tabs/order.js";
import { FERRY, FLOOD, OFFER, PIANO, part, SCHOOL } from "./page-support.mjs";

test("a page's number is told by a line that says nothing else", () => {
  const marks = [
    ["Page 2 of 3", 2, 3],
    ["page 12", 12, null],
    ["— Seite 2 von 3 —", 2, 3],
    ["Página 2 de 3", 2, 3],
    ["Strona 2 z 3", 2, 3],
    ["Страница 2 из 3", 2, 3],
    ["(Page 2/3)", 2, 3],
    ["第2页", 2, null],
    ["2ページ目", 2, null],
    ["2. oldal", 2, null],
  ];
  for (const [line, page, of] of marks) assert.deepEqual(markOf(line), { page, of }, line);
  const others = [
    "2",
    "2/3",
    "3 of 5",
    "Page two",
    "Page 3 of 2",
    "Page 0",
    "Turn to page 2",
    "Pages 2 and 3",
    "第3",
    "",
  ];
  for (const line of [...others, `Page 2${" ".repeat(50)}of 3`]) assert.equal(markOf(line), null, line);
});

test("a title is one on every page", () => {
  const titles = [
    "River returns to its bed",
    "River returns to its bed (2/3)",
    "River returns to its bed – Page 2",
    "River returns to its bed | Page 2 of 3",
    "River Returns to its Bed, page 2",
    "River returns to its bed - [2/3]",
    "River returns to its bed – 2/3",
  ];
  for (const title of titles) assert.equal(splitTitle(title).title, "river returns to its bed", title);
  for (const title of titles.slice(1)) assert.equal(splitTitle(title).mark.page, 2, title);
  for (const title of ["Remembering 9/11", "Turn to page 2", "Fifty of 2/3", "Part 2", null, ""])
    assert.equal(splitTitle(title).mark, null, title);
  assert.equal(splitTitle(`${" ".repeat(1e5)}(2/3)`).title, "");
});

test("an address is one on every page", () => {
  const first = splitAddress("https://www.courier.example/news/river").address;
  const pages = [
    "/news/river/2",
    "/news/river?page=2",
    "/news/river/page/2/",
    "/news/river/seite-2",
    "/news/river/?p=2&utm_source=x",
  ];
  for (const page of pages) {
    const { address, mark } = splitAddress(`https://courier.example${page}#top`);
    assert.equal(address, first, page);
    assert.equal(mark.page, 2, page);
  }
  for (const page of [
    "/?p=2",
    "/2024/06/2",
    "/2",
    "/river-2",
    "/news/river?page=x",
    "/news/river?page=2000",
    "/news/river/page",
  ])
    assert.equal(splitAddress(`https://courier.example${page}`).mark, null, page);
  assert.equal(splitAddress("file:///river/2"), null);
  assert.notEqual(
    splitAddress("https://courier.example/a?id=1").address,
    splitAddress("https://courier.example/a?id=2").address,
  );
});

test("a part's page is told by its address, its title, or the one line that has the total", () => {
  assert.equal(pageOf(part([FLOOD])), null);
  assert.deepEqual(pageOf(part([FLOOD, "-navigation: Page 2 of 3"])), { page: 2, of: 3 });
  assert.equal(pageOf(part(["-navigation: Page 1", "-navigation: Page 2"])), null, "links to the pages");
  assert.equal(pageOf(part(["-navigation: Page 1 of 2", "-navigation: Page 2 of 2"])), null);
  assert.equal(pageOf(part(["-navigation: Page 2", FLOOD])), null, "a link to the page");
  assert.equal(pageOf(part(["-interface: 2/7", FLOOD])), null, "a counter of pictures");
  assert.deepEqual(pageOf(part([FLOOD, "other: Page 2 of 3"], { title: "River (3/4)" })), { page: 3, of: 4 });
  const url = "https://courier.example/river/2";
  assert.deepEqual(pageOf(part([FLOOD], { url, title: "River (3/4)" })), { page: 2, of: null });
});

const told = (title, more = {}) => ({ title, siteName: "The Tessel Courier", ...more });

test("the next page of an article belongs to it", () => {
  const TITLE = "River returns to its bed";
  const url = "https://courier.example/river";
  const pairs = {
    "the same title": [told(TITLE), told(TITLE)],
    "the same title, of no known site": [told(TITLE, { siteName: null }), told(TITLE, { siteName: null })],
    "a title with the page": [told(TITLE), told(`${TITLE} – Page 2`)],
    "titles with pages": [told(`${TITLE} (2/3)`), told(`${TITLE} (3/3)`)],
    "addresses, with other titles": [told(TITLE, { url }), told("The schools reopen", { url: `${url}/2` })],
    "addresses with a key": [told(TITLE, { url: `${url}?page=2` }), told(null, { url: `${url}?page=3` })],
    "the site, the page and some of the title": [
      told(TITLE),
      told("River returns - The Tessel Courier (2/3)"),
    ],
  };
  for (const [name, [one, other]] of Object.entries(pairs))
    assert.equal(belongTogether(part([FLOOD], one), part([PIANO], other)), true, name);
  const [one, other] = [told(null), told(null)];
  assert.equal(belongTogether(part([FLOOD], one), part([PIANO, "-other: Page 2 of 3"], other)), true);
  const [first, second] = [part([FLOOD, "other: Page 1 of 3"]), part([PIANO, "other: Page 2 of 3"])];
  assert.equal(belongTogether(first, second), true, "of no known site, with the same total");
  assert.equal(belongTogether(part([FLOOD]), second), false, "of no known site");
});

test("another article does not", () => {
  const TITLE = "River returns to its bed";
  const url = "https://courier.example/river";
  const pairs = {
    "another title": [told(TITLE), told("The choir looks for tenors")],
    "another site": [told(TITLE), told(TITLE, { siteName: "The Harrow Ledger" })],
    "another host": [told(TITLE, { url }), told(`${TITLE} (2/3)`, { url: "https://ledger.example/river/2" })],
    "a title that pages share, of no known site": [
      told("News", { siteName: null }),
      told("News", { siteName: null }),
    ],
    "not the next page": [told(`${TITLE} (1/3)`), told(`${TITLE} (3/3)`)],
    "the page before": [told(`${TITLE} (2/3)`), told(`${TITLE} (1/3)`)],
    "the same page": [told(`${TITLE} (2/3)`), told(`${TITLE} (2/3)`)],
    "another total": [told(`${TITLE} (1/3)`), told(`${TITLE} (2/4)`)],
    "a page of another title": [told(TITLE), told("The choir looks for tenors (2/3)")],
    "some of the title but no page": [told(TITLE), told("River returns")],
    "no title and no page": [told(null), told(null)],
    "the next page of another address": [
      told(TITLE, { url }),
      told("The choir", { url: "https://courier.example/choir/2" }),
    ],
    "an address that is not of a page": [told(TITLE, { url }), told("Harbour closed", { url: `${url}-2` })],
  };
  for (const [name, [one, other]] of Object.entries(pairs))
    assert.equal(belongTogether(part([FLOOD], one), part([PIANO], other)), false, name);
});

test("the same page pasted twice is no next page", () => {
  const title = "River returns to its bed";
  const first = part([FLOOD, PIANO, FERRY], told(title));
  assert.equal(
    belongTogether(
      first,
      part([FLOOD, PIANO, FERRY, SCHOOL.replace("p", "-p"), OFFER.replace("p", "-p")], told(title)),
    ),
    false,
  );
  assert.equal(
    belongTogether(first, part([FERRY, SCHOOL], told(title))),
    true,
    "an overlap is no second paste",
  );
});

test("parts are put in the order of their pages, else in that of their arrival", () => {
  const titled = (...titles) => titles.map((title) => part([FLOOD], { title }));
  const order = (...titles) => inOrder(titled(...titles)).map(({ title }) => title);
  assert.deepEqual(order("River (3/3)", "River (1/3)", "River (2/3)"), [
    "River (1/3)",
    "River (2/3)",
    "River (3/3)",
  ]);
  assert.deepEqual(order("River (2/3)", "River", "River (3/3)"), ["River", "River (2/3)", "River (3/3)"]);
  assert.deepEqual(order("B", "A", "C"), ["B", "A", "C"]);
  assert.deepEqual(order("R (2/9)", "Aside", "R (1/9)"), ["R (1/9)", "R (2/9)", "Aside"]);
  assert.deepEqual(order("Preface", "R (2/9)", "R (1/9)"), ["Preface", "R (1/9)", "R (2/9)"]);
  assert.deepEqual(order("R (10/10)", "R (9/10)"), ["R (9/10)", "R (10/10)"]);
  const parts = titled("River (2/3)", "River (1/3)");
  inOrder(parts);
  assert.equal(parts[0].title, "River (2/3)", "the caller's list stays as it was");
  assert.deepEqual(inOrder([]), []);
});
