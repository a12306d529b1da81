/**
 * Results the reader keeps to look at side by side, in a table of the tool; kept in the page only.
 *
 * Markup: `<div data-comparison hidden>` with a table inside, and a button `data-action="keep"`.
 */

import { fillTable } from "./table.js";

const MOST_KEPT = 4;

/**
 * @template Kept
 * @param {HTMLElement} root the tool
 * @param {object} how
 * @param {(kept: Kept[]) => Kept[]} how.order
 * @param {(kept: Kept, all: Kept[]) => string[]} how.cells first the name, which also names the button that removes it
 * @param {string} how.remove words on that button
 * @returns {(kept: Kept) => void} keeps one more; the oldest goes when there are too many
 */
export function comparison(root, { order, cells, remove }) {
  const box = root.querySelector("[data-comparison]");
  let all = [];

  const show = () => {
    const ordered = order([...all]);
    fillTable(box.querySelector("table"), ordered.map((kept) => {
      const texts = cells(kept, ordered);
      return [...texts, removeButton(texts[0], kept)];
    }));
    box.hidden = !all.length;
  };

  const removeButton = (name, kept) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet";
    button.textContent = remove;
    button.setAttribute("aria-label", `${remove} ${name}`);
    button.addEventListener("click", () => { all = all.filter((other) => other !== kept); show(); });
    return button;
  };

  return (kept) => {
    all = [...all, kept].slice(-MOST_KEPT);
    show();
  };
}
