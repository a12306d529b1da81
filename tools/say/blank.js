/** What was typed into a blank: as it stands in Chinese, in the reader's language and in pinyin, and what is wrong with it. No DOM. */

import { formatDate, readDate } from "../civil-date/civil-date.js";
import { fillWords } from "../form/words.js";
import { grouped } from "../numbers/format.js";
import { toShortDecimal } from "../numbers/fraction.js";
import { isOne, readMoney } from "../numbers/typed.js";
import { sayDigits, sayNumber } from "./spoken.js";

const LATIN = /[a-z\u00c0-\u024f]{2}/i;
const HAN = /\p{Script=Han}/u;
const TIME = /^(\d{1,2}) ?[:：.点时] ?(\d{2})分? ?([ap])?\.?m?\.?$/i;
const MONTH = /^(\d{4}) ?[-/.年] ?(\d{1,2})月?$/;

/**
 * @typedef {object} Filled
 * @property {string} zh
 * @property {string} own in the reader's language
 * @property {string} pinyin
 * @property {"" | "not_chinese" | "unread_date" | "two_dates" | "unread_amount"} problem
 */

const READERS = { amount, date, month, time, number, name: asTyped, words };

/**
 * @param {string} typed
 * @param {string} kind of `kinds` in labels.yml, or "words"
 * @param {"zh" | "en"} locale
 * @param {{written: any, spoken: any}} labels
 * @returns {Filled | null} null for an empty blank
 */
export function readBlank(typed, kind, locale, labels) {
  const text = typed.replace(/[【】]/g, "").replace(/\s+/g, " ").trim();
  return text ? READERS[kind](text, locale, labels) : null;
}

function asTyped(text) {
  return { zh: text, own: text, pinyin: text, problem: "" };
}

function words(text) {
  return { ...asTyped(text), problem: LATIN.test(text) && !HAN.test(text) ? "not_chinese" : "" };
}

function amount(text, _locale, { spoken }) {
  const read = readMoney(text);
  const plain = isOne(read) ? toShortDecimal(read, 2) : "-";
  if (plain.startsWith("-")) return { ...asTyped(text), problem: "unread_amount" };
  return { zh: plain, own: grouped(plain), pinyin: sayNumber(plain, spoken), problem: "" };
}

/** Numbers of accounts, cases and telephones stay as they are; digits alone are said one by one. */
function number(text, _locale, { spoken }) {
  return { ...asTyped(text), pinyin: /^[\d\s-]+$/.test(text) ? sayDigits(text.replace(/\D/g, ""), spoken) : text };
}

function date(text, locale, { written, spoken }) {
  const read = readDate(text);
  if (!read || "either" in read) return { ...asTyped(text), problem: read ? "two_dates" : "unread_date" };
  const { year, month: inYear, day } = read;
  const said = { year: sayDigits(String(year), spoken), month: sayNumber(String(inYear), spoken), day: sayNumber(String(day), spoken) };
  return {
    zh: fillWords(written.date, { year: String(year), month: String(inYear), day: String(day) }),
    own: formatDate(read, locale),
    pinyin: fillWords(spoken.date, said),
    problem: "",
  };
}

function month(text, _locale, { written, spoken }) {
  const [, inFigures, figure] = MONTH.exec(text) || [];
  const read = readDate(inFigures ? `${inFigures}-${figure}-1` : `1 ${text}`);
  if (!read || "either" in read) return { ...asTyped(text), problem: "unread_date" };
  const year = String(read.year);
  const said = { year: sayDigits(year, spoken), month: sayNumber(String(read.month), spoken) };
  return { zh: fillWords(written.month, { year, month: String(read.month) }), own: text, pinyin: fillWords(spoken.month, said), problem: "" };
}

function time(text, _locale, { written, spoken }) {
  const [, typedHour, minute, half] = TIME.exec(text) || [];
  if (!minute || Number(typedHour) > 24 || Number(minute) > 59) return words(text);
  const hour = half ? (Number(typedHour) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(typedHour);
  const said = { hour: sayNumber(String(hour), spoken), minute: sayNumber(String(Number(minute)), spoken) };
  return { zh: fillWords(written.time, { hour: String(hour), minute }), own: text, pinyin: fillWords(spoken.time, said), problem: "" };
}
