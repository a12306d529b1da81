/**
 * A letter grows from the paragraphs in the page: a paragraph stands as soon as its places are filled and one of its
 * conditions, if it has any, holds. So no gap is left behind, and nothing is claimed that the reader has not claimed.
 *
 * What the reader gave is told apart thus: `answers` are the fields with something in them, as values; `held` are the
 * names of all that is so: fields that put words into the letter, ticks that are set, options that are chosen.
 *
 * @typedef {{field: string} | {text: string}} Part
 * @typedef {{parts: Part[], when: string[]}} Line
 * @typedef {{required?: boolean, options?: string[], label: string, hint: string}} Ask
 * @typedef {{of: string[], when: string[], label: string}} Need
 * @typedef {{kind: string, prose?: boolean, day?: "past" | "coming", options?: Record<string, [string, string]>}} Field
 * @typedef {{id: string, at: string, when: string[], apart?: string[], order?: string[], below?: string[], days?: number}} Rule
 * @typedef {{at: string, reason: string, details?: Record<string, any>}} Fault where it is told, as what, and words for it
 * @typedef {{answers: Record<string, any>, held: Set<string>, unread: Fault[]}} Answers
 */

import { dayNumber, formatDate, parseDate } from "../civil-date/civil-date.js";
import { isWithin, readText, valueFor } from "../form/kinds.js";
import { formatYuan } from "../numbers/format.js";

/** Least value of each kind of answer that is read as more than words. */
const LEAST = { date: "", money: "0.01", months: "1" };
const FILE_NAME = /\S+\.[A-Za-z0-9]{2,4}(?=[\s,;]|$)/g;
const JOIN = { zh: "、", en: "; " };

/**
 * Spaces and line breaks that nobody sees would leave a paragraph that looks empty; half characters and signs that XML
 * forbids would make a .docx that no program opens.
 * @param {string} text
 */
export function tidyText(text) {
  return [...String(text)].filter((sign) => !/[\ud800-\udfff\ufffe\uffff]/.test(sign) || sign.length === 2).join("")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "")
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(/\r\n?/g, "\n")
    .split("\n").map((line) => line.replace(/[ \t\u00a0]+/g, " ").trim()).filter(Boolean).join("\n");
}

/**
 * @param {Record<string, string | boolean | undefined>} typed texts by field, checkboxes by their own name
 * @param {Record<string, Ask>} asks of the letter: everything else in the form is another letter's
 * @param {string[]} ticks of the letter
 * @param {Record<string, Field>} fields
 * @returns {Answers} `unread` are numbers and dates that were not understood, or have two meanings
 */
export function readAnswers(typed, asks, ticks, fields) {
  const answers = {};
  const held = new Set(ticks.filter((tick) => typed[tick]));
  const unread = [];
  for (const name of Object.keys(asks)) {
    const { value, fault } = readAnswer(name, typed, asks[name], fields[name]);
    if (fault) unread.push({ at: name, ...fault });
    if (value === undefined) continue;
    answers[name] = value;
    for (const id of fields[name].options ? [].concat(value) : []) held.add(id);
    if (wordsOf(value, fields[name], "zh")) held.add(name);
  }
  return { answers, held, unread };
}

/** @param {string} name @param {Record<string, any>} typed @param {Ask} ask @param {any} field a `Field` */
function readAnswer(name, typed, ask, { kind, options }) {
  if (kind === "several") {
    const chosen = (ask.options || Object.keys(options)).filter((id) => typed[id]);
    return { value: chosen.length ? chosen : undefined };
  }
  const text = tidyText(typed[name] || "");
  if (!text) return {};
  if (kind === "choice") return { value: options[text] ? text : undefined };
  if (!(kind in LEAST)) return { value: text };
  const read = readText(text, kind);
  if (read && read.either) return { fault: { reason: "either", details: { first: read.either[0], second: read.either[1] } } };
  return read && isWithin(read, { min: LEAST[kind] }) ? { value: valueFor(read, kind) } : { fault: { reason: "" } };
}

/**
 * @param {Record<string, any>} answers
 * @param {Record<string, Field>} fields
 * @param {"zh" | "en"} language
 * @returns {Record<string, string>} the words that each answer puts into a letter in that language
 */
export function textsOf(answers, fields, language) {
  const texts = Object.keys(answers).map((name) => [name, wordsOf(answers[name], fields[name], language)]);
  return Object.fromEntries(texts.filter(([, words]) => words));
}

