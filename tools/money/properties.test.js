/** What must hold for every loan, whatever the numbers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { addDays, addMonths, daysBetween } from "../civil-date/civil-date.js";
import { add, fraction, roundHalfUp } from "../numbers/fraction.js";
import { loanCost } from "./loan.js";
import { offerCost } from "./offer.js";
import { NoRate, rateOfReturn, xirr } from "./rate.js";
import { lastDueDate, levelPayment, schedule, totals } from "./schedule.js";

const YUAN = 100n;
const METHODS = ["equal-principal", "equal-instalments", "interest-first"];
const TOLERANCE = 1e-6;
// The same cases every time: a failure is then a change of ours.
const SEED = 20261124;

const dates = fc.integer({ min: 14000, max: 30000 }).map((days) => addDays({ year: 1970, month: 1, day: 1 }, days));
const loans = fc.record({
  amount: fc.bigInt({ min: 1n, max: 100000000n * YUAN }),
  // Hundred-thousandths: up to 0.2 % a day.
  dailyRate: fc.integer({ min: 0, max: 200 }).map((n) => fraction(n, 100000)),
  method: fc.constantFrom(...METHODS),
  instalments: fc.integer({ min: 1, max: 60 }),
  days: fc.constantFrom("actual", "30"),
  start: dates,
});
const largeLoans = loans.map((loan) => ({ ...loan, amount: loan.amount + 1000000n * YUAN }));
const settledLoans = fc.tuple(loans, fc.double({ min: 0, max: 1, noNaN: true })).map(([loan, share]) => {
  const term = daysBetween(loan.start, lastDueDate(loan));
  return { ...loan, settle: addDays(loan.start, Math.max(1, Math.round(share * term))) };
});

/** The rates of a loan for which they can be said. */
const ratesOf = (loan) => {
  const { nominal, effective } = loanCost(loan);
  return Number.isFinite(nominal + effective) ? { nominal, effective } : assert.fail();
};

const check = (arbitrary, property) => fc.assert(fc.property(arbitrary, property), { numRuns: 150, seed: SEED });
const close = (a, b, tolerance = TOLERANCE) => assert.ok(Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b)), `${a} is not ${b}`);

test("principal adds up to the loan, payments to principal and interest, to the fen", () => check(fc.oneof(loans, settledLoans), (loan) => {
  const rows = schedule(loan);
  const sums = totals(rows);

  assert.equal(sums.principal, loan.amount);
  assert.equal(sums.payment, sums.principal + sums.interest);
  assert.equal(rows[rows.length - 1].balance, 0n);
}));

test("no balance, principal or interest is ever below zero, and balances only fall", () => check(fc.oneof(loans, settledLoans), (loan) => {
  let before = loan.amount;
  for (const { principal, interest, balance } of schedule(loan)) {
    assert.ok(principal >= 0n && interest >= 0n && balance >= 0n && balance <= before);
    before = balance;
  }
}));

test("the days of a schedule on actual days are the days of the term", () => check(loans, (loan) => {
  const days = schedule({ ...loan, days: "actual" }).reduce((sum, row) => sum + row.days, 0);

  assert.equal(days, daysBetween(loan.start, addMonths(loan.start, loan.instalments)));
}));

test("equal instalments differ by rounding only", () => check(largeLoans, (loan) => {
  const rows = schedule({ ...loan, method: "equal-instalments" });
  const payments = new Set(rows.slice(0, -1).map(({ payment }) => payment));
  const last = rows[rows.length - 1].payment;

  assert.ok(payments.size <= 1);
  // Each of up to 60 roundings grows with interest until the end.
  for (const payment of payments) assert.ok(Math.abs(Number(last - payment)) <= 600);
}));

test("settling early never costs more without a fee", () => check(settledLoans, (loan) => {
  assert.ok((loanCost({ ...loan, fee: 0n }).savedBySettling ?? assert.fail()) >= 0n);
}));

test("interest of r a month gives a monthly return of r, whatever the shape of repayment", () => check(largeLoans, (loan) => {
  const { nominal } = ratesOf({ ...loan, days: "30", fee: 0n });

  close(nominal, (360 * Number(loan.dailyRate.n)) / Number(loan.dailyRate.d), 1e-4);
}));

test("settling on a due date without a fee leaves the rate as it was", () => check(fc.tuple(largeLoans, fc.integer({ min: 1, max: 60 })), ([loan, due]) => {
  const even = { ...loan, days: "30", fee: 0n };
  const settle = addMonths(loan.start, Math.min(due, loan.instalments));

  close(ratesOf({ ...even, settle }).nominal, ratesOf(even).nominal, 1e-4);
}));

test("settling early with a fee raises the rate", () => check(largeLoans, (loan) => {
  const costly = { ...loan, days: "30", instalments: loan.instalments + 6, fee: loan.amount / 50n };

  assert.ok(ratesOf({ ...costly, settle: addMonths(loan.start, 2) }).nominal > ratesOf(costly).nominal);
}));

