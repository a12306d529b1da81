/**
 * Search without a page: an index made from the sections of one language, and what it answers to a query.
 *
 * MiniSearch ranks (BM25+, several fields, terms of our own choice) and is 6 KB; lunr, which Material brings, cuts
 * Chinese with jieba, and its stemmers of two languages disturb each other. Ours is what is put in and what is asked.
 */
import MiniSearch from "minisearch";

import { answersTo } from "./answers.js";
import { withCompanions } from "./companions.js";
import { keyOf, termOf } from "./keys.js";
import { fold, simplifiedFrom } from "./normalise.js";
import { passageOf } from "./passage.js";
import { remembered } from "./remembered.js";
import { NO_STOP_WORDS, stopWords, termsOf, withoutSpaces } from "./query.js";
import { languageFrom, tokensOf } from "./tokens.js";

/** How readers ask counts most: it is there for nothing else. These weights held on queries they were not chosen by. */
const FIELDS = { title: 2, heading: 3, asked: 5, text: 1 };
/** One letter begins too many words of the text, most by chance; looking through them all takes longest of all queries. */
const FIELDS_FOR_ONE_LETTER = ["title", "heading", "asked"];
const ONE_LETTER = /^[a-z]$/;
const LATIN = /^[a-z]/;
const BM25 = { k: 1.2, b: 0.4, d: 0.3 };
const WEIGHT_OF_BEGINNINGS = 0.5;
/** A word that stands on no page may be one that does, with a letter or two wrong. */
const WEIGHT_OF_LIKE_WORDS = 0.8;
const SHARE_OF_WRONG_LETTERS = 0.3;
const LETTERS_FOR_AN_ERROR = 4;
/** A row of a register is where a page's statement is proved, not where it is explained. */
const WEIGHT_OF_ROWS = 0.3;
const SHARE_OF_FURTHER_SECTIONS = 0.25;
const SECTIONS_PER_PAGE = 3;
const SECTIONS_SHOWN_PER_PAGE = 2;
const PAGES_SHOWN = 5;
const SECTIONS_INDEXED_AT_ONCE = 16;
const ROW_ANCHOR = /^(claim|term|contact)-/;
/** But a claim that holds every word typed is what was typed, and its verdict what is asked for. */
const CLAIM_ANCHOR = /^claim-/;
const WORDS_OF_A_CLAIM = 3;
const PASSAGE_LENGTH = { zh: 72, en: 150 };

/**
 * @typedef {[page: number, anchor: string, heading: string, text: string, asked?: string, claimed?: number]} Section
 *   `asked`: how readers ask for it; `claimed`: of a claim, the page that deals with it
 *
 * @typedef {object} LanguageData what the index script of a language holds
 * @property {{id: string, title: string, companion?: number}[]} pages
 * @property {Section[]} sections
 * @property {Object<string, string[]>} words more words of the groups of synonyms, of this language alone
 * @property {import("./answers.js").Answer[]} answers
 * @property {Record<string, any>} labels words of the panel
 *
 * @typedef {object} Words what the engine's script knows of both languages
 * @property {[string, string[]][]} concepts groups of synonyms, the words that readers of either language may type
 * @property {string[]} beside groups that may stand in a query beside what an answer answers
 * @property {string[]} subject groups that name what the whole guide is about
 * @property {{tool: string, beside: string[], cost: string[]}} sums groups of a query that asks for a sum (`sums.js`)
 * @property {string} stop words that say nothing about a subject, separated by spaces
 * @property {string} simplified pairs of characters, traditional and simplified
 *
 * @typedef {{text: string, marked: boolean}[]} Passage
 * @typedef {{anchor: string, heading: Passage, passage: Passage}} SectionHit
 * @typedef {{id: string, title: string, sections: SectionHit[]}} PageHit
 * @typedef {{page: number, score: number, sections: {id: number, score: number, terms: Set<string>}[]}} RankedPage
 * @typedef {{pages: PageHit[], answer?: import("./answers.js").Answer}} Found
 */

/**
 * @param {"zh" | "en"} locale
 * @param {LanguageData} data
 * @param {Words} words
 * @param {(work: () => void) => void} [later] how to wait between portions; without it the index is made at once
 * @returns {{ready: Promise<void>, search: (query: string) => Found, rank: (query: string) => RankedPage[]}}
 */
export function createEngine(locale, data, words, later) {
  /** @type {[string, string[]][]} */
  const concepts = words.concepts.map(([concept, core]) => [concept, [...core, ...(data.words[concept] ?? [])]]);
  const language = languageFrom(concepts, simplifiedFrom(words.simplified));
  const stop = stopWords(words.stop, language);
  const known = new Set(stop.terms);
  const tokensIn = remembered((text) => tokensOf(text, language));
  const index = new MiniSearch({
    fields: Object.keys(FIELDS),
    tokenize: (text, field) => keysOf(learned(field === "title" ? tokensIn(text) : tokensOf(text, language), known)),
    processTerm: (term, field) => (field === "text" && stop.terms.has(term) ? null : term),
  });
  for (const phrase of Array.from(language.phrases.values()).flat()) learned(phrase.words, known);
  const ready = inPortions(portionsOf(documentsOf(data), index), later);
  const answerTo = answersTo(data.answers, words.beside, (text) => tokensOf(text, language));
  const { tool, beside, cost } = words.sums;
  const groups = { subject: termSet(words.subject), sums: { tool: `#${tool}`, beside: termSet(beside), cost: termSet(cost) } };
  const engine = { locale, data, language, stop, groups, known, index, answerTo, tokensIn };
  return { ready, search: (query) => found(query, engine), rank: (query) => ranked(query, engine).pages };
}

