import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";

import {
  addDays, addMonths, dateFromDayNumber, dayNumber, daysBetween, daysInMonth, formatDate, isoDate, parseDate, today,
} from "./civil-date.js";

const day = (text) => parseDate(text) ?? assert.fail(text);
/** @type {[string, number, string][]} */
const MONTHS_LATER = [
  ["2026-01-31", 1, "2026-02-28"], ["2028-01-31", 1, "2028-02-29"], ["2026-01-31", 2, "2026-03-31"], ["2026-12-15", 1, "2027-01-15"],
  ["2028-02-29", 12, "2029-02-28"], ["2026-03-31", -1, "2026-02-28"], ["2026-01-15", -1, "2025-12-15"],
];

for (const [from, months, to] of MONTHS_LATER) {
  test(`${from} plus ${months} months is ${to}`, () => assert.equal(isoDate(addMonths(parseDate(from) ?? assert.fail(), months)), to));
}

test("months have the days of the calendar", () => {
  for (let month = 12 * 1999; month < 12 * 2102; month += 1) {
    const [year, place] = [Math.floor(month / 12), (month % 12) + 1];

    assert.equal(daysInMonth(year, place), new Date(Date.UTC(year, place, 0)).getUTCDate(), `${year}-${place}`);
  }
});

test("dates begin with the year 1900", () => {
  assert.ok(parseDate("1900-01-01"));
  assert.equal(parseDate("1899-12-31"), null);
});

test("29 February exists in leap years only", () => {
  assert.ok(parseDate("2028-02-29"));
  assert.ok(parseDate("2000-02-29"));
  assert.equal(parseDate("2100-02-29"), null);
});

test("days are counted without the first day", () => {
  assert.equal(daysBetween(day("2026-01-31"), day("2026-03-01")), 29);
  assert.equal(daysBetween(day("2028-01-31"), day("2028-03-01")), 30);
  assert.equal(daysBetween(day("2026-03-01"), day("2026-02-28")), -1);
});

test("any day number gives a date and comes back", () => {
  fc.assert(fc.property(fc.integer({ min: -25000, max: 200000 }), fc.integer({ min: 0, max: 5000 }), (number, days) => {
    const date = dateFromDayNumber(number);

    assert.equal(dayNumber(date), number);
    assert.equal(daysBetween(date, addDays(date, days)), days);
    assert.deepEqual(parseDate(isoDate(date)), date);
  }));
});

test("dates are written in the reader's language", () => {
  assert.equal(formatDate({ year: 2026, month: 11, day: 4 }, "zh"), "2026 年 11 月 4 日");
  assert.equal(formatDate({ year: 2026, month: 11, day: 4 }, "en"), "4 November 2026");
});

test("today is the day on the device's calendar", () => {
  assert.deepEqual(today(new Date(2026, 10, 24, 23, 59)), { year: 2026, month: 11, day: 24 });
});

for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London", "Asia/Shanghai", "America/Santiago"]) {
  test(`the clock of ${zone} moves no date`, () => {
    const program = `
      import { addDays, daysBetween, formatDate, isoDate, parseDate } from ${JSON.stringify(new URL("civil-date.js", import.meta.url).href)};
      const due = parseDate("2022-01-31");
      console.log(daysBetween(due, parseDate("2022-04-05")), isoDate(addDays(due, 64)), formatDate(due, "en"));`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", program], { env: { ...process.env, TZ: zone } });

    assert.equal(String(printed).trim(), "64 2022-04-05 31 January 2022");
  });
}
