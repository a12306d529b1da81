/** What the tool computes, from the values of its fields to plain results; no DOM. */

import { parseDate } from "../civil-date/civil-date.js";
import { FieldProblem } from "../form/fields.js";
import { valueFor } from "../form/kinds.js";
import { datedCost, offerCost, paymentFromDailyInterest, paymentFromDailySum, paymentFromFlatRate } from "../money/offer.js";
import { NoRate } from "../money/rate.js";
import { compare, divide, fraction } from "../numbers/fraction.js";
import { plainPercent, yuan } from "../numbers/format.js";
import { readNumber, readPercent } from "../numbers/typed.js";

const PERCENT = 100;
const MOST_YUAN = 100000000;
// A new entry begins where a date does; commas inside 10,000 do not end one.
const BETWEEN_ENTRIES = /[,;、\s]+(?=\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d|\d{8}\s*[:\t ])/;
const ENTRY = /^(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{8})\s*[:,\s]\s*(.+?)\s*[,;]?$/;

export const KINDS = {
  amount: "money", received: "money", payment: "money", instalments: "count", "monthly-fee": "money", flows: "text", offer: "text",
};

/**
 * Dated flows, where there are any, come before equal payments.
 * @param {Record<string, any>} values of the fields
 * @returns {ReturnType<typeof fromFlows> | ReturnType<typeof fromEqualPayments>} results as plain decimals, "" for none
 * @throws {FieldProblem | FieldProblem[]}
 */
export function trueRate(values) {
  return values.flows ? fromFlows(readFlows(values.flows)) : fromEqualPayments(values);
}

/**
 * Reads `2026-01-10:9800, 2026-02-10:-884.91` and what people paste from spreadsheets: one entry a line, tabs, full-width signs.
 * @param {string} text
 * @returns {{date: import("../civil-date/civil-date.js").CivilDate, amount: bigint}[]} fen
 * @throws {FieldProblem} naming the entry that is not understood
 */
export function readFlows(text) {
  const plain = text.normalize("NFKC").replace(/[−‒–—]/g, "-").trim();
  const flows = plain.split(BETWEEN_ENTRIES).map(readEntry);
  if (flows.length < 2) throw new FieldProblem("flows", "few");
  return flows;
}

/**
 * The monthly payment behind an offer sold in another way.
 * @param {"flat" | "per-day" | "per-day-interest"} sold
 * @param {string} quote as typed: percent a month, or yuan a day
 * @param {bigint | null} amount fen
 * @param {number | null} instalments
 * @returns {string | null} yuan, null while something is missing
 */
export function paymentFromQuote(sold, quote, amount, instalments) {
  const number = sold === "flat" ? readPercent(quote) : readNumber(quote);
  if (!number || number.n < BigInt(0) || !amount || !instalments || instalments < 0) return null;
  if (sold === "flat") return yuan(paymentFromFlatRate(amount, divide(number, fraction(PERCENT)), instalments));
  const perDay = valueFor(number, "money");
  return yuan(sold === "per-day" ? paymentFromDailySum(perDay) : paymentFromDailyInterest(amount, perDay, instalments));
}

function readEntry(entry) {
  const [, dateText, amountText] = ENTRY.exec(entry.trim()) || [];
  const date = dateText && parseDate(dateText);
  const amount = amountText && readNumber(amountText);
  if (!date || !amount || isTooLarge(amount)) throw new FieldProblem("flows", "entry", { entry: entry.trim() });
  return { date, amount: valueFor(amount, "money") };
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
      "effective-annual": plainPercent(cost.effective * PERCENT),
      "nominal-annual": "",
      "total-cost": yuan(cost.totalCost),
    },
  };
}

function fromEqualPayments(values) {
  const missing = ["amount", "received", "payment", "instalments"].filter((name) => values[name] === undefined);
  if (missing.length) throw missing.map((name) => new FieldProblem(name, "empty"));
  if (values.received > values.amount) throw new FieldProblem("received", "amount");
  const monthlyFee = values["monthly-fee"] === undefined ? BigInt(0) : values["monthly-fee"];
  const cost = withReason("payment", () => offerCost({ ...values, monthlyFee }));
  return {
    isDated: false,
    cost,
    results: {
      "effective-annual": plainPercent(cost.effective * PERCENT),
      "nominal-annual": plainPercent(cost.nominal * PERCENT),
      "total-cost": yuan(cost.totalCost),
    },
  };
}

/** Why there is no rate, as a problem of the field that decides it. */
function withReason(field, compute) {
  try {
    return compute();
  } catch (problem) {
    if (problem instanceof NoRate) throw new FieldProblem(field, problem.reason);
    throw problem;
  }
}
