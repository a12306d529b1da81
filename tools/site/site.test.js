import assert from "node:assert/strict";
import { test } from "node:test";

import { isDue } from "./review-notice.js";

const DAYS = [
  ["2027-01-31", new Date(2027, 0, 30, 23, 59), false],
  ["2027-01-31", new Date(2027, 0, 31, 0, 0), false],
  ["2027-01-31", new Date(2027, 0, 31, 23, 59), false],
  ["2027-01-31", new Date(2027, 1, 1, 0, 0), true],
  ["2027-12-31", new Date(2028, 0, 1, 0, 0), true],
  ["2027-09-30", new Date(2027, 9, 1, 0, 0), true],
  ["2027-10-01", new Date(2027, 8, 30, 0, 0), false],
];
for (const [reviewBy, now, due] of /** @type {[string, Date, boolean][]} */ (DAYS)) {
  test(`facts good until ${reviewBy} ${due ? "are" : "are not yet"} due at ${now.toString().slice(0, 21)} of the device`, () => {
    assert.equal(isDue(reviewBy, now), due);
  });
}
