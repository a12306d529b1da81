/** Typing errors: the words of the pages are known, so a word that stands on none of them may be meant as one that does. */
import { soundsAlike } from './homophones.js';
import { isConcept, isHan } from './tokens.js';

const MUCH_MORE_COMMON = 10;
const LETTERS_FOR_ONE_ERROR = 4;
const LETTERS_FOR_TWO_ERRORS = 7;
const LETTERS_AN_ERROR_WHEN_LOST = 3;

/** @returns {{learn: Function, correct: Function, suggest: Function}} a vocabulary that is still empty */
export function emptyVocabulary() {
  const words = new Map();
  const pairs = new Map();
  const known = { words, pairs, sounds: soundsAlike(), followers: new Map() };

  return {
    /** Counts the terms of one text of a page, and gives them back. */
    learn(tokens) {
      for (const { term, word } of tokens) {
        if (word !== undefined) count(words, word);
        else if (term.length === 2 && !isConcept(term) && isHan(term)) learnPair(known, term);
      }
      return tokens;
    },
    /** A folded query as its typist may have meant it; the same where every word is known. */
    correct: (folded) => corrected(folded, known, closely),
    /** The same, with more errors allowed: for a query that finds nothing as it is. */
    suggest: (folded) => corrected(folded, known, loosely),
  };
}

function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function learnPair({ pairs, followers }, pair) {
  if (!pairs.has(pair)) followers.set(pair[0], (followers.get(pair[0]) ?? '') + pair[1]);
  count(pairs, pair);
}

function corrected(folded, known, errorsAllowed) {
  return folded
    .replace(/[a-z][a-z']+/g, (word) => nearestWord(word.replaceAll("'", ''), known.words, errorsAllowed) ?? word)
    // A character put right may show that its neighbour is wrong too.
    .replace(/[\u3400-\u9fff]{2,}/g, (run) => correctedRun(correctedRun(run, known), known));
}

/** How many errors to allow: a long word has room for two, and people get its first letter right. */
function closely(word, candidate) {
  if (candidate[0] !== word[0] || word.length < LETTERS_FOR_ONE_ERROR) return 0;
  return word.length < LETTERS_FOR_TWO_ERRORS ? 1 : 2;
}

function loosely(word) {
  return Math.floor(word.length / LETTERS_AN_ERROR_WHEN_LOST);
}

/** The known word at the fewest errors; among several, the commonest. */
function nearestWord(word, words, errorsAllowed) {
  if (isBeginning(word, words)) return undefined;

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

/** Characters that sound like the right one, or one wrong character between two right ones. */
function correctedRun(text, known) {
  const run = Array.from(text);
  for (let at = 0; at + 1 < run.length; at += 1) {
    const pair = run[at] + run[at + 1];
    const meant = soundsLike(pair, known) ?? (known.pairs.has(pair) ? undefined : betweenNeighbours(run, at, known));
    if (!meant) continue;
    [run[at], run[at + 1]] = meant;
  }
  return run.join('');
}

/** The commonest known pair with one character in common and the other of the same sound. */
function soundsLike([first, second], { pairs, sounds }) {
  const own = pairs.get(first + second) ?? 0;
  let best;
  let most = Math.max(own * MUCH_MORE_COMMON, 1) - 1;
  const consider = (pair) => {
    const occurrences = pairs.get(pair) ?? 0;
    if (pair === first + second || occurrences <= most) return;
    most = occurrences;
    best = pair;
  };
  for (const alike of sounds.get(first) ?? '') consider(alike + second);
  for (const alike of sounds.get(second) ?? '') consider(first + alike);
  return best;
}

function betweenNeighbours(run, at, { pairs, followers }) {
  const [first, , third] = run.slice(at, at + 3);
  if (third === undefined || pairs.has(run[at + 1] + third)) return undefined;

  let best;
  let most = 0;
  for (const middle of followers.get(first) ?? '') {
    const occurrences = Math.min(pairs.get(first + middle) ?? 0, pairs.get(middle + third) ?? 0);
    if (occurrences <= most) continue;
    most = occurrences;
    best = first + middle;
  }
  return best;
}
