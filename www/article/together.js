// The two panes together: what is pointed at in one is lit in the other, and the one that is scrolled takes the other
// along. Between two places that both panes have, the way is divided evenly.

/** @typedef {import("../lines/sheet.js").Sheet} Sheet */
/** @typedef {import("../lines/map.js").Place} Place */

/** What a person does in a pane before it scrolls by their hand. */
const ACTS = ["pointerenter", "pointerdown", "wheel", "touchstart", "keydown"];
/** Where the pointer rests for so long, the other pane shows the place if it is out of sight. */
const REST_MS = 350;
/** So far down a pane such a place is put. */
const SHOWN_AT = 1 / 3;

/**
 * @param {HTMLElement} reading the pane of the article
 * @param {HTMLElement} body
 * @param {Place} place of the list of lines
 * @param {(lit: ReadonlySet<number>) => void} light of the list
 */
export function panesTogether(reading, body, place, light) {
  /** @type {Sheet | null} */
  let sheet = null;
  /** The elements of the article with the line that each begins with, by line. @type {{ number: number, element: HTMLElement }[]} */
  let places = [];
  /** @type {Element | null} */
  let lit = null;
  /** The pane that a person was last in. It leads: that the other was moved along moves nothing else. @type {"lines" | "article"} */
  let leader = "lines";
  let isOn = true;
  let resting = 0;
  /** The line that is pointed at. @type {number | null} */
  let atLine = null;

  /** The last place that is not after `number`, by index; -1 where all are. @param {number} number */
  const placeBefore = (number) => lastWhere(places.length, (i) => places[i].number <= number);

  /** Of a scroller that shows its part of the whole: a place that is at its top at the top, and at its end at the end. @param {HTMLElement} scroller */
  const eyeOf = (scroller) => {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const far = scrollHeight - clientHeight;
    return far > 0 ? (scrollTop / far) * clientHeight : 0;
  };

  /** @param {number} i */
  const topInArticle = (i) => {
    if (i < 0) return 0;
    if (i >= places.length) return reading.scrollHeight;
    return (
      places[i].element.getBoundingClientRect().top - reading.getBoundingClientRect().top + reading.scrollTop
    );
  };
  /** @param {number} i */
  const topInLines = (i) => {
    if (!sheet || i < 0) return 0;
    return i >= places.length ? place.total() : place.topOf(sheet.rowOf(places[i].number));
  };

  /**
   * @param {"lines" | "article"} pane
   * @param {number} at where its eye should be
   */
  function move(pane, at) {
    const scroller = pane === "lines" ? place.scroller : reading;
    const { scrollHeight, clientHeight } = scroller;
    const far = scrollHeight - clientHeight;
    if (far <= 0) return;
    // The eye goes down the pane as the pane goes down the whole.
    scroller.scrollTop = (at / scrollHeight) * far;
  }

  /**
   * @param {number} at
   * @param {number} i the place before it
   * @param {(i: number) => number} from
   * @param {(i: number) => number} to
   */
  function translate(at, i, from, to) {
    const [start, end] = [from(i), from(i + 1)];
    const share = end > start ? (at - start) / (end - start) : 0;
    return to(i) + Math.max(0, Math.min(1, share)) * (to(i + 1) - to(i));
  }

  /**
   * Brings a place of a pane into sight, if its beginning is not, and leaves the other pane where it is.
   * @param {"lines" | "article"} pane
   * @param {number} top of the place, from the top of all that the pane scrolls through
   */
  function show(pane, top) {
    const scroller = pane === "lines" ? place.scroller : reading;
    const { scrollTop, clientHeight } = scroller;
    if (top >= scrollTop && top < scrollTop + clientHeight * (1 - SHOWN_AT / 2)) return;
    scroller.scrollTop = top - clientHeight * SHOWN_AT;
  }

  /** The place in the article of the line that is pointed at. */
  function showLit() {
    if (!isOn || !sheet || !(lit instanceof HTMLElement)) return;
    const i = placeBefore(Number(lit.dataset.line));
    if (i >= 0) show("article", topInArticle(i));
  }

  /** Whether the keyboard is among the lines, and its line in sight of them. @param {number} number */
  const isAtKeys = (number) => {
    const { scroller } = place;
    if (document.activeElement !== scroller || !sheet) return false;
    const top = place.topOf(sheet.rowOf(number));
    return top >= scroller.scrollTop && top < scroller.scrollTop + scroller.clientHeight;
  };

  const sides = /** @type {const} */ ([
    ["lines", place.scroller.parentElement ?? place.scroller],
    ["article", reading],
  ]);
  for (const [pane, element] of sides)
    for (const type of ACTS)
      element.addEventListener(
        type,
        () => {
          leader = pane;
        },
        { passive: true },
      );

  return {
    /** The list is about to be moved from elsewhere, by a key or a button. */
    followLines() {
      leader = "lines";
    },

    /** After the article was set, or while there is none. @param {Sheet | null} shown */
    refresh(shown) {
      sheet = shown;
      places = [...body.querySelectorAll("[data-line]")].flatMap((element) => {
        const number = element instanceof HTMLElement ? Number(element.dataset.line) : 0;
        return number > 0 && element instanceof HTMLElement ? [{ number, element }] : [];
      });
      lit = null;
      light(new Set());
    },

    /** @param {boolean} on */
    setOn(on) {
      isOn = on;
    },

    /** A line is pointed at. @param {number | null} number */
    pointAtLine(number) {
      lit?.classList.remove("here");
      const line = number === null ? 0 : (sheet?.placeOf(number) ?? 0);
      const i = line > 0 ? placeBefore(line) : -1;
      lit = i >= 0 && places[i].number === line ? places[i].element : null;
      lit?.classList.add("here");
      light(new Set(number === null ? [] : [number]));
      atLine = number;
      clearTimeout(resting);
      resting = setTimeout(showLit, number !== null && isAtKeys(number) ? 0 : REST_MS);
    },

    /** A place of the article is pointed at. @param {EventTarget | null} target @returns {number} its line, or 0 */
    pointAtPlace(target) {
      const element = target instanceof Element ? target.closest("[data-line]") : null;
      lit?.classList.remove("here");
      lit = element;
      lit?.classList.add("here");
      const number = element instanceof HTMLElement ? Number(element.dataset.line) : 0;
      const numbers = new Set(number > 0 ? [number] : []);
      // A paragraph can be of several lines.
      for (
        let next = number + 1;
        number > 0 && sheet && next <= sheet.count && sheet.placeOf(next) === number;
        next += 1
      )
        numbers.add(next);
      light(numbers);
      atLine = null;
      clearTimeout(resting);
      const row = sheet && number > 0 ? sheet.rowOf(number) : null;
      if (row !== null && isOn) resting = setTimeout(() => show("lines", place.topOf(row)), REST_MS);
      return number;
    },

    linesScrolled() {
      if (!isOn || !sheet || places.length === 0) return;
      if (leader === "article") return;
      const at = place.scroller.scrollTop + eyeOf(place.scroller);
      const i = placeBefore(sheet.rows[place.rowAt(at)] ?? 0);
      move("article", translate(at, i, topInLines, topInArticle));
      if (atLine !== null && isAtKeys(atLine)) showLit();
    },

    articleScrolled() {
      if (!isOn || !sheet || places.length === 0) return;
      if (leader === "lines") return;
      const at = reading.scrollTop + eyeOf(reading);
      const i = lastWhere(places.length, (index) => topInArticle(index) <= at);
      move("lines", translate(at, i, topInArticle, topInLines));
    },
  };
}

/**
 * The last index that holds, where those that hold come first; -1 where none does.
 * @param {number} count
 * @param {(index: number) => boolean} holds
 */
function lastWhere(count, holds) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
