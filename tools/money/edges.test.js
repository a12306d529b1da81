/** Where a rule changes sides: exactly at its limit, and one step beside it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { affordability } from "../afford/afford.js";
import { borrowingCost, KINDS as BORROWING } from "../borrowing/borrowing.js";
import { isoDate } from "../civil-date/civil-date.js";
import { FieldProblem } from "../form/fields.js";
import { readText, valueFor } from "../form/kinds.js";
import { decimal, divide, fraction, toDecimal } from "../numbers/fraction.js";
import { latenessCost, KINDS as OVERDUE } from "../overdue-cost/overdue-cost.js";
import { paymentFromQuote, trueRate, KINDS as TRUE_RATE } from "../true-rate/true-rate.js";
import { againstLimit } from "./overdue.js";
import { offerCost } from "./offer.js";
import { annualRates, rateOfReturn } from "./rate.js";
import { schedule } from "./schedule.js";

const percent = (text) => divide(decimal(text), fraction(100));
const valuesOf = (fields, kinds) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, valueFor(readText(text, kinds[name]), kinds[name])]));

/** Field and reason of what is refused, "" where nothing is. */
function refusal(compute) {
  try {
    compute();
  } catch (thrown) {
    return [thrown].flat().map((problem) => (problem instanceof FieldProblem ? `${problem.field} ${problem.reason}` : assert.fail(problem))).join();
  }
  return "";
}

// 36.5 % a year is 0.1 % a day: on 1,000 yuan one yuan a day may come together, and at 0.05 % half of it does.
const LIMITS = [
  { daily: "0.1", charges: 0n, above: "never", lastDayAbove: null, says: "interest at the limit alone is not above it" },
  { daily: "0.1", charges: 1n, above: "always", lastDayAbove: null, says: "interest at the limit leaves charges no room" },
  { daily: "0.1001", charges: 0n, above: "always", lastDayAbove: null, says: "interest above the limit is above it from the first day" },
  { daily: "0.05", charges: 500n, above: "at-first", lastDayAbove: 9, says: "on the day of an exact hit the limit is no longer passed" },
  { daily: "0.05", charges: 501n, above: "at-first", lastDayAbove: 10, says: "a fen more passes it on that day too" },
];
for (const { daily, charges, above, lastDayAbove, says } of LIMITS) {
  test(says, () => {
    const late = { amount: 100000n, dailyRate: percent(daily), multiplier: fraction(1), charges, limit: percent("36.5") };
    const found = againstLimit({ ...late, days: 10 });

    assert.deepEqual([found.above, found.lastDayAbove], [above, lastDayAbove]);
    if (lastDayAbove === null) return;
    assert.ok(againstLimit({ ...late, days: lastDayAbove }).excess > 0n);
    assert.equal(againstLimit({ ...late, days: lastDayAbove + 1 }).excess, 0n);
  });
}

test("the first thirty days begin with the day after the due date, and charges count among all of them", () => {
  const late = valuesOf({ amount: "1000", daily: "0.05", multiplier: "1.5", due: "2026-01-30", paid: "2026-02-01", charges: "20" }, OVERDUE);
  const { days, crossingDaily } = latenessCost(late, decimal("36.5"));

  assert.deepEqual(days.map(({ day }) => day), Array.from({ length: 30 }, (_, index) => index + 1));
  assert.deepEqual({ ...days[1], date: isoDate(days[1].date) }, {
    day: 2, date: "2026-02-01", lateInterest: 150n, extraOverNormal: 50n, all: 2150n, limitSum: 200n,
  });
  assert.equal(toDecimal(crossingDaily, 4), "0.0667");
});

const MONTHS = [
  { payment: "1200", left: "0.00", isShort: false, isAboveRule: false, says: "a month that comes out even is not short, and a share as big as the rule not above it" },
  { payment: "1200.01", left: "-0.01", isShort: true, isAboveRule: true, says: "a fen more is short and above" },
];
for (const { payment, left, isShort, isAboveRule, says } of MONTHS) {
  test(says, () => {
    const month = { income: 500000n, spending: 325000n, debts: 55000n, payment: valueFor(decimal(payment), "money") };
    const found = affordability(month, decimal("35"));

    assert.deepEqual([found.results.left, found.isShort, found.isAboveRule], [left, isShort, isAboveRule]);
  });
}

/** @type {[Record<string, string>, string][]} */
const LOANS = [
  [{ fee: "90" }, ""], [{ fee: "99.99" }, ""], [{ fee: "100" }, "fee amount"], [{ fee: "100.01" }, "fee amount"],
  [{ settle: "2026-01-31" }, "settle term"], [{ settle: "2026-02-01" }, ""],
  [{ settle: "2027-01-31" }, ""], [{ settle: "2027-02-01" }, "settle term"],
];
for (const [fields, refused] of LOANS) {
  test(`a loan of 100 yuan over a year from 2026-01-31 with ${JSON.stringify(fields)} ${refused ? `is refused: ${refused}` : "is computed"}`, () => {
    const loan = { amount: "100", daily: "0.05", method: "equal-principal", instalments: "12", days: "actual", start: "2026-01-31", ...fields };

    assert.equal(refusal(() => borrowingCost(valuesOf(loan, BORROWING))), refused);
  });
}

