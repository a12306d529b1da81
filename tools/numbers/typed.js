/**
 * Numbers as people type them: 10,000; １００００; 1万; 一万五千; 0.05%; 万分之五; with spaces and with the unit.
 * Each reader gives an exact fraction, or null where the text is no number: nothing is guessed.
 */

import { decimal, divide, fraction, multiply } from "./fraction.js";

const CURRENCY = /^(?:[¥￥]|rmb|cny|人民币)|(?:元|块钱?|圆|yuan|rmb|cny)整?$/g;
const PLAIN = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(?:\.\d+)?$|^[-+]?\.\d+$/;
const MULTIPLES = { 千: 1000, k: 1000, 万: 10000, w: 10000, 百万: 1000000, 千万: 10000000, 亿: 100000000 };
const SHARES = { 百: 100, 千: 1000, 万: 10000 };
const HAN_DIGITS = "零一二三四五六七八九";
const HAN_PLACES = { 十: 10, 百: 100, 千: 1000 };
const HAN_NUMBER = /^[零〇一二两三四五六七八九十百千万亿]+$/;
const HAN_SECTION = /^零?(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九]?)十)?零?([零一二三四五六七八九])?$/;

/**
 * @param {string} text
 * @returns {import("./fraction.js").Fraction | null} the number, with its sign
 */
export function readNumber(text) {
  const plain = tidy(text).replace(CURRENCY, "");
  const [, digits, multiple] = /^([-+]?[\d.,]+)(百万|千万|[千万亿kw])?$/.exec(plain) || [];
  if (digits && PLAIN.test(digits)) return multiply(readDigits(digits), fraction(MULTIPLES[multiple] || 1));
  const han = readHanNumber(plain);
  return han === null ? null : fraction(han);
}

/**
 * @param {string} text
 * @returns {import("./fraction.js").Fraction | null} the rate in percent: 0.05 for "0.05", "0.05%", "万分之五", "万5" and "0.5‰"
 */
export function readPercent(text) {
  const plain = tidy(text);
  const share = /^([百千万])(?:分之(.+)|([\d.]+|[一二三四五六七八九]))$/.exec(plain);
  if (share) {
    const part = readNumber(share[2] || share[3]);
    return part && divide(multiply(part, fraction(100)), fraction(SHARES[share[1]]));
  }
  const [, digits, mark] = /^(.+?)([%‰‱])?$/.exec(plain) || [];
  const value = digits ? readNumber(digits) : null;
  return value && divide(value, fraction({ "‰": 10, "‱": 100 }[mark] || 1));
}

/**
 * @param {string} text
 * @returns {number | null} a whole number; null for 2.5 and for what is out of a double's exact range
 */
export function readCount(text) {
  const value = readNumber(tidy(text).replace(/[期个月天]+$|(?:months?|days?|times)$/, ""));
  if (!value || value.d !== BigInt(1)) return null;
  const count = Number(value.n);
  return Number.isSafeInteger(count) ? count : null;
}

/** Full-width to half-width (NFKC), minus signs to one, spaces and apostrophes between digits away. */
function tidy(text) {
  return String(text).replace(/[−‒–—]/g, "-").normalize("NFKC").toLowerCase().replace(/[\s'’_]+/g, "").replace(/、/g, ",");
}

function readDigits(digits) {
  const plain = digits.replace(/^\+/, "").replace(/,/g, "");
  return decimal(plain.replace(/^(-?)\./, "$10."));
}

/**
 * 一万五千 is 15000, 两万五 is 25000: a last digit without its place counts in tenths of the place before it.
 * @returns {bigint | null} null where the signs form no number (一二, 百百, 万)
 */
function readHanNumber(text) {
  if (!HAN_NUMBER.test(text)) return null;
  const plain = text.replace(/两/g, "二").replace(/〇/g, "零");
  const [, hundredMillions, tenThousands, rest] = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/.exec(plain) || [];
  const [high, middle, low] = [hundredMillions, tenThousands, rest || undefined].map(readHanSection);
  if (high === null || middle === null || low === null) return null;
  const short = /([亿万])[一二三四五六七八九]$/.exec(plain);
  const last = short ? low * MULTIPLES[short[1]] / 10 : low;
  return BigInt(high * MULTIPLES["亿"] + middle * MULTIPLES["万"] + last);
}

/** @returns {number | null} 0 to 9999; 0 for a part that is not there */
function readHanSection(text) {
  if (text === undefined) return 0;
  const match = HAN_SECTION.exec(text);
  if (!match || !text) return null;
  const [, thousands, hundreds, tens, ones] = match;
  const digit = (sign) => HAN_DIGITS.indexOf(sign);
  const short = /([千百])[一二三四五六七八九]$/.exec(text);
  return (thousands ? digit(thousands) * 1000 : 0)
    + (hundreds ? digit(hundreds) * 100 : 0)
    + (tens === undefined ? 0 : (tens ? digit(tens) : 1) * 10)
    + (ones ? digit(ones) * (short ? HAN_PLACES[short[1]] / 10 : 1) : 0);
}
