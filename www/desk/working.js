import { showWorking } from "../article/article.js";
import { byId } from "../shell/page.js";

const TICK_MS = 100;
/** The bar comes so far by the time that was guessed, and goes on ever slower. */
const SHARE_BY_THEN = 0.85;

/**
 * What stands in the article's place while a large paste is cleaned. How long it takes is a guess, by what earlier ones
 * took on this machine.
 * @param {() => void} onCancel
 */
export function workingNotice(onCancel) {
  const bar = /** @type {HTMLProgressElement} */ (byId("working-bar"));
  let timer = 0;
  byId("cancel").addEventListener("click", onCancel);

  return {
    /** @param {number} ms @returns {string} what it says */
    show(ms) {
      clearInterval(timer);
      const seconds = Math.ceil(ms / 1000);
      const text = `It takes about ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
      byId("working-text").textContent = `${text} The page stays yours meanwhile.`;
      const began = performance.now();
      bar.value = 0;
      timer = setInterval(() => {
        const passed = (performance.now() - began) / ms;
        bar.value = passed < 1 ? passed * SHARE_BY_THEN : 1 - (1 - SHARE_BY_THEN) / passed;
      }, TICK_MS);
      showWorking();
      return `Reading a large paste. ${text}`;
    },
    hide() {
      clearInterval(timer);
    },
  };
}