/** @type {[Record<string, string>, string][]} */
const OFFERS = [
  [{ amount: "1000", received: "1000", payment: "100", instalments: "12" }, ""],
  [{ amount: "1000", received: "1000.01", payment: "100", instalments: "12" }, "received amount"],
  [{ flows: "2026-01-01:100000000 2026-02-01:-100000000" }, ""],
  [{ flows: "2026-01-01:100000000.01 2026-02-01:-100000000" }, "flows entry"],
  [{ flows: "2026-01-01:100000000 2026-02-01:-100000000.01" }, "flows entry"],
  [{ flows: "2026-01-01:1000" }, "flows few"],
  [{ flows: "2026-01-01:1000 2026-02-01:1000" }, "flows no-sign-change"],
];
for (const [fields, refused] of OFFERS) {
  test(`an offer of ${JSON.stringify(fields)} ${refused ? `is refused: ${refused}` : "is computed"}`, () => {
    assert.equal(refusal(() => trueRate(valuesOf(fields, TRUE_RATE))), refused);
  });
}

test("an offer without interest is paid back in equal parts", () => {
  assert.equal(paymentFromQuote({ sold: "flat", quote: "0", amount: 120000n, instalments: 12 }), 10000n);
});

const PRICES = [
  { says: "interest alone", received: 120000n, payment: 11200n, flat: 0.12, isDearer: { onBalance: true, withKeptBack: false } },
  { says: "something kept back and nothing else", received: 110000n, payment: 10000n, flat: 0, isDearer: { onBalance: false, withKeptBack: true } },
];
for (const { says, received, payment, flat, isDearer } of PRICES) {
  test(`the steps to the rate of an offer show ${says} where it belongs`, () => {
    const { steps } = offerCost({ amount: 120000n, received, payment, monthlyFee: 0n, instalments: 12 });

    assert.ok(Math.abs(steps.flat - flat) < 1e-12);
    assert.deepEqual({ onBalance: steps.onBalance - steps.flat > 1e-9, withKeptBack: steps.withKeptBack - steps.onBalance > 1e-9 }, isDearer);
  });
}

test("a rate at which the sum touches zero without crossing it counts once", () => {
  const rate = rateOfReturn([{ amount: -1, time: 0 }, { amount: 4, time: 1 }, { amount: -4, time: 2 }]);

  assert.ok(Math.abs(rate - 1) < 1e-9);
});

test("a rate is refused as too large when only the year makes it so", () => {
  assert.throws(() => annualRates([{ amount: 1, time: 0 }, { amount: -6, time: 1 }]), { reason: "too-large" });
});

const LOAN = /** @type {const} */ ({ amount: 100000000n, dailyRate: percent("0.1"), method: "equal-instalments", start: { year: 2026, month: 1, day: 31 } });

test("equal parts of the loan are rounded half up, and the last makes up for it", () => {
  const rows = schedule({ ...LOAN, amount: 20000n, method: "equal-principal", instalments: 3, days: "30" });

  assert.deepEqual(rows.map(({ principal }) => principal), [6667n, 6667n, 6666n]);
});

test("a day of settling after the term changes nothing", () => {
  const loan = /** @type {const} */ ({ ...LOAN, instalments: 3, days: "30" });

  assert.deepEqual(schedule({ ...loan, settle: { year: 2026, month: 5, day: 1 } }), schedule(loan));
});

test("no instalment adds to the debt, however long the loan and its months", () => {
  for (const days of /** @type {const} */ (["actual", "30"])) {
    const rows = schedule({ ...LOAN, instalments: 600, days });

    assert.ok(rows.every(({ principal }) => principal >= 0n));
  }
});

const SETTLED = [
  { settle: { year: 2026, month: 3, day: 15 }, number: 2, days: 15, months: 1.5, says: "halfway through a month of thirty days" },
  { settle: { year: 2026, month: 3, day: 31 }, number: 2, days: 30, months: 2, says: "on a due date" },
];
for (const { settle, says, ...last } of SETTLED) {
  test(`a loan settled ${says} ends in a row for the time that has passed`, () => {
    const { number, days, months } = schedule({ ...LOAN, instalments: 12, days: "30", settle }).at(-1) ?? assert.fail();

    assert.deepEqual({ number, days, months }, last);
  });
}

const NOTES = [
  ["2026-01-01:-1000, 2027-01-01:1100", "lent"],
  ["2026-01-01:1000, 2027-01-01:-1000", "zero"],
  ["2026-01-01:1000, 2027-01-01:-900", "below"],
  ["2026-01-10:650, 2026-01-17:-1000", "beyond"],
  ["2026-01-10:650, 2026-01-17:-1000, 2026-02-17:10", "beyond"],
  ["2026-01-01:1000, 2027-01-01:-1100", ""],
];
for (const [flows, note] of NOTES) {
  test(`${flows} brings ${note ? `the note “${note}”` : "no note"}`, () => {
    assert.equal(trueRate({ flows }).note, note);
  });
}
