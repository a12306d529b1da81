/** What a reader typed, and which keys are the reader's own. */

/** A pasted page is no question: its beginning is searched. */
const MOST_CHARACTERS = 200;
const WHOLE_OR_HALF_CHARACTER = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/**
 * @param {string} text as it stands in the box
 * @returns {string} without spaces at its ends; half a character, which no address can hold, as the sign for it
 */
export function queryOf(text) {
  return text.trim().slice(0, MOST_CHARACTERS)
    .replace(WHOLE_OR_HALF_CHARACTER, (character) => (character.length === 2 ? character : "\ufffd"));
}

/**
 * Whether a key belongs to an input method, which confirms, chooses or gives up words by Enter, arrows and Escape.
 * Safari ends the composition before it tells of the key; 229 is then all that shows whose the key was.
 *
 * @param {KeyboardEvent} event
 */
export function isForInputMethod({ isComposing, keyCode }) {
  return isComposing || keyCode === 229;
}
