/**
 * Repayment schedules in whole fen.
 *
 * Interest of a period = balance × daily rate × days, rounded half up to the fen; the first day does not count.
 * What rounding leaves over goes into the last instalment, so the principal column adds up to the loan exactly.
 *
 * @typedef {import("../civil-date/civil-date.js").CivilDate} CivilDate
 * @typedef {import("../numbers/fraction.js").Fraction} Fraction
 * @typedef {"equal-principal" | "equal-instalments" | "interest-first"} Method
 *
 * @typedef {object} Loan
 * @property {bigint} amount fen
 * @property {Fraction} dailyRate share of the balance a day: 0.0005 for 0.05 %
 * @property {Method} method
 * @property {number} instalments months
 * @property {"actual" | "30"} days days of a period: those of the calendar, or always 30
 * @property {CivilDate} start day of payout; instalments fall due on the same day of each later month
 * @property {CivilDate} [settle] day on which everything left is paid
 *
 * @typedef {object} Row
 * @property {number} number from 1
 * @property {CivilDate} date
 * @property {number} days
 * @property {number} months time since payout in months of equal length; whole but for a settlement between two due dates
 * @property {bigint} principal fen
 * @property {bigint} interest fen
 * @property {bigint} payment fen
 * @property {bigint} balance fen owed after the payment
 */

import { addMonths, daysBetween } from "../civil-date/civil-date.js";
import { fraction, greatestCommonDivisor, multiply, roundHalfUp } from "../numbers/fraction.js";
import { over, plus, times } from "../numbers/whole.js";

const ZERO = BigInt(0);
const DAYS_OF_EQUAL_MONTH = 30;

/**
 * @param {Loan} loan
 * @returns {Row[]}
 */
export function schedule(loan) {
  const periods = periodsOf(loan);
  const rows = periods.reduce(rowMaker(loan, periods), []);
  return loan.settle ? settled(rows, loan) : rows;
}

/**
 * @param {{start: CivilDate, instalments: number}} loan
 * @returns {CivilDate} the day of the last instalment
 */
export function lastDueDate({ start, instalments }) {
  return addMonths(start, instalments);
}

/**
 * @param {Row[]} rows
 * @returns {{principal: bigint, interest: bigint, payment: bigint}} fen
 */
export function totals(rows) {
  const sum = (column) => rows.reduce((total, row) => total + row[column], ZERO);
  return { principal: sum("principal"), interest: sum("interest"), payment: sum("payment") };
}

/**
 * The payment that repays a loan in equal instalments, before rounding: the sum of all payments, each discounted by the
 * interest of the periods before it, equals the loan. With periods of equal length this is the annuity formula
 * P × r / (1 − (1 + r)^−n); with the calendar's own days it keeps the instalments equal all the same.
 *
 * @param {Fraction} principal
 * @param {Fraction[]} periodRates interest rate of each period
 * @returns {Fraction} not in lowest terms
 */
export function levelPayment(principal, periodRates) {
  const d = periodRates.reduce((shared, rate) => times(shared, over(rate.d, greatestCommonDivisor(shared, rate.d))), BigInt(1));
  // Numerators over powers of d, reduced never: reducing after each of hundreds of periods would take seconds.
  let growth = BigInt(1);
  let growthOfPayments = ZERO;
  let power = BigInt(1);
  for (const rate of periodRates) {
    const factor = plus(d, times(rate.n, over(d, rate.d)));
    growth = times(growth, factor);
    growthOfPayments = plus(times(growthOfPayments, factor), power);
    power = times(power, d);
  }
  return { n: times(principal.n, growth), d: times(times(principal.d, growthOfPayments), d) };
}

/**
 * @param {bigint} balance fen
 * @param {Fraction} dailyRate
 * @param {number} days
 * @returns {bigint} fen
 */
export function interestFor(balance, dailyRate, days) {
  return roundHalfUp(multiply(dailyRate, fraction(balance * BigInt(days))));
}

function periodsOf({ start, instalments, days }) {
  return Array.from({ length: instalments }, (_, index) => {
    const from = addMonths(start, index);
    const date = addMonths(start, index + 1);
    return { number: index + 1, date, days: days === "30" ? DAYS_OF_EQUAL_MONTH : daysBetween(from, date) };
  });
}

function rowMaker(loan, periods) {
  const principalOf = principalRule(loan, periods);
  return (rows, { number, date, days }) => {
    const before = rows.length ? rows[rows.length - 1].balance : loan.amount;
    const interest = interestFor(before, loan.dailyRate, days);
    const principal = number === loan.instalments ? before : smaller(principalOf(interest), before);
    const row = { number, date, days, months: number, principal, interest, payment: principal + interest, balance: before - principal };
    return [...rows, row];
  };
}

/** How much principal an instalment before the last repays, given its interest. */
function principalRule({ amount, dailyRate, method, instalments }, periods) {
  if (method === "interest-first") return () => ZERO;
  if (method === "equal-principal") {
    const part = roundHalfUp(fraction(amount, instalments));
    return () => part;
  }
  const rates = periods.map(({ days }) => multiply(dailyRate, fraction(days)));
  const payment = roundHalfUp(levelPayment(fraction(amount), rates));
  return (interest) => (payment > interest ? payment - interest : ZERO);
}

/** Keeps the rows before the day of settling and pays the rest, with interest to that day, in one last row. */
function settled(rows, loan) {
  const kept = rows.filter(({ date }) => daysBetween(date, loan.settle) > 0);
  if (kept.length === rows.length) return rows;
  const last = kept[kept.length - 1] || { date: loan.start, balance: loan.amount };
  const planned = rows[kept.length];
  const passed = daysBetween(last.date, loan.settle);
  const length = daysBetween(last.date, planned.date);
  // A month counted as 30 days is over on its due date; before that it has its calendar days.
  const days = passed === length ? planned.days : passed;
  const interest = interestFor(last.balance, loan.dailyRate, days);
  const end = {
    number: planned.number,
    date: loan.settle,
    days,
    months: kept.length + days / planned.days,
    principal: last.balance,
    interest,
    payment: last.balance + interest,
    balance: ZERO,
  };
  return [...kept, end];
}

function smaller(a, b) {
  return a < b ? a : b;
}
