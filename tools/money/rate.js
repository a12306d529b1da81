/**
 * Rates of return of payments over time: the rate at which everything received equals everything paid.
 *
 * Sum of amount × e^(−x·time) = 0 is solved for x = ln(1 + rate), and all solutions are found; a rate is irrational, hence doubles.
 * With one change of sign there is one solution (Descartes). With more there may be several, and most of them mean nothing: a fee of
 * 300 a day before a payout of 10,000 also “fits” a rate of 10^79, at which those 300 would grow to 10,000 in a day; a refund after
 * the end fits −99.9 %, at which all the rest would have melted away. So, where several fit,
 *
 * 1. a rate above 0 is the loan's where the money out at no interest (the running sum of the amounts) starts above 0, changes sign once
 *    and ends below 0: then no other rate above 0 exists. This is Norström's criterion (“A sufficient condition for a unique
 *    nonnegative internal rate of return”, Journal of Financial and Quantitative Analysis 7, 1972), for a borrower. It settles
 *    refunds after the end;
 * 2. else one that lies alone between −50 % and 500 % a period (a year, for dated payments) is the loan's. This band is a convention
 *    and no theorem: as far as we know, nobody offers two prices in one contract, and what fits beyond it comes from a small sum long
 *    enough before or after the rest. A rate below 0 does not count where more is paid than received. It settles fees and deposits
 *    before the payout;
 * 3. where the band holds none that goes with the cost, one that alone goes with it is the loan's: above 0 where more is paid than
 *    received, below 0 where less. It settles loans of a week, whose rates are in the millions of percent.
 *
 * Limits: two rates within the band are both told and neither is taken, as for −100, 230, −132 a year apart (10 % and 20 %); so are
 * sums so large and so far from the rest that their own rate falls into it (1,600 paid a year before 10,000 come: 25 % and 400 %).
 *
 * @typedef {{amount: number, time: number}} Flow received positive, paid negative; time in periods, fractions allowed
 * @typedef {"no-sign-change" | "several" | "none" | "too-large"} Reason
 */

import { daysBetween } from "../civil-date/civil-date.js";

const DAYS_OF_XIRR_YEAR = 365;
const MONTHS_OF_YEAR = 12;
// Beyond this a rate says nothing: a thousand million times the money in a year.
const HIGHEST_RATE = 1e9;
// Next to everything gone within a period.
const LOWEST_RATE = -1 + 1e-9;
const EVERYDAY = { from: -0.5, to: 5 };
const ROUNDING = 1e-9;
const BISECTIONS = 200;
// Terms cancel to about this share of their size in double arithmetic.
const CANCELLATION = 1e-13;

/** Why no single rate exists. */
export class NoRate extends Error {
  /** @param {Reason} reason @param {number[]} [rates] that fit and can be said, where there are several */
  constructor(reason, rates = []) {
    super(reason);
    this.reason = reason;
    this.rates = rates;
  }
}

/**
 * The rate per period.
 * @param {Flow[]} flows
 * @returns {number} 0.0107 for 1.07 %
 * @throws {NoRate}
 */
export function rateOfReturn(flows) {
  const terms = netByTime(flows);
  if (!signChanges(terms)) throw new NoRate("no-sign-change");
  const rates = rootsOf(terms).map(Math.expm1);
  if (!rates.length) throw new NoRate("none");
  const rate = rates.length === 1 ? rates[0] : theLoansOwn(rates, terms);
  if (rate > HIGHEST_RATE) throw new NoRate("too-large");
  if (rate < LOWEST_RATE) throw new NoRate("none");
  return rate;
}

/** Of several rates that fit, the one that is the loan's price; see the rules above. */
function theLoansOwn(rates, terms) {
  const sums = runningSums(terms);
  const received = sums[sums.length - 1].amount;
  if (sums[0].amount > 0 && received < 0 && signChanges(sums) === 1) return rates.find((rate) => rate > 0);
  const everyday = rates.filter((rate) => rate >= EVERYDAY.from && rate <= EVERYDAY.to && !(received < 0 && rate < -ROUNDING));
  if (everyday.length > 1) throw new NoRate("several", everyday);
  const sayable = rates.filter((rate) => rate > LOWEST_RATE && rate <= HIGHEST_RATE);
  const fitting = sayable.filter((rate) => Math.sign(rate) === -Math.sign(received));
  const [one, ...others] = everyday.some((rate) => fitting.includes(rate)) || !fitting.length ? everyday : fitting;
  if (one === undefined || others.length) throw new NoRate("several", sayable);
  return one;
}

/** What has been received less what has been paid, after each time; without those after which it is nothing. */
function runningSums(terms) {
  let amount = 0;
  return terms.map((term) => ({ amount: (amount += term.amount), time: term.time })).filter((sum) => sum.amount !== 0);
}

/**
 * Effective annual rate of dated payments, as XIRR defines it: every year has 365 days.
 * @param {{amount: number, date: import("../civil-date/civil-date.js").CivilDate}[]} flows
 * @returns {number}
 * @throws {NoRate}
 */
