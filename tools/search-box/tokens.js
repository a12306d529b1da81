/**
 * Text cut into the terms that are indexed and looked up. The same function serves pages and queries, so what the one
 * says in its words meets what the other says in its own: a group of synonyms is one more term of both.
 */
import { stemmer } from 'stemmer';

import { fold } from './normalise.js';
import { numbersIn } from './numbers.js';

const PIECES = /[\u3400-\u9fff]+|[a-z][a-z0-9']*|\d[\d.]*/g;
const HAN = /[\u3400-\u9fff]/;

/**
 * @typedef {{term: string, start: number, end: number, word?: string}} Token
 *   a term with its place in the text; `word` is a Latin word before it was stemmed
 * @typedef {object} Language what cutting needs to know, made by `languageFrom`
 * @property {Map<string, string>} simplified
 * @property {Map<string, Phrase[]>} phrases synonyms by their first character or first stem
 * @typedef {{units: string[], text: string, concept: string}} Phrase
 */

/**
 * @param {string} text
 * @param {Language} language
 * @returns {Token[]} in the order of the text, groups of synonyms last
 */
export function tokensOf(text, language) {
  const folded = fold(text, language.simplified);
  const numbers = numbersIn(folded);
  const words = piecesOf(folded, numbers);
  return [...numbers.map(numberToken), ...words, ...conceptsOf(folded, words, language)];
}

/**
 * @param {object} data - of an index script
 * @param {Map<string, string>} simplified
 * @returns {Language}
 */
export function languageFrom(concepts, simplified) {
  const language = { simplified, phrases: new Map() };
  for (const [concept, words] of concepts) for (const word of words) addPhrase(language, concept, word);
  for (const phrases of language.phrases.values()) phrases.sort((a, b) => b.units.length - a.units.length);
  return language;
}

/** The terms of a group of synonyms begin with a character that no reader's word begins with. */
export function conceptTerm(concept) {
  return `#${concept}`;
}

export function isConcept(term) {
  return term.startsWith('#');
}

export function isHan(term) {
  return HAN.test(term);
}

function addPhrase(language, concept, word) {
  const folded = fold(word, language.simplified);
  const units = HAN.test(folded) ? Array.from(folded) : piecesOf(folded, []).map(({ term }) => term);
  const phrases = language.phrases.get(units[0]) ?? [];
  phrases.push({ units, text: folded, concept });
  language.phrases.set(units[0], phrases);
}

function numberToken({ value, start, end }) {
  return { term: value, start, end };
}

/** Han text in overlapping pairs, Latin words stemmed. */
function piecesOf(folded, numbers) {
  const tokens = [];
  for (const { 0: piece, index } of folded.matchAll(PIECES)) {
    if (HAN.test(piece)) tokens.push(...pairsOf(piece, index));
    else if (!numbers.some(({ start, end }) => start <= index && index < end)) tokens.push(latinToken(piece, index));
  }
  return tokens;
}

function pairsOf(run, start) {
  if (run.length === 1) return [{ term: run, start, end: start + 1 }];

  const pairs = [];
  for (let at = 0; at + 1 < run.length; at += 1) {
    pairs.push({ term: run.slice(at, at + 2), start: start + at, end: start + at + 2 });
  }
  return pairs;
}

function latinToken(piece, start) {
  const word = piece.replace(/'s$/, '').replaceAll("'", '');
  return { term: stemmer(word), word, start, end: start + piece.length };
}

/** Groups of synonyms that a text names: at each place the longest phrase of Han characters or of Latin words. */
function conceptsOf(folded, words, { phrases }) {
  const tokens = [];
  for (let at = 0; at < folded.length; at += 1) {
    const here = phrases.get(folded[at]);
    if (!here || !HAN.test(folded[at])) continue;
    addLongest(here.filter(({ text }) => folded.startsWith(text, at)), at, (length) => at + length, tokens);
  }
  const latin = words.filter(({ word }) => word !== undefined);
  latin.forEach(({ term, start }, at) => {
    const here = (phrases.get(term) ?? []).filter(({ units }) => units.every((unit, i) => latin[at + i]?.term === unit));
    addLongest(here, start, (length) => latin[at + length - 1].end, tokens);
  });
  return tokens;
}

function addLongest(matches, start, endOf, tokens) {
  for (const { units, concept } of matches) {
    if (units.length < matches[0].units.length) return;
    tokens.push({ term: conceptTerm(concept), start, end: endOf(units.length) });
  }
}
