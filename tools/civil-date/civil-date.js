/**
 * Civil dates: a year, a month and a day of the calendar, without hours and without a time zone.
 * A due date is the same day wherever the reader's phone believes it is.
 *
 * @typedef {{year: number, month: number, day: number}} CivilDate month 1 to 12, day 1 to 31
 */

import { digitsOf, plainNumerals, wholeOf } from "../numbers/han.js";

const DAY_MS = 86400000;
const FIRST_YEAR = 1900;
/** Longer than any date with its weekday; a pasted page is not looked at. */
const MOST_READ = 60;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
/**
 * Each way to write a date, and where its year, month and day stand.
 * @type {[string, number, number, number][]}
 */
const FORMS = [
  ["(\\d{4}) ?[-/.年 ] ?(\\d{1,2}) ?[-/.月 ] ?(\\d{1,2}) ?[日号]?", 1, 2, 3],
  [`${DAY}(?: of)?[ /-]?${MONTH},?[ /-]?(\\d{4})`, 3, 2, 1],
  [`${MONTH} ?${DAY},? ?(\\d{4})`, 3, 1, 2],
  [`(\\d{4})[ /-]?${MONTH}[ /-]?${DAY}`, 1, 2, 3],
];
const WRITTEN = FORMS.map(([pattern, ...places]) => ({ pattern: new RegExp(`^${pattern}$`), places }));
const EIGHT_DIGITS = { pattern: /^(\d{4})(\d{2})(\d{2})$/, places: [1, 2, 3] };
/** Which of the two comes first depends on the country. */
const YEAR_LAST = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})$/;
const NUMERALS = "[〇○零一二三四五六七八九十]";
const IN_NUMERALS = new RegExp(`^(${NUMERALS}{4}|\\d{4})年(${NUMERALS}+|\\d+)月(${NUMERALS}+|\\d+)([日号]?)$`);
const TIME = / \d{1,2}:\d{2}(?::\d{2})?$/;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?=\d|[a-z])|[ (]*(?:星期|周|礼拜)[一二三四五六日天]\)?$/;

const DATES_IN_TEXT = [
  "\\d{4} ?[-/.年] ?\\d{1,2} ?[-/.月] ?\\d{1,2}(?: ?[日号])?(?!\\d)",
  "\\d{1,2} ?[-/.] ?\\d{1,2} ?[-/.] ?\\d{4}(?!\\d)",
  `${DAY}(?: of)?[ -]?${MONTH},?[ -]?\\d{4}`, `${MONTH} ?${DAY},? ?\\d{4}`, `\\d{4} ?${MONTH} ?${DAY}(?!\\d)`,
  `(?:${NUMERALS}{4}|\\d{4})年(?:${NUMERALS}+|\\d+)月(?:${NUMERALS}+|\\d+)[日号]?`,
  "\\d{8}(?=[:\\s=])",
].join("|");
const IN_TEXT = new RegExp(`(^|[^\\d])(${DATES_IN_TEXT})`, "gi");

/**
 * @param {number} year
 * @returns {boolean} whether the year has 29 February (Gregorian rule)
 */
