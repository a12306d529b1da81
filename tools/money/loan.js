/** What a loan costs: its schedule, its totals, its annual rates, and what settling it early saves. */

import { NoRate, annualRates } from "./rate.js";
import { schedule, totals } from "./schedule.js";

/**
 * @param {import("./schedule.js").Loan & {fee: bigint}} loan `fee`: fen kept back at the start, less than the amount
 * @returns {{rows: import("./schedule.js").Row[], totals: object, nominal: number | null, effective: number | null, savedBySettling: bigint | null}}
 *   rates as shares, null when they are beyond all bounds (a week's loan of which a third is kept back);
 *   `savedBySettling` fen of interest, null when nothing is settled early
 */
export function loanCost(loan) {
  const rows = schedule(loan);
  const sums = totals(rows);
  return {
    rows,
    totals: sums,
    ...ratesOf(loan, rows),
    savedBySettling: loan.settle ? totals(schedule({ ...loan, settle: undefined })).interest - sums.interest : null,
  };
}

function ratesOf(loan, rows) {
  try {
    return annualRates(loanFlows(loan, rows));
  } catch (problem) {
    if (problem instanceof NoRate && problem.reason === "too-large") return { nominal: null, effective: null };
    throw problem;
  }
}

function loanFlows({ amount, fee }, rows) {
  const received = { amount: Number(amount - fee), time: 0 };
  return [received, ...rows.map(({ payment, months }) => ({ amount: -Number(payment), time: months }))];
}
