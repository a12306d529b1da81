/**
 * A letter grows from the paragraphs in the page: a paragraph stands as soon as its places are filled and its tick,
 * if it has one, is set. So no gap is left behind, and nothing is claimed that the reader has not claimed.
 *
 * @typedef {{field: string} | {text: string}} Part
 * @typedef {{parts: Part[], when: string}} Line
 */

/**
 * Spaces and line breaks that nobody sees would leave a paragraph that looks empty; half characters and signs that XML
 * forbids would make a .docx that no program opens.
 * @param {string} text
 */
export function tidyText(text) {
  return [...String(text)].filter((sign) => !/[\ud800-\udfff\ufffe\uffff]/.test(sign) || sign.length === 2).join("")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "")
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(/\r\n?/g, "\n")
    .split("\n").map((line) => line.replace(/[ \t\u00a0]+/g, " ").trim()).filter(Boolean).join("\n");
}

/**
 * @param {Line[]} lines
 * @param {Record<string, string>} texts what has been filled in, by field, tidy
 * @param {Set<string>} ticks the sentences that the reader has ticked
 * @returns {string[]} paragraphs
 */
export function compose(lines, texts, ticks) {
  return lines
    .filter(({ parts, when }) => (!when || ticks.has(when)) && parts.every((part) => !("field" in part) || texts[part.field]))
    .map(({ parts }) => parts.map((part) => ("field" in part ? texts[part.field] : part.text)).join(""));
}

/**
 * @param {string[]} required fields of the letter
 * @param {Record<string, string>} texts
 * @returns {string[]} those still without words
 */
export function missing(required, texts) {
  return required.filter((field) => !texts[field]);
}

/**
 * @param {string} title @param {string[]} paragraphs
 * @returns {string} the letter as plain text, as it is copied and saved
 */
export function plainText(title, paragraphs) {
  return `${[title, "", ...paragraphs].join("\n")}\n`;
}
