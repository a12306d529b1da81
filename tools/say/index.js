/** Sentences to say: fills their blanks, copies, shows and reads them. Listens at the document, so that copies made later work too. */

import { copyText } from "../form/copy.js";
import { fillWords } from "../form/words.js";
import { readBlank } from "./blank.js";
import { openCard } from "./card.js";
import { emptyBlanks, fillBlank, linesOf, textOf } from "./fill.js";
import { readAloud, watchVoices } from "./voice.js";

const given = document.querySelector("script[data-say-words]");
const words = given && JSON.parse(given.textContent);
if (words) mount(document.documentElement.lang.startsWith("zh") ? "zh" : "en");

/** Fills a blank of a sentence with a text that was typed elsewhere. */
export function typeBlank(saying, number, text, kind, locale) {
  const filled = readBlank(text, kind, locale, words);
  fillBlank(saying, number, filled);
  return filled;
}

function mount(locale) {
  watchVoices();
  for (const saying of document.querySelectorAll("[data-saying]")) saying.dataset.ready = "";
  document.addEventListener("input", ({ target }) => take(target, locale));
  document.addEventListener("click", ({ target }) => act(target));
}

function take(target, locale) {
  const saying = target.dataset && target.dataset.fills && target.closest("[data-saying]");
  if (!saying) return;
  const field = target.selectedOptions ? chosen(saying, target) : target;
  if (field) {
    const filled = typeBlank(saying, field.dataset.fills, field.value, field.dataset.kind, locale);
    field.dataset.problem = (filled && filled.problem) || "";
  }
  note(saying);
}

function act(target) {
  const button = target.closest("[data-say]");
  if (!button) return;
  const saying = button.closest("[data-saying]");
  const text = saying ? textOf(saying) : button.closest(".say-card").querySelector(".say-card__text").textContent;
  if (button.dataset.say === "read") readAloud(text);
  else if (button.dataset.say === "show") openCard(linesOf(saying), words, button, saying.querySelector('[data-say="read"]'));
  else copyText(text, /** @type {any} */ ({ root: saying, announce: (done) => note(saying, done) }), button);
}

/** A choice is ready to say; for anything else a field opens, which is given to be read. */
function chosen(saying, list) {
  const [option] = list.selectedOptions;
  const field = list.closest(".saying__field").querySelector("input");
  field.hidden = !("other" in option.dataset);
  if (!field.hidden) return field;
  field.dataset.problem = "";
  /** @type {import("./blank.js").Filled | null} */
  const ready = list.value ? { zh: list.value, own: option.textContent, pinyin: option.dataset.pinyin, problem: "" } : null;
  fillBlank(saying, list.dataset.fills, ready);
}

/** What is not right yet: once something was typed or copied, and not before. */
function note(saying, done = "") {
  const fields = [...saying.querySelectorAll("input[data-fills]")];
  const empty = emptyBlanks(saying).join(words.separator);
  const foreign = fields.filter((field) => field.dataset.problem === "not_chinese").map((field) => field.dataset.name).join(words.separator);
  const unread = fields.map((field) => words[field.dataset.problem]).filter((text) => text && text !== words.not_chinese);
  saying.querySelector(".saying__note").textContent = [
    done,
    empty ? fillWords(words.missing, { names: empty }) : "",
    foreign ? fillWords(words.not_chinese, { names: foreign }) : "",
    ...new Set(unread),
  ].filter(Boolean).join(" ");
}
