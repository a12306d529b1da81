/**
 * @param {string} words from the labels: "{sum} yuan"
 * @param {Record<string, string>} values
 * @returns {string} the words with each {name} replaced; a name without a value stays as it is
 */
export function fillWords(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/**
 * @param {{one: string, other: string}} forms words with {count}; where a language has one form, both are the same
 * @param {number} count
 * @returns {string} "1 day", "2 days"
 */
export function countWords(forms, count) {
  return fillWords(count === 1 ? forms.one : forms.other, { count: String(count) });
}
