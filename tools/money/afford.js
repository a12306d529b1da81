/** What is left of a month's income, and which share of it goes to debts. */

import { fraction } from "../numbers/fraction.js";

/**
 * @param {{income: bigint, spending: bigint, debts: bigint, payment: bigint}} month fen a month; `payment` is the new instalment
 * @returns {{left: bigint, leftBefore: bigint, debtShare: import("../numbers/fraction.js").Fraction}} `left` may be below zero
 */
export function monthlyBudget({ income, spending, debts, payment }) {
  const leftBefore = income - spending - debts;
  return { leftBefore, left: leftBefore - payment, debtShare: fraction(debts + payment, income) };
}
