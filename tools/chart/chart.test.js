import assert from "node:assert/strict";
import { test } from "node:test";

import { niceStep } from "./chart.js";

const STEPS = [[0, 1], [1, 0.5], [0.3, 0.1], [4, 1], [7, 2], [8, 2], [10, 5], [20, 5], [21, 10], [100, 50], [400, 100], [401, 200], [1e7, 5e6]];
for (const [highest, step] of STEPS) {
  test(`a scale up to ${highest} goes in steps of ${step}`, () => {
    assert.ok(Math.abs(niceStep(highest) - step) < step * 1e-9);
  });
}
