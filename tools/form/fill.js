/**
 * Puts nodes or words in the place of what an element holds; `replaceChildren` is younger than the browsers of 2020.
 * @param {Element} parent
 * @param {...(Node | string)} contents
 */
export function fill(parent, ...contents) {
  parent.textContent = "";
  parent.append(...contents);
}
