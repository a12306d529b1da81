/** The answer itself, where the facts hold one. */
import { isConcept, isInside, isNumber, wholeConcepts } from "./tokens.js";

/**
 * @typedef {object} Answer
 * @property {string[]} asks - what it answers, in words
 * @property {number} page
 * @property {string} anchor
 * @property {{id: string, page: string, label: string, value: string, status: string, phone?: string}[]} facts
 */

/**
 * A function that gives the answer to a query, if there is one: a query that says all of one of its `asks` and, but for
 * what may stand beside it, nothing else. An answer to half a question would be taken for an answer to the whole.
 *
 * @param {Answer[]} answers
 * @param {string[]} beside - groups of synonyms that may stand in any query
 * @param {(text: string) => import("./tokens.js").Token[]} tokensIn
 * @returns {(query: string) => Answer|undefined}
 */
export function answersTo(answers, beside, tokensIn) {
  const free = new Set(beside.map((group) => `#${group}`));
  const subjectOf = (text) => [...subjects(tokensIn(text))].filter((term) => !free.has(term)).sort().join(" ");
  const byKey = new Map(answers.flatMap((answer) => answer.asks.map((ask) => [subjectOf(ask), answer])));
  byKey.delete("");
  return (query) => byKey.get(subjectOf(query));
}

/** What a text is about: its numbers, and its groups of synonyms that are not part of the name of another. */
function subjects(tokens) {
  const concepts = tokens.filter(({ term }) => isConcept(term));
  const numbers = tokens.filter(({ term }) => isNumber(term)).filter((one) => !concepts.some((other) => isInside(one, other)));
  return new Set([...wholeConcepts(tokens), ...numbers].map(({ term }) => term));
}
