/** Runs every tool's cases.yml through its arithmetic; the browser runs the same cases through the page. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

import { affordability, KINDS as AFFORD } from "../afford/afford.js";
import { borrowingCost, KINDS as BORROWING } from "../borrowing/borrowing.js";
import { readText, valueFor } from "../form/kinds.js";
import { decimal } from "../numbers/fraction.js";
import { yuan } from "../numbers/format.js";
import { latenessCost, KINDS as OVERDUE } from "../overdue-cost/overdue-cost.js";
import { paymentFromQuote, trueRate, KINDS as TRUE_RATE } from "../true-rate/true-rate.js";

const TOOLS = {
  borrowing: { kinds: BORROWING, compute: (values) => borrowingCost({ "year-days": "360", ...values }) },
  "true-rate": { kinds: TRUE_RATE, compute: trueRate },
  "overdue-cost": { kinds: OVERDUE, compute: (values) => latenessCost(values, decimal("24")) },
  afford: { kinds: AFFORD, compute: (values) => affordability(values, decimal("35")) },
};

for (const [name, { kinds, compute }] of Object.entries(TOOLS)) {
  const { cases } = parse(readFileSync(new URL(`../${name}/cases.yml`, import.meta.url), "utf8"));
  for (const { name: situation, fields, is } of cases) {
    test(`${name}: ${situation}`, () => {
      const { results } = compute(valuesOf(fields, kinds));

      for (const [result, expected] of Object.entries(is)) assertEqual(results[result], expected, result);
    });
  }
}

test("an annual rate is used exactly, not through the rounded daily rate beside it", () => {
  const values = valuesOf({ amount: "410000", annual: "5", "year-days": "360", method: "equal-instalments", instalments: "240", days: "30", start: "2026-01-15" }, BORROWING);

  assert.equal(borrowingCost(values).results["first-payment"], "2705.82");
});

test("the longest loan is computed without a pause", () => {
  const values = valuesOf({ amount: "1000000", daily: "0.0666", method: "equal-instalments", instalments: "600", days: "actual", start: "2026-01-31" }, BORROWING);
  const before = performance.now();
  borrowingCost({ "year-days": "360", ...values });

  assert.ok(performance.now() - before < 1000);
});

/** @type {[string, string, string][]} */
const QUOTES = [
  ["flat", "0.7%", "903.33"], ["flat", "月息7厘", "903.33"], ["flat", "8.4% a year", "903.33"], ["flat", "0", "833.33"],
  ["per-day", "30", "900.00"], ["per-day", "每天30元", "900.00"], ["per-day", "30 yuan a day", "900.00"], ["per-day", "30元/天", "900.00"],
  ["per-day-interest", "5", "983.33"], ["per-day-interest", "五块", "983.33"],
];
for (const [sold, quote, payment] of QUOTES) {
  test(`10,000 yuan over 12 months sold as ${sold} ${quote} is ${payment} a month`, () => {
    assert.equal(yuan(paymentFromQuote({ sold, quote, amount: BigInt(1000000), instalments: 12 })), payment);
  });
}

for (const [sold, quote, reason] of [
  ["flat", "abc", ""], ["flat", "-1%", ""], ["flat", "30元", ""], ["flat", "1,5%", "either"], ["per-day", "-3", ""], ["per-day", "0.7%", ""], ["per-day", "1.000", "either"],
]) {
  test(`${quote} as ${sold} is refused, and the quote is named`, () => {
    const offer = { amount: 1000000n, received: 1000000n, instalments: 12, sold, quote };

    assert.throws(() => trueRate(offer), { field: "quote", reason });
  });
}

/** @type {[Record<string, string>, string, number | null][]} */
const CROSSINGS = [
  [{ daily: "0.05" }, "always", null], [{ daily: "0.04" }, "never", null],
  // 20 yuan over what 24 % leaves beside 21.9 %: 20 / (1000 × 2.1 % / 365) = 347.6 days.
  [{ daily: "0.04", charges: "20" }, "at-first", 347],
];
for (const [fields, above, lastDay] of CROSSINGS) {
  test(`${JSON.stringify(fields)} at 1.5 times is ${above} above 24 % a year`, () => {
    const given = { amount: "1000", multiplier: "1.5", due: "2026-01-15", paid: "2026-01-25", ...fields };
    const { limit } = latenessCost(valuesOf(given, OVERDUE), decimal("24"));

    assert.equal(limit.above, above);
    assert.equal(limit.lastDayAbove, lastDay);
  });
}

function valuesOf(fields, kinds) {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, valueFor(readText(text, kinds[name]), kinds[name])]));
}

/** Money to the fen, whole results as they stand, rates within half a hundredth of a point. */
function assertEqual(value, expected, result) {
  if (expected === "" || !/annual|rate|share/.test(result)) return assert.equal(value, expected, result);
  return assert.ok(Math.abs(Number(value) - Number(expected)) <= 0.005, `${result}: ${value} is not ${expected}`);
}
