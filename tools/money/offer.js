/**
 * Any offer as one comparable annual rate, and where that rate comes from.
 *
 * @typedef {object} Offer equal monthly payments, the first one month after the money
 * @property {bigint} amount fen named in the offer
 * @property {bigint} received fen that reach the borrower
 * @property {bigint} payment fen a month
 * @property {bigint} monthlyFee fen a month on top: guarantee, insurance, membership
 * @property {number} instalments
 *
 * @typedef {{interest: bigint, keptBack: bigint, monthlyFees: bigint}} Parts fen
 * @typedef {{flat: number, onBalance: number, withKeptBack: number, withMonthlyFees: number}} Steps shares a year
 */

import { add, fraction, multiply, roundHalfUp } from "../numbers/fraction.js";
import { annualRatesOrBeyond, unlessTooLarge, xirr } from "./rate.js";

const DAYS_OF_MONTH = 30;
const MONTHS_OF_YEAR = 12;

/**
 * @param {Offer} offer
 * @returns {{nominal: number, effective: number, totalCost: bigint, parts: Parts, steps: Steps}}
 *   rates as shares, Infinity when they are beyond all bounds; `parts` fen of interest, fee kept back and monthly fees, which add up to `totalCost`;
 *   `steps` how the nominal rate builds up: flat as advertised, on the balance, with the fee kept back, with monthly fees
 * @throws {import("./rate.js").NoRate}
 */
export function offerCost({ amount, received, payment, monthlyFee, instalments }) {
  const count = BigInt(instalments);
  const parts = {
    interest: payment * count - amount,
    keptBack: amount - received,
    monthlyFees: monthlyFee * count,
  };
  const all = annualRatesOrBeyond(equalFlows(received, payment + monthlyFee, instalments));
  const steps = {
    flat: (Number(parts.interest) / Number(amount) / instalments) * MONTHS_OF_YEAR,
    onBalance: annualRatesOrBeyond(equalFlows(amount, payment, instalments)).nominal,
    withKeptBack: annualRatesOrBeyond(equalFlows(received, payment, instalments)).nominal,
    withMonthlyFees: all.nominal,
  };
  return { ...all, totalCost: parts.interest + parts.keptBack + parts.monthlyFees, parts, steps };
}

/**
 * @param {{amount: bigint, date: import("../civil-date/civil-date.js").CivilDate}[]} flows fen, received positive, paid negative
 * @returns {{effective: number, totalCost: bigint}} Infinity when the rate is beyond all bounds; cost: paid minus received
 * @throws {import("./rate.js").NoRate}
 */
export function datedCost(flows) {
  const effective = unlessTooLarge(() => xirr(flows.map(({ amount, date }) => ({ amount: Number(amount), date }))), Infinity);
  return { effective, totalCost: -flows.reduce((sum, { amount }) => sum + amount, BigInt(0)) };
}

/**
 * Monthly payment of an offer sold as a rate a month on the whole amount, whatever has been repaid.
 * @param {bigint} amount fen @param {import("../numbers/fraction.js").Fraction} monthlyRate share a month @param {number} instalments
 * @returns {bigint} fen
 */
export function paymentFromFlatRate(amount, monthlyRate, instalments) {
  return roundHalfUp(multiply(fraction(amount), add(monthlyRate, fraction(1, instalments))));
}

/**
 * Monthly payment of an offer sold as "so much a day, everything included"; a month counts 30 days.
 * @param {bigint} perDay fen
 * @returns {bigint} fen
 */
export function paymentFromDailySum(perDay) {
  return perDay * BigInt(DAYS_OF_MONTH);
}

/**
 * Monthly payment of an offer sold as interest of so much a day for the whole term, principal in equal parts on top; 30 days a month.
 * @param {bigint} amount fen @param {bigint} perDay fen @param {number} instalments
 * @returns {bigint} fen
 */
export function paymentFromDailyInterest(amount, perDay, instalments) {
  return roundHalfUp(fraction(amount, instalments)) + paymentFromDailySum(perDay);
}

function equalFlows(received, payment, instalments) {
  const payments = Array.from({ length: instalments }, (_, index) => ({ amount: -Number(payment), time: index + 1 }));
  return [{ amount: Number(received), time: 0 }, ...payments];
}
