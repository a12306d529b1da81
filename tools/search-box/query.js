/** What a reader types, as weighted terms to look up. */
import { isConcept, isHan, tokensOf } from './tokens.js';

const WEIGHTS = { concept: 2.2, number: 1.6, word: 1, pairInConcept: 0.5, pair: 0.8, corrected: 0.8 };

/**
 * @typedef {{term: string, weight: number, started: boolean}} Term
 *   `started`: may be the beginning of a longer word
 */

/**
 * @param {string} query - as typed, folded
 * @param {string} [meant] - the query with typing errors corrected, if there are any
 * @param {object} language
 * @param {ReturnType<typeof stopWords>} stop
 * @returns {Term[]} each term once
 */
export function termsOf(query, meant, language, stop) {
  const terms = new Map();
  for (const term of typedTerms(query, language, stop)) keepHeavier(terms, term);
  if (meant === undefined) return [...terms.values()];

  for (const term of typedTerms(meant, language, stop)) {
    if (!terms.has(term.term)) keepHeavier(terms, { ...term, weight: term.weight * WEIGHTS.corrected });
  }
  return [...terms.values()];
}

/**
 * Words that say nothing about a subject.
 *
 * @param {string} words - separated by spaces, in both scripts
 * @param {object} language
 */
export function stopWords(words, language) {
  const plain = { ...language, phrases: new Map() };
  const han = words.split(' ').filter(isHan);
  const latin = words.split(' ').filter((word) => !isHan(word)).flatMap((word) => tokensOf(word, plain));
  return {
    terms: new Set(latin.map(({ term }) => term)),
    pattern: new RegExp(han.sort((a, b) => b.length - a.length).join('|') || '(?!)', 'g'),
  };
}

function keepHeavier(terms, term) {
  if ((terms.get(term.term)?.weight ?? 0) < term.weight) terms.set(term.term, term);
}

function typedTerms(text, language, stop) {
  const tokens = tokensOf(text, language);
  const concepts = tokens.filter(({ term }) => isConcept(term));
  const silent = [...text.matchAll(stop.pattern)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  const telling = tokens.filter((token) => isTelling(token, concepts, silent, stop));
  return telling.map((token) => weighted(token, concepts, text.length));
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
