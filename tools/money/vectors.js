/**
 * Recomputes the published results of tests/data/loan-vectors.yml: the tests check each line, and the page
 * "how we calculate" shows the same lines. A vector without an entry here follows a convention the tools do not use.
 */

import { addDays, addMonths, daysBetween, parseDate } from "../civil-date/civil-date.js";
import { decimal, divide, fraction, multiply, toDecimal } from "../numbers/fraction.js";
import { offerCost } from "./offer.js";
import { NoRate, annualRates, rateOfReturn, xirr } from "./rate.js";
import { interestFor, levelPayment, schedule, totals } from "./schedule.js";

const PERCENT = 100;

/**
 * @typedef {object} Line
 * @property {string} vector id
 * @property {string} quantity which of its results
 * @property {string} expected plain decimal as published
 * @property {string} ours plain decimal to the same digits
 */

/**
 * @param {any[]} vectors the list of the file, where each has a shape of its own
 * @returns {Line[]}
 */
export function recompute(vectors) {
  return vectors.filter(({ id }) => id in CALCULATIONS).flatMap((vector) =>
    CALCULATIONS[vector.id](vector).map(([quantity, expected, ours]) => line(vector.id, quantity, expected, ours)));
}

/** @returns {string[]} ids that are recomputed */
export function covered() {
  return Object.keys(CALCULATIONS);
}

function line(vector, quantity, expected, ours) {
  const places = (String(expected).split(".")[1] || "").length;
  const shown = typeof ours === "number" ? toDecimal(decimal(ours.toFixed(12)), places) : toDecimal(ours, places);
  return { vector, quantity, expected: Number(expected).toFixed(places), ours: shown };
}

/** @type {Record<string, (vector: any) => any[]>} */
const CALCULATIONS = {
  "cn-pboc-2021-3-annex": ({ inputs, expected }) => {
    const { nominal, effective } = offerCost({
      amount: fen(inputs.face_amount), received: fen(inputs.net_received), payment: fen(inputs.payment), monthlyFee: fen(0),
      instalments: inputs.payments,
    });
    return [
      ["nominal", expected.nominal_12_percent.toFixed(2), nominal * PERCENT],
      ["effective", expected.effective_12_percent.toFixed(2), effective * PERCENT],
    ];
  },
  "eu-98-7-A1": ({ inputs, expected }) => {
    const rate = xirr(dated({ ...inputs.drawdown }, inputs.repayments));
    return [["effective", expected.apr_percent_2dp, rate * PERCENT]];
  },
  "eu-98-7-A3": ({ inputs, expected }) => {
    const payments = Object.entries(inputs.repayments_years).map(([years, sum]) => ({ amount: -sum, time: Number(years) }));
    return [["effective", expected.apr_percent_2dp, rateOfReturn([{ amount: inputs.drawdown.t0, time: 0 }, ...payments]) * PERCENT]];
  },
  "us-regz-c1i": regularMonths,
  "us-regz-c3i": regularMonths,
  "us-ffiec-42-days": ({ inputs, expected }) => {
    const interest = fraction(fen(inputs.payment) - fen(inputs.amount), fen(inputs.amount));
    return [["nominal", expected.apr_percent.toFixed(5), multiply(interest, fraction(365 * PERCENT, inputs.days))]];
  },
  "xirr-excel-doc": ({ inputs, expected }) => [["effective-share", expected.rate.toFixed(7), xirr(dated(inputs.flows))]],
  "xirr-week-52": steppedXirr((first, index) => addDays(first, 7 * index)),
  "xirr-month-12": steppedXirr((first, index) => addMonths(first, index)),
  "irr-excel-doc": ({ inputs, expected }) => {
    const flows = inputs.flows.map((amount, time) => ({ amount, time }));
    return [["period-share", expected.irr.toFixed(9), rateOfReturn(flows)]];
  },
  "pmt-excel-doc": ({ inputs, expected }) => {
    const rates = Array(inputs.n).fill(fraction(8, 1200));
    return [["payment", expected.payment.toFixed(6), levelPayment(fraction(inputs.pv), rates)]];
  },
  "maps-annuity-1": annuity,
  "maps-annuity-2": annuity,
  "maps-bullet-1": bullet,
  "maps-bullet-3": bullet,
  "cn-weilidai-equal-principal-30day-table": ({ inputs, expected_total_interest }) =>
    Object.entries(expected_total_interest).flatMap(([dailyPercent, byInstalments]) =>
      Object.entries(byInstalments).map(([instalments, interest]) => {
        const rows = schedule({
          amount: fen(inputs.principal), dailyRate: share(dailyPercent), method: "equal-principal", days: "30",
          instalments: Number(instalments), start: dayOf("2026-01-01"),
        });
        return [`interest at ${dailyPercent} × ${instalments}`, interest.toFixed(2), yuan(totals(rows).interest)];
      })),
  "cn-weilidai-2500-actual-days": ({ inputs, expected }) => {
    const rows = schedule({
      amount: fen(inputs.principal), dailyRate: decimal(String(inputs.daily_rate)), method: "equal-principal", days: "actual",
      instalments: inputs.instalments, start: startWithMonths(inputs.days),
    });
    return [
      ...expected.interest.map((interest, index) => [`interest ${index + 1}`, interest.toFixed(2), yuan(rows[index].interest)]),
      ["interest", expected.total_interest.toFixed(2), yuan(totals(rows).interest)],
    ];
  },
  "cn-weilidai-2500-misprint": ({ inputs, expected }) => [
    ["interest", expected.interest.toFixed(2), yuan(interestFor(fen(inputs.balance), decimal(String(inputs.daily_rate)), inputs.days))],
  ],
  "gb-sa-64d-timezone": bandedInterest(365),
  "gb-iht-10d": bandedInterest(366),
  "gb-iht-11d": bandedInterest(366),
  "gb-iht-1d-a": bandedInterest(366),
  "gb-iht-1d-b": bandedInterest(366),
  "gb-iht-1d-c": bandedInterest(366),
  "gb-sa-1d": bandedInterest(365),
  "gb-sa-2band-28d": bandedInterest(365),
  "gb-sa-2band-60d": bandedInterest(365),
  "gb-sa-2band-61d": bandedInterest(365),
  "gb-sa-201d": bandedInterest(365),
  "computed-rate-conversions": ({ cases }) => cases.flatMap((row) => {
    const daily = decimal(String(row.daily_percent));
    const compounded = Math.expm1(365 * Math.log1p(row.daily_percent / PERCENT)) * PERCENT;
    return [
      [`${row.daily_percent} × 360`, row.times_360.toFixed(2), multiply(daily, fraction(360))],
      [`${row.daily_percent} × 365`, row.times_365.toFixed(2), multiply(daily, fraction(365))],
      [`${row.daily_percent} compounded`, row.compounded_365_percent.toFixed(4), compounded],
    ];
  }),
  "computed-sg-schedule": ({ cases }) => cases.flatMap(({ payments, payment, nominal_percent, effective_percent }) => {
    const flows = Array.from({ length: payments }, (_, index) => ({ amount: -payment, time: index + 1 }));
    const rate = rateOfReturn([{ amount: 1000, time: 0 }, ...flows]);
    return [
      [`nominal × ${payments}`, nominal_percent.toFixed(4), rate * payments * PERCENT],
      [`effective × ${payments}`, effective_percent.toFixed(4), ((1 + rate) ** payments - 1) * PERCENT],
    ];
  }),
};

