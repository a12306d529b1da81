/** Sentences to say: fills their blanks, copies, shows and reads them. Listens at the document, so that copies made later work too. */

import { copyText } from "../form/copy.js";
import { fillWords } from "../form/words.js";
import { readBlank } from "./blank.js";
import { openCard } from "./card.js";
import { fillBlank, linesOf, textOf } from "./fill.js";
import { readAloud, watchVoices } from "./voice.js";

const said = document.querySelector("script[data-say-words]");
if (said) mount(JSON.parse(said.textContent));

function mount(words) {
  const locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const act = {
    copy: (saying, button) => copyText(textOf(saying), { root: saying, announce: (done) => note(saying, words, done) }, button),
    show: (saying, button) => openCard(linesOf(saying), words, button, saying.querySelector('[data-say="read"]')),
    read: (saying) => readAloud(textOf(saying)),
  };

  watchVoices();
  for (const saying of document.querySelectorAll("[data-saying]")) saying.dataset.ready = "";

  document.addEventListener("input", ({ target }) => {
    if (!target.dataset || !target.dataset.fills) return;
    const saying = target.closest("[data-saying]");
    const filled = readBlank(target.value, target.dataset.kind, locale, words);
    fillBlank(saying, target.dataset.fills, filled);
    target.dataset.problem = (filled && filled.problem) || "";
    note(saying, words);
  });

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-say]");
    if (!button) return;
    const saying = button.closest("[data-saying]");
    if (saying) act[button.dataset.say](saying, button);
    else readAloud(button.closest(".say-card").querySelector(".say-card__text").textContent);
  });
}

/** What is not right yet: once something was typed or copied, and not before. */
function note(saying, words, done = "") {
  const fields = [...saying.querySelectorAll("[data-fills]")];
  const named = (chosen) => chosen.map((field) => field.dataset.name).join(words.separator);
  const empty = fields.filter((field) => !field.value.trim());
  const foreign = fields.filter((field) => field.dataset.problem === "not_chinese");
  const unread = fields.map((field) => words[field.dataset.problem]).filter((text) => text && text !== words.not_chinese);
  saying.querySelector(".saying__note").textContent = [
    done,
    empty.length ? fillWords(words.missing, { names: named(empty) }) : "",
    foreign.length ? fillWords(words.not_chinese, { names: named(foreign) }) : "",
    ...new Set(unread),
  ].filter(Boolean).join(" ");
}
