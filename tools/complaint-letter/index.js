/** Letter builder: the reader's words go into the letter on the page, and nowhere else. */

import { isoDate, today } from "../civil-date/civil-date.js";
import { parseAddress } from "../form/address.js";
import { copyText } from "../form/copy.js";
import { fill } from "../form/fill.js";
import { keepClearOf } from "../form/foot-bar.js";
import { bringIntoView, FieldProblem, mountTool, typedFields } from "../form/form.js";
import { askBeforeLeaving } from "../form/leave.js";
import { inVoices } from "../form/voices.js";
import { saveFile, saveText } from "../save-file/save-file.js";
import { compose, contradictions, missing, notChinese, plainText, readAnswers, textsOf } from "./letter.js";
import { WORD_TYPE, wordFile } from "./word.js";

const FINISHED = "finished";
const CHINESE = "zh";
const ANCHOR = "#letter-";

/** Where the reader was in the form when the letter was looked at: height on the page (px), and field. */
const reading = { height: 0, field: /** @type {HTMLElement | null} */ (null) };

mountTool("complaint-letter", {
  start: (tool) => {
    for (const blank of tool.root.querySelectorAll("[data-letter]")) foldAway(blank);
    for (const field of tool.root.querySelectorAll("[data-field]")) Object.assign(tool.data.fields[String(field.dataset.field)], usualWords(field));
    dateToday(tool);
    tool.form.addEventListener("focusin", ({ target }) => { reading.field = /** @type {HTMLElement} */ (target); });
    keepClearOf(tool.form, /** @type {HTMLElement} */ (tool.root.querySelector("[data-missing]").parentElement));
    tool.data.isSafe = askBeforeLeaving(window, () => typedWords(tool), tool.data.words.leave);
    if (chooseFromAddress(tool)) tool.refresh();
    window.addEventListener("hashchange", () => { if (chooseFromAddress(tool)) tool.refresh(); });
  },

  compute: (typed, { data }) => {
    const letter = letterOf(typed.letter, data);
    const given = readAnswers(typed, letter.asks, letter.ticks, data.fields);
    const faults = [...given.unread, ...contradictions(data.rules, data.fields, given, today())];
    if (faults.length) throw faults.map(({ at, reason, details }) => new FieldProblem(at, reason, details));
    const texts = textsOf(given.answers, data.fields, CHINESE);
    return { id: typed.letter, ...given, missing: missing(letter.asks, letter.needs, given.held), foreign: notChinese(texts, data.fields) };
  },

  show: (outcome, tool) => {
    showFields(outcome.id, tool);
    const lacks = lackOf(outcome, tool.data.words);
    const output = tool.root.querySelector('output[name="letter"]');
    output.dataset.value = lacks ? "" : FINISHED;
    fill(output, ...sheetOf(outcome, tool, CHINESE));
    showChange(tool);
    showEnglish(tool, () => sheetOf(outcome, tool, "en"));
    for (const field of tool.root.querySelectorAll("[data-field]")) markForeign(field, outcome.foreign[String(field.dataset.field)]);
    tool.root.toggleAttribute("data-begun", Boolean(typedWords(tool)));
    showState(tool, lacks || tool.data.words.finished, !lacks);
    return lacks ? "" : tool.data.words.finished;
  },

  clear: (tool) => {
    showFields(tool.field("letter").value, tool);
    showEnglish(tool, () => []);
    showState(tool, tool.data.words.wrong, false);
  },

  actions: {
    "copy-letter": async (tool, button) => {
      if (await copyText(letterText(tool), tool, button)) tool.data.isSafe();
    },
    "save-text": (tool) => {
      saveText(letterText(tool), `${fileName(tool)}.txt`);
      tool.data.isSafe();
    },
    "save-word": (tool) => {
      const [title, ...paragraphs] = shownParagraphs(tool);
      saveFile(wordFile(title, paragraphs), `${fileName(tool)}.docx`, WORD_TYPE);
      tool.data.isSafe();
    },
    "choose-again": (tool) => {
      foldChoices(tool, false);
      chosen(tool).focus();
    },
    look: (tool) => {
      const results = tool.root.querySelector(".tool__results");
      reading.height = scrollY;
      results.focus({ preventScroll: true });
      results.scrollIntoView();
    },
    back: (tool) => {
      const field = reading.field || chosen(tool);
      field.focus({ preventScroll: true });
      if (reading.height) window.scrollTo(0, reading.height);
      else field.scrollIntoView({ block: "center" });
    },
    erase: (tool) => {
      const { value } = tool.field("letter");
      tool.form.reset();
      tool.field("letter").value = value;
      tool.root.querySelector("[data-copy-by-hand]")?.remove();
      dateToday(tool);
      tool.refresh();
      chosen(tool).focus();
      tool.announce(tool.data.words.erased);
    },
  },
});

