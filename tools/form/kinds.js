/** What a text means, by the kind of its field; no DOM, so worked examples are read at build time exactly as in the browser. */

import { readDate } from "../civil-date/civil-date.js";
import { compare, decimal, fraction, multiply, roundHalfUp } from "../numbers/fraction.js";
import { isOne, readCount, readDays, readMoney, readMonths, readPercent, readTimes } from "../numbers/typed.js";

const FEN_PER_YUAN = 100;

/** @type {Record<string, (text: string, asked: {yearDays?: string}) => any>} */
const READERS = {
  money: readMoney, times: readTimes, months: readMonths, days: readDays, count: readCount, date: readDate, text: (text) => text,
  "percent-a-day": rateReader("day"), "percent-a-month": rateReader("month"), "percent-a-year": rateReader("year"),
};

/** @type {Record<string, (value: import("../numbers/fraction.js").Fraction) => any>} */
const GIVERS = {
  money: (value) => roundHalfUp(multiply(value, fraction(FEN_PER_YUAN))),
  months: (value) => Number(value.n),
  days: (value) => Number(value.n),
  count: (value) => Number(value.n),
};

const DAYS_OF_MONTH = 30;
const MONTHS_OF_YEAR = 12;
export const DAYS_OF_YEAR = 360;

/**
 * @param {string} text
 * @param {string} kind of the table in fields.js
 * @param {{yearDays?: string}} [asked] days of a year where a rate a day becomes one a year (`data-year-days`), else 360
 * @returns {any} as typed: a Fraction for every kind of number (money in yuan), a CivilDate, a string; null when not understood;
 *   `{either}` where the text means one thing to some and another to others
 */
export function readText(text, kind, asked = {}) {
  return READERS[kind](text.trim(), asked);
}

/**
 * A rate that says what it is for becomes one of the field's: 18% a year in a field for rates a day is 0.05%.
 * @param {import("../numbers/typed.js").Period} per
 */
function rateReader(per) {
  return (/** @type {string} */ text, { yearDays = String(DAYS_OF_YEAR) }) => {
    const read = readPercent(text, per);
    return isOne(read) && read.per ? multiply(read, factor(read.per, per, Number(yearDays))) : read;
  };
}

function factor(from, to, daysOfYear) {
  const lengths = [from, to].includes("day") ? { day: 1, month: DAYS_OF_MONTH, year: daysOfYear } : { month: 1, year: MONTHS_OF_YEAR };
  return fraction(lengths[to], lengths[from]);
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
