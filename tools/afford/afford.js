/** What the tool computes, from the values of its fields to plain results; no DOM. */

import { fillWords } from "../form/words.js";
import { monthlyBudget } from "../money/afford.js";
import { compare, divide, fraction, multiply, toDecimal } from "../numbers/fraction.js";
import { shortSum, yuan } from "../numbers/format.js";

const PERCENT = 100;
const SHARE_PLACES = 6;

export const KINDS = { income: "money", spending: "money", debts: "money", payment: "money" };

/**
 * @param {Record<string, any>} values of the fields, fen a month
 * @param {import("../numbers/fraction.js").Fraction} rulePercent share of income that the rule of thumb allows for debts
 * @returns {{results: Record<string, string>, isShort: boolean, isAboveRule: boolean, leftBefore: bigint}} results as plain
 *   decimals; `leftBefore` fen a month before this loan is paid
 */
export function affordability({ income, spending, debts = BigInt(0), payment = BigInt(0) }, rulePercent) {
  const { left, leftBefore, debtShare } = monthlyBudget({ income, spending, debts, payment });
  return {
    leftBefore,
    results: { left: yuan(left), "debt-share": toDecimal(multiply(debtShare, fraction(PERCENT)), SHARE_PLACES) },
    isShort: left < BigInt(0),
    isAboveRule: compare(debtShare, divide(rulePercent, fraction(PERCENT))) > 0,
  };
}

/**
 * The month in words for the letter that asks for a plan: only what was typed, and what that leaves.
 * @param {Record<string, any>} values of the fields, fen a month @param {bigint} leftBefore fen a month before this loan is paid
 * @param {Record<"month" | "debts" | "left" | "nothing" | "short" | "payment" | "space", string>} words of one language
 * @returns {string}
 */
export function sentenceForLetter({ income, spending, debts, payment }, leftBefore, words) {
  const zero = BigInt(0);
  const end = leftBefore > zero ? words.left : leftBefore < zero ? words.short : words.nothing;
  const sums = {
    income: shortSum(yuan(income)),
    spending: shortSum(yuan(spending)),
    debts: debts ? shortSum(yuan(debts)) : "",
    payment: payment ? shortSum(yuan(payment)) : "",
    left: shortSum(yuan(leftBefore).replace("-", "")),
  };
  const month = words.month + (debts ? words.debts : "") + end;
  return fillWords([month, ...(payment ? [words.payment] : [])].join(words.space), sums);
}
