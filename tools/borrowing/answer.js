/** What a loan costs, in a sentence. */

import { isoDate } from "../civil-date/civil-date.js";
import { fillWords } from "../form/words.js";
import { shortSum, yuan } from "../numbers/format.js";

/**
 * @param {{values: Record<string, any>, fee: bigint, results: Record<string, string>, cost: {rows: any[]}}} outcome of the tool
 * @param {{answer: Record<string, string>, space: string}} words
 * @returns {string}
 */
export function answerOf({ values, fee, results, cost }, { answer, space }) {
  const saved = results["saved-by-settling"];
  const sums = {
    repaid: shortSum(results["total-repaid"]),
    interest: shortSum(results["total-interest"]),
    first: shortSum(results["first-payment"]),
    last: shortSum(results["last-payment"]),
    received: shortSum(yuan(values.amount - fee)),
    cost: shortSum(results["total-cost"]),
    saved: shortSum(saved),
    settle: values.settle ? isoDate(values.settle) : "",
  };
  const kinds = [saved ? "settled" : heaviest(values.method, cost.rows), ...(fee ? ["kept_back"] : [])];
  return kinds.map((kind) => fillWords(answer[kind], sums)).join(space);
}

/** Which payments a reader must be ready for. */
function heaviest(method, rows) {
  if (rows.length === 1) return "once";
  return method === "interest-first" ? "principal_last" : "first";
}
