/** The answer itself, where the facts hold one. */
import { isConcept } from './tokens.js';

/**
 * @typedef {object} Answer
 * @property {string[][]} asks - each a set of terms; all of one must be in the query
 * @property {number} page
 * @property {string} anchor
 * @property {{id: string, label: string, value: string, status: string}[]} facts
 */

/**
 * @param {Iterable<string>} terms - of the query
 * @param {Answer[]} answers
 * @returns {Answer|undefined} the answer that takes up most of the query
 */
export function answerFor(terms, answers) {
  const asked = new Set(terms);
  let best;
  let most = 0;
  for (const answer of answers) {
    const covered = Math.max(0, ...answer.asks.map((ask) => (ask.every((term) => asked.has(term)) ? ask.length : 0)));
    if (covered <= most) continue;
    most = covered;
    best = answer;
  }
  return best;
}

/** The terms that stand for a phrase: its groups of synonyms, or its own words where no group has them. */
export function tellingTerms(terms) {
  const concepts = terms.filter(isConcept);
  return concepts.length > 0 ? concepts : terms;
}
