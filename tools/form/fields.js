/**
 * Reads a form's fields by what each field says of itself in the markup:
 *
 *   <input name="amount" data-kind="money" data-min="100" data-max="200000" required data-error="…what is right…">
 *
 * | data-kind | value |
 * |---|---|
 * | money | bigint, whole fen, rounded half up; data-min and data-max in yuan |
 * | percent-a-day, -a-month, -a-year | Fraction, in percent; one for another time is converted, `data-year-days` says how many days a year has then |
 * | times | Fraction |
 * | months, days, count | whole number; a count takes no other unit for the one asked |
 * | date | CivilDate |
 * | check | boolean (checkboxes) |
 * | text (default; also selects and radio buttons) | string, without spaces at its ends |
 *
 * An empty field that is not required gives undefined, and so does one that follows another (`data-derived`).
 * A text that means one thing to some and another to others (10.000) is a problem with the reason `either`.
 */

/** Words as they are: all that a tool without numbers and dates needs, so that it loads no arithmetic. */
const PLAIN = { isWithin: () => true, readText: (text) => text, valueFor: (read) => read };

/** What is wrong with one field; `reason` picks the message `data-error-REASON` of the field or of the alert, else `data-error`; `details` fill its {names}. */
export class FieldProblem extends Error {
  /**
   * @param {string} field name of the field
   * @param {string} [reason]
   * @param {Record<string, import("../numbers/typed.js").Reading>} [details]
   */
  constructor(field, reason = "", details = {}) {
    super(`${field}: ${reason || "not understood"}`);
    this.field = field;
    this.reason = reason;
    this.details = details;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {typeof PLAIN} [kinds] `typedKinds` where fields hold numbers or dates
 * @returns {{values: Record<string, any>, problems: FieldProblem[]}} in the order of the form
 */
export function readFields(form, kinds = PLAIN) {
  const values = {};
  const problems = [];
  for (const name of fieldNames(form)) {
    try {
      values[name] = readField(form.elements.namedItem(name), name, kinds);
    } catch (problem) {
      if (!(problem instanceof FieldProblem)) throw problem;
      problems.push(problem);
    }
  }
  return { values, problems };
}

/**
 * @param {HTMLFormElement} form
 * @returns {string[]} each name once
 */
export function fieldNames(form) {
  return [...new Set(/** @type {HTMLInputElement[]} */ ([...form.elements]).filter(isField).map(({ name }) => name))];
}

/**
 * Whether an element of a form is a field: buttons and results may stand in it too.
 * @param {{name: string, type: string}} element
 */
export function isField({ name, type }) {
  return Boolean(name) && type !== "output";
}

/**
 * The element that carries the field's markup: the first of a group of radio buttons.
 * @param {HTMLFormElement} form @param {string} name
 */
export function fieldElement(form, name) {
  const item = form.elements.namedItem(name);
  return item instanceof RadioNodeList ? item[0] : item;
}

function readField(item, name, { isWithin, readText, valueFor }) {
  const element = item instanceof RadioNodeList ? item[0] : item;
  const kind = element.dataset.kind || (element.type === "checkbox" ? "check" : "text");
  if (kind === "check") return element.checked;

  const text = item.value.trim();
  if (!text && element.required && !("derived" in element.dataset)) throw new FieldProblem(name, "empty");
  if (!text) return undefined;
  const read = readText(text, kind, element.dataset);
  if (read === null) throw new FieldProblem(name);
  if (read.either) throw new FieldProblem(name, "either", { first: read.either[0], second: read.either[1] });
  if (!isWithin(read, element.dataset)) throw new FieldProblem(name, "range");
  return valueFor(read, kind);
}
