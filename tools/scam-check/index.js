/** Is this a scam? Says so as soon as one sign is ticked, and shows the pattern behind each. */

import { keepClearOf } from "../form/foot-bar.js";
import { mountTool } from "../form/form.js";
import { verdictOf } from "./verdict.js";

mountTool("scam-check", {
  start: ({ root, form }) => keepClearOf(form, root.querySelector("[data-bar]")),

  compute: (values, { root }) => verdictOf(boxesOf(root).map((box) => ({ fraud: isFraud(box), ticked: values[box.name] }))),

  show: (verdict, tool) => {
    const words = tool.data.verdicts[verdict];
    tool.output("verdict", verdict, words);
    tool.root.querySelector("[data-results]").dataset.verdict = verdict;
    tool.root.toggleAttribute("data-found", verdict !== "none");
    showBar(tool.root, verdict === "none" ? "" : words);
    for (const box of boxesOf(tool.root)) box.closest("li").toggleAttribute("data-ticked", box.checked);
    return verdict === "none" ? "" : words;
  },

  actions: {
    clear: (tool) => {
      tool.form.reset();
      tool.refresh();
      boxesOf(tool.root)[0].focus();
    },
  },
});

/** The verdict stands at the foot of the screen too: the result itself is below the last sign. */
function showBar(root, words) {
  const bar = root.querySelector("[data-bar]");
  bar.hidden = !words;
  bar.querySelector("strong").textContent = words;
}

function boxesOf(root) {
  return [...root.querySelectorAll('input[type="checkbox"]')];
}

function isFraud(box) {
  return Boolean(box.closest(".scam-check__sign--fraud"));
}
