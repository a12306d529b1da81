/**
 * Exact fractions of whole numbers. Money and rates are computed with these, never with binary floating point,
 * in which 0.1 + 0.2 is not 0.3 and 3.055 rounds down.
 *
 * `BigInt(1)` stands where `1n` would, because the bundle's target has no literal for it.
 *
 * @typedef {{n: bigint, d: bigint}} Fraction numerator and denominator, lowest terms, denominator positive
 */

const ZERO = BigInt(0);
const ONE = BigInt(1);
const TWO = BigInt(2);
const TEN = BigInt(10);

/**
 * @param {bigint | number} n whole
 * @param {bigint | number} [d] whole
 * @returns {Fraction}
 * @throws {RangeError} when the denominator is zero or a number is not whole
 */
export function fraction(n, d = ONE) {
  let top = BigInt(n);
  let bottom = BigInt(d);
  if (bottom === ZERO) throw new RangeError("denominator is zero");
  if (bottom < ZERO) [top, bottom] = [-top, -bottom];
  const shared = greatestCommonDivisor(top < ZERO ? -top : top, bottom);
  return { n: top / shared, d: bottom / shared };
}

/**
 * @param {string} text a plain decimal: "-12.80"
 * @returns {Fraction}
 * @throws {SyntaxError} for anything else
 */
export function decimal(text) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new SyntaxError(`not a plain decimal: ${text}`);
  const [, sign, whole, part = ""] = match;
  const digits = BigInt(whole + part);
  return fraction(sign ? -digits : digits, TEN ** BigInt(part.length));
}

/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const add = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const subtract = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const multiply = (a, b) => fraction(a.n * b.n, a.d * b.d);
/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const divide = (a, b) => fraction(a.n * b.d, a.d * b.n);

/**
 * @param {Fraction} a @param {Fraction} b
 * @returns {number} -1, 0 or 1
 */
export function compare(a, b) {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === ZERO) return 0;
  return difference < ZERO ? -1 : 1;
}

/**
 * @param {Fraction} value
 * @returns {bigint} the nearest whole number, halves away from zero
 */
export function roundHalfUp({ n, d }) {
  const size = n < ZERO ? -n : n;
  const rounded = (size * TWO + d) / (d * TWO);
  return n < ZERO ? -rounded : rounded;
}

/**
 * @param {Fraction} value @param {number} places
 * @returns {string} a plain decimal with exactly `places` digits after the point, rounded half up: "12.80"
 */
export function toDecimal(value, places) {
  const scaled = roundHalfUp({ n: value.n * TEN ** BigInt(places), d: value.d });
  const digits = String(scaled < ZERO ? -scaled : scaled).padStart(places + 1, "0");
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
  while (b) [a, b] = [b, a % b];
  return a || ONE;
}
