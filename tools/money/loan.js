/** What a loan costs: its schedule, its totals, its annual rates, and what settling it early saves. */

import { annualRatesOrBeyond } from "./rate.js";
import { schedule, totals } from "./schedule.js";

/**
 * @param {import("./schedule.js").Loan & {fee: bigint}} loan `fee`: fen kept back at the start, less than the amount
 * @returns {{rows: import("./schedule.js").Row[], totals: object, nominal: number, effective: number, savedBySettling: bigint | null}}
 *   rates as shares, Infinity when they are beyond all bounds (a week's loan of which a third is kept back);
 *   `savedBySettling` fen of interest, null when nothing is settled early
 */
export function loanCost(loan) {
  const rows = schedule(loan);
  const sums = totals(rows);
  return {
    rows,
    totals: sums,
    ...annualRatesOrBeyond(loanFlows(loan, rows)),
    savedBySettling: loan.settle ? totals(schedule({ ...loan, settle: undefined })).interest - sums.interest : null,
  };
}

function loanFlows({ amount, fee }, rows) {
  const received = { amount: Number(amount - fee), time: 0 };
  return [received, ...rows.map(({ payment, months }) => ({ amount: -Number(payment), time: months }))];
}
