import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { switchDatedText } from "./dated-text.js";

/**
 * A page with one text of before and one of after the day.
 * @returns {any}
 */
function pageOf(day) {
  const [before, after] = [{ dataset: { until: day }, hidden: false }, { dataset: { after: day }, hidden: true }];
  const parts = { "[data-until]": [before], "[data-after]": [after] };
  return { querySelectorAll: (selector) => parts[selector], before, after };
}

describe("text that changes with a day", () => {
  for (const [today, passed] of /** @type {[Date, boolean][]} */ ([
    [new Date(2026, 11, 30), false],
    [new Date(2026, 11, 31, 23, 59), false],
    [new Date(2027, 0, 1), true],
    [new Date(2028, 1, 29), true],
  ])) {
    it(`shows the text of ${passed ? "after" : "before"} on ${today.toDateString()}`, () => {
      const page = pageOf("2026-12-31");

      switchDatedText(page, today);

      assert.deepEqual([page.before.hidden, page.after.hidden], [passed, !passed]);
    });
  }

  it("shows the text of before again where the clock was wrong", () => {
    const page = pageOf("2026-12-31");

    switchDatedText(page, new Date(2027, 5, 1));
    switchDatedText(page, new Date(2026, 5, 1));

    assert.deepEqual([page.before.hidden, page.after.hidden], [false, true]);
  });
});
