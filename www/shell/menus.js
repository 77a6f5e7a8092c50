// Menus are `details` elements: they open and close by themselves, and here what else a menu does.

/** A menu closes with Escape, with a click beside it, and after a choice. */
export function closeMenus() {
  const menus = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details.menu")]);
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    for (const menu of menus) {
      const isInside = menu.contains(target);
      if (!isInside || target.closest(".sheet button")) menu.open = false;
    }
  });
  document.addEventListener("focusin", (event) => {
    for (const menu of menus) if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus) {
      if (!menu.open) continue;
      menu.open = false;
      menu.querySelector("summary")?.focus();
      event.stopPropagation();
    }
  });
}
