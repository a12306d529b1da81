/** The blanks of a sentence: one value stands in Chinese, in the meaning and in pinyin. */

/**
 * @param {HTMLElement} saying
 * @param {string} number of the blank
 * @param {import("./blank.js").Filled | null} filled null makes it a blank again
 */
export function fillBlank(saying, number, filled) {
  for (const blank of saying.querySelectorAll(`[data-blank="${number}"]`)) {
    if (!("name" in blank.dataset)) blank.dataset.name = blank.textContent;
    blank.textContent = filled ? textFor(blank, filled) : blank.dataset.name;
    blank.toggleAttribute("data-filled", Boolean(filled));
    blank.toggleAttribute("data-foreign", Boolean(filled && filled.problem));
  }
}

function textFor(blank, { zh, own, pinyin }) {
  if (blank.closest(".saying__pinyin")) return pinyin;
  return blank.closest("[data-say-line]") ? zh : own;
}

/** @returns {HTMLElement[]} the Chinese of a sentence, line by line, without its links to evidence */
export function linesOf(saying) {
  return [...saying.querySelectorAll("[data-say-line]")].map((line) => {
    const copy = line.cloneNode(true);
    for (const link of copy.querySelectorAll(".evidence, .cite")) link.remove();
    return copy;
  });
}

/** @returns {string} the same as text to send */
export function textOf(saying) {
  return linesOf(saying).map((line) => line.textContent).join("").trim();
}

/** @returns {string[]} names of the blanks that nobody has filled, each once, in the reader's language */
export function emptyBlanks(saying) {
  const spoken = saying.querySelectorAll(".saying__meaning [data-blank]");
  const blanks = spoken.length ? spoken : saying.querySelectorAll("[data-say-line] [data-blank]");
  return [...new Set([...blanks].filter((blank) => !("filled" in blank.dataset)).map((blank) => blank.textContent.replace(/[【】]/g, "")))];
}
