/** What the tool computes, from the values of its fields to plain results; no DOM. */

import { daysBetween } from "../civil-date/civil-date.js";
import { compare, divide, fraction, multiply, subtract, toShortDecimal } from "../numbers/fraction.js";
import { plainPercent, yuan } from "../numbers/format.js";
import { FieldProblem } from "../form/fields.js";
import { loanCost } from "../money/loan.js";
import { lastDueDate } from "../money/schedule.js";

const PERCENT = 100;
const SHOWN_PLACES = 6;
/** Two rates that are printed side by side may be rounded: 0.0333 % a day beside 12 % a year. */
const ROUNDING = fraction(1, 200);

/** Kinds of the fields, for inputs that come from a table rather than from markup. */
export const KINDS = {
  amount: "money", daily: "percent-a-day", annual: "percent-a-year", "year-days": "text", method: "text", instalments: "months", days: "text",
  start: "date", fee: "money", settle: "date",
};

/**
 * @param {Record<string, any>} values of the fields; of the two rates the one that was typed, or both where an address gives both
 * @returns {{cost: ReturnType<typeof loanCost>, results: Record<string, string>, fee: bigint}} results as plain decimals, "" for none
 * @throws {FieldProblem}
 */
export function borrowingCost(values) {
  const fee = values.fee === undefined ? BigInt(0) : values.fee;
  const { amount, method, instalments, days, start, settle } = values;
  check({ amount, fee, start, settle, instalments });
  const cost = loanCost({ amount, fee, method, instalments, days, start, settle, dailyRate: dailyShare(values) });
  return { cost, fee, results: plainResults(cost, fee) };
}

/**
 * @param {import("../numbers/fraction.js").Fraction} annual percent @param {string} yearDays 360 or 365
 * @returns {string} the daily rate in percent that belongs to an annual rate, as shown in its field
 */
export function dailyFromAnnual(annual, yearDays) {
  return toShortDecimal(divide(annual, fraction(Number(yearDays))), SHOWN_PLACES);
}

/**
 * @param {import("../numbers/fraction.js").Fraction} daily percent @param {string} yearDays 360 or 365
 * @returns {string} the annual rate in percent, simple, that belongs to a daily rate
 */
export function annualFromDaily(daily, yearDays) {
  return toShortDecimal(multiply(daily, fraction(Number(yearDays))), SHOWN_PLACES);
}

/**
 * The annual rate as typed is exact; the daily rate shown beside it is rounded, so it is not used.
 * @param {Record<string, any>} values
 */
function dailyShare(values) {
  const { daily, annual, "year-days": yearDays } = values;
  if (daily === undefined && annual === undefined) throw new FieldProblem("daily", "empty");
  if (daily !== undefined && annual !== undefined) checkAgreement(daily, annual, yearDays);
  const percent = daily === undefined ? divide(annual, fraction(Number(yearDays))) : daily;
  return divide(percent, fraction(PERCENT));
}

function checkAgreement(daily, annual, yearDays) {
  const difference = subtract(multiply(daily, fraction(Number(yearDays))), annual);
  const size = difference.n < BigInt(0) ? multiply(difference, fraction(-1)) : difference;
  if (compare(size, multiply(annual, ROUNDING)) > 0) throw new FieldProblem("annual", "contradicts", { annual: annualFromDaily(daily, yearDays) });
}

function check({ amount, fee, start, settle, instalments }) {
  if (fee >= amount) throw new FieldProblem("fee", "amount");
  if (!settle) return;
  const isInTerm = daysBetween(start, settle) > 0 && daysBetween(settle, lastDueDate({ start, instalments })) >= 0;
  if (!isInTerm) throw new FieldProblem("settle", "term");
}

function plainResults({ rows, totals, nominal, effective, savedBySettling }, fee) {
  return {
    "first-payment": yuan(rows[0].payment),
    "last-payment": yuan(rows[rows.length - 1].payment),
    "total-interest": yuan(totals.interest),
    "total-repaid": yuan(totals.payment),
    "total-cost": yuan(totals.interest + fee),
    "nominal-annual": percentOf(nominal),
    "effective-annual": percentOf(effective),
    "saved-by-settling": savedBySettling === null ? "" : yuan(savedBySettling),
  };
}

function percentOf(share) {
  return Number.isFinite(share) ? plainPercent(share * PERCENT) : "";
}
