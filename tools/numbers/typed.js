/**
 * Numbers as people type them: 10,000; １００００; 2万5; 壹万; 0.05%; 万分之五; 月息1分; 1年 for twelve months; with spaces and with the unit.
 *
 * Each reader gives an exact fraction, null where the text is no number, or both readings of a text that has two:
 * nothing is guessed. In a text with one mark between digits
 *
 * | text | is |
 * |---|---|
 * | 10,000 · 1,0000 · 10 000 · 10'000 | 10000 |
 * | 0,005 · 10.000,50 · 1.234.567 | 0.005 · 10000.5 · 1234567: no other reading is a number |
 * | 1,5 · 10,00 | asked: 1.5 or 15; 10 or 1000 |
 * | 10.000 · 1.0000 | asked where sums and counts are read: 10000 or 10, 10000 or 1; in rates it is 10 and 1 |
 *
 * @typedef {import("./fraction.js").Fraction} Fraction
 * @typedef {"day" | "month" | "year"} Period
 * @typedef {{either: Reading[]}} Either the readings of a text that has more than one
 * @typedef {string | {percent: string, per: Period}} Reading as it may be typed; a rate with what it is for
 */

import { add, compare, decimal, divide, fraction, multiply, toShortDecimal } from "./fraction.js";
import { grouped } from "./format.js";
import { plainNumerals, wholeOf, zerosOf } from "./han.js";

/** Longer than any number with its unit; a pasted page is not looked at. */
const MOST_READ = 60;
const NOT_DIGITS = /[²³¹⁰-₟]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const ENGLISH_UNITS = { thousand: "千", million: "百万", grand: "千" };

