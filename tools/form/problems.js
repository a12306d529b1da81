/** Shows what is wrong: all of it in the tool's `role="alert"`, each message also beside its field. */

import { fieldElement } from "./fields.js";
import { fill } from "./fill.js";
import { fillWords } from "./words.js";

/**
 * @param {HTMLElement} root the tool
 * @param {HTMLFormElement} form
 * @param {import("./fields.js").FieldProblem[]} problems
 */
export function showProblems(root, form, problems) {
  const found = problems.map(({ field, reason, details }) => {
    const element = fieldElement(form, field);
    return { element, message: messageOf(element, reason, details, alertOf(root)) };
  });
  // The same words again would interrupt a screen reader at every key.
  if (alertOf(root).textContent === found.map(({ message }) => message).join("")) return;

  clearProblems(root, form);
  const list = document.createElement("ul");
  for (const { element, message } of found) {
    list.append(linkTo(element, message));
    markField(element, message);
  }
  fill(alertOf(root), list);
  alertOf(root).hidden = false;
}

/** @param {HTMLElement} root the tool @param {HTMLFormElement} form */
export function clearProblems(root, form) {
  fill(alertOf(root));
  alertOf(root).hidden = true;
  for (const element of form.querySelectorAll("[aria-invalid]")) unmarkField(element);
}

function alertOf(root) {
  return root.querySelector('[role="alert"]');
}

/** Words that all fields share stand on the alert; they name the field by its label. */
function messageOf(element, reason, details, alert) {
  const words = reason && (element.getAttribute(`data-error-${reason}`) || alert.getAttribute(`data-error-${reason}`));
  const texts = Object.entries(details).map(([name, detail]) => [name, readingText(detail, alert)]);
  return fillWords(words || element.dataset.error || "", { field: nameOf(element), ...Object.fromEntries(texts) });
}

/** @param {import("../numbers/typed.js").Reading} reading */
function readingText(reading, alert) {
  return typeof reading === "string" ? reading : fillWords(alert.getAttribute(`data-per-${reading.per}`), { rate: reading.percent });
}

/** The label without its unit in brackets. */
function nameOf(element) {
  const label = element.labels[0];
  return (label.querySelector("[data-label]") || label).textContent.split(/[（(：]/)[0].trim();
}

function linkTo(element, message) {
  const link = document.createElement("a");
  link.href = `#${element.id}`;
  link.textContent = message;
  // The address holds what was shared; going to a field must not change it.
  link.addEventListener("click", (event) => { event.preventDefault(); element.focus(); });
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function markField(element, message) {
  const note = document.createElement("p");
  note.className = "field__error";
  note.id = `${element.id}-error`;
  note.textContent = message;
  (element.closest(".field") || element.parentElement).append(note);
  element.setAttribute("aria-invalid", "true");
  setDescriptions(element, [...descriptions(element), note.id]);
}

function unmarkField(element) {
  const id = `${element.id}-error`;
  document.getElementById(id)?.remove();
  element.removeAttribute("aria-invalid");
  setDescriptions(element, descriptions(element).filter((other) => other !== id));
}

function descriptions(element) {
  return (element.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
}

function setDescriptions(element, ids) {
  if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
  else element.removeAttribute("aria-describedby");
}
