// The pastes as tabs.

import { byId } from "../shell/page.js";

/**
 * @param {{ onLook: (key: number) => void, onClose: (key: number, name: string) => void }} handlers
 */
export function tabStrip({ onLook, onClose }) {
  const list = byId("tabs");
  let shown = "";
  return {
    /** @param {readonly { key: number, name: string, isCurrent: boolean }[]} tabs */
    show(tabs) {
      const next = JSON.stringify(tabs);
      if (next === shown) return;
      shown = next;
      const buttons = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("button")]);
      const focused = buttons().indexOf(/** @type {HTMLElement} */ (document.activeElement));
      list.replaceChildren(
        ...tabs.map(({ key, name, isCurrent }) => {
          const item = document.createElement("li");
          const look = document.createElement("button");
          look.type = "button";
          look.textContent = name;
          look.title = name;
          look.dir = "auto";
          if (isCurrent) look.ariaCurrent = "true";
          look.addEventListener("click", () => {
            // On to the article.
            look.blur();
            onLook(key);
          });
          const close = document.createElement("button");
          close.type = "button";
          close.className = "close";
          close.ariaLabel = `Close ${name}`;
          close.textContent = "×";
          close.addEventListener("click", () => onClose(key, name));
          item.append(look, close);
          return item;
        }),
      );
      list.hidden = tabs.length === 0;
      // Whoever closes one tab after another stays at their buttons.
      if (focused >= 0) buttons()[Math.min(focused, buttons().length - 1)]?.focus();
      // When the browser lays out the page anyway.
      requestAnimationFrame(() =>
        list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" }),
      );
    },
  };
}
