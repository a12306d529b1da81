/**
 * The part of the address after `#`, which no server ever sees:
 *
 *   #borrowing?amount=10000&daily=0.05   fills one tool and brings it into view
 *   #?amount=10000                       fills the fields of that name which nobody has touched, and moves nothing
 */

import { isField } from "./fields.js";

/**
 * @param {string} hash
 * @returns {{tool: string, fields: [string, string][]} | null} null for an ordinary anchor
 */
export function parseAddress(hash) {
  const match = /^#([a-z-]*)\?(.*)$/s.exec(hash);
  return match && { tool: match[1], fields: [...new URLSearchParams(match[2])] };
}

/**
 * @param {string} tool @param {[string, string][]} fields
 * @returns {string} `#tool?field=value&…`
 */
export function addressOf(tool, fields) {
  return `#${tool}?${new URLSearchParams(fields)}`;
}

/**
 * @param {HTMLFormElement} form
 * @returns {[string, string][]} what a copy of this form needs: every field that holds something or differs from its default
 */
export function filledFields(form) {
  return /** @type {HTMLInputElement[]} */ ([...form.elements])
    .filter((element) => isField(element) && !("derived" in element.dataset) && isHeld(element))
    .map((element) => [element.name, element.value]);
}

/**
 * Puts texts into fields. A choice that does not exist leaves the list without a choice, which is then reported as missing.
 * @param {HTMLFormElement} form
 * @param {[string, string][]} fields
 * @param {boolean} onlyUntouched
 * @returns {string[]} names that were filled
 */
export function fillFields(form, fields, onlyUntouched) {
  return fields.filter(([name, text]) => fillField(form.elements.namedItem(name), text, onlyUntouched)).map(([name]) => name);
}

function fillField(item, text, onlyUntouched) {
  if (!item || item.type === "file" || item instanceof HTMLButtonElement) return false;
  if (onlyUntouched && item.value !== item.defaultValue) return false;
  if (item.type === "checkbox") item.checked = text === item.value;
  else item.value = text;
  return true;
}

function isHeld(element) {
  if (element.type === "checkbox" || element.type === "radio") return element.checked;
  return Boolean(element.value || element.defaultValue);
}