test("a fee kept back raises both rates, and no fee changes nothing", () => check(largeLoans, (loan) => {
  const without = ratesOf({ ...loan, fee: 0n });
  const with_ = ratesOf({ ...loan, fee: loan.amount / 100n });

  assert.ok(with_.nominal > without.nominal && with_.effective > without.effective);
}));

test("the compounded rate is never below the simple one", () => check(largeLoans, (loan) => {
  const { nominal, effective } = ratesOf({ ...loan, fee: 0n });

  assert.ok(effective >= nominal - 1e-9);
  if (loan.dailyRate.n === 0n) close(nominal, 0, 1e-9);
}));

const offers = fc.record({
  received: fc.integer({ min: 100, max: 1000000 }), payment: fc.integer({ min: 100, max: 1000000 }), instalments: fc.integer({ min: 1, max: 120 }),
}).filter(({ received, payment, instalments }) => payment * instalments > received && payment * 2 < received);

test("scaling every amount leaves the rate unchanged", () => check(fc.tuple(offers, fc.integer({ min: 2, max: 1000 })), ([offer, k]) => {
  const rate = (factor) => offerCost({
    amount: BigInt(offer.received * factor), received: BigInt(offer.received * factor), payment: BigInt(offer.payment * factor),
    monthlyFee: 0n, instalments: offer.instalments,
  }).nominal;

  close(rate(k), rate(1), 1e-9);
}));

test("the parts of an offer add up to its cost and its steps to its rate", () => check(fc.tuple(offers, fc.integer({ min: 0, max: 50 })), ([offer, percent]) => {
  const amount = BigInt(offer.received);
  const keptBack = (amount * BigInt(percent)) / 100n;
  const { parts, steps, nominal, totalCost } = offerCost({
    amount, received: amount - keptBack, payment: BigInt(offer.payment), monthlyFee: 7n, instalments: offer.instalments,
  });

  assert.equal(parts.interest + parts.keptBack + parts.monthlyFees, totalCost);
  assert.equal(steps.withMonthlyFees, nominal);
  assert.ok(steps.withKeptBack >= steps.onBalance && nominal >= steps.withKeptBack);
}));

test("a flat rate of r a month costs more than 12 r a year on the balance", () => check(fc.integer({ min: 2, max: 60 }), (months) => {
  const payment = roundHalfUp(add(fraction(1000000n, months), fraction(7000)));
  const { steps } = offerCost({ amount: 1000000n, received: 1000000n, payment, monthlyFee: 0n, instalments: months });

  assert.ok(steps.onBalance > steps.flat);
}));

const datedFlows = fc.array(fc.record({ amount: fc.integer({ min: -100000, max: 100000 }).filter(Boolean), date: dates }), { minLength: 2, maxLength: 12 });

test("dated flows give one finite rate that balances them, or a reason", () => check(datedFlows, (flows) => {
  try {
    const rate = xirr(flows);
    const first = flows.reduce((least, { date }) => (daysBetween(date, least) > 0 ? date : least), flows[0].date);
    const terms = flows.map(({ amount, date }) => amount * (1 + rate) ** (-daysBetween(first, date) / 365));
    const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);

    assert.ok(Number.isFinite(rate) && rate > -1);
    assert.ok(Math.abs(terms.reduce((sum, term) => sum + term, 0)) <= 1e-7 * size);
  } catch (problem) {
    assert.ok(problem instanceof NoRate, problem.stack);
    assert.ok(["no-sign-change", "several", "none", "too-large"].includes(problem.reason));
  }
}));

test("the order of entries changes nothing, same-day ones included", () => check(datedFlows, (flows) => {
  const outcome = (list) => { try { return xirr(list); } catch (problem) { return problem.reason; } };

  assert.equal(outcome([...flows].reverse()), outcome(flows));
}));

test("a loan with one change of sign always has a rate or is beyond saying", () => check(offers, ({ received, payment, instalments }) => {
  const flows = Array.from({ length: instalments }, (_, index) => ({ amount: -payment, time: index + 1 }));

  assert.ok(rateOfReturn([{ amount: received, time: 0 }, ...flows]) > 0);
}));

/** @type {[string, number[][], string][]} */
const REFUSED = [
  ["no change of sign", [[100, 0], [50, 1]], "no-sign-change"],
  ["nothing at all after netting a day", [[100, 0], [-100, 0]], "no-sign-change"],
  ["two rates, 100 % and 200 %", [[-1, 0], [5, 1], [-6, 2]], "several"],
  ["two rates, 10 % and 20 %", [[-1, 0], [2.3, 1], [-1.32, 2]], "several"],
  ["the same with plus and minus changed", [[1, 0], [-2.3, 1], [1.32, 2]], "several"],
  ["two rates, 25 % and 400 %", [[-1600, 0], [10000, 1], [-10000, 2]], "several"],
  ["two rates, -5 % and 20 %", [[-100, 0], [215, 1], [-114, 2]], "several"],
  ["two rates, 700 % and 1100 %", [[-1, 0], [20, 1], [-96, 2]], "several"],
  ["half of it back the next day", [[2, 0], [-1, 1 / 365]], "none"],
  ["no rate: it always earns", [[10, 0], [-10, 1], [10, 2]], "none"],
  ["more than can be said", [[1, 0], [-1e10, 1]], "too-large"],
];

