/**
 * Exact fractions of whole numbers. Money and rates are computed with these, never with binary floating point,
 * in which 0.1 + 0.2 is not 0.3 and 3.055 rounds down.
 *
 * @typedef {{n: bigint, d: bigint}} Fraction numerator and denominator, lowest terms, denominator positive
 */

import { minus, over, plus, rest, times, whole } from "./whole.js";

const ZERO = whole(0);
const ONE = whole(1);
const TWO = whole(2);

/**
 * @param {bigint | number} n whole
 * @param {bigint | number} [d] whole
 * @returns {Fraction}
 * @throws {RangeError} when the denominator is zero or a number is not whole
 */
export function fraction(n, d = ONE) {
  let top = whole(n);
  let bottom = whole(d);
  if (bottom === ZERO) throw new RangeError("denominator is zero");
  if (bottom < ZERO) [top, bottom] = [negated(top), negated(bottom)];
  const shared = greatestCommonDivisor(sizeOf(top), bottom);
  return { n: over(top, shared), d: over(bottom, shared) };
}

/**
 * @param {string} text a plain decimal: "-12.80"
 * @returns {Fraction}
 * @throws {SyntaxError} for anything else
 */
export function decimal(text) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new SyntaxError(`not a plain decimal: ${text}`);
  const [, sign, before, part = ""] = match;
  const digits = whole(before + part);
  return fraction(sign ? negated(digits) : digits, powerOfTen(part.length));
}

/** @returns {Fraction} */
export const add = (a, b) => fraction(plus(times(a.n, b.d), times(b.n, a.d)), times(a.d, b.d));
/** @returns {Fraction} */
export const subtract = (a, b) => fraction(difference(a, b), times(a.d, b.d));
/** @returns {Fraction} */
export const multiply = (a, b) => fraction(times(a.n, b.n), times(a.d, b.d));
/** @returns {Fraction} */
export const divide = (a, b) => fraction(times(a.n, b.d), times(a.d, b.n));

/**
 * @param {Fraction} a @param {Fraction} b
 * @returns {number} -1, 0 or 1
 */
export function compare(a, b) {
  const left = difference(a, b);
  if (left === ZERO) return 0;
  return left < ZERO ? -1 : 1;
}

/**
 * @param {Fraction} value
 * @returns {bigint} the nearest whole number, halves away from zero
 */
export function roundHalfUp({ n, d }) {
  const rounded = over(plus(times(sizeOf(n), TWO), d), times(d, TWO));
  return n < ZERO ? negated(rounded) : rounded;
}

/**
 * @param {Fraction} value @param {number} places
 * @returns {string} a plain decimal with exactly `places` digits after the point, rounded half up: "12.80"
 */
export function toDecimal(value, places) {
  const scaled = roundHalfUp({ n: times(value.n, powerOfTen(places)), d: value.d });
  const digits = String(sizeOf(scaled)).padStart(places + 1, "0");
  const sign = scaled < ZERO ? "-" : "";
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * @param {Fraction} value @param {number} [places]
 * @returns {string} the same without zeros at the end: "0.05"; at most `places` digits after the point
 */
export function toShortDecimal(value, places = 8) {
  const text = toDecimal(value, places);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/**
 * @param {bigint} a @param {bigint} b
 * @returns {bigint} of two whole numbers that are not negative; 1 when both are zero
 */
export function greatestCommonDivisor(a, b) {
  while (b) [a, b] = [b, rest(a, b)];
  return a || ONE;
}

function difference(a, b) {
  return minus(times(a.n, b.d), times(b.n, a.d));
}

function negated(value) {
  return minus(ZERO, value);
}

function sizeOf(value) {
  return value < ZERO ? negated(value) : value;
}

function powerOfTen(places) {
  return whole(`1${"0".repeat(places)}`);
}