export function xirr(flows) {
  const first = flows.reduce((earliest, { date }) => (daysBetween(earliest, date) < 0 ? date : earliest), flows[0].date);
  return rateOfReturn(flows.map(({ amount, date }) => ({ amount, time: daysBetween(first, date) / DAYS_OF_XIRR_YEAR })));
}

/**
 * The two annual rates of the annex to PBoC Announcement 2021 No. 3, from payments timed in months.
 * @param {Flow[]} flows
 * @returns {{nominal: number, effective: number}} simple (12 × monthly) and compounded ((1 + monthly)^12 − 1)
 * @throws {NoRate}
 */
export function annualRates(flows) {
  const monthly = rateOfReturn(flows);
  const effective = Math.expm1(MONTHS_OF_YEAR * Math.log1p(monthly));
  if (effective > HIGHEST_RATE) throw new NoRate("too-large");
  return { nominal: monthly * MONTHS_OF_YEAR, effective };
}

/**
 * A rate beyond all bounds says nothing, but the sums beside it do: a loan of a week of which a third is kept back.
 * @template T
 * @param {() => T} compute @param {T} beyond what stands for a rate that is too large to mean anything
 * @returns {T}
 * @throws {NoRate} for every other reason
 */
export function unlessTooLarge(compute, beyond) {
  try {
    return compute();
  } catch (problem) {
    if (problem instanceof NoRate && problem.reason === "too-large") return beyond;
    throw problem;
  }
}

/**
 * As `annualRates`, with both rates `Infinity` where they are too large to mean anything.
 * @param {Flow[]} flows
 * @throws {NoRate}
 */
export function annualRatesOrBeyond(flows) {
  return unlessTooLarge(() => annualRates(flows), { nominal: Infinity, effective: Infinity });
}

/** Adds what falls on the same time, so that the order of entries cannot matter; in order of time. */
function netByTime(flows) {
  const sums = new Map();
  for (const { amount, time } of flows) sums.set(time, (sums.get(time) || 0) + amount);
  return [...sums]
    .map(([time, amount]) => ({ amount, time }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => a.time - b.time);
}

function signChanges(terms) {
  return terms.slice(1).filter(({ amount }, index) => Math.sign(amount) !== Math.sign(terms[index].amount)).length;
}

/**
 * All real x at which the sum changes sign or touches zero, in order.
 *
 * Such a sum has at most as many zeros as its amounts have changes of sign. Multiplied by e^(m·x), with m between two
 * times where the sign changes, its zeros stay, and its derivative has one change of sign less. The derivative's zeros
 * cut the line into pieces on each of which the sum only rises or only falls: each piece holds one zero or none.
 */
function rootsOf(terms) {
  if (!signChanges(terms)) return [];
  const middle = middleOfFirstChange(terms);
  const turns = rootsOf(terms.map(({ amount, time }) => ({ amount: amount * (middle - time), time })));
  const edges = [-outerBound(terms, turns), ...turns, outerBound(terms, turns)];
  const roots = edges.slice(1).map((to, index) => rootBetween(terms, edges[index], to)).filter((root) => root !== null);
  return roots.filter((root, index) => index === 0 || root !== roots[index - 1]);
}

function middleOfFirstChange(terms) {
  const index = terms.findIndex(({ amount }, place) => place > 0 && Math.sign(amount) !== Math.sign(terms[place - 1].amount));
  return (terms[index].time + terms[index - 1].time) / 2;
}

/** A distance from zero beyond which the earliest or the latest term outweighs all others, so no zero lies there. */
function outerBound(terms, turns) {
  let bound = Math.max(1, ...turns.map(Math.abs)) * 2;
  const last = terms[terms.length - 1];
  while (signAt(terms, bound) !== Math.sign(terms[0].amount) || signAt(terms, -bound) !== Math.sign(last.amount)) bound *= 2;
  return bound;
}

function rootBetween(terms, from, to) {
  const atFrom = signAt(terms, from);
  const atTo = signAt(terms, to);
  if (atFrom === 0) return from;
  if (atTo === 0) return to;
  if (atFrom === atTo) return null;
  let [low, high] = [from, to];
  for (let step = 0; step < BISECTIONS; step += 1) {
    const centre = (low + high) / 2;
    if (centre === low || centre === high) break;
    if (signAt(terms, centre, 0) === atFrom) low = centre;
    else high = centre;
  }
  return (low + high) / 2;
}

/** Sign of the sum at x; zero where it is smaller than its own rounding error. The largest exponent is taken out first: no overflow. */
function signAt(terms, x, tolerance = CANCELLATION) {
  const largest = Math.max(-x * terms[0].time, -x * terms[terms.length - 1].time);
  let sum = 0;
  let size = 0;
  for (const { amount, time } of terms) {
    const value = amount * Math.exp(-x * time - largest);
    sum += value;
    size += Math.abs(value);
  }
  return Math.abs(sum) <= size * tolerance ? 0 : Math.sign(sum);
}