function termSet(groups) {
  return new Set(groups.map((group) => `#${group}`));
}

/** Adds *terms* of the pages to those *known*, and gives them back. */
function learned(terms, known) {
  for (const { term } of terms) known.add(term);
  return terms;
}

function keysOf(terms) {
  return terms.map(({ term }) => keyOf(term));
}

function isRow([, anchor]) {
  return ROW_ANCHOR.test(anchor);
}

function documentsOf({ sections, pages }) {
  return sections.map(([page, , heading, text, asked = ""], id) => ({ id, title: pages[page].title, heading, text, asked }));
}

function portionsOf(documents, index) {
  const starts = documents.map((_, at) => at).filter((at) => at % SECTIONS_INDEXED_AT_ONCE === 0);
  return starts.map((from) => () => index.addAll(documents.slice(from, from + SECTIONS_INDEXED_AT_ONCE)));
}

/** Work in portions, so that a slow phone still takes its reader's key strokes while the index is made. */
function inPortions(portions, later) {
  if (!later) {
    for (const work of portions) work();
    return Promise.resolve();
  }
  return /** @type {Promise<void>} */ (new Promise((done, fail) => {
    const next = (/** @type {(() => void)[]} */ [work, ...rest]) => {
      if (!work) return done();
      try {
        work();
      } catch (fault) {
        return fail(fault);
      }
      return later(() => next(rest));
    };
    later(() => next(portions));
  }));
}

function found(query, engine) {
  const { pages } = ranked(query, engine);
  return {
    pages: pages.slice(0, PAGES_SHOWN).map((page) => pageHit(page, engine)),
    answer: engine.answerTo(query),
  };
}

/** Pages in order of rank, each with its sections in order of rank. */
function ranked(query, { data, language, stop, groups, known, index }) {
  const typed = withoutSpaces(fold(query, language.simplified));
  const lookedUp = (silent, fields) => lookUp(termsOf(typed, language, silent, groups, known), fields, { data, known, index });
  const telling = lookedUp(stop, ONE_LETTER.test(typed) ? FIELDS_FOR_ONE_LETTER : Object.keys(FIELDS));
  // Words that say little are better than none: 50万能借吗 names a number that stands on no page.
  const hits = telling.length > 0 ? telling : lookedUp(NO_STOP_WORDS, Object.keys(FIELDS));
  return { pages: withCompanions(groupedByPage(hits, data.sections), data.pages, data.sections) };
}

function lookUp(terms, fields, { data, known, index }) {
  const hits = index.search("", {
    tokenize: () => keysOf(terms),
    processTerm: (term) => term,
    fields,
    boost: FIELDS,
    bm25: BM25,
    boostDocument: (id) => (isRow(data.sections[id]) ? WEIGHT_OF_ROWS : 1),
    boostTerm: (term, at) => terms[at].weight,
    prefix: (term, at) => terms[at].started,
    fuzzy: (term) => mayBeWrong(term, known) && SHARE_OF_WRONG_LETTERS,
    weights: { prefix: WEIGHT_OF_BEGINNINGS, fuzzy: WEIGHT_OF_LIKE_WORDS },
  });
  const isTyped = ({ id, queryTerms }) => CLAIM_ANCHOR.test(data.sections[id][1]) && queryTerms.length === terms.length;
  if (terms.length < WORDS_OF_A_CLAIM || !hits.some(isTyped)) return hits;
  return hits.map((hit) => (isTyped(hit) ? { ...hit, score: hit.score / WEIGHT_OF_ROWS } : hit)).sort((a, b) => b.score - a.score);
}

function mayBeWrong(term, known) {
  return LATIN.test(term) && term.length >= LETTERS_FOR_AN_ERROR && !known.has(term);
}

/** A page ranks by its best section, and a little by its next ones. */
function groupedByPage(hits, sections) {
  const pages = new Map();
  for (const { id, score, terms } of hits) {
    const [page] = sections[id];
    const hit = pages.get(page) ?? { page, score: 0, sections: [] };
    pages.set(page, hit);
    if (hit.sections.length >= SECTIONS_PER_PAGE) continue;
    hit.score += hit.sections.length === 0 ? score : score * SHARE_OF_FURTHER_SECTIONS;
    hit.sections.push({ id, score, terms: new Set(terms.map(termOf)) });
  }
  return [...pages.values()].sort((a, b) => b.score - a.score);
}

function pageHit({ page, sections }, engine) {
  return { ...engine.data.pages[page], sections: sections.slice(0, SECTIONS_SHOWN_PER_PAGE).map((hit) => sectionHit(hit, engine)) };
}

function sectionHit({ id, terms }, { locale, data, tokensIn }) {
  const [, anchor, heading, text] = data.sections[id];
  return {
    anchor,
    heading: passageOf(heading, tokensIn(heading), terms, Infinity),
    passage: passageOf(text, tokensIn(text), terms, PASSAGE_LENGTH[locale]),
  };
}
