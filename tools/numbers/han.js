/**
 * Chinese numerals, alone or with Arabic digits among them: 一万五千, 壹万, 2万5, 3千5百, 二〇二六. Every tool reads them here.
 *
 * A last digit without its place counts in tenths of the place before it: 两万五 is 25000, 三百五 is 350.
 */

const DIGITS = "零一二三四五六七八九";
/** The forms of contracts and cheques, traditional ones and other writings of zero, each before its plain form. */
const PLAIN_FORMS = new Map(Array.from(
  "〇零○零◯零壹一弌一贰二貳二弍二两二兩二叁三參三叄三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千萬万億亿".matchAll(/(.)(.)/gu),
  ([, form, plain]) => [form, plain],
));
const FORMS = new RegExp(`[${[...PLAIN_FORMS.keys()].join("")}]`, "g");
/** Units from the largest to the smallest, with the number of zeros of each. */
/** @type {[string, number][]} */
const UNITS = [["亿", 8], ["万", 4], ["千", 3], ["百", 2], ["十", 1]];

/**
 * @param {string} text
 * @returns {string} the text with every numeral in its plain form: 壹仟 as 一千, 二〇 as 二零
 */
export function plainNumerals(text) {
  return text.replace(FORMS, (form) => PLAIN_FORMS.get(form) || form);
}

/** @returns {string} plain numerals read one by one: 二零二六 as 2026, where a string holds digits of a year or a telephone number */
export function digitsOf(text) {
  return text.replace(new RegExp(`[${DIGITS}]`, "g"), (digit) => String(DIGITS.indexOf(digit)));
}

/** @returns {number} how many zeros the units of a text add: 4 for 万, 6 for 百万 */
export function zerosOf(units) {
  return Array.from(units).reduce((sum, unit) => sum + (UNITS.find(([name]) => name === unit) || ["", 0])[1], 0);
}

/**
 * @param {string} text plain numerals, Arabic digits between them or not
 * @returns {number | null} a whole number; null where the signs form none (一二, 百百, 万) or more than one (2万25)
 */
export function wholeOf(text) {
  const place = UNITS.map(([unit, zeros]) => ({ unit, zeros, at: text.lastIndexOf(unit) })).find(({ at }) => at >= 0);
  if (!place) return oneOf(text);
  const { unit, zeros, at } = place;
  const before = at === 0 && unit === "十" ? 1 : headOf(text.slice(0, at), unit);
  const after = tailOf(text.slice(at + 1), zeros);
  return before === null || after === null ? null : exact(before * 10 ** zeros + after);
}

/** How many of a unit: 十五 万, but only one digit of a smaller one, unless it stands in Arabic digits (12 千). */
function headOf(text, unit) {
  const value = wholeOf(text);
  if (!value || (/万|亿/.test(unit) && value >= 100000000)) return null;
  return value < 10 || /^\d+$/.test(text) || /万|亿/.test(unit) ? value : null;
}

/** What stands behind a unit with that many zeros. */
function tailOf(text, zeros) {
  if (!text) return 0;
  if (/^[1-9一二三四五六七八九]$/.test(text)) return (oneOf(text) || 0) * 10 ** (zeros - 1);
  if (/^\d+$/.test(text)) return isInPlace(text, zeros) ? Number(text) : null;
  const value = wholeOf(text.replace(/^零+/, ""));
  const limit = 10 ** (text.startsWith("零") ? zeros - 1 : zeros);
  return value && value < limit ? value : null;
}

/** 2万5000 and 2万500 fill their places; 2万25 might be 20025 or 22500. */
function isInPlace(digits, zeros) {
  return digits.length === zeros || (digits.length === zeros - 1 && digits[0] !== "0");
}

function oneOf(text) {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  return text.length === 1 && DIGITS.includes(text) ? DIGITS.indexOf(text) : null;
}

function exact(value) {
  return Number.isSafeInteger(value) ? value : null;
}