for (const [name, flows, reason] of REFUSED) {
  test(`${name} is refused as ${reason}`, () => {
    assert.throws(() => rateOfReturn(flows.map(([amount, time]) => ({ amount, time }))), { reason });
  });
}

test("several changes of sign with a single rate still give it", () => {
  // 1000 drawn, 500 repaid, 100 drawn again, the rest repaid at 10 % a period.
  const rest = ((1000 * 1.1 - 500) * 1.1 + 100) * 1.1;

  close(rateOfReturn([[1000, 0], [-500, 1], [100, 2], [-rest, 3]].map(([amount, time]) => ({ amount, time }))), 0.1, 1e-12);
});

const madeUpLoans = fc.record({
  start: dates,
  received: fc.integer({ min: 1000, max: 100000 }),
  // Shares of the sum, and rates a year in percent.
  yearlyPercent: fc.integer({ min: 1, max: 200 }),
  months: fc.integer({ min: 2, max: 60 }),
  depositPercent: fc.integer({ min: 5, max: 50 }),
  feePercent: fc.integer({ min: 1, max: 10 }), feeDaysBefore: fc.integer({ min: 1, max: 60 }),
  refundPercent: fc.integer({ min: 1, max: 5 }), refundDaysAfter: fc.integer({ min: 1, max: 180 }),
});

/**
 * A loan with sums before the payout, after the end, or both, whose equal payments are such that its rate is the given one.
 * @typedef {{hasFee?: boolean, hasRefund?: boolean, hasDeposit?: boolean}} Parts
 * @param {any} loan @param {Parts} parts
 */
function madeUp(loan, { hasFee, hasRefund, hasDeposit }) {
  const { start, received, yearlyPercent, months, depositPercent, feePercent, feeDaysBefore, refundPercent, refundDaysAfter } = loan;
  const rate = yearlyPercent / 100;
  const worth = (amount, date) => amount * (1 + rate) ** (-daysBetween(start, date) / 365);
  const fee = hasFee ? [{ amount: (-received * feePercent) / 100, date: addDays(start, -feeDaysBefore) }] : [];
  const due = Array.from({ length: months }, (_, index) => addMonths(start, index + 1));
  const refund = hasRefund ? [{ amount: (received * refundPercent) / 100, date: addDays(due[months - 1], refundDaysAfter) }] : [];
  const size = (received * depositPercent) / 100;
  const deposit = hasDeposit ? [{ amount: -size, date: addDays(start, -1) }, { amount: size, date: addDays(due[months - 1], 5) }] : [];
  const around = [...fee, ...deposit, { amount: received, date: start }, ...refund];
  const payment = around.reduce((sum, { amount, date }) => sum + worth(amount, date), 0) / due.reduce((sum, date) => sum + worth(1, date), 0);
  return { rate, flows: [...around, ...due.map((date) => ({ amount: -payment, date }))] };
}

/** @type {Record<string, Parts>} */
const AROUND = {
  "a fee before the payout": { hasFee: true },
  "a refund after the end": { hasRefund: true },
  both: { hasFee: true, hasRefund: true },
  "a deposit before, given back after": { hasDeposit: true },
};
for (const [name, parts] of Object.entries(AROUND)) {
  test(`a known rate is found again in a loan with ${name}`, () => check(madeUpLoans, (loan) => {
    const { rate, flows } = madeUp(loan, parts);

    close(xirr(flows), rate, 1e-6);
  }));

  test(`sizes, days and the order of entries leave the rate of a loan with ${name}`, () => check(fc.tuple(madeUpLoans, fc.integer({ min: 2, max: 500 })), ([loan, k]) => {
    const { flows } = madeUp(loan, parts);

    close(xirr(flows.map(({ amount, date }) => ({ amount: amount * k, date }))), xirr(flows), 1e-9);
    close(xirr(flows.map(({ amount, date }) => ({ amount, date: addDays(date, k) }))), xirr(flows), 1e-9);
    close(xirr([...flows].reverse()), xirr(flows), 1e-9);
  }));
}

test("six hundred instalments are solved", () => {
  const payment = levelPayment(fraction(100000000), Array(600).fill(fraction(5, 1200)));
  const rate = offerCost({ amount: 100000000n, received: 100000000n, payment: roundHalfUp(payment), monthlyFee: 0n, instalments: 600 }).nominal;

  close(rate, 0.05, 1e-5);
});
