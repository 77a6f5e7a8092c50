/**
 * An element that index.html is known to have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element with the id "${id}"`);
  return element;
}

/** @param {string} id */
export const buttonById = (id) => /** @type {HTMLButtonElement} */ (byId(id));

/**
 * The first child of a template of index.html, as a copy.
 * @param {string} id
 */
export function copyTemplate(id) {
  const template = /** @type {HTMLTemplateElement} */ (byId(id));
  return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
}

const WARNING_SHOWN_FOR_MS = 8000;

let flip = false;
let shown = 0;
/** A warning that stays in sight while other things are said. */
let lasting = "";

/**
 * Says something to a screen reader, when it has finished what it is saying.
 * @param {string} message
 */
export function announce(message) {
  // The same words twice are no change and would not be read again: a no-break space makes them differ.
  flip = !flip;
  const news = byId("news");
  const said = flip ? message : `${message}\u00a0`;
  if (lasting) {
    const unseen = document.createElement("span");
    unseen.className = "unseen";
    unseen.textContent = said;
    news.replaceChildren(`${lasting} `, unseen);
    return;
  }
  news.textContent = said;
  clearTimeout(shown);
  news.className = "unseen";
}

/**
 * Says what did not work, for everyone to see. It goes by itself, or with the next thing that is said.
 * @param {string} message
 * @param {{ lasts?: boolean }} [how] `lasts`: not with the next thing, as what has begun beside will soon be told
 */
export function warn(message, { lasts = false } = {}) {
  lasting = "";
  announce(message);
  if (lasts) lasting = message;
  const news = byId("news");
  news.className = "warning";
  shown = setTimeout(() => {
    lasting = "";
    news.className = "unseen";
  }, WARNING_SHOWN_FOR_MS);
}
