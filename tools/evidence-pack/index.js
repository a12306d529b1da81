/** Evidence pack: a checklist for the case at hand and a call log, to print. */

import { fillWords, mountTool } from "../form/form.js";
import { isNeeded } from "./checklist.js";

mountTool("evidence-pack", {
  compute: (values) => Object.keys(values).filter((kind) => values[kind]),

  show: (wanted, tool) => {
    const items = [...tool.root.querySelectorAll("[data-for]")];
    for (const item of items) item.hidden = !isNeeded(wanted, String(item.dataset.for).split(" "));
    tool.root.querySelector("[data-log]").hidden = !isNeeded(wanted, ["collection"]);
    const count = items.filter((item) => !item.hidden).length;
    const sentence = fillWords(tool.data.count, { count: String(count) });
    tool.output("items", String(count), sentence);
    return wanted.length ? sentence : "";
  },
});
