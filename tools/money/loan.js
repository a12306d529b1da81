/** What a loan costs: its schedule, its totals, its annual rates, and what settling it early saves. */

import { annualRates } from "./rate.js";
import { schedule, totals } from "./schedule.js";

/**
 * @param {import("./schedule.js").Loan & {fee: bigint}} loan `fee`: fen kept back at the start, less than the amount
 * @returns {{rows: import("./schedule.js").Row[], totals: ReturnType<typeof totals>, nominal: number, effective: number, savedBySettling: bigint | null}}
 *   rates as shares; `savedBySettling` fen of interest, null when nothing is settled early
 * @throws {import("./rate.js").NoRate}
 */
export function loanCost(loan) {
  const rows = schedule(loan);
  const sums = totals(rows);
  return {
    rows,
    totals: sums,
    ...annualRates(loanFlows(loan, rows)),
    savedBySettling: loan.settle ? totals(schedule({ ...loan, settle: undefined })).interest - sums.interest : null,
  };
}

function loanFlows({ amount, fee }, rows) {
  const received = { amount: Number(amount - fee), time: 0 };
  return [received, ...rows.map(({ payment, months }) => ({ amount: -Number(payment), time: months }))];
}
