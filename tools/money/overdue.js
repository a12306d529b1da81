/**
 * What lateness costs: penalty interest (罚息) on the principal that is overdue, by the day, simple.
 * The due day does not count, the day of payment does: paid on the day after the due date is one day late.
 */

import { daysBetween } from "../civil-date/civil-date.js";
import { compare, divide, fraction, multiply, subtract } from "../numbers/fraction.js";
import { over } from "../numbers/whole.js";
import { interestFor } from "./schedule.js";

const ZERO = BigInt(0);
const DAYS_OF_YEAR = 365;

/**
 * @typedef {import("../civil-date/civil-date.js").CivilDate} CivilDate
 *
 * @typedef {object} Lateness
 * @property {bigint} amount overdue principal, fen
 * @property {import("../numbers/fraction.js").Fraction} dailyRate share a day
 * @property {import("../numbers/fraction.js").Fraction} multiplier 1.5 for an uplift of half
 *
 * @typedef {{above: "never" | "always" | "at-first", lastDayAbove: number | null}} Crossing
 */

/**
 * @param {Lateness & {due: CivilDate, paid: CivilDate}} late
 * @returns {{daysLate: number, lateInterest: bigint, extraOverNormal: bigint}} fen; days below zero mean paid early
 */
export function overdueCost({ amount, dailyRate, multiplier, due, paid }) {
  const daysLate = daysBetween(due, paid);
  return { daysLate, ...costAfter({ amount, dailyRate, multiplier }, daysLate) };
}

/**
 * @param {Lateness} late
 * @param {number} days
 * @returns {{lateInterest: bigint, extraOverNormal: bigint}} all the interest of these days, and how much of it lateness adds
 */
export function costAfter({ amount, dailyRate, multiplier }, days) {
  const lateInterest = interestFor(amount, multiply(dailyRate, multiplier), days);
  return { lateInterest, extraOverNormal: lateInterest - interestFor(amount, dailyRate, days) };
}

/**
 * Where penalty interest and other charges together stand against a yearly limit, simple, 365 days.
 *
 * Interest grows with the days, other charges do not. So above the limit with interest alone means: above from the first day;
 * below it means: above until the charges have spread thin, at day = charges / (amount × (limit − rate) / 365).
 *
 * @param {Lateness & {charges: bigint, days: number, limit: import("../numbers/fraction.js").Fraction}} late limit as a share a year
 * @returns {Crossing & {yearlyRate: import("../numbers/fraction.js").Fraction | null, excess: bigint}}
 *   `yearlyRate` a share a year, null before the first day; `excess` fen over the limit after `days`
 */
export function againstLimit({ amount, dailyRate, multiplier, charges, days, limit }) {
  const lateDaily = multiply(dailyRate, multiplier);
  const limitDaily = divide(limit, fraction(DAYS_OF_YEAR));
  const all = costAfter({ amount, dailyRate, multiplier }, days).lateInterest + charges;
  const allowed = interestFor(amount, limitDaily, days);
  return {
    yearlyRate: days > 0 ? multiply(fraction(all, amount), fraction(DAYS_OF_YEAR, days)) : null,
    ...crossing({ amount, lateDaily, limitDaily, charges }),
    excess: all > allowed ? all - allowed : ZERO,
  };
}

/**
 * The daily rate from which interest at this multiplier alone passes the limit.
 * @param {import("../numbers/fraction.js").Fraction} multiplier @param {import("../numbers/fraction.js").Fraction} limit share a year
 * @returns {import("../numbers/fraction.js").Fraction} share a day
 */
export function crossingDailyRate(multiplier, limit) {
  return divide(divide(limit, fraction(DAYS_OF_YEAR)), multiplier);
}

/** @returns {Crossing} */
function crossing({ amount, lateDaily, limitDaily, charges }) {
  if (compare(lateDaily, limitDaily) > 0) return { above: "always", lastDayAbove: null };
  if (charges === ZERO) return { above: "never", lastDayAbove: null };
  const roomPerDay = multiply(subtract(limitDaily, lateDaily), fraction(amount));
  if (roomPerDay.n === ZERO) return { above: "always", lastDayAbove: null };
  const days = divide(fraction(charges), roomPerDay);
  return { above: "at-first", lastDayAbove: Number(over(days.n - BigInt(1), days.d)) };
}