/** @param {any} value @param {any} field a `Field` @param {"zh" | "en"} language */
function wordsOf(value, { kind, options }, language) {
  if (options) return [].concat(value).map((id) => options[id][language === "zh" ? 0 : 1]).filter(Boolean).join(JOIN[language]);
  if (kind === "money") return formatYuan(value).replace(/\.00$/, "");
  return kind === "date" ? formatDate(value, language) : String(value);
}

/**
 * @param {Line[]} lines
 * @param {Record<string, string>} texts what has been filled in, by field
 * @param {Set<string>} held
 * @returns {string[]} paragraphs
 */
export function compose(lines, texts, held) {
  return lines
    .filter(({ parts, when }) => holdsOne(when, held) && parts.every((part) => !("field" in part) || texts[part.field]))
    .map(({ parts }) => parts.map((part) => ("field" in part ? texts[part.field] : part.text)).join(""));
}

function holdsOne(when, held) {
  return !when.length || when.some((id) => held.has(id));
}

/**
 * @param {Record<string, Ask>} asks
 * @param {Need[]} needs
 * @param {Set<string>} held
 * @returns {string[]} labels of what is still missing
 */
export function missing(asks, needs, held) {
  const fields = Object.keys(asks).filter((name) => asks[name].required && !held.has(name));
  const unmet = needs.filter(({ of, when }) => holdsOne(when, held) && !of.some((id) => held.has(id)));
  return [...fields.map((name) => asks[name].label), ...unmet.map(({ label }) => label)];
}

/**
 * @param {Record<string, string>} texts
 * @param {Record<string, Field>} fields
 * @returns {Record<string, string[]>} by field, the lines that have words and no Chinese
 */
export function notChinese(texts, fields) {
  const found = Object.keys(texts)
    .filter((name) => fields[name].prose)
    .map((name) => [name, texts[name].split("\n").filter(isForeign)]);
  return Object.fromEntries(found.filter(([, lines]) => lines.length));
}

/** Contract numbers, names of files and signs such as PDF are no words of a language. */
function isForeign(line) {
  if (/\p{Script=Han}/u.test(line)) return false;
  const words = line.replace(FILE_NAME, "").split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /^[\p{L}\p{M}]{2,}$/u.test(word));
  const inCapitals = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  return words.length > inCapitals.length || inCapitals.length > 1;
}

/**
 * What cannot be true: two answers that exclude each other, days or sums in an impossible order, a past day that is
 * still to come.
 *
 * @param {Rule[]} rules
 * @param {Record<string, Field>} fields
 * @param {Answers} given
 * @param {import("../civil-date/civil-date.js").CivilDate} today
 * @returns {Fault[]}
 */
export function contradictions(rules, fields, { answers, held }, today) {
  const dated = { date: today, ...answers };
  const broken = rules.filter((rule) => rule.when.every((id) => held.has(id)) && isBroken(rule, dated, held));
  const days = Object.keys(answers).filter((name) => isWrongDay(fields[name].day, answers[name], dated.date, today));
  return [...broken.map(({ at, id }) => ({ at, reason: id })), ...days.map((name) => ({ at: name, reason: String(fields[name].day) }))];
}

/** @param {any} rule a `Rule` @param {Record<string, any>} answers @param {Set<string>} held */
function isBroken({ apart, order, below, days = 0 }, answers, held) {
  if (apart) return apart.every((id) => held.has(id));
  const [first, second] = (order || below || []).map((name) => sizeOf(name, answers));
  if (first === undefined || second === undefined) return false;
  return below ? first >= second : (days ? first + days : first) > second;
}

/** A day or a sum as something that compares; a constant of the rules begins with “=”. */
function sizeOf(name, answers) {
  const value = name.startsWith("=") ? parseDate(name.slice(1)) : answers[name];
  return value && value.year ? dayNumber(value) : value;
}

function isWrongDay(day, value, written, today) {
  if (day === "past") return dayNumber(value) > Math.min(dayNumber(written), dayNumber(today));
  return day === "coming" && dayNumber(value) < dayNumber(written);
}

/**
 * @param {string} title @param {string[]} paragraphs
 * @returns {string} the letter as plain text, as it is copied and saved
 */
export function plainText(title, paragraphs) {
  return `${[title, "", ...paragraphs].join("\n")}\n`;
}
