/** Typing errors: the words of the pages are known, so a word that stands on none of them may be meant as one that does. */
import { stemmer } from "stemmer";

import { soundsAlike } from "./homophones.js";
import { remembered } from "./remembered.js";
import { isConcept, isHan } from "./tokens.js";

const LETTERS_FOR_ONE_ERROR = 4;
const LETTERS_FOR_CHANGES = 5;
const LETTERS_FOR_TWO_ERRORS = 7;
const LETTERS_AN_ERROR_WHEN_LOST = 3;
const CHARACTERS_OF_A_NAME = 3;
/** A pair of characters that stands so often on the pages may be there by chance, across two words. */
const RARE = 2;

/**
 * @param {RegExp} silent - words that say nothing about a subject: they are right, and words end at them
 * @returns {{learn: Function, learnName: Function, correct: Function, suggest: Function}} a vocabulary still empty
 */
export function emptyVocabulary(silent) {
  const known = { words: new Map(), stems: new Set(), pairs: new Map(), names: new Map(), sounds: soundsAlike(), silent };
  const closeBy = remembered((word) => nearestWord(word, known, closely));

  return {
    /** Counts the terms of one text of a page, and gives them back. */
    learn(tokens) {
      for (const token of tokens) learnToken(token, known);
      return tokens;
    },
    /** A word of its own, known by its sound alone, or with one character wrong. */
    learnName(name) {
      if (name.length < CHARACTERS_OF_A_NAME || !isHan(name)) return;
      known.names.set(soundOf(name, known), name);
      for (let at = 1; at + 1 < name.length; at += 1) known.names.set(withGap(name, at), name);
    },
    /** A folded query as its typist may have meant it; the same where every word is known. */
    correct: (folded) => corrected(folded, known, closeBy),
    /** The same, with more errors allowed: for a query that finds nothing as it is. */
    suggest: (folded) => corrected(folded, known, (word) => nearestWord(word, known, loosely)),
  };
}

function learnToken({ term, word }, { words, stems, pairs }) {
  if (word !== undefined) {
    count(words, word);
    stems.add(term);
  } else if (term.length === 2 && !isConcept(term) && isHan(term)) {
    count(pairs, term);
  }
}

function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function corrected(folded, known, nearest) {
  return folded
    .replace(/[a-z][a-z']+/g, (word) => nearest(word) ?? word)
    .replace(/[\u3400-\u9fff]{2,}/g, (run) => betweenSilent(run, known.silent, (words) => correctedRun(words, known)));
}

function betweenSilent(run, silent, change) {
  const ends = [...run.matchAll(silent)].map(({ 0: word, index }) => [index, index + word.length]);
  let at = 0;
  let text = "";
  for (const [start, end] of [...ends, [run.length, run.length]]) {
    text += change(run.slice(at, start)) + run.slice(start, end);
    at = end;
  }
  return text;
}

/** How many errors to allow: a long word has room for two, and people get its first letter right. */
function closely(word, candidate) {
  if (candidate[0] !== word[0] || word.length < LETTERS_FOR_ONE_ERROR) return 0;
  // A short word with another letter in it is a word of its own: sale is not same.
  if (word.length < LETTERS_FOR_CHANGES && candidate.length === word.length && !isSwapped(word, candidate)) return 0;
  return word.length < LETTERS_FOR_TWO_ERRORS ? 1 : 2;
}

function loosely(word) {
  return Math.floor(word.length / LETTERS_AN_ERROR_WHEN_LOST);
}

function isSwapped(one, other) {
  return Array.from(one).sort().join("") === Array.from(other).sort().join("");
}

/** The known word at the fewest errors; among several, the commonest. */
function nearestWord(typed, { words, stems }, errorsAllowed) {
  const word = typed.replace(/'s?$/, "").replace(/'/g, "");
  if (stems.has(stemmer(word)) || isBeginning(word, words)) return undefined;

  let best;
  for (const [candidate, occurrences] of words) {
    const allowed = Math.min(errorsAllowed(word, candidate), best?.errors ?? Infinity);
    if (Math.abs(candidate.length - word.length) > allowed || allowed === 0) continue;
    const errors = errorsBetween(word, candidate, allowed);
    if (errors > allowed || (errors === best?.errors && occurrences <= best.occurrences)) continue;
    best = { candidate, errors, occurrences };
  }
  return best?.candidate;
}

/** Whether a word is known, or on the way to a known one: it is still being typed. */
function isBeginning(word, words) {
  if (words.has(word)) return true;
  for (const known of words.keys()) if (known.startsWith(word)) return true;
  return false;
}

/**
 * Letters left out, added, changed or swapped with their neighbour between two words (optimal string alignment).
 *
 * @returns {number} the errors, or more than `allowed` as soon as that is sure
 */
export function errorsBetween(a, b, allowed) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      current[column] = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) current[column] = Math.min(current[column], beforeLast[column - 2] + 1);
    }
    if (Math.min(...current) > allowed) return allowed + 1;
    [beforeLast, last] = [last, current];
  }
  return last[b.length];
}