export function isLeapYear(year) {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * @param {number} year @param {number} month 1 to 12
 * @returns {number} days of the month, 28 to 31
 */
export function daysInMonth(year, month) {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Reads a date as people write it: 2026-11-24, 2026/11/24, 20261124, 2026年11月24日, 二〇二六年十一月二十四日, 24 November 2026, Nov 24, 2026.
 * @param {string} text
 * @returns {CivilDate | {either: string[]} | null} both days of a text that means one to some and another to others (11/10/2026);
 *   null for anything else, and for days that do not exist (30 February)
 */
export function readDate(text) {
  const plain = tidy(text);
  const [found, ...others] = readings(plain).filter(exists);
  const other = others.find((date) => isoDate(date) !== isoDate(found));
  return other ? { either: [found, other].map(isoDate) } : found || null;
}

/** @returns {CivilDate | null} the same, null where a text has two meanings: for dates that nobody can be asked about */
export function parseDate(text) {
  const read = readDate(text);
  return read && "either" in read ? null : read;
}

/**
 * Cuts a list such as `2026-01-10:9800, 2026-02-10:-5000` before each date.
 * @param {string} text with half-width signs
 * @returns {{date: string, rest: string}[]} the texts of each date and of what follows it; `date` is "" for what stands before the first
 */
export function cutAtDates(text) {
  const places = [...text.matchAll(IN_TEXT)].map((match) => ({ start: match.index + match[1].length, end: match.index + match[0].length }));
  const head = places.length ? text.slice(0, places[0].start) : text;
  const parts = places.map(({ start, end }, index) => ({
    date: text.slice(start, end), rest: text.slice(end, index + 1 < places.length ? places[index + 1].start : undefined),
  }));
  return head.trim() ? [{ date: "", rest: head }, ...parts] : parts;
}

/** One form of digits, dashes and spaces, small letters, no weekday or hour, Chinese numerals as digits. */
function tidy(text) {
  const given = String(text);
  if (given.length > MOST_READ) return "";
  const plain = given.replace(/[‐‑‒–—−]/g, "-").normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim().replace(/[.。,]$/, "").replace(TIME, "").replace(WEEKDAY, "");
  const [, year, month, day] = IN_NUMERALS.exec(plainNumerals(plain).replace(/ /g, "")) || [];
  return year ? `${digitsOf(year)}-${wholeOf(month)}-${wholeOf(day)}` : plain;
}

function readings(plain) {
  const [, one, , other, lastYear] = YEAR_LAST.exec(plain) || [];
  if (one) return [[lastYear, one, other], [lastYear, other, one]].map(dateOf);
  const { pattern, places } = WRITTEN.find((form) => form.pattern.test(plain)) || EIGHT_DIGITS;
  const match = pattern.exec(plain);
  return match ? [dateOf(places.map((place) => match[place]))] : [];
}

/** @param {string[]} parts year, month (a number or a name) and day */
function dateOf([year, month, day]) {
  return { year: Number(year), month: MONTHS.indexOf(month.slice(0, 3)) + 1 || Number(month), day: Number(day) };
}

function exists({ year, month, day }) {
  return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * @param {CivilDate} date
 * @returns {string} the date as YYYY-MM-DD
 */
export function isoDate({ year, month, day }) {
  const two = (number) => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/**
 * @param {CivilDate} date
 * @returns {number} whole days since 1970-01-01; UTC has no summer time, so every day has the same length
 */
export function dayNumber({ year, month, day }) {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/**
 * @param {number} number of days since 1970-01-01
 * @returns {CivilDate} the inverse of `dayNumber`
 */
export function dateFromDayNumber(number) {
  const moment = new Date(number * DAY_MS);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/**
 * @param {CivilDate} date @param {number} days
 * @returns {CivilDate}
 */
export function addDays(date, days) {
  return dateFromDayNumber(dayNumber(date) + days);
}

/**
 * The same day `months` later; where that month is shorter, its last day (31 January plus one month is the last of February).
 * @param {CivilDate} date @param {number} months
 * @returns {CivilDate}
 */
export function addMonths(date, months) {
  const index = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

/**
 * @param {CivilDate} from @param {CivilDate} to
 * @returns {number} days from `from` to `to`; the first day does not count, negative when `to` is earlier
 */
export function daysBetween(from, to) {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The day on the device's own calendar.
 * @param {Date} [clock] given in tests
 * @returns {CivilDate}
 */
export function today(clock = new Date()) {
  return { year: clock.getFullYear(), month: clock.getMonth() + 1, day: clock.getDate() };
}

/**
 * @param {CivilDate} date
 * @param {"zh" | "en"} locale
 * @returns {string} 2026 年 11 月 24 日, 24 November 2026
 */
export function formatDate(date, locale) {
  const moment = new Date(dayNumber(date) * DAY_MS);
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" };
  const text = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", options).format(moment);
  if (locale !== "zh") return text;
  return text.replace(/(\d)(\p{Script=Han})/gu, "$1 $2").replace(/(\p{Script=Han})(\d)/gu, "$1 $2");
}
