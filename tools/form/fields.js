/**
 * Reads a form's fields by what each field says of itself in the markup:
 *
 *   <input name="amount" data-kind="money" data-min="100" data-max="200000" required data-error="…what is right…">
 *
 * | data-kind | value |
 * |---|---|
 * | money | bigint, whole fen, rounded half up; data-min and data-max in yuan |
 * | percent | Fraction, in percent |
 * | number | Fraction |
 * | count | whole number |
 * | date | CivilDate |
 * | check | boolean (checkboxes) |
 * | text (default; also selects and radio buttons) | string, without spaces at its ends |
 *
 * An empty field that is not required gives undefined.
 */

import { parseDate } from "../civil-date/civil-date.js";
import { compare, decimal, fraction, multiply, roundHalfUp } from "../numbers/fraction.js";
import { readCount, readNumber, readPercent } from "../numbers/typed.js";

const READERS = {
  money: readNumber,
  percent: readPercent,
  number: readNumber,
  count: (text) => { const count = readCount(text); return count === null ? null : fraction(count); },
  date: parseDate,
  text: (text) => text,
};

const GIVERS = {
  money: (value) => roundHalfUp(multiply(value, fraction(100))),
  count: (value) => Number(value.n),
};

/** What is wrong with one field; `reason` picks the message `data-error-REASON`, else `data-error`. */
export class FieldProblem extends Error {
  /** @param {string} field name of the field @param {string} [reason] */
  constructor(field, reason = "") {
    super(`${field}: ${reason || "not understood"}`);
    this.field = field;
    this.reason = reason;
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {{values: Record<string, any>, problems: FieldProblem[]}} in the order of the form
 */
export function readFields(form) {
  const values = {};
  const problems = [];
  for (const name of fieldNames(form)) {
    try {
      values[name] = readField(form.elements.namedItem(name), name);
    } catch (problem) {
      if (!(problem instanceof FieldProblem)) throw problem;
      problems.push(problem);
    }
  }
  return { values, problems };
}

/** @returns {string[]} each name once */
export function fieldNames(form) {
  return [...new Set([...form.elements].map(({ name }) => name).filter(Boolean))];
}

/** The element that carries the field's markup: the first of a group of radio buttons. */
export function fieldElement(form, name) {
  const item = form.elements.namedItem(name);
  return item instanceof RadioNodeList ? item[0] : item;
}

function readField(item, name) {
  const element = item instanceof RadioNodeList ? item[0] : item;
  const kind = element.dataset.kind || (element.type === "checkbox" ? "check" : "text");
  if (kind === "check") return element.checked;

  const text = item.value.trim();
  if (!text && element.required) throw new FieldProblem(name, "empty");
  if (!text) return undefined;
  const value = READERS[kind](text);
  if (value === null) throw new FieldProblem(name);
  if (value.d !== undefined && !withinLimits(value, element.dataset)) throw new FieldProblem(name, "range");
  return GIVERS[kind] ? GIVERS[kind](value) : value;
}

function withinLimits(value, { min, max }) {
  if (min && compare(value, decimal(min)) < 0) return false;
  return !max || compare(value, decimal(max)) <= 0;
}
