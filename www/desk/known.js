// What is known of tabs, whether anyone has looked at them or not.

/** @typedef {import("../engine/about.js").About} About */

export class Known {
  /** @type {Map<number, About>} */
  #tabs = new Map();
  /** Of tabs that were joined, what was known of each page. @type {Map<number, readonly About[]>} */
  #pages = new Map();
  #isSurveying = false;

  /**
   * @param {number} key
   * @param {About} about
   */
  set(key, about) {
    this.#tabs.set(key, about);
  }

  /** @param {number} key */
  titleOf(key) {
    return this.#tabs.get(key)?.title ?? null;
  }

  /** How many lines it has. @param {number} key */
  countOf = (/** @type {number} */ key) => this.#tabs.get(key)?.count ?? 0;

  /** The pages of an article in a tab. @param {number} key */
  pagesOf(key) {
    const about = this.#tabs.get(key);
    return this.#pages.get(key) ?? (about ? [about] : []);
  }

  /**
   * @param {readonly number[]} keys
   * @param {number} key of the tab that they are now
   */
  join(keys, key) {
    this.#pages.set(
      key,
      keys.flatMap((each) => this.pagesOf(each)),
    );
  }

  /**
   * Gets to know tabs that nobody has looked at, as of files opened together, one after another.
   * @template {{ key: number }} T
   * @param {{ tabs: () => readonly T[], ask: (tab: T) => Promise<About>, onLearnt: () => void }} how
   */
  async survey({ tabs, ask, onLearnt }) {
    if (this.#isSurveying) return;
    this.#isSurveying = true;
    const next = () => tabs().find(({ key }) => !this.#tabs.has(key));
    try {
      for (let tab = next(); tab; tab = next()) {
        this.#tabs.set(tab.key, await ask(tab));
        onLearnt();
      }
    } catch {
      // Whoever looks at the tab sees what is wrong.
    } finally {
      this.#isSurveying = false;
    }
  }

  /** @param {ReadonlySet<number>} keys */
  keepOnly(keys) {
    for (const known of [this.#tabs, this.#pages])
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
  }
}