/**
 * Names first. Then single characters that stand in no pair of the pages, replaced by some that sound like them: between
 * two neighbours first, since a wrong character makes its right neighbour look wrong as well.
 */
function correctedRun(text, known) {
  const run = Array.from(withNames(text, known));
  const places = run.map((_, at) => at);
  const inner = places.slice(1, -1);
  for (const at of [...inner, ...places.filter((place) => !inner.includes(place))]) {
    /** @type {[string, string]} */
    const around = [run[at - 1], run[at + 1]];
    if (isKnownBetween(run[at], around, known)) continue;
    const alike = known.sounds.get(run[at]) ?? "";
    run[at] = bestBetween(alike, around, known) ?? run[at];
  }
  return run.join("");
}

function withNames(text, known) {
  for (let length = text.length; length >= CHARACTERS_OF_A_NAME; length -= 1) {
    for (let at = 0; at + length <= text.length; at += 1) {
      const name = nameAt(text, at, length, known);
      if (!name) continue;
      return withNames(text.slice(0, at), known) + name + withNames(text.slice(at + length), known);
    }
  }
  return text;
}

/** The name that a part of a text sounds like, or is but for one character inside it that fits no neighbour. */
function nameAt(text, start, length, known) {
  const part = text.slice(start, start + length);
  const bySound = known.names.get(soundOf(part, known));
  if (bySound) return bySound === part ? undefined : bySound;

  const isWrong = (at) => !isKnownBetween(text[at], [text[at - 1], text[at + 1]], known);
  const inside = Array.from(part).slice(1, -1).findIndex((_, at) => isWrong(start + 1 + at));
  return inside < 0 ? undefined : known.names.get(withGap(part, inside + 1));
}

function withGap(name, at) {
  return `${name.slice(0, at)}?${name.slice(at + 1)}`;
}

/** One character for each sound. */
function soundOf(text, { sounds }) {
  let sound = "";
  for (const character of text) sound += (sounds.get(character) ?? character)[0];
  return sound;
}

/** Whether a character makes a known pair with a neighbour. */
function isKnownBetween(character, [before, after], { pairs }) {
  return pairs.has(before + character) || pairs.has(character + after);
}

/** Of some characters, the one that makes the commonest pairs with all its neighbours. */
function bestBetween(characters, [before, after], { pairs }) {
  let best;
  let most = RARE;
  for (const character of characters) {
    const pairsMade = [before && before + character, after && character + after].filter(Boolean);
    const occurrences = Math.min(...pairsMade.map((pair) => pairs.get(pair) ?? 0));
    if (pairsMade.length === 0 || occurrences <= most) continue;
    most = occurrences;
    best = character;
  }
  return best;
}
