/** What an offer costs, in a sentence; where a note tells what is odd about it, the note is the answer. */

import { fillWords } from "../form/words.js";
import { formatPercent, shortSum } from "../numbers/format.js";

/**
 * @param {{results: Record<string, string>, note: string}} outcome of the tool
 * @param {{answer: Record<string, string>}} words
 * @returns {string} "" where the note says it
 */
export function answerOf({ results, note }, { answer }) {
  if (note) return "";
  const nominal = results["nominal-annual"];
  return fillWords(nominal ? answer.monthly : answer.dated, {
    nominal: nominal && formatPercent(Number(nominal)),
    effective: formatPercent(Number(results["effective-annual"])),
    cost: shortSum(results["total-cost"]),
  });
}
