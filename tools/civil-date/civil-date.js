/**
 * Civil dates: a year, a month and a day of the calendar, without hours and without a time zone.
 * A due date is the same day wherever the reader's phone believes it is.
 *
 * @typedef {{year: number, month: number, day: number}} CivilDate month 1 to 12, day 1 to 31
 */

const DAY_MS = 86400000;
const WRITTEN_DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

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
 * Reads a date as people type it: 2026-11-24, 2026/11/24, 20261124, 2026年11月24日, full-width digits too.
 * @param {string} text
 * @returns {CivilDate | null} null for anything else, and for days that do not exist (30 February)
 */
export function parseDate(text) {
  const plain = String(text).normalize("NFKC").replace(/[‐‑‒–—−]/g, "-").trim();
  const match = WRITTEN_DATE.exec(plain) || EIGHT_DIGITS.exec(plain);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (year < 1900 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
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
