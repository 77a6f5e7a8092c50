// Light and dark: the system's, or the person's own choice, which is remembered.

import { remember, remembered } from "./settings.js";

const THEMES = ["system", "light", "dark"];

/** @param {() => void} onChange after the colours have changed, for what is drawn by hand */
export function chooseTheme(onChange) {
  /** @param {string} theme */
  const use = (theme) => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
    onChange();
  };
  const own = remembered("theme");
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[name=theme]"));
  for (const input of inputs) {
    if (THEMES.includes(own ?? "")) input.checked = input.value === own;
    input.addEventListener("change", () => {
      remember("theme", input.value);
      use(input.value);
    });
  }
  if (own && THEMES.includes(own)) use(own);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", onChange);
}
