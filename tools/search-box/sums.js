/** Queries that ask for a sum: an amount of money with a time, or with a word for what it costs. A tool answers these. */
import { isConcept, isNumber } from "./tokens.js";

const OF_MONEY = /^\s?(?:元|块|圆|yuan|rmb|cny)/;
const OF_TIME = /^[\s-]?(?:天|日|周|个?月|年|期|days?\b|weeks?\b|months?\b|years?\b|inst)/;
const PHONE = /^(?:123|95\d|961)\d\d$/;
const LEAST_AMOUNT = 500;
const MOST_PERIODS = 60;

/**
 * @param {string} text - folded
 * @param {import("./tokens.js").Token[]} tokens - what it was cut into
 * @param {{beside: Set<string>, cost: Set<string>}} groups - synonyms that such a query may name, and those of cost
 */
export function asksForASum(text, tokens, { beside, cost }) {
  const concepts = tokens.map(({ term }) => term).filter(isConcept);
  if (!concepts.every((concept) => beside.has(concept) || cost.has(concept))) return false;

  const numbers = tokens.filter(({ term }) => isNumber(term)).map(({ term, end }) => ({ value: term, after: text.slice(end) }));
  const amount = numbers.find(isAmount);
  return Boolean(amount) && (concepts.some((concept) => cost.has(concept)) || numbers.some(isTime));
}

function isAmount({ value, after }) {
  if (value.endsWith("%") || PHONE.test(value) || OF_TIME.test(after)) return false;
  return Number(value) >= LEAST_AMOUNT || OF_MONEY.test(after);
}

function isTime({ value, after }) {
  return !OF_MONEY.test(after) && (OF_TIME.test(after) || Number(value) <= MOST_PERIODS);
}
