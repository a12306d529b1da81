import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";

import { isoDate, readDate } from "../civil-date/civil-date.js";
import { add, decimal, fraction, multiply, roundHalfUp, toDecimal, toShortDecimal } from "./fraction.js";
import { formatPercent, formatYuan, grouped, plainPercent, yuan } from "./format.js";
import { isOne, readCount, readDays, readMoney, readMonths, readPercent, readTimes } from "./typed.js";

const cases = parse(readFileSync(new URL("cases.yml", import.meta.url), "utf8"));
const vectors = parse(readFileSync(new URL("../../tests/data/loan-vectors.yml", import.meta.url), "utf8")).vectors;
/** @type {Record<string, (text: string, asked?: any) => any>} */
const READERS = { money: readMoney, percent: readPercent, times: readTimes, months: readMonths, days: readDays, count: readCount, date: readDate };

for (const [kind, read] of Object.entries(READERS)) {
  for (const { typed, asked, is, either, per } of cases[kind]) {
    test(`${kind} ${JSON.stringify(typed)}${asked ? ` asked for a ${asked}` : ""} is ${either ? "asked" : is}`, () => {
      const found = read(typed, asked === "nothing" ? undefined : asked);

      if (either) assert.deepEqual(found.either, either);
      else if (is === null) assert.equal(found, null);
      else assert.equal(kind === "date" ? isoDate(found) : toShortDecimal(found), is);
      assert.equal(found?.per, per);
    });
  }
}

test("a number written in groups is read back as itself", () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (fen) => {
    const read = readMoney(formatYuan(fen));

    assert.equal(roundHalfUp(multiply(isOne(read) ? read : assert.fail(), fraction(100))), fen);
  }));
});

test("each reading that is asked back is understood when it is typed", () => {
  for (const [kind, read] of Object.entries(READERS)) {
    for (const { either = [] } of cases[kind]) {
      for (const reading of either) assert.ok(isOne(read(reading.per ? `${reading.percent}% a ${reading.per}` : reading)), JSON.stringify(reading));
    }
  }
});

test("no text whatever makes a reader throw", () => {
  const signs = fc.string({ unit: fc.constantFrom(..."0115.,,-+%'/ 万千百十亿一二三五零点分厘年年月日号元块角周kwx"), maxLength: 12 });
  fc.assert(fc.property(fc.oneof(signs, fc.string({ unit: "binary", maxLength: 70 })), (text) => {
    for (const read of Object.values(READERS)) read(text, "day");
  }), { numRuns: 3000 });
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
