/** What a reader types, as weighted terms to look up. */
import { asksForASum } from "./sums.js";
import { isConcept, isHan, tokensOf, wholeConcepts } from "./tokens.js";

const WEIGHTS = { concept: 2.2, number: 1.6, word: 1, pairInConcept: 0.5, pair: 0.8, subject: 0.1, characterOfUnknown: 0.5 };

/**
 * @typedef {{term: string, weight: number, started: boolean}} Term
 *   `started`: may be the beginning of a longer word
 */

/**
 * @param {string} query - as typed, folded
 * @param {import("./tokens.js").Language} language
 * @param {ReturnType<typeof stopWords>} stop
 * @param {{subject: Set<string>, sums: {tool: string, beside: Set<string>, cost: Set<string>}}} groups - of synonyms:
 *   those that name what every page is about, those of queries that ask for a sum, and that of the tool for these
 * @param {Set<string>} known - terms that stand on pages
 * @returns {Term[]} each term once
 */
export function termsOf(query, language, stop, groups, known) {
  const terms = new Map();
  for (const term of typedTerms(query, language, stop, groups)) {
    keepHeavier(terms, term);
    for (const character of charactersOfUnknown(term.term, known)) keepHeavier(terms, character);
  }
  return [...terms.values()];
}

/** A pair of characters that stands on no page may have one of them wrong: 宽线 begins as 宽限 does. */
function charactersOfUnknown(term, known) {
  if (term.length !== 2 || !isHan(term) || known.has(term)) return [];
  return [...term].map((character) => ({ term: character, weight: WEIGHTS.characterOfUnknown, started: true }));
}

/**
 * Spaces between Han characters say nothing: 罚 息 is 罚息.
 * @param {string} query
 */
export function withoutSpaces(query) {
  return query.replace(/([\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, "$1");
}

export const NO_STOP_WORDS = { terms: new Set(), pattern: /(?!)/g };

/**
 * Words that say nothing about a subject.
 *
 * @param {string} words - separated by spaces, in both scripts
 * @param {import("./tokens.js").Language} language
 */
export function stopWords(words, language) {
  const plain = { ...language, phrases: new Map() };
  const han = words.split(" ").filter(isHan);
  const latin = words.split(" ").filter((word) => !isHan(word)).flatMap((word) => tokensOf(word, plain));
  return {
    terms: new Set(latin.map(({ term }) => term)),
    pattern: new RegExp(han.sort((a, b) => b.length - a.length).join("|") || "(?!)", "g"),
  };
}

function keepHeavier(terms, term) {
  if ((terms.get(term.term)?.weight ?? 0) < term.weight) terms.set(term.term, term);
}

function typedTerms(text, language, stop, { subject, sums }) {
  const all = tokensOf(text, language);
  const concepts = wholeConcepts(all);
  const tokens = all.filter((token) => !isConcept(token.term) || concepts.includes(token));
  const silent = [...text.matchAll(stop.pattern)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  const telling = tokens.filter((token) => isTelling(token, concepts, silent, stop));
  // A query of nothing but such words is looked up as it is.
  const terms = (telling.length > 0 ? telling : tokens).map((token) => weighted(token, concepts, text.length));
  const tool = asksForASum(text, tokens, sums) ? [{ term: sums.tool, weight: WEIGHTS.concept, started: false }] : [];
  return [...withSubjectLast(terms, telling, concepts, subject), ...tool];
}

/** The subject of every page counts for little beside anything else. */
function withSubjectLast(terms, tokens, concepts, subject) {
  const names = concepts.filter(({ term }) => subject.has(term));
  const isName = (token) => subject.has(token.term) || liesIn(token, names);
  if (names.length === 0 || tokens.every(isName)) return terms;
  return terms.map((term, at) => (isName(tokens[at]) ? { ...term, weight: term.weight * WEIGHTS.subject } : term));
}

function isTelling(token, concepts, silent, stop) {
  if (isConcept(token.term)) return true;
  if (token.word !== undefined) return !stop.terms.has(token.term);
  return !isHan(token.term) || liesIn(token, concepts) || !silent.some((span) => overlap(span, token));
}

function weighted(token, concepts, length) {
  const { term, word, end } = token;
  const started = end === length && !isConcept(term) && (word !== undefined || (isHan(term) && term.length === 1));
  return { term, weight: weightOf(token, concepts), started };
}

function weightOf(token, concepts) {
  if (isConcept(token.term)) return WEIGHTS.concept;
  if (token.word !== undefined) return WEIGHTS.word;
  if (!isHan(token.term)) return WEIGHTS.number;
  return liesIn(token, concepts) ? WEIGHTS.pairInConcept : WEIGHTS.pair;
}

function liesIn(token, spans) {
  return spans.some(({ start, end }) => start <= token.start && token.end <= end);
}

function overlap(a, b) {
  return a.start < b.end && b.start < a.end;
}
