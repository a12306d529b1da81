/**
 * When an answer is due. All limits are calendar days counted from the day of receipt (article 43 of the complaint rule),
 * so the fifteenth day is the day of receipt plus fifteen.
 */

import { addDays, daysBetween } from "../civil-date/civil-date.js";
import { fillWords } from "../form/words.js";

/**
 * @typedef {import("../civil-date/civil-date.js").CivilDate} CivilDate
 * @typedef {{simple: number, complex: number, exceptional: number, objection: number, pboc: number, apply: number}} Limits days
 */

/**
 * What each kind of step sets running: the result's name and the limit it takes.
 * @type {Record<string, [string, keyof Limits][]>}
 */
const CLOCKS = {
  complaint: [["simple", "simple"], ["complex", "complex"], ["exceptional", "exceptional"]],
  objection: [["objection", "objection"]],
  pboc: [["pboc", "pboc"]],
  recheck: [["recheck", "apply"]],
};

/**
 * @param {string} kind a key of `CLOCKS`
 * @param {CivilDate} received the day the bank, the credit centre or the central bank received it
 * @param {Limits} limits
 * @returns {{name: string, date: CivilDate}[]} in order of time
 */
export function datesOf(kind, received, limits) {
  const dates = CLOCKS[kind].map(([name, limit]) => ({ name, date: addDays(received, limits[limit]) }));
  if (kind !== "complaint") return dates;
  // A complaint that nobody has called complex is overdue once the simple limit has passed without an answer.
  const regulatorFrom = { name: "regulator-from", date: addDays(received, limits.simple + 1) };
  return [dates[0], regulatorFrom, ...dates.slice(1)];
}

/**
 * The next day that counts; none once all have passed.
 * @param {{name: string, date: CivilDate}[]} dates in order of time
 * @param {CivilDate} today
 * @returns {{name: string, date: CivilDate} | undefined}
 */
export function nextOf(dates, today) {
  return dates.find(({ date }) => daysBetween(today, date) >= 0);
}

/**
 * The answer in a sentence: which day comes next, and what it is for.
 * @param {string} kind a key of `CLOCKS`
 * @param {{name: string, date: CivilDate}[]} dates
 * @param {CivilDate} today
 * @param {{next: Record<string, string>, passed: Record<string, string>}} words with {date}
 * @param {(date: CivilDate) => string} told a date in the reader's language
 */
export function answerOf(kind, dates, today, words, told) {
  const next = nextOf(dates, today);
  const { name, date } = next || dates[dates.length - 1];
  return fillWords(next ? words.next[name] : words.passed[kind], { date: told(date) });
}

/**
 * Where a complaint stands today.
 * @param {CivilDate} received @param {CivilDate} today @param {Limits} limits
 * @returns {"ahead" | "wait" | "ask" | "regulator" | "over"}
 */
export function stageOf(received, today, limits) {
  const days = daysBetween(received, today);
  if (days < 0) return "ahead";
  if (days <= limits.simple) return "wait";
  if (days <= limits.complex) return "ask";
  return days <= limits.exceptional ? "regulator" : "over";
}