function regularMonths({ inputs, expected }) {
  const payments = Array.from({ length: inputs.payments }, (_, index) => ({ amount: -inputs.payment, time: index + 1 }));
  if (inputs.last_payment) payments.push({ amount: -inputs.last_payment, time: payments.length + 1 });
  const { nominal } = annualRates([{ amount: inputs.advance, time: 0 }, ...payments]);
  return [["nominal", expected.apr_percent.toFixed(2), nominal * PERCENT]];
}

function steppedXirr(dateOf) {
  return ({ inputs, expected }) => {
    const first = dayOf(inputs.first);
    const flows = Array.from({ length: inputs.payments }, (_, index) => ({ amount: -inputs.payment, date: dateOf(first, index) }));
    const rate = xirr([{ amount: inputs.net, date: dayOf(inputs.advance_date) }, ...flows]);
    return [["effective", expected.rate_percent.toFixed(6), rate * PERCENT]];
  };
}

function annuity({ inputs, expected }) {
  const exact = (percent) => levelPayment(fraction(inputs.principal), Array(inputs.months).fill(monthly(percent)));
  const total = multiply(exact(inputs.annual_percent), fraction(inputs.months));
  return [
    ["payment", expected.payment.toFixed(2), exact(inputs.annual_percent)],
    ["total", expected.total.toFixed(2), total],
    ["payment + 3", expected.payment_if_rate_plus_3.toFixed(2), exact(inputs.annual_percent + 3)],
  ];
}

function bullet({ inputs, expected }) {
  const interest = (percent) => multiply(fraction(inputs.principal), monthly(percent));
  return [
    ["payment", expected.payment.toFixed(2), interest(inputs.annual_percent)],
    ["interest", expected.interest.toFixed(2), multiply(interest(inputs.annual_percent), fraction(inputs.months))],
    ["payment + 3", expected.payment_if_rate_plus_3.toFixed(2), interest(inputs.annual_percent + 3)],
  ];
}

/** Interest over bands of days, each with its rate: the sum is rounded once. */
function bandedInterest(daysOfYear) {
  return ({ inputs, expected }) => {
    const rateDays = inputs.bands.map(({ rate, days }) => multiply(decimal(String(rate)), fraction(days)));
    const sum = rateDays.reduce((total, part) => ({ n: total.n * part.d + part.n * total.d, d: total.d * part.d }));
    const interest = divide(multiply(fraction(inputs.balance), sum), fraction(daysOfYear));
    return [["interest", expected.interest.toFixed(2), interest]];
  };
}

/** A payout day after which the months have exactly these numbers of days. */
function startWithMonths(days) {
  for (let month = 1; month <= 12; month += 1) {
    const start = { year: 2026, month, day: 15 };
    if (days.every((length, index) => daysBetween(addMonths(start, index), addMonths(start, index + 1)) === length)) return start;
  }
  throw new NoRate("none");
}

function dated(...tables) {
  return tables.flatMap((table, index) => Object.entries(table).map(([date, amount]) => ({
    amount: index === 0 ? amount : -amount, date: dayOf(date),
  })));
}

/** @returns {import("../civil-date/civil-date.js").CivilDate} */
function dayOf(date) {
  const day = parseDate(date instanceof Date ? date.toISOString().slice(0, 10) : String(date).slice(0, 10));
  if (!day) throw new RangeError(`no date: ${date}`);
  return day;
}

const fen = (amount) => BigInt(Math.round(amount * PERCENT));
const yuan = (amount) => fraction(amount, PERCENT);
const share = (percent) => divide(decimal(percent), fraction(PERCENT));
const monthly = (percent) => divide(decimal(String(percent)), fraction(12 * PERCENT));
