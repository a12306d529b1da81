/** Prints one tool without the page around it; style.css hides what is not on the way to `data-printing`. */

const MARK = "data-printing";
/** A print that has not begun by then never will: the browsers of chat apps have no printer. */
const PATIENCE_MS = 2000;

/** @param {HTMLElement} root the tool */
export function printAlone(root) {
  unmark();
  for (let element = /** @type {HTMLElement | null} */ (root); element; element = element.parentElement) element.setAttribute(MARK, String(root.dataset.tool));
  // Who touches the page again is not printing any more, whatever the browser tells of it.
  for (const event of ["afterprint", "pointerdown", "keydown"]) window.addEventListener(event, unmark, { once: true });
  const timer = setTimeout(unmark, PATIENCE_MS);
  window.addEventListener("beforeprint", () => clearTimeout(timer), { once: true });
  if (window.print) window.print();
}

function unmark() {
  document.querySelectorAll(`[${MARK}]`).forEach((element) => element.removeAttribute(MARK));
}
