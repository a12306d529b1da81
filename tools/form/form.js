/**
 * Binds a tool's form to its arithmetic: reads the fields, shows results or problems, fills from the address.
 *
 * Markup it relies on, all inside the tool's root (`data-tool="NAME"`): one `<form>`, one `role="alert"`, one `role="status"`,
 * `<output name="RESULT">` for each result, `data-answer` for the sentence that opens them (optional), `<script type="application/json" data-tool-data>` (optional),
 * and buttons with `data-action`: `copy-link` and `copy-text` (see copy.js), `print`, or one of the behaviour's own actions.
 * A root with `data-private` is never filled from an address and never put into one, but for fields in `data-travels`.
 *
 * @typedef {object} Tool
 * @property {HTMLElement} root
 * @property {HTMLFormElement} form
 * @property {"zh" | "en"} locale
 * @property {any} data the JSON of the template
 * @property {(name: string) => any} field the field's element
 * @property {(name: string, value: string, text?: string) => void} output sets a result: plain value, and the words for it
 * @property {(text: string) => void} announce tells a screen reader, when it is free
 * @property {() => void} refresh reads and computes again
 * @property {(fields: [string, string][]) => void} carryToo what links to other tools take along besides the fields
 * @property {() => [string, string][]} filled names and texts of the fields, as an address needs them
 * @property {() => void} [isSafe] tells that the words typed are kept elsewhere, where a tool asks before it is left
 *
 * @typedef {object} Behaviour
 * @property {(values: Record<string, any>, tool: Tool) => any} compute pure; throws FieldProblem, or an array of them
 * @property {typeof import("./kinds.js").typedKinds} [kinds] for fields with `data-kind`: numbers and dates
 * @property {(outcome: any, tool: Tool) => string | void} show sets the outputs; gives the answer in a sentence, to be shown and announced
 * @property {(tool: Tool) => void} [clear] removes what `show` drew besides outputs
 * @property {(tool: Tool) => void} [start] once, before the first reading
 * @property {(names: string[], tool: Tool) => void} [edited] a field was typed in, or these were filled from the address
 * @property {typeof import("./carry.js").carryToLinks} [carry] takes what was typed along to other tools, whose pages `data-carry-pages` lists
 * @property {boolean} [waits] true when a form without entries shows neither result nor problem at first
 * @property {Record<string, (tool: Tool, button: HTMLButtonElement) => void>} [actions]
 */

import { addressOf, filledFields, fillFields, parseAddress } from "./address.js";
import { copyText, textOf } from "./copy.js";
import { FieldProblem, readFields } from "./fields.js";
import { fill } from "./fill.js";
import { printAlone } from "./print.js";
import { clearProblems, showProblems } from "./problems.js";
import { inVoices } from "./voices.js";

export { FieldProblem } from "./fields.js";
export { countWords, fillWords } from "./words.js";

// Long enough not to interrupt typing, short enough to be seen as an answer.
const PROBLEM_DELAY_MS = 250;
const ANNOUNCE_DELAY_MS = 700;

/**
 * @param {string} name of the tool
 * @param {Behaviour} behaviour
 */
export function mountTool(name, behaviour) {
  for (const root of document.querySelectorAll(`[data-tool="${name}"]`)) {
    try {
      bindTool(root, name, behaviour);
      root.dataset.ready = "";
    } catch (fault) {
      // Other tools of the page go on; this one keeps its text for readers without script.
      setTimeout(() => { throw fault; });
    }
  }
}

function bindTool(root, name, behaviour) {
  const tool = makeTool(root);
  let touched = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let problemTimer;

  const refresh = (delayMs, edited = []) => {
    clearTimeout(problemTimer);
    const problems = computeAndShow(tool, behaviour, edited);
    if (!problems.length) clearProblems(root, tool.form);
    else problemTimer = setTimeout(() => showProblems(root, tool.form, problems), delayMs);
    if (touched && !problems.length) behaviour.carry?.(tool.root, tool.root.dataset.carryPages.split(" "), [...tool.filled(), ...tool.carried]);
    if (touched) takeToOtherLanguage(name, tool);
  };
  const refreshNow = () => refresh(0);
  tool.refresh = () => { touched = true; refreshNow(); };

  const fill = () => {
    const filled = fillFromAddress(tool, name);
    if (!filled.length) return;
    touched = true;
    refresh(0, filled);
    // After the results, which move what is on the page.
    if (parseAddress(window.location.hash)?.tool) bringIntoView(root);
  };

  behaviour.start?.(tool);
  tool.form.noValidate = true;
  // The page's minifier drops the default type; people and programs look for it.
  tool.form.querySelector("button:not([type])")?.setAttribute("type", "submit");
  tool.form.addEventListener("input", (event) => {
    touched = true;
    refresh(PROBLEM_DELAY_MS, [event.target.name]);
  });
  tool.form.addEventListener("change", refreshNow);
  tool.form.addEventListener("submit", (event) => { event.preventDefault(); touched = true; refreshNow(); });
  root.addEventListener("click", (event) => runAction(event, tool, name, behaviour));
  window.addEventListener("hashchange", fill);

  // Who was faster than the script, or comes back to a page that the browser filled again, sees the result too.
  const typed = typedFields(tool.form).map(({ name: field }) => field);
  if (typed.length || !behaviour.waits) refresh(0, typed);
  fill();
}

