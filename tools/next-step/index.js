/** What should I do now: one question at a time, and the steps at the end. The questions and steps are those of the list in the page. */

import "../say/index.js";
import { fill } from "../form/fill.js";
import { fillWords, mountTool } from "../form/form.js";
import { walk } from "./route.js";

mountTool("next-step", {
  start: (tool) => { tool.data.questions = questionsOf(tool.root); },

  compute: (values, { data }) => walk(data.questions, values),

  show: (outcome, tool) => {
    const { way, at, isEnd, unknown } = outcome;
    if (unknown) tool.field(unknown).value = "";
    tool.root.querySelector("[data-asking]").hidden = isEnd;
    tool.root.querySelector("[data-result]").hidden = !isEnd;
    tool.root.toggleAttribute("data-answered", isEnd);
    if (isEnd) showEnd(at, tool);
    else showQuestion(tool.data.questions.get(at), way.length + 1, tool);
    showTrail(way, tool);
    const notice = tool.root.querySelector("[data-unknown]");
    notice.hidden = !unknown;
    if (unknown) return notice.textContent;
    return isEnd ? tool.root.querySelector(".next-step__end").textContent : "";
  },

  actions: {
    answer: (tool, button) => {
      tool.field(currentOf(tool).at).value = button.value;
      refreshAndFocus(tool);
    },
    change: (tool, button) => {
      tool.field(button.value).value = "";
      refreshAndFocus(tool);
    },
    back: (tool) => {
      const last = currentOf(tool).way.pop();
      if (last) tool.field(last.question).value = "";
      refreshAndFocus(tool);
    },
    again: (tool) => {
      for (const id of tool.data.questions.keys()) tool.field(id).value = "";
      refreshAndFocus(tool);
    },
  },
});

/** Reads the nested list that readers without script use. */
function questionsOf(root) {
  return new Map([...root.querySelectorAll("[data-question]")].map((list) => {
    const answers = [...list.children].map((item) => ({
      id: item.dataset.answer,
      to: targetOf(item),
      label: item.firstElementChild.textContent,
    }));
    return [list.dataset.question, { id: list.dataset.question, ask: list.previousElementSibling.textContent, answers }];
  }));
}

/** The question or the end that an answer leads to: it stands in the answer, or is linked. */
function targetOf(item) {
  const next = item.querySelector("[data-question]");
  return next ? next.dataset.question : item.querySelector(":scope > a").hash.replace(/^#next-step-(ask-)?/, "");
}

function currentOf(tool) {
  return walk(tool.data.questions, Object.fromEntries([...tool.data.questions.keys()].map((id) => [id, tool.field(id).value])));
}

/** Takes keyboard and screen reader to what is new: the question, or the steps. */
function refreshAndFocus(tool) {
  tool.refresh();
  const isEnd = currentOf(tool).isEnd;
  tool.root.querySelector(isEnd ? 'output[name="steps"]' : "[data-asked]").focus({ preventScroll: true });
  tool.root.scrollIntoView({ block: "start" });
}

function showQuestion({ ask, answers }, number, { root, data }) {
  root.querySelector("[data-count]").textContent = fillWords(data.words.count, { number });
  root.querySelector("[data-asked]").textContent = ask;
  fill(root.querySelector("[data-answers]"), ...answers.map(({ id, label }) => {
    const button = makeButton("answer", id, label);
    button.classList.add("next-step__answer");
    return button;
  }));
}

function showEnd(id, { root }) {
  const output = root.querySelector('output[name="steps"]');
  const end = root.querySelector(`#next-step-${id}`);
  output.dataset.value = id;
  fill(output, ...[...end.children].map(copyOf));
  for (const above of output.querySelectorAll('a[href^="#next-step-step-"]')) {
    above.closest("li").replaceWith(copyOf(root.querySelector(above.hash)));
  }
}

/** A part of the list that readers without script use, as a part of the result. */
function copyOf(part) {
  const copy = part.cloneNode(true);
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  return copy;
}

function showTrail(way, { root, data }) {
  const trail = root.querySelector("[data-trail]");
  trail.hidden = !way.length;
  fill(trail.querySelector("ol"), ...way.map(({ question, answer }) => {
    const { ask, answers } = data.questions.get(question);
    const item = document.createElement("li");
    const change = makeButton("change", question, data.words.change);
    change.setAttribute("aria-label", fillWords(data.words.change_of, { ask }));
    item.append(`${ask} ${answers.find(({ id }) => id === answer).label} `, change);
    return item;
  }));
}

function makeButton(action, value, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.dataset.action = action;
  button.value = value;
  button.textContent = words;
  return button;
}
