/** Letter builder: the reader's words go into the letter on the page, and nowhere else. */

import { formatDate, isoDate, today } from "../civil-date/civil-date.js";
import { parseAddress } from "../form/address.js";
import { copyText } from "../form/copy.js";
import { fill } from "../form/fill.js";
import { bringIntoView, mountTool } from "../form/form.js";
import { typedKinds } from "../form/kinds.js";
import { askBeforeLeaving } from "../form/leave.js";
import { inVoices } from "../form/voices.js";
import { saveFile, saveText } from "../save-file/save-file.js";
import { keepClearOf } from "./foot-bar.js";
import { compose, missing, plainText, tidyText } from "./letter.js";
import { WORD_TYPE, wordFile } from "./word.js";

const FINISHED = "finished";
const CHINESE = "zh";
const ANCHOR = "#letter-";

mountTool("complaint-letter", {
  kinds: typedKinds,
  start: (tool) => {
    tool.data.fields = {};
    for (const blank of tool.root.querySelectorAll("[data-letter]")) foldAway(blank);
    for (const field of tool.root.querySelectorAll("[data-field]")) tool.data.fields[String(field.dataset.field)] = usualWords(field);
    dateToday(tool);
    keepClearOf(tool.form, tool.root.querySelector("[data-missing]").parentElement);
    tool.isSafe = askBeforeLeaving(window, () => typedWords(tool), tool.data.words.leave);
    if (chooseFromAddress(tool)) tool.refresh();
    window.addEventListener("hashchange", () => { if (chooseFromAddress(tool)) tool.refresh(); });
  },

  compute: (values, tool) => {
    const asks = asksOf(values.letter, tool.data);
    const required = Object.keys(asks).filter((field) => asks[field].required);
    const ticks = new Set(ticksOf(tool, values.letter).filter((box) => box.checked).map((box) => box.name));
    return { id: values.letter, asks, ticks, values, missing: missing(required, textsOf(values, asks, CHINESE)) };
  },

  show: (outcome, tool) => {
    showFields(outcome, tool);
    const isFinished = !outcome.missing.length;
    const output = tool.root.querySelector('output[name="letter"]');
    output.dataset.value = isFinished ? FINISHED : "";
    fill(output, ...sheetOf(outcome, tool, CHINESE));
    const english = tool.root.querySelector("[data-english]");
    if (english) fill(english, ...sheetOf(outcome, tool, "en"));
    tool.root.querySelector("[data-finished]").hidden = !isFinished;
    return showMissing(outcome, tool);
  },

  actions: {
    "copy-letter": async (tool, button) => {
      if (await copyText(letterText(tool), tool, button)) tool.isSafe();
    },
    "save-text": (tool) => {
      saveText(letterText(tool), `${fileName(tool)}.txt`);
      tool.isSafe();
    },
    "save-word": (tool) => {
      const [title, ...paragraphs] = shownParagraphs(tool);
      saveFile(wordFile(title, paragraphs), `${fileName(tool)}.docx`, WORD_TYPE);
      tool.isSafe();
    },
    look: ({ root }) => {
      const results = root.querySelector(".tool__results");
      results.focus({ preventScroll: true });
      results.scrollIntoView();
    },
    erase: (tool) => {
      tool.form.reset();
      tool.root.querySelector("[data-copy-by-hand]")?.remove();
      dateToday(tool);
      tool.refresh();
      tool.field("letter").focus();
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
  return { label: field.querySelector("[data-label]").textContent, hint: field.querySelector(".field__hint").textContent };
}

/** What a reader has typed, and nothing else knows; choices are soon made again. */
function typedWords({ form }) {
  const isTyped = ({ type, value, defaultValue }) => ["text", "tel", "textarea"].includes(type) && value !== defaultValue;
  return [...form.elements].filter(isTyped).map(({ value }) => value).join("\n");
}

function dateToday(tool) {
  tool.field("date").value = isoDate(today());
}

/**
 * `#complaint-letter?letter=ID` chooses a letter, and so does `#letter-ID`, the anchor of its blank; nothing else is
 * ever taken from an address.
 */
function chooseFromAddress(tool) {
  const id = letterIn(window.location.hash);
  if (!Object.keys(tool.data.letters).includes(id)) return false;
  tool.field("letter").value = id;
  bringIntoView(tool.root);
  return true;
}

function letterIn(hash) {
  const address = parseAddress(hash);
  if (!address) return hash.startsWith(ANCHOR) ? hash.slice(ANCHOR.length) : "";
  return address.tool === "complaint-letter" ? new Map(address.fields).get("letter") : "";
}

/** @returns {Record<string, {required?: boolean, label: string, hint: string}>} what a letter asks for, by field */
function asksOf(letter, { letters, fields }) {
  const own = Object.entries(letters[letter]);
  return Object.fromEntries(own.map(([field, words]) => [field, { ...fields[field], ...words }]));
}

/** Only the fields that this letter asks for, as they stand in a letter in that language. */
function textsOf(values, asks, language) {
  const shown = Object.keys(asks).filter((field) => values[field] !== undefined);
  return Object.fromEntries(shown.map((field) => {
    const value = values[field];
    return [field, typeof value === "string" ? tidyText(value) : formatDate(value, language)];
  }));
}

function ticksOf({ root }, id) {
  return [...root.querySelectorAll(`[data-ticks-of="${id}"] input`)];
}

function showFields({ id, asks }, { root, data, locale }) {
  for (const field of root.querySelectorAll("[data-field]")) {
    const ask = asks[field.dataset.field];
    field.hidden = !ask;
    if (!ask) continue;
    field.querySelector("[data-label]").textContent = ask.label;
    field.querySelector("[data-need]").textContent = ask.required ? data.words.needed : data.words.optional;
    fill(field.querySelector(".field__hint"), ...inVoices(ask.hint, locale));
  }
  for (const group of root.querySelectorAll("[data-ticks-of]")) group.hidden = group.dataset.ticksOf !== id;
  showAbout(id, root);
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

function sheetOf({ id, asks, ticks, values }, { root }, language) {
  const blank = root.querySelector(`[data-letter="${id}"] [data-lines="${language}"]`);
  const title = blank.querySelector("[data-title]").cloneNode(true);
  const paragraphs = compose(linesOf(blank), textsOf(values, asks, language), ticks).map((text) => {
    const paragraph = document.createElement("p");
    paragraph.append(...inVoices(text, language));
    return paragraph;
  });
  return [title, ...paragraphs];
}

/** @returns {import("./letter.js").Line[]} */
function linesOf(blank) {
  return [...blank.querySelectorAll("[data-line]")].map((line) => ({
    when: line.dataset.when || "",
    parts: [...line.childNodes].map((node) => (node.dataset?.place ? { field: node.dataset.place } : { text: node.textContent })),
  }));
}

function showMissing({ missing: fields, asks }, { root, data }) {
  const { words } = data;
  const names = fields.map((field) => asks[field].label).join(words.join);
  const sentence = names ? words.missing + names : words.finished;
  const note = root.querySelector("[data-missing]");
  note.textContent = sentence;
  note.classList.toggle("notice--advice", !names);
  return names ? "" : sentence;
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
