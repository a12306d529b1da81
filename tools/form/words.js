/**
 * @param {string} words from the labels: "{sum} yuan"
 * @param {Record<string, string>} values
 * @returns {string} the words with each {name} replaced; a name without a value stays as it is
 */
export function fillWords(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}