/** @param {HTMLFormElement} form @returns {HTMLInputElement[]} whose text is not the one they came with */
export function typedFields(form) {
  return /** @type {HTMLInputElement[]} */ ([...form.elements]).filter((field) => "defaultValue" in field && field.value !== field.defaultValue);
}

/** The switch of languages leads to the tool that was used last, filled as it is; of a private one it takes what `data-travels` names. */
function takeToOtherLanguage(name, { root, filled }) {
  const link = document.querySelector("[data-language-switch]");
  const travels = ([field]) => !("private" in root.dataset) || (root.dataset.travels || "").split(" ").includes(field);
  if (link) link.dataset.place = addressOf(name, filled().filter(travels));
}

/** Shows a tool now, and again once the page is loaded: until then a browser goes back to the anchor, and styles still come. */
export function bringIntoView(root) {
  root.scrollIntoView();
  if (document.readyState !== "complete") window.addEventListener("load", () => requestAnimationFrame(() => root.scrollIntoView()), { once: true });
}

function makeTool(root) {
  const form = root.querySelector("form");
  const data = root.querySelector("script[data-tool-data]");
  const status = root.querySelector('[role="status"]');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const tool = {
    root,
    form,
    locale: root.closest("[lang]").lang.startsWith("zh") ? "zh" : "en",
    data: data ? JSON.parse(data.textContent) : {},
    field: (name) => form.elements.namedItem(name),
    output: (name, value, text = value) => setOutput(outputOf(root, name), value, text),
    announce: (text) => {
      clearTimeout(timer);
      timer = setTimeout(() => { if (status) status.textContent = text; }, ANNOUNCE_DELAY_MS);
    },
    filled: () => filledFields(form),
    carryToo: (fields) => { tool.carried = fields; },
    carried: [],
    refresh: () => {},
  };
  return tool;
}

/** @returns {FieldProblem[]} empty when the results stand */
function computeAndShow(tool, behaviour, edited) {
  emptyOutputs(tool.root);
  try {
    if (edited.length) behaviour.edited?.(edited, tool);
    const { values, problems } = readFields(tool.form, behaviour.kinds);
    if (problems.length) return giveUp(tool, behaviour, problems);
    const sentence = behaviour.show(behaviour.compute(values, tool), tool) || "";
    showAnswer(tool, sentence);
    const heard = [sentence, noteOf(tool.root)].filter(Boolean).join(" ");
    if (heard) tool.announce(heard);
    return [];
  } catch (thrown) {
    emptyOutputs(tool.root);
    const found = [].concat(thrown);
    if (found.every((problem) => problem instanceof FieldProblem)) return giveUp(tool, behaviour, found);
    giveUp(tool, behaviour, []);
    throw thrown;
  }
}

function giveUp(tool, behaviour, problems) {
  tool.announce("");
  showAnswer(tool, "");
  behaviour.clear?.(tool);
  return problems;
}

/** The answer in words stands before the figures, on the screen, on paper and in copied text. */
function showAnswer({ root, locale }, sentence) {
  const place = root.querySelector("[data-answer]");
  if (!place) return;
  fill(place, ...inVoices(sentence, locale));
  place.hidden = !sentence;
}

function noteOf(root) {
  const note = root.querySelector("[data-note]");
  return note && !note.hidden ? note.textContent : "";
}

function outputOf(root, name) {
  const output = root.querySelector(`output[name="${name}"]`);
  if (!output) throw new Error(`${root.dataset.tool}: output ${name} not found`);
  return output;
}

function setOutput(output, value, text) {
  output.dataset.value = value;
  output.textContent = text;
}

function emptyOutputs(root) {
  for (const output of root.querySelectorAll("output")) setOutput(output, "", "");
}

function fillFromAddress(tool, name) {
  const address = parseAddress(window.location.hash);
  if (!address || "private" in tool.root.dataset) return [];
  if (address.tool && address.tool !== name) return [];
  return fillFields(tool.form, address.fields, !address.tool);
}

function runAction(event, tool, name, behaviour) {
  const button = event.target.closest("[data-action]");
  if (!button) return;
  const { action } = button.dataset;
  if (action === "copy-link") copyText(window.location.href.split("#")[0] + addressOf(name, tool.filled()), tool, button);
  else if (action === "copy-text") copyText(textOf(tool), tool, button);
  else if (action === "print") printAlone(tool.root);
  else behaviour.actions?.[action]?.(tool, button);
}