const MARKED = /^([\d.,']+)((?:十|百|千)?(?:万|万?亿)?)$/;
const POINT = /^(.+)点([零一二三四五六七八九]+)((?:十|百|千)?(?:万|万?亿)?)$/;
/** Before three or four digits a point may stand between groups: 10.000, 1.0000. */
const POINT_OR_GROUP = /^(?:[1-9]\d{0,2}\.\d{3}|[1-9]\d{0,3}\.\d{4})$/;
const CURRENCY = "(?:¥|元|块钱?|圆|yuan|rmb|cny|人民币)";
const BEFORE_SUM = new RegExp(`^([-+]?)${CURRENCY}+`);
const AFTER_SUM = new RegExp(`${CURRENCY}+[整正]?$`);
const ONE_DIGIT = "[1-9一二三四五六七八九]";
const WITH_SMALL_MONEY = new RegExp(`^(.+?)(?:元|块)零?(?:(${ONE_DIGIT})[角毛])?(?:(${ONE_DIGIT})分)?$`);
const BLOCK_AND_TENTHS = new RegExp(`^(.+?)块(${ONE_DIGIT})$`);

const FEN_AND_LI = new RegExp(`^(.+分${ONE_DIGIT})$`);

const SHARES = { 百: 100, 千: 1000, 万: 10000 };
/** @type {[Period, RegExp][]} */
const PERIODS = [
  ["day", /^(?:日(?:利率|利息|息|利|费率|(?=[万\d]))|[每一][天日]):?|(?:(?:\/|每|一|per|a)(?:天|日|day)|日息|日利率|daily)$/],
  ["month", /^(?:月(?:利率|利息|息|利|费率|(?=\d))|[每一]个?月):?|(?:(?:\/|每|一|per|a)(?:个?月|month|mo)|月息|月利率|monthly)$/],
  ["year", /^(?:年(?:化利率|化|利率|利息|息|利|费率|(?=\d))|[每一]年|apr):?|(?:(?:\/|每|一|per|a)(?:年|year|annum)|年化|年息|年利率|p\.?a\.?|yearly|annual(?:ly)?|apr)$/],
];
/** What 一分 is of a hundred, by what the rate is for: a tenth a year, a hundredth a month, a thousandth a day; 厘 is a tenth of it. */
const PERCENT_OF_FEN = { day: fraction(1, 10), month: fraction(1), year: fraction(10) };
const MARKS = { "": 1, "%": 1, 个点: 1, 个百分点: 1, percent: 1, pct: 1, "‰": 10, "‱": 100, 个基点: 100, 基点: 100, bps: 100, bp: 100 };
const WITH_MARK = new RegExp(`^(.+?)(${Object.keys(MARKS).filter(Boolean).join("|")})?$`);

const ZERO = fraction(0);
const MINUS_ONE = fraction(-1);
const HUNDRED = fraction(100);
const TENTH = fraction(1, 10);
const MONTHS_OF_YEAR = 12;
const DAYS_OF_WEEK = 7;

/**
 * A sum of money in yuan.
 * @param {string} text
 * @returns {Fraction | Either | null}
 */
export function readMoney(text) {
  const plain = tidy(text);
  const whole = readSigned(plain.replace(BEFORE_SUM, "$1").replace(AFTER_SUM, ""), true);
  return whole || readSmallMoney(plain.replace(/^¥/, ""));
}

/**
 * A number of times or of anything else that has no mark: 1.5, 1.5倍, 一倍半, 150%, 加收50%.
 * @param {string} text
 * @returns {Fraction | Either | null}
 */
export function readTimes(text) {
  const plain = tidy(text);
  const [, extra] = /^(?:加收|加|上浮|多收|多|\+)(.+)%$/.exec(plain) || /^(.+)%(?:more|extra)$/.exec(plain) || [];
  if (extra) return mapRead(readSigned(extra), (value) => divide(add(value, HUNDRED), HUNDRED));
  const [, share] = /^(.+)%$/.exec(plain) || [];
  // Below a hundred it may be the whole or what comes on top.
  if (share) return mapRead(readSigned(share), (value) => (compare(value, HUNDRED) < 0 ? null : divide(value, HUNDRED)));
  const [, half] = /^(.+)倍半$/.exec(plain) || [];
  if (half) return mapRead(readSigned(half), (value) => add(value, fraction(1, 2)));
  return readSigned(plain.replace(/(?:倍|times|x|×)$/, ""));
}

/**
 * A rate in percent: 0.05 for 0.05, 0.05%, 万分之五, 万5 and 0.5‰; with `per` where the text says what it is for (日息万五, 18%/年, 3分利).
 * @param {string} text
 * @param {Period} [asked] what the field is for: 五厘 alone is then asked back unless that is a month
 * @returns {(Fraction & {per?: Period}) | Either | null}
 */
export function readPercent(text, asked) {
  const plain = tidy(text);
  const [per, pattern] = PERIODS.find(([, found]) => found.test(plain)) || [];
  const rate = pattern ? plain.replace(pattern, "") : plain;
  return readFen(rate, per, asked) || withPeriod(readShare(rate) || readMarked(rate), per);
}

/**
 * A number of months: 12, 12期, 十二个月, 1年, 一年半, 1年3个月, 半年.
 * @param {string} text
 * @returns {Fraction | Either | null} whole
 */
export function readMonths(text) {
  const plain = tidy(text).replace(/^半年期?$/, "6").replace(/^[分共]/, "").replace(/(年|月)期$/, "$1");
  const [, years, rest] = /^(.+?)(?:年|years?|yrs?|y)(?:[零又]|and)?(半|.+月|.+m(?:on)?ths?)?$/.exec(plain) || [];
  const months = (words) => readSigned(words.replace(/(?:期|个?月|m(?:on)?ths?|mo?|instal+ments?)$/, ""), true);
  if (!years) return wholeRead(months(plain));
  const more = rest === "半" ? fraction(MONTHS_OF_YEAR / 2) : rest ? months(rest) : ZERO;
  return isOne(more) ? wholeRead(mapRead(readSigned(years), (count) => add(multiply(count, fraction(MONTHS_OF_YEAR)), more))) : null;
}

/**
 * A whole number of anything: 3, 3个, 36岁, 12个月. Unlike the readers of months and of days it takes no other unit for the one asked.
 * @param {string} text
 * @returns {Fraction | Either | null} whole
 */
export function readCount(text) {
  return wholeRead(readSigned(tidy(text).replace(/(?:期|个?月|天|日|个|次|周?岁|months?|days?|times|yearsold)$/, ""), true));
}

/**
 * A number of days: 5, 5天, 五日, 2周, 5 days ago.
 * @param {string} text
 * @returns {Fraction | Either | null} whole
 */
export function readDays(text) {
  const plain = tidy(text).replace(/(?:以?前|ago)$/, "");
  const [, weeks] = /^(.+?)(?:周|个?星期|个?礼拜|weeks?)$/.exec(plain) || [];
  if (weeks) return wholeRead(mapRead(readSigned(weeks), (count) => multiply(count, fraction(DAYS_OF_WEEK))));
  return wholeRead(readSigned(plain.replace(/(?:天|个?自然日|日|(?:calendar)?days?)$/, ""), true));
}

/**
 * Whether a text was read, and in one way.
 * @template Read
 * @param {Read | Either | null} read
 * @returns {read is Exclude<Read, Either | null>}
 */
export function isOne(read) {
  return read !== null && !(/** @type {any} */ (read).either);
}

/** One form of full-width signs, minus signs, marks between groups and Chinese numerals; no spaces but those between digits. */
function tidy(text) {
  const given = String(text);
  if (given.length > MOST_READ || NOT_DIGITS.test(given)) return "";
  const plain = given.replace(INVISIBLE, "").replace(/[−‒–—]/g, "-").normalize("NFKC").toLowerCase();
  return plainNumerals(plain)
    .replace(/、/g, ",")
    .replace(/(\d)[。·](?=\d)/g, "$1.")
    .replace(/(\d)[\s'’_]+(?=\d)/g, "$1'")
    .replace(/\s+/g, "")
    .replace(/(thousand|million|grand)/g, (word) => ENGLISH_UNITS[word])
    .replace(/([\d千万一二三四五六七八九十两.])(k|w)(?![a-z])/g, (_, before, unit) => before + (unit === "k" ? "千" : "万"));
}

function readSigned(text, isSum = false) {
  const [, sign, rest] = /^([-+负]?)(.*)$/s.exec(text) || [];
  const read = readUnsigned(rest, isSum);
  return sign && sign !== "+" ? mapRead(read, (value) => multiply(value, MINUS_ONE)) : read;
}

/** @param {boolean} isSum whether 10.000 may mean ten thousand: a rate or a multiple never does */
function readUnsigned(text, isSum) {
  const [, digits, units] = MARKED.exec(text) || [];
  if (digits) return mapRead(readMarks(digits, isSum && !units), (value) => multiply(value, tenTo(zerosOf(units))));
  const [, before, after, unitsAfter] = POINT.exec(text) || [];
  if (before) return readPoint(before, after, unitsAfter);
  const whole = wholeOf(text.replace(/(\d),(?=\d{3}(?!\d))/g, "$1"));
  return whole === null ? null : fraction(whole);
}

/** 一点五, 零点零五, 一点五万. */
function readPoint(before, after, units) {
  const whole = wholeOf(before);
  const places = Array.from(after, (digit) => wholeOf(digit)).join("");
  return whole === null ? null : multiply(decimal(`${whole}.${places}`), tenTo(zerosOf(units)));
}

/** Digits with points, commas and marks between groups; see the table above. */
function readMarks(text, isSum) {
  if (/^\d+(?:\.\d+)?$/.test(text)) return isSum && POINT_OR_GROUP.test(text) ? either(text.replace(".", ""), text) : decimal(text);
  if (/^\.\d+$/.test(text)) return decimal(`0${text}`);
  const [, mark, joined, part] = grouping(text) || [];
  if (mark) return decimal(joined + part);
  if (/^0,\d+$/.test(text)) return decimal(text.replace(",", "."));
  return /^[1-9]\d*,\d+$/.test(text) ? either(text.replace(",", "."), text.replace(",", "")) : null;
}

/** Groups of three or of four digits, all with the same mark, and a part behind the other mark. */
function grouping(text) {
  const found = [
    /^[1-9]\d{0,2}(?:([,'])\d{3})(?:\1\d{3})*(\.\d+)?$/, /^[1-9]\d{0,3}(?:([,'])\d{4})(?:\1\d{4})*(\.\d+)?$/,
    /^[1-9]\d{0,2}(?:(\.)\d{3})+(,\d+)$/, /^[1-9]\d{0,2}(?:(')\d{3})+(,\d{1,2})$/, /^[1-9]\d{0,2}(\.)\d{3}(?:\.\d{3})+$/,
  ].map((pattern) => pattern.exec(text)).find(Boolean);
  if (!found) return null;
  const [, mark, part = ""] = found;
  return [text, mark, text.slice(0, text.length - part.length).split(mark).join(""), part.replace(",", ".")];
}

/** 12元5角, 3块5毛2分, 三块五. */
function readSmallMoney(text) {
  const [, yuan, tenths, hundredths] = WITH_SMALL_MONEY.exec(text) || BLOCK_AND_TENTHS.exec(text) || [];
  if (!tenths && !hundredths) return null;
  const small = add(fraction(wholeOf(tenths || "零") || 0, 10), fraction(wholeOf(hundredths || "零") || 0, 100));
  return mapRead(readUnsigned(yuan, true), (value) => add(value, small));
}

/** 一分, 三分利, 1分5厘, 五厘: lenders' words, for a month unless they say otherwise. */
function readFen(text, per, asked) {
  const words = text.replace(/^利(?:率|息)/, "").replace(/分半$/, "分五厘");
  return readFenAndLi(words.replace(FEN_AND_LI, "$1厘"), per, asked);
}

function readFenAndLi(text, per, asked) {
  const [, fen, li, ending] = /^(?:(.+?)分)?(?:(.+?)厘)?(利|息|利息)?$/.exec(text) || [];
  if (!fen && !li) return null;
  const sum = addReads(fen ? readUnsigned(fen, false) : ZERO, li ? mapRead(readUnsigned(li, false), (value) => multiply(value, TENTH)) : ZERO);
  if (!sum) return null;
  const rateOf = (period) => ({ ...multiply(sum, PERCENT_OF_FEN[period]), per: period });
  if (per || ending || !asked || asked === "month") return rateOf(per || "month");
  return { either: [asked, "month"].map((period) => ({ percent: toShortDecimal(rateOf(period)), per: period })) };
}

/** 万分之五, 万五, 万2.5. */
function readShare(text) {
  const [, whole, part, short] = /^([百千万])(?:分之(.+)|([\d.]+|[一二三四五六七八九]))$/.exec(text) || [];
  return whole ? mapRead(readUnsigned(part || short, false), (value) => divide(multiply(value, HUNDRED), fraction(SHARES[whole]))) : null;
}

function readMarked(text) {
  const [, digits, mark = ""] = WITH_MARK.exec(text) || [];
  return digits ? mapRead(readSigned(digits), (value) => divide(value, fraction(MARKS[mark]))) : null;
}

function withPeriod(read, per) {
  return isOne(read) && per ? { ...read, per } : read;
}

/** @returns {Fraction | Either | null} the same for every reading */
function mapRead(read, change) {
  if (read === null) return null;
  if (!read.either) return change(read);
  const [one, other] = read.values.map(change);
  return one && other && eitherOf(one, other);
}

function addReads(one, other) {
  return isOne(one) && isOne(other) ? add(one, other) : null;
}

function wholeRead(read) {
  if (!isOne(read)) return read;
  const text = toShortDecimal(read);
  return Number.isSafeInteger(Number(text)) && compare(read, decimal(text)) === 0 ? read : null;
}

function either(...texts) {
  return eitherOf(...texts.map(decimal));
}

function eitherOf(...values) {
  return { values, either: values.map((value) => grouped(toShortDecimal(value))) };
}

function tenTo(zeros) {
  return fraction(10 ** zeros);
}
