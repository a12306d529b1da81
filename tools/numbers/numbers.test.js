import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";

import { add, decimal, fraction, multiply, roundHalfUp, toDecimal, toShortDecimal } from "./fraction.js";
import { formatPercent, formatYuan, grouped, plainPercent, yuan } from "./format.js";
import { readCount, readNumber, readPercent } from "./typed.js";

const cases = parse(readFileSync(new URL("cases.yml", import.meta.url), "utf8"));
const vectors = parse(readFileSync(new URL("../../tests/data/loan-vectors.yml", import.meta.url), "utf8")).vectors;

for (const [kind, read] of Object.entries({ number: readNumber, percent: readPercent })) {
  for (const { typed, is } of cases[kind]) {
    test(`${kind} ${JSON.stringify(typed)} is ${is}`, () => {
      const value = read(typed);

      assert.equal(value && toShortDecimal(value), is);
    });
  }
}

for (const { typed, is } of cases.count) {
  test(`count ${JSON.stringify(typed)} is ${is}`, () => assert.equal(readCount(typed), is));
}

test("a number written in groups is read back as itself", () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (fen) => {
    assert.equal(roundHalfUp(multiply(readNumber(formatYuan(fen)) ?? assert.fail(), fraction(100))), fen);
  }));
});

test("tenths add up exactly", () => {
  assert.equal(toDecimal(add(decimal("0.1"), decimal("0.2")), 20), "0.30000000000000000000");
});

for (const { raw_percent, one_decimal, two_decimals } of vectors.find(({ id }) => id === "eu-swd128-rounding").cases) {
  test(`${raw_percent} percent rounds half up in decimal`, () => {
    assert.equal(toDecimal(decimal(String(raw_percent)), 1), one_decimal.toFixed(1));
    assert.equal(plainPercent(raw_percent, 2), two_decimals.toFixed(2));
  });
}

test("a fraction stands in lowest terms, its sign above", () => {
  assert.deepEqual(fraction(2, -4), { n: -1n, d: 2n });
  assert.deepEqual(fraction(-2, -4), { n: 1n, d: 2n });
});

test("zeros at the end go away behind the point only", () => {
  assert.equal(toShortDecimal(fraction(100), 0), "100");
  assert.equal(toShortDecimal(fraction(100)), "100");
  assert.equal(toShortDecimal(fraction(1, 20)), "0.05");
});

test("halves go away from zero on both sides", () => {
  assert.equal(roundHalfUp(fraction(5, 2)), 3n);
  assert.equal(roundHalfUp(fraction(-5, 2)), -3n);
});

test("money and rates are shown with groups and fixed digits", () => {
  assert.equal(formatYuan(1000000n), "10,000.00");
  assert.equal(yuan(5n), "0.05");
  assert.equal(yuan(-105n), "-1.05");
  assert.equal(grouped("1234567"), "1,234,567");
  assert.equal(formatPercent(12.803802), "12.80%");
  assert.equal(plainPercent(-1e-15), "0.000000");
  assert.equal(plainPercent(12.3456789), "12.345679");
});
