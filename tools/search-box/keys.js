/**
 * Terms as keys of the index. MiniSearch keeps them in a tree and looks through the branches of each node in turn:
 * thousands of Han characters at its root make indexing four times slower than three letters for each of them.
 */

const FIRST_HAN = 0x3400;
const LETTERS = 3;
const BASE = 36;
const MARK = "_";

const lettersOf = new Map();

/**
 * @param {string} term
 * @returns {string} its key; the beginning of a term gives the beginning of its key
 */
export function keyOf(term) {
  if (term.charCodeAt(0) < FIRST_HAN) return term;

  let key = MARK;
  for (const character of term) key += letters(character);
  return key;
}

/**
 * @param {string} key
 * @returns {string} the term that it was made from
 */
export function termOf(key) {
  if (!key.startsWith(MARK)) return key;
  return key.slice(1).replace(/.{3}/g, (three) => String.fromCharCode(parseInt(three, BASE) + FIRST_HAN));
}

function letters(character) {
  if (!lettersOf.has(character)) {
    lettersOf.set(character, (character.charCodeAt(0) - FIRST_HAN).toString(BASE).padStart(LETTERS, "0"));
  }
  return lettersOf.get(character);
}
