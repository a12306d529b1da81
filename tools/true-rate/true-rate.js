/** What the tool computes, from the values of its fields to plain results; no DOM. */

import { cutAtDates, readDate } from "../civil-date/civil-date.js";
import { FieldProblem } from "../form/fields.js";
import { readText, valueFor } from "../form/kinds.js";
import { datedCost, offerCost, paymentFromDailyInterest, paymentFromDailySum, paymentFromFlatRate } from "../money/offer.js";
import { NoRate } from "../money/rate.js";
import { compare, divide, fraction } from "../numbers/fraction.js";
import { formatPercent, plainPercent, yuan } from "../numbers/format.js";
import { isOne, readMoney } from "../numbers/typed.js";

const PERCENT = 100;
const MOST_YUAN = 100000000;
const LONGEST_ENTRY = 60;
const SHOWN_RATE = 0.00005;
/** @type {Record<string, {kind: string, payment: (offer: {amount: bigint, instalments: number}, quoted: any) => bigint}>} */
const QUOTED = {
  flat: { kind: "percent-a-month", payment: ({ amount, instalments }, rate) => paymentFromFlatRate(amount, divide(rate, fraction(PERCENT)), instalments) },
  "per-day": { kind: "money", payment: (offer, sum) => paymentFromDailySum(sum) },
  "per-day-interest": { kind: "money", payment: ({ amount, instalments }, sum) => paymentFromDailyInterest(amount, sum, instalments) },
};

export const KINDS = {
  amount: "money", received: "money", payment: "money", instalments: "months", "monthly-fee": "money", flows: "text", offer: "text",
  sold: "text", quote: "text",
};

/**
 * Dated flows, where there are any, come before equal payments.
 * @param {Record<string, any>} values of the fields; `payment` undefined where it follows the quote
 * @returns {(ReturnType<typeof fromFlows> | ReturnType<typeof fromEqualPayments>) & {note: string}} results as plain decimals, "" for none;
 *   `note` what must be said of the rate: "zero", "below" (less is paid than received), "lent" (the rate is a lender's),
 *   "beyond" (it is too large to mean anything), or ""
 * @throws {FieldProblem | FieldProblem[]}
 */
export function trueRate(values) {
  const outcome = values.flows ? fromFlows(readFlows(values.flows)) : fromEqualPayments(values);
  return { ...outcome, note: noteOn(outcome.cost) };
}

/** @returns {boolean} whether the monthly payment follows what the offer says in another way */
export function isQuoted({ sold, quote }) {
  return sold in QUOTED && Boolean(quote && quote.trim());
}

/**
 * Reads `2026-01-10:9800, 2026-02-10:-884.91` and what people paste from spreadsheets: one entry a line, tabs, full-width signs.
 * @param {string} text
 * @returns {{date: import("../civil-date/civil-date.js").CivilDate, amount: bigint}[]} fen
 * @throws {FieldProblem} naming the entry that is not understood or has two readings
 */
export function readFlows(text) {
  const flows = cutAtDates(text.normalize("NFKC").replace(/[−‒–—]/g, "-").trim()).map(readEntry);
  if (flows.length < 2) throw new FieldProblem("flows", "few");
  return flows;
}

/**
 * The monthly payment behind an offer sold in another way: as a rate a month, or as yuan a day.
 * @param {{sold: string, quote: string, amount: bigint, instalments: number}} offer
 * @returns {bigint} fen
 * @throws {FieldProblem} where the quote is not understood
 */
export function paymentFromQuote(offer) {
  const { kind, payment } = QUOTED[offer.sold];
  const read = readText(withoutDay(offer.quote, kind), kind);
  if (read && read.either) throw new FieldProblem("quote", "either", { first: read.either[0], second: read.either[1] });
  if (!read || compare(read, fraction(0)) < 0 || isTooLarge(read)) throw new FieldProblem("quote");
  return payment(offer, valueFor(read, kind));
}

/** 每天30元, 30元/天, 30 yuan a day. */
function withoutDay(text, kind) {
  return kind === "money" ? text.trim().replace(/^[每一][天日]|(?:\/|每|一|per |a )\s*(?:天|日|day)$/i, "") : text;
}

function readEntry({ date: dateText, rest }) {
  const entry = `${dateText}${rest}`.trim().replace(/[\s,;、]+$/, "").slice(0, LONGEST_ENTRY);
  const [, amountText] = /^\s*[:=,\s]\s*(.+?)[\s,;、]*$/s.exec(rest) || [];
  const date = dateText ? readDate(dateText) : null;
  const amount = amountText ? readMoney(amountText) : null;
  for (const read of [date, amount]) {
    if (read && "either" in read) throw new FieldProblem("flows", "entry-either", { entry, first: read.either[0], second: read.either[1] });
  }
  if (!isOne(date) || !isOne(amount) || isTooLarge(amount)) throw new FieldProblem("flows", "entry", { entry });
  return { date, amount: valueFor(amount, "money") };
}

function noteOn({ effective, totalCost }) {
  if (!Number.isFinite(effective)) return "beyond";
  const cost = Number(totalCost);
  if (cost === 0) return "zero";
  if (Math.abs(effective) >= SHOWN_RATE && Math.sign(effective) !== Math.sign(cost)) return "lent";
  return cost < 0 ? "below" : "";
}

function isTooLarge(amount) {
  return compare(amount, fraction(MOST_YUAN)) > 0 || compare(amount, fraction(-MOST_YUAN)) < 0;
}

function fromFlows(flows) {
  const cost = withReason("flows", () => datedCost(flows));
  return {
    isDated: true,
    cost,
    results: {
      "effective-annual": percentOf(cost.effective),
      "nominal-annual": "",
      "total-cost": yuan(cost.totalCost),
    },
  };
}

function fromEqualPayments(values) {
  const needed = isQuoted(values) ? ["amount", "received", "instalments"] : ["amount", "received", "payment", "instalments"];
  const missing = needed.filter((name) => values[name] === undefined);
  if (missing.length) throw missing.map((name) => new FieldProblem(name, "empty"));
  if (values.received > values.amount) throw new FieldProblem("received", "amount");
  const payment = paymentOf(values);
  const monthlyFee = values["monthly-fee"] === undefined ? BigInt(0) : values["monthly-fee"];
  const cost = withReason("payment", () => offerCost({ ...values, payment, monthlyFee }));
  return {
    isDated: false,
    payment,
    cost,
    results: {
      "effective-annual": percentOf(cost.effective),
      "nominal-annual": percentOf(cost.nominal),
      "total-cost": yuan(cost.totalCost),
    },
  };
}

function percentOf(share) {
  return Number.isFinite(share) ? plainPercent(share * PERCENT) : "";
}

/** An address may give a payment beside a quote: then both must be the same. */
function paymentOf(values) {
  if (!isQuoted(values)) return values.payment;
  const payment = paymentFromQuote(values);
  if (values.payment === undefined || values.payment === payment) return payment;
  throw new FieldProblem("payment", "contradicts", { payment: yuan(payment) });
}

/** Why there is no rate, as a problem of the field that decides it. */
function withReason(field, compute) {
  try {
    return compute();
  } catch (problem) {
    if (!(problem instanceof NoRate)) throw problem;
    const [first, second] = problem.rates.map((rate) => formatPercent(rate * PERCENT));
    throw second ? new FieldProblem(field, "several-named", { first, second }) : new FieldProblem(field, problem.reason);
  }
}
