/** What being late costs, in a sentence. */

import { countWords, fillWords } from "../form/words.js";
import { shortSum } from "../numbers/format.js";

/**
 * @param {Record<string, string>} results of the tool, plain
 * @param {{answer: Record<string, string>, days: {one: string, other: string}}} words
 * @returns {string}
 */
export function answerOf(results, { answer, days }) {
  const late = Number(results["days-late"]);
  return fillWords(late ? answer.late : answer.in_time, {
    days: countWords(days, late),
    interest: shortSum(results["late-interest"]),
    extra: shortSum(results["extra-over-normal"]),
  });
}
