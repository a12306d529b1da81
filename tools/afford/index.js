/** Can I afford it: what a month leaves, and the share of income that goes to debts. */

import { copyText } from "../form/copy.js";
import { fillWords, mountTool } from "../form/form.js";
import { typedKinds } from "../form/kinds.js";
import { decimal } from "../numbers/fraction.js";
import { formatPercent, shortSum } from "../numbers/format.js";
import { affordability, sentenceForLetter } from "./afford.js";

mountTool("afford", {
  kinds: typedKinds,
  waits: true,

  compute: (values, tool) => ({ values, ...affordability(values, decimal(tool.data.rule)) }),

  show({ values, leftBefore, results, isShort, isAboveRule }, tool) {
    const { words } = tool.data;
    const sum = shortSum(results.left.replace("-", ""));
    tool.output("left", results.left, fillWords(isShort ? words.short : words.left, { sum }));
    tool.output("debt-share", results["debt-share"], formatPercent(Number(results["debt-share"]), 1));
    for (const [language, letter] of Object.entries(tool.data.letter)) {
      tool.root.querySelector(`[data-for-letter="${language}"]`).textContent = sentenceForLetter(values, leftBefore, letter);
    }
    tool.root.querySelector("[data-letter]").hidden = false;
    const verdict = isShort ? words.verdict_short : isAboveRule ? words.verdict_above : words.verdict_below;
    const box = tool.root.querySelector("[data-verdict]");
    box.hidden = false;
    box.classList.toggle("notice--danger", isShort);
    box.querySelector("p").textContent = fillWords(verdict, { sum, rule: tool.data.rule });
    return box.textContent.trim();
  },

  clear(tool) {
    for (const part of tool.root.querySelectorAll("[data-verdict], [data-letter]")) part.hidden = true;
  },

  actions: {
    "copy-sentence": (tool, button) => copyText(tool.root.querySelector('[data-for-letter="zh"]').textContent, tool, button),
  },
});
