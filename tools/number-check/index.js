/** Is this number real? Shows whose a number, name or address is, and what to do about it. */

import { FieldProblem, fillWords, mountTool } from "../form/form.js";
import { checkSender } from "./sender.js";

mountTool("number-check", {
  waits: true,

  compute: ({ number }, { data }) => {
    const found = checkSender(number, data.contacts);
    if (!found) throw new FieldProblem("number", "nothing");
    return found;
  },

  show: (found, tool) => {
    const { verdict, reason, contact } = found;
    const headline = headlineOf(found, tool.data);
    tool.output("verdict", verdict, headline);
    for (const words of tool.root.querySelectorAll("[data-reason]")) words.hidden = words.dataset.reason !== reason;
    showOwner(tool.root, contact && verdict !== "not-listed" ? contact : null);
    showResults(tool.root, verdict);
    return headline;
  },

  clear: ({ root }) => showResults(root, ""),
});

function headlineOf({ reason, contact }, { headlines, official }) {
  const words = headlines[reason] || headlines.other;
  if (!contact) return words;
  return fillWords(words, { name: contact.name, number: contact.numbers[0], host: contact.hosts[0], official });
}

/** Repeats what the list below says of the owner, with its links. */
function showOwner(root, contact) {
  const place = root.querySelector("[data-owner]");
  place.replaceChildren();
  const entry = contact && root.querySelector(`[data-contact="${contact.id}"]`);
  if (entry) place.append(...[...entry.children].map((child) => child.cloneNode(true)));
}

function showResults(root, verdict) {
  const results = root.querySelector("[data-results]");
  results.hidden = !verdict;
  results.dataset.verdict = verdict;
}
