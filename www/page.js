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

/**
 * The first child of a template of index.html, as a copy.
 * @param {string} id
 */
export function copyTemplate(id) {
  const template = /** @type {HTMLTemplateElement} */ (byId(id));
  return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
}

let flip = false;

/**
 * Says something to a screen reader, when it has finished what it is saying.
 * @param {string} message
 */
export function announce(message) {
  // The same words twice are no change and would not be read again: a no-break space makes them differ.
  flip = !flip;
  byId("news").textContent = flip ? message : `${message}\u00a0`;
}