/** The form takes the place of the blanks, and of their anchors. */
function foldAway(blank) {
  blank.open = false;
  blank.removeAttribute("id");
}

/** What a field is called in a letter that has no words of its own for it. */
function usualWords(field) {
  const hint = field.querySelector("[data-hint]");
  return { label: field.querySelector("[data-label]").textContent, hint: [...hint.childNodes].map((node) => node.cloneNode(true)) };
}

/** What a reader has typed, and nothing else knows; choices are soon made again. */
function typedWords({ form }) {
  return typedFields(form).filter(({ type }) => ["text", "tel", "textarea"].includes(type)).map(({ value }) => value).join("\n");
}

/** As the field's own default: nobody typed it. */
function dateToday(tool) {
  tool.field("date").defaultValue = isoDate(today());
}

/**
 * `#complaint-letter?letter=ID` chooses a letter, and so does `#letter-ID`, the anchor of its blank; nothing else is
 * ever taken from an address. Who comes for one letter sees that one; the others are a button away.
 */
function chooseFromAddress(tool) {
  const id = letterIn(window.location.hash);
  if (!Object.keys(tool.data.letters).includes(id)) return false;
  tool.field("letter").value = id;
  foldChoices(tool, true);
  bringIntoView(tool.root);
  return true;
}

function letterIn(hash) {
  const address = parseAddress(hash);
  if (!address) return hash.startsWith(ANCHOR) ? hash.slice(ANCHOR.length) : "";
  return address.tool === "complaint-letter" ? new Map(address.fields).get("letter") : "";
}

function foldChoices({ root }, isFolded) {
  root.querySelector("[data-choices]").toggleAttribute("data-folded", isFolded);
}

function chosen({ root }) {
  return root.querySelector('[name="letter"]:checked');
}

/** @returns {{asks: Record<string, import("./letter.js").Ask>, needs: import("./letter.js").Need[], ticks: string[]}} */
function letterOf(id, { letters, fields }) {
  const { asks, needs, ticks } = letters[id];
  const own = Object.entries(asks).map(([name, words]) => [name, { label: fields[name].label, hint: fields[name].hint, ...words }]);
  return { asks: Object.fromEntries(own), needs, ticks };
}

function showFields(id, { root, data, locale }) {
  const { asks, needs } = letterOf(id, data);
  for (const field of root.querySelectorAll("[data-field]")) showField(field, asks[field.dataset.field], needs, data.words, locale);
  for (const group of root.querySelectorAll("[data-ticks-of]")) group.hidden = group.dataset.ticksOf !== id;
  for (const blank of root.querySelectorAll("[data-letter]")) blank.toggleAttribute("data-chosen", blank.dataset.letter === id);
  for (const choice of root.querySelectorAll("[data-choice]")) choice.toggleAttribute("data-chosen", choice.querySelector("input").checked);
  showAbout(id, root);
}

