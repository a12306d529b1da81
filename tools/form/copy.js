/** Copies text to the clipboard and says so on the button; where no way leads there, shows the text selected, to copy by hand. */

import { fill } from "./fill.js";

const SAID_FOR_MS = 2500;
/** Some web views neither allow nor refuse. */
const PATIENCE_MS = 1000;

/**
 * @param {string} text
 * @param {import("./form.js").Tool} tool
 * @param {HTMLElement} button with `data-done`, the words for success, and `data-by-hand`, those for a text to copy by hand
 * @returns {Promise<boolean>} whether it is in the clipboard
 */
export async function copyText(text, tool, button) {
  tool.root.querySelectorAll("[data-copy-by-hand]").forEach((shown) => shown.remove());
  const isCopied = (await isTakenByClipboard(text)) || isCopiedByCommand(text, button);
  if (isCopied) sayDone(tool, button);
  else showToCopy(text, tool, button);
  return isCopied;
}

/**
 * What a tool has to say, as plain text: what was filled in, and what came of it (`data-text`).
 * @param {import("./form.js").Tool} tool
 */
export function textOf({ root, form }) {
  const text = root.querySelector("[data-text]");
  const folded = /** @type {HTMLDetailsElement[]} */ ([...text.querySelectorAll("details:not([open])")]);
  root.setAttribute("data-copying", ""); // styles hide what is no text: buttons, links onward, the chart
  for (const part of folded) part.open = true;
  const result = text.innerText.replace(/\n{3,}/g, "\n\n").trim();
  for (const part of folded) part.open = false;
  root.removeAttribute("data-copying");
  return [...filledIn(form), result].join("\n");
}

function filledIn(form) {
  const lines = [...form.querySelectorAll(".field")].map((field) => {
    const control = field.querySelector("select, textarea, input:not([type=checkbox]):not([type=hidden])");
    if (!control || !control.value || !control.clientWidth) return "";
    const chosen = control.selectedOptions ? control.selectedOptions[0].textContent : control.value;
    return `${field.querySelector(".field__label").textContent.trim()} ${chosen}`;
  }).filter(Boolean);
  return lines.length ? [...lines, ""] : [];
}

async function isTakenByClipboard(text) {
  try {
    const tooLong = new Promise((_, fail) => setTimeout(fail, PATIENCE_MS));
    await Promise.race([navigator.clipboard.writeText(text), tooLong]);
    return true;
  } catch {
    return false;
  }
}

function isCopiedByCommand(text, button) {
  const holder = document.createElement("textarea");
  holder.value = text;
  holder.className = "visually-hidden";
  button.after(holder);
  select(holder);
  let isCopied = false;
  try {
    isCopied = document.execCommand("copy");
  } catch {
    // Not allowed here.
  }
  holder.remove();
  button.focus();
  return isCopied;
}

function sayDone(tool, button) {
  const { done } = button.dataset;
  if (!done || button.textContent === done) return;
  const before = button.textContent;
  button.textContent = done;
  tool.announce(done);
  setTimeout(() => { button.textContent = before; }, SAID_FOR_MS);
}

function showToCopy(text, tool, button) {
  const shown = document.createElement("label");
  shown.setAttribute("data-copy-by-hand", "");
  const holder = Object.assign(document.createElement("textarea"), { readOnly: true, value: text });
  fill(shown, button.dataset.byHand, holder);
  (button.closest("p") || button).after(shown);
  select(holder);
  tool.announce(button.dataset.byHand);
}

/** iOS selects by range alone. */
function select(field) {
  field.focus();
  field.select();
  field.setSelectionRange(0, field.value.length);
}
