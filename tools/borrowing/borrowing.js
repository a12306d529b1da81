/** What the tool computes, from the values of its fields to plain results; no DOM. */

import { daysBetween } from "../civil-date/civil-date.js";
import { divide, fraction, multiply, toShortDecimal } from "../numbers/fraction.js";
import { plainPercent, yuan } from "../numbers/format.js";
import { FieldProblem } from "../form/fields.js";
import { loanCost } from "../money/loan.js";
import { NoRate } from "../money/rate.js";
import { lastDueDate } from "../money/schedule.js";

const PERCENT = 100;
const SHOWN_PLACES = 6;

/** Kinds of the fields, for inputs that come from a table rather than from markup. */
export const KINDS = {
  amount: "money", daily: "percent", annual: "percent", "year-days": "text", method: "text", instalments: "count", days: "text",
  start: "date", fee: "money", settle: "date",
};

/**
 * @param {Record<string, any>} values of the fields; the rate is `annual` where `daily` follows it, else `daily`
 * @param {boolean} annualLeads
 * @returns {{cost: ReturnType<typeof loanCost>, results: Record<string, string>, fee: bigint}} results as plain decimals, "" for none
 * @throws {FieldProblem}
 */
export function borrowingCost(values, annualLeads) {
  const fee = values.fee === undefined ? BigInt(0) : values.fee;
  const { amount, method, instalments, days, start, settle } = values;
  check({ amount, fee, start, settle, instalments });
  const cost = costOrProblem({ amount, fee, method, instalments, days, start, settle, dailyRate: dailyShare(values, annualLeads) });
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

/** The annual rate as typed is exact; the daily rate shown beside it is rounded, so it is not used. */
function dailyShare(values, annualLeads) {
  const percent = annualLeads ? divide(values.annual, fraction(Number(values["year-days"]))) : values.daily;
  return divide(percent, fraction(PERCENT));
}

function check({ amount, fee, start, settle, instalments }) {
  if (fee >= amount) throw new FieldProblem("fee", "amount");
  if (!settle) return;
  const isInTerm = daysBetween(start, settle) > 0 && daysBetween(settle, lastDueDate({ start, instalments })) >= 0;
  if (!isInTerm) throw new FieldProblem("settle", "term");
}

function costOrProblem(loan) {
  try {
    return loanCost(loan);
  } catch (problem) {
    // Interest is never below zero, so only a fee that leaves next to nothing can make a rate unsayable.
    if (problem instanceof NoRate) throw new FieldProblem("fee", "amount");
    throw problem;
  }
}

function plainResults({ rows, totals, nominal, effective, savedBySettling }, fee) {
  return {
    "first-payment": yuan(rows[0].payment),
    "last-payment": yuan(rows[rows.length - 1].payment),
    "total-interest": yuan(totals.interest),
    "total-repaid": yuan(totals.payment),
    "total-cost": yuan(totals.interest + fee),
    "nominal-annual": plainPercent(nominal * PERCENT),
    "effective-annual": plainPercent(effective * PERCENT),
    "saved-by-settling": savedBySettling === null ? "" : yuan(savedBySettling),
  };
}
