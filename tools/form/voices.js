/** Marks Chinese words in an English text, so that a screen reader changes its voice. */

/** Signs and figures between two Chinese characters belong to the words; a bracket or a quotation mark around them too. */
const CHINESE_WORDS = /([【“]?\p{Script=Han}(?:[^A-Za-z]*\p{Script=Han})?[】”]?)/u;

/**
 * @param {string} text
 * @param {"zh" | "en"} language of the place where the text will stand
 * @returns {(string | Element)[]} what to put there
 */
export function inVoices(text, language) {
  if (language === "zh") return [text];
  return text.split(CHINESE_WORDS).filter(Boolean).map((piece) => (/\p{Script=Han}/u.test(piece) ? chinese(piece) : piece));
}

function chinese(text) {
  const words = document.createElement("span");
  words.lang = "zh-CN";
  words.textContent = text;
  return words;
}
