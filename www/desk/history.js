// Steps back and forth. A step is a state, what it took to get there, in words, and what it did elsewhere.

/** So many steps back are kept: more than anyone goes, and less than memory. */
const STEPS_KEPT = 300;

/** @typedef {{ undo: () => void, redo: () => void }} Effect */

/**
 * `looked`: the state as it was last looked at, which is no step.
 * @template S
 * @typedef {{ state: S, looked: S | null, what: string, gesture: string | null, effect: Effect | null }} Step
 */

/** @template S */
export class History {
  /** @type {Step<S>[]} */
  #steps;
  #at = 0;

  /** @param {S} first */
  constructor(first) {
    this.#steps = [{ state: first, looked: null, what: "", gesture: null, effect: null }];
  }

  get state() {
    const { state, looked } = this.#steps[this.#at];
    return looked ?? state;
  }

  /** What undo would take back, in words, or `null`. */
  get undoes() {
    return this.#at > 0 ? this.#steps[this.#at].what : null;
  }

  get redoes() {
    return this.#steps[this.#at + 1]?.what ?? null;
  }

  /** Every state that a step leads to. */
  get states() {
    return this.#steps.map(({ state }) => state);
  }

  /**
   * @param {S} state
   * @param {string} what
   * @param {{ gesture?: string | null, effect?: Effect | null }} [how] `gesture`: steps of one, of a slider that is
   *   dragged, are one step. `effect`: on what is no part of the state
   */
  push(state, what, { gesture = null, effect = null } = {}) {
    const goesOn = gesture !== null && this.#steps[this.#at].gesture === gesture && this.#at > 0;
    this.#steps.length = goesOn ? this.#at : this.#at + 1;
    this.#steps.push({ state, looked: null, what, gesture, effect });
    if (this.#steps.length > STEPS_KEPT) this.#steps.shift();
    this.#at = this.#steps.length - 1;
  }

  /** @param {S} state the same, with another tab looked at. Undo leads back to it, redo to where the step was made */
  look(state) {
    this.#steps[this.#at] = { ...this.#steps[this.#at], looked: state, gesture: null };
  }

  /** @returns {string | null} what was taken back */
  undo() {
    const what = this.undoes;
    if (what === null) return null;
    this.#steps[this.#at].effect?.undo();
    this.#at -= 1;
    return what;
  }

  redo() {
    const what = this.redoes;
    if (what === null) return null;
    this.#at += 1;
    this.#steps[this.#at].looked = null;
    this.#steps[this.#at].effect?.redo();
    return what;
  }
}
