/** Is this number real? Shows whose a number, name or address is, and what to do about it. */

import { fill } from "../form/fill.js";
import { FieldProblem, fillWords, mountTool } from "../form/form.js";
import { inVoices } from "../form/voices.js";
import { checkSender } from "./sender.js";

mountTool("number-check", {
  waits: true,

  compute: ({ number }, { root }) => {
    const found = checkSender(number, contactsIn(root));
    if (!found) throw new FieldProblem("number", "nothing");
    return found;
  },

  show: (found, tool) => {
    const { verdict, reason, contact } = found;
    const headline = headlineOf(found, tool.data);
    tool.output("verdict", verdict, headline);
    showEach(found, tool);
    for (const words of tool.root.querySelectorAll("[data-reason]")) words.hidden = words.dataset.reason !== reason;
    showOwner(tool.root, contact && verdict !== "not-listed" ? contact : null);
    showResults(tool.root, verdict);
    return headline;
  },

  clear: ({ root }) => showResults(root, ""),
});

/** What the list on the page says of each contact. @returns {import("./sender.js").Contact[]} */
function contactsIn(root) {
  const textsOf = (place, selector) => [...place.querySelectorAll(selector)].map(({ textContent }) => textContent);
  return [...root.querySelectorAll(".number-check__list [data-contact]")].map((place) => ({
    id: place.dataset.contact,
    whose: place.dataset.whose,
    name: place.querySelector("strong").textContent,
    numbers: textsOf(place.firstElementChild, 'data, [data-sign="numbers"]'),
    hosts: textsOf(place, '[data-sign="hosts"]'),
    names: textsOf(place, '[data-sign="names"]'),
    signatures: textsOf(place, '[data-sign="signatures"]'),
  }));
}

/** Where several things were typed, or one in a message, the verdict is that of the least trustworthy; each stands below it. */
function showEach({ all, reason }, { root, data, locale }) {
  const list = root.querySelector("[data-each]");
  list.hidden = all.length < 2 && reason !== "message";
  fill(list, ...all.map((one) => {
    const item = document.createElement("li");
    item.dataset.verdict = one.verdict;
    item.append(...inVoices(fillWords(data.each, { text: one.text, verdict: headlineOf(one, data) }), locale));
    return item;
  }));
}

function headlineOf({ reason, contact }, { headlines, official }) {
  const words = headlines[reason] || headlines.other;
  if (!contact) return words;
  return fillWords(words, { name: contact.name, number: contact.numbers[0], host: contact.hosts[0], official });
}

/** Repeats what the list below says of the owner, with its links. */
function showOwner(root, contact) {
  const place = root.querySelector("[data-owner]");
  fill(place);
  const entry = contact && root.querySelector(`[data-contact="${contact.id}"]`);
  if (entry) place.append(...[...entry.children].map((child) => child.cloneNode(true)));
}

function showResults(root, verdict) {
  const results = root.querySelector("[data-results]");
  results.hidden = !verdict;
  results.dataset.verdict = verdict;
}