function showField(field, ask, needs, words, locale) {
  field.hidden = !ask;
  if (!ask) return;
  const hint = field.querySelector("[data-hint]");
  fill(field.querySelector("[data-label]"), ...inVoices(ask.label, locale));
  field.querySelector("[data-need]").textContent = needOf(field.dataset.field, ask, needs, words);
  fill(hint, ...(typeof ask.hint === "string" ? inVoices(ask.hint, locale) : ask.hint.map((node) => node.cloneNode(true))));
  for (const option of field.querySelectorAll("[data-option]")) option.hidden = Boolean(ask.options) && !ask.options.includes(option.dataset.option);
}

function needOf(name, ask, needs, words) {
  if (ask.required) return words.needed;
  return needs.some(({ of, when }) => !when.length && of.includes(name)) ? words.some : words.optional;
}

/** Who may use the letter stands above the fields; what to attach and where to send it stand below the letter. */
function showAbout(id, root) {
  const place = root.querySelector("[data-about-place]");
  if (place.dataset.shown === id) return;
  place.dataset.shown = id;
  const about = root.querySelector(`[data-letter="${id}"] [data-about]`).cloneNode(true);
  fill(root.querySelector("[data-who]"), ...about.querySelector("dd").childNodes);
  about.querySelector("dt").remove();
  about.querySelector("dd").remove();
  fill(place, about);
}

/** On Chinese pages there is no English to read beside the letter. */
function showEnglish({ root }, sheet) {
  const place = root.querySelector("[data-english]");
  if (place) fill(place, ...sheet());
}

function sheetOf({ id, answers, held }, { root, data }, language) {
  const blank = root.querySelector(`[data-letter="${id}"] [data-lines="${language}"]`);
  const title = blank.querySelector("[data-title]").cloneNode(true);
  const paragraphs = compose(linesOf(blank), textsOf(answers, data.fields, language), held).map((text) => {
    const paragraph = document.createElement("p");
    paragraph.append(...inVoices(text, language));
    return paragraph;
  });
  return [title, ...paragraphs];
}

/** Where the letter scrolls beside the form, the paragraph that has changed comes into its view. */
function showChange({ root, data }) {
  const paragraphs = [...root.querySelectorAll('output[name="letter"] p')];
  const before = data.shown || [];
  data.shown = paragraphs.map(({ textContent }) => textContent);
  const changed = paragraphs.find(({ textContent }, place) => textContent !== before[place]);
  if (!changed) return;
  const view = changed.closest(".complaint-letter__pair");
  view.scrollTop += changed.getBoundingClientRect().top - view.getBoundingClientRect().top - view.clientHeight / 3;
}

/** @returns {import("./letter.js").Line[]} */
function linesOf(blank) {
  return [...blank.querySelectorAll("[data-line]")].map((line) => ({
    when: (line.dataset.when || "").split(" ").filter(Boolean),
    parts: [...line.childNodes].map((node) => (node.dataset?.place ? { field: node.dataset.place } : { text: node.textContent })),
  }));
}

/** @returns {string} why the letter is not finished; nothing when it is */
function lackOf({ missing: labels, foreign }, words) {
  const lines = Object.values(foreign).flat();
  const lacks = [labels.length && words.missing + labels.join(words.join), lines.length && words.foreign + lines.map((line) => words.quote.replace("{line}", () => line)).join(words.join)];
  return lacks.filter(Boolean).join(words.and);
}

/** Beside the field stands that it is not yet in the language of the letter. */
function markForeign(field, lines) {
  const mark = field.querySelector("[data-foreign]");
  if (mark) mark.hidden = !lines;
}

function showState({ root, locale }, sentence, isFinished) {
  const note = root.querySelector("[data-missing]");
  fill(note, ...inVoices(sentence, locale));
  note.classList.toggle("notice--advice", isFinished);
  root.querySelector("[data-finished]").hidden = !isFinished;
}

function shownParagraphs({ root }) {
  return [...root.querySelectorAll('output[name="letter"] p')].map(({ textContent }) => textContent);
}

function letterText(tool) {
  const [title, ...paragraphs] = shownParagraphs(tool);
  return plainText(title, paragraphs);
}

/** The title of the letter: no name or number of the reader shows in a list of downloads. */
function fileName(tool) {
  return shownParagraphs(tool)[0];
}
