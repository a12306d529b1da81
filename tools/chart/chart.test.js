import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { niceStep, spread } from "./chart.js";

const STEPS = [[0, 1], [1, 0.5], [0.3, 0.1], [4, 1], [7, 2], [8, 2], [10, 5], [20, 5], [21, 10], [100, 50], [400, 100], [401, 200], [1e7, 5e6]];
for (const [highest, step] of STEPS) {
  test(`a scale up to ${highest} goes in steps of ${step}`, () => {
    assert.ok(Math.abs(niceStep(highest) - step) < step * 1e-9);
  });
}

test("names that have room stand beside the ends of their lines", () => {
  assert.deepEqual(spread([150, 20, 80], [20, 30, 20], 200, 4), [140, 5, 70]);
});

test("names never cover each other or leave the picture, and keep the order of their lines", () => {
  const names = fc.array(fc.tuple(fc.integer({ min: 0, max: 220 }), fc.integer({ min: 10, max: 60 })), { minLength: 1, maxLength: 3 });
  fc.assert(fc.property(names, (all) => {
    const [wanted, heights] = [all.map(([centre]) => centre), all.map(([, height]) => height)];
    const tops = spread(wanted, heights, 220, 4);
    const order = tops.map((_, index) => index).sort((a, b) => tops[a] - tops[b]);
    assert.ok(tops[order[0]] >= 0 && tops[order[order.length - 1]] + heights[order[order.length - 1]] <= 220);
    order.slice(1).forEach((next, place) => {
      const above = order[place];
      assert.ok(tops[next] >= tops[above] + heights[above] + 4);
      assert.ok(wanted[next] >= wanted[above]);
    });
  }));
});
