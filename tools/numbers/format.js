/** Numbers in the form of the reader's language. Both group by thousands; only the unit differs, and that stands in the labels. */

import { decimal, fraction, toDecimal } from "./fraction.js";

/**
 * @param {string} plainDecimal
 * @returns {string} a plain decimal with its whole part in groups of three: "10,000.00"
 */
export function grouped(plainDecimal) {
  const [whole, part] = plainDecimal.split(".");
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? marked : `${marked}.${part}`;
}

/**
 * @param {bigint} fen
 * @returns {string} fen as a plain decimal in yuan with two digits: "10000.00"
 */
export function yuan(fen) {
  return toDecimal(fraction(fen, 100), 2);
}

/**
 * @param {bigint} fen
 * @returns {string} fen in the reader's form, no unit: "10,000.00"
 */
export function formatYuan(fen) {
  return grouped(yuan(fen));
}

/** @returns {string} a sum as a sentence tells it, fen only where there are some: "10,000", "10,000.50" */
export function shortSum(plainYuan) {
  return grouped(plainYuan.replace(/\.00$/, ""));
}

/**
 * @param {number} percent a rate found by iteration, so a double
 * @param {number} [places]
 * @returns {string} a plain decimal, rounded half up from eight digits
 */
export function plainPercent(percent, places = 6) {
  return toDecimal(decimal(percent.toFixed(8)), places);
}

/**
 * @param {number} percent @param {number} [places]
 * @returns {string} "12.80%"
 */
export function formatPercent(percent, places = 2) {
  return `${grouped(plainPercent(percent, places))}%`;
}
