/** What the tool computes, from the values of its fields to plain results; no DOM. */

import { addDays } from "../civil-date/civil-date.js";
import { FieldProblem } from "../form/fields.js";
import { againstLimit, costAfter, crossingDailyRate, overdueCost } from "../money/overdue.js";
import { divide, fraction, multiply, toDecimal } from "../numbers/fraction.js";
import { yuan } from "../numbers/format.js";

const PERCENT = 100;
const FIRST_DAYS = 30;
const RATE_PLACES = 6;

export const KINDS = { amount: "money", daily: "percent-a-day", multiplier: "times", due: "date", paid: "date", charges: "money" };

/**
 * @param {Record<string, any>} values of the fields
 * @param {import("../numbers/fraction.js").Fraction} limitPercent yearly limit above which a court may cut charges
 * @returns {{results: Record<string, string>, days: ReturnType<typeof firstDays>, limit: ReturnType<typeof againstLimit>, crossingDaily: import("../numbers/fraction.js").Fraction}}
 *   results as plain decimals
 * @throws {FieldProblem}
 */
export function latenessCost(values, limitPercent) {
  const { due, paid } = values;
  const late = { amount: values.amount, dailyRate: share(values.daily), multiplier: values.multiplier };
  const cost = overdueCost({ ...late, due, paid });
  if (cost.daysLate < 0) throw new FieldProblem("paid", "order");
  const charges = values.charges === undefined ? BigInt(0) : values.charges;
  const limit = againstLimit({ ...late, charges, days: cost.daysLate, limit: share(limitPercent) });
  return {
    results: {
      "days-late": String(cost.daysLate),
      "late-interest": yuan(cost.lateInterest),
      "extra-over-normal": yuan(cost.extraOverNormal),
      "yearly-rate": limit.yearlyRate ? toDecimal(multiply(limit.yearlyRate, fraction(PERCENT)), RATE_PLACES) : "",
    },
    days: firstDays(late, due, charges, share(limitPercent)),
    limit,
    crossingDaily: multiply(crossingDailyRate(values.multiplier, share(limitPercent)), fraction(PERCENT)),
  };
}

/** The first thirty days, each with what has come together by its end; `limitSum` is what the yearly limit would allow. */
function firstDays(late, due, charges, limit) {
  return Array.from({ length: FIRST_DAYS }, (_, index) => {
    const day = index + 1;
    const { lateInterest, extraOverNormal } = costAfter(late, day);
    const limitSum = costAfter({ amount: late.amount, dailyRate: divide(limit, fraction(365)), multiplier: fraction(1) }, day).lateInterest;
    return { day, date: addDays(due, day), lateInterest, extraOverNormal, all: lateInterest + charges, limitSum };
  });
}

function share(percent) {
  return divide(percent, fraction(PERCENT));
}
