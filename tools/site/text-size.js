/**
 * Text in three sizes, one after another at each press; the button's name says which is on. The choice is kept like the theme.
 * @param {Document} page
 */
export function mountTextSize(page) {
  /** @type {HTMLElement | null} */
  const button = page.querySelector("[data-text-size-switch]");
  if (!button) return;
  const names = JSON.parse(button.dataset.textSizeSwitch || "{}");
  const sizes = Object.keys(names);
  const root = page.documentElement;
  const current = () => Math.max(0, sizes.indexOf(root.dataset.textSize || ""));
  const show = () => button.setAttribute("aria-label", names[sizes[current()]]);
  show();
  button.addEventListener("click", () => {
    const next = (current() + 1) % sizes.length;
    if (next) root.dataset.textSize = sizes[next];
    else delete root.dataset.textSize;
    try {
      if (next) localStorage.setItem("text-size", sizes[next]);
      else localStorage.removeItem("text-size");
    } catch {
      // Storage may be closed: the choice then lasts for this page.
    }
    show();
  });
  button.dataset.ready = "";
}
