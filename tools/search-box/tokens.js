/**
 * Text cut into the terms that are indexed and looked up. The same function serves pages and queries, so what the one
 * says in its words meets what the other says in its own: a group of synonyms is one more term of both.
 */
import { stemmer } from "stemmer";

import { fold } from "./normalise.js";
import { numbersIn } from "./numbers.js";

const PIECES = /[\u3400-\u9fff]+|[a-z][a-z0-9']*|\d[\d.]*/g;
const HAN = /[\u3400-\u9fff]/;

/**
 * @typedef {{term: string, start: number, end: number, word?: string}} Token
 *   a term with its place in the text; `word` is a Latin word before it was stemmed
 * @typedef {{units: string[], words: Token[], concept: string, isHan: boolean, text: string}} Phrase
 * @typedef {object} Language what cutting needs to know, made by `languageFrom`
 * @property {import("./normalise.js").Simplified} simplified what `simplifiedFrom` gave
 * @property {Map<string, Phrase[]>} phrases synonyms by their first term, the longest first
 * @property {Map<string, string>} stems stems of the words met so far
 */

/**
 * @param {string} text
 * @param {Language} language
 * @returns {Token[]} words and numbers in the order of the text, then groups of synonyms
 */
export function tokensOf(text, language) {
  const folded = fold(text, language.simplified);
  const words = wordsOf(folded, language);
  return [...words, ...conceptsOf(folded, words, language)];
}

/**
 * @param {[string, string[]][]} concepts - groups of synonyms
 * @param {import("./normalise.js").Simplified} simplified
 * @returns {Language}
 */
export function languageFrom(concepts, simplified) {
  const language = { simplified, phrases: new Map(), stems: new Map() };
  for (const [concept, words] of concepts) for (const word of words) addPhrase(language, concept, word);
  for (const phrases of language.phrases.values()) phrases.sort((a, b) => b.text.length - a.text.length);
  return language;
}

/**
 * The terms of a group of synonyms begin with a character that no reader's word begins with.
 * @param {string} term
 */
export function isConcept(term) {
  return term.startsWith("#");
}

/** @param {string} term */
export function isHan(term) {
  return HAN.test(term);
}

/** @param {string} term */
export function isNumber(term) {
  return /^\d/.test(term);
}

/**
 * Groups of synonyms that a text names, but for those that only a part of another group's words names: a credit card is no bank card.
 * @param {Token[]} tokens
 */
export function wholeConcepts(tokens) {
  const concepts = tokens.filter(({ term }) => isConcept(term));
  return concepts.filter((one) => !concepts.some((other) => isInside(one, other)));
}

/** @param {Token} one @param {Token} other */
export function isInside(one, other) {
  return other.start <= one.start && one.end <= other.end && one.end - one.start < other.end - other.start;
}

function addPhrase(language, concept, word) {
  const text = fold(word, language.simplified);
  const words = wordsOf(text, language);
  const units = words.map(({ term }) => term);
  const phrases = language.phrases.get(units[0]) ?? [];
  phrases.push({ units, words, text, isHan: HAN.test(text), concept: `#${concept}` });
  language.phrases.set(units[0], phrases);
}

/** Han text in overlapping pairs, Latin words stemmed, numbers by their value. */
function wordsOf(folded, language) {
  const numbers = numbersIn(folded);
  const words = numbers.map(({ value, start, end }) => ({ term: value, start, end }));
  for (const { 0: piece, index } of folded.matchAll(PIECES)) {
    if (HAN.test(piece)) addPairs(piece, index, words);
    else if (!numbers.some(({ start, end }) => start <= index && index < end)) words.push(latinToken(piece, index, language));
  }
  return numbers.length > 0 ? words.sort((a, b) => a.start - b.start) : words;
}

function addPairs(run, start, tokens) {
  if (run.length === 1) tokens.push({ term: run, start, end: start + 1 });
  for (let at = 0; at + 1 < run.length; at += 1) {
    tokens.push({ term: run.slice(at, at + 2), start: start + at, end: start + at + 2 });
  }
}

function latinToken(piece, start, { stems }) {
  const word = piece.replace(/'s$/, "").replace(/'/g, "");
  if (!stems.has(word)) stems.set(word, stemmer(word));
  return { term: stems.get(word), word, start, end: start + piece.length };
}

/** Groups of synonyms that a text names: at each place the longest phrase that begins there. */
function conceptsOf(folded, words, { phrases }) {
  const tokens = [];
  words.forEach(({ term, start }, at) => {
    const here = phrases.get(term);
    if (!here) return;
    const matches = here.filter((phrase) => beginsAt(phrase, folded, words, at));
    for (const phrase of matches) {
      if (phrase.text.length < matches[0].text.length) return;
      tokens.push({ term: phrase.concept, start, end: endOf(phrase, words, at) });
    }
  });
  return tokens;
}

function beginsAt({ units, text, isHan: inHan }, folded, words, at) {
  if (inHan) return folded.startsWith(text, words[at].start);
  return units.every((unit, i) => words[at + i]?.term === unit);
}

function endOf({ units, text, isHan: inHan }, words, at) {
  return inHan ? words[at].start + text.length : words[at + units.length - 1].end;
}
