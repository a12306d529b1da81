/**
 * One form for all the ways a reader may type the same thing. Every function here keeps the length of its text,
 * so that a place found in the normalised text is the same place in the text as written.
 */

const FULL_WIDTH_OFFSET = 0xfee0;
/** @typedef {{pattern: RegExp, forms: Map<string, string>}} Simplified */

// Most words of synonyms, and English pages, hold nothing else: then there is little to fold.
const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * Text in one form: half-width, lower case, simplified characters.
 *
 * @param {string} text - as typed or as it stands on a page
 * @param {Simplified} simplified - what `simplifiedFrom` gave
 * @returns {string} text of the same length
 */
export function fold(text, { pattern, forms }) {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();

  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[\u3000\u00a0]/g, " ")
    .replace(/[’‘]/g, "'")
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(pattern, (character) => forms.get(character) ?? character);
}

/**
 * What `fold` needs, from a string of pairs: traditional, simplified, traditional, simplified, …
 *
 * @param {string} pairs
 * @returns {Simplified}
 */
export function simplifiedFrom(pairs) {
  const characters = Array.from(pairs);
  const forms = new Map();
  for (let at = 0; at + 1 < characters.length; at += 2) forms.set(characters[at], characters[at + 1]);
  return { forms, pattern: new RegExp(forms.size > 0 ? `[${[...forms.keys()].join("")}]` : "(?!)", "g") };
}
