/** Numbers in running text, in the forms readers type them, as plain decimals: "5,000", "20万", "二十万", "万分之五", "twenty thousand". */

import { plainNumerals, wholeOf } from "../numbers/han.js";

const SHARES = { 百: 100, 千: 1000, 万: 10000 };
const MULTIPLES = { 千: 1e3, 万: 1e4, 亿: 1e8, k: 1e3, w: 1e4 };
const HAN_NUMBER = "[零〇一二两三四五六七八九十百千]";
const MEASURE = "[元块天日周个月年期次倍折成笔岁点号分]";
const ENGLISH = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const ENGLISH_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ENGLISH_MULTIPLES = { hundred: 100, thousand: 1e3, grand: 1e3, million: 1e6 };
/** A word alone ("one of them") is no number that anybody looks for. */
const ENGLISH_MEASURE = "(?:days?|weeks?|months?|years?|yuan|instalments?|installments?|times)";
const A_NUMERAL = /[\d零〇一二两三四五六七八九十百千万]|[ -](?:hundred|thousand|grand|million|day|week|month|year|yuan|inst|time)/;
const NUMBERS = new RegExp(
  `(?<share>[百千万])分之(?<part>\\d+(?:\\.\\d+)?|${HAN_NUMBER}+)` +
  "|(?<digits>\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?:\\s?(?<percent>%|per ?cent)|\\s?(?<multiple>[千万亿](?!分之)|[kw](?![a-z])))?" +
  `|(?<han>${HAN_NUMBER}+)(?:(?<hanMultiple>[万亿])(?!分之)|(?=${MEASURE}))` +
  `|\\b(?<english>${[...ENGLISH, ...ENGLISH_TENS].join("|")})(?:[ -](?<englishMultiple>${Object.keys(ENGLISH_MULTIPLES).join("|")})\\b|(?=[ -]${ENGLISH_MEASURE}\\b))`,
  "g",
);

/**
 * Every number in a folded text.
 *
 * @param {string} folded - what `fold` gave
 * @returns {{value: string, start: number, end: number}[]} value is a plain decimal, with % if it is a share
 */
export function numbersIn(folded) {
  const found = [];
  if (!A_NUMERAL.test(folded)) return found;

  for (const match of folded.matchAll(NUMBERS)) {
    const value = valueOf(/** @type {any} */ (match.groups));
    if (value === "") continue;
    found.push({ value, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function valueOf({ share, part, digits, percent, multiple, han, hanMultiple, english, englishMultiple }) {
  if (english) return plain(englishValue(english) * (ENGLISH_MULTIPLES[englishMultiple] ?? 1));
  if (share) return `${plain((numberOf(part) * 100) / SHARES[share])}%`;
  if (digits) return plain(Number(digits.replace(/,/g, "")) * (MULTIPLES[multiple] ?? 1)) + (percent ? "%" : "");
  return plain(numberOf(han) * (MULTIPLES[hanMultiple] ?? 1));
}

/** @returns {number} NaN where numerals stand side by side without being one number (两三天) */
function numberOf(part) {
  return /\d/.test(part) ? Number(part) : wholeOf(plainNumerals(part)) ?? NaN;
}

function englishValue(word) {
  return ENGLISH.indexOf(word) + 1 || (ENGLISH_TENS.indexOf(word) + 1) * 10;
}

/** A decimal without the noise of binary fractions and without a tail of zeros. */
function plain(number) {
  return Number.isFinite(number) ? String(Number(number.toPrecision(12))) : "";
}
