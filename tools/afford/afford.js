/** What the tool computes, from the values of its fields to plain results; no DOM. */

import { monthlyBudget } from "../money/afford.js";
import { compare, divide, fraction, multiply, toDecimal } from "../numbers/fraction.js";
import { yuan } from "../numbers/format.js";

const PERCENT = 100;
const SHARE_PLACES = 6;

export const KINDS = { income: "money", spending: "money", debts: "money", payment: "money" };

/**
 * @param {Record<string, any>} values of the fields, fen a month
 * @param {import("../numbers/fraction.js").Fraction} rulePercent share of income that the rule of thumb allows for debts
 * @returns {{results: Record<string, string>, isShort: boolean, isAboveRule: boolean}} results as plain decimals
 */
export function affordability({ income, spending, debts = BigInt(0), payment = BigInt(0) }, rulePercent) {
  const { left, debtShare } = monthlyBudget({ income, spending, debts, payment });
  return {
    results: { left: yuan(left), "debt-share": toDecimal(multiply(debtShare, fraction(PERCENT)), SHARE_PLACES) },
    isShort: left < BigInt(0),
    isAboveRule: compare(debtShare, divide(rulePercent, fraction(PERCENT))) > 0,
  };
}
