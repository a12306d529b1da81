/** What a text means, by the kind of its field; no DOM, so worked examples are read at build time exactly as in the browser. */

import { parseDate } from "../civil-date/civil-date.js";
import { compare, decimal, fraction, multiply, roundHalfUp } from "../numbers/fraction.js";
import { readCount, readNumber, readPercent } from "../numbers/typed.js";

const FEN_PER_YUAN = 100;

const READERS = {
  money: readNumber,
  percent: readPercent,
  number: readNumber,
  count: (text) => { const count = readCount(text); return count === null ? null : fraction(count); },
  date: parseDate,
  text: (text) => text,
};

const GIVERS = {
  money: (value) => roundHalfUp(multiply(value, fraction(FEN_PER_YUAN))),
  count: (value) => Number(value.n),
};

/**
 * @param {string} text
 * @param {keyof typeof READERS} kind
 * @returns {any} as typed: a Fraction for every kind of number (money in yuan), a CivilDate, a string; null when not understood
 */
export function readText(text, kind) {
  return READERS[kind](text.trim());
}

/**
 * @param {any} read as `readText` gives it @param {string} kind
 * @returns {any} what the arithmetic takes: fen for money, a whole number for a count, the rest unchanged
 */
export function valueFor(read, kind) {
  return GIVERS[kind] ? GIVERS[kind](read) : read;
}

/**
 * @param {any} read as `readText` gives it
 * @param {{min?: string, max?: string}} bounds `data-min` and `data-max`
 * @returns {boolean} whether a number is within them; what is no number is
 */
export function isWithin(read, { min, max }) {
  if (read.d === undefined) return true;
  if (min && compare(read, decimal(min)) < 0) return false;
  return !max || compare(read, decimal(max)) <= 0;
}

/** For `Behaviour.kinds` of a tool whose fields hold numbers or dates. */
export const typedKinds = { isWithin, readText, valueFor };
