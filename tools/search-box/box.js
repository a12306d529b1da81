/** The search box: a combobox with a list of links, after the pattern of the ARIA Authoring Practices Guide. */
import { fill } from "../form/fill.js";
import { fillWords } from "../form/words.js";
import { addressesLike } from "./addresses.js";
import { createEngine } from "./engine.js";
import { answerCard, element, nothingFound, resultGroups, waysIn } from "./results.js";
import { showState } from "./state.js";
import { isForInputMethod, queryOf } from "./typed.js";

const LIST_ID = "search-results";
const STEPS = { ArrowDown: 1, ArrowUp: -1 };
/** Long enough for the next key stroke to come: said at every key, the status would talk over the reader. */
const REST_MS = 700;

export class SearchBox {
  /**
   * @param {HTMLElement} root - with a link to all pages, an input and a status line
   * @param {"zh" | "en"} locale
   * @param {import("./engine.js").LanguageData} data
   * @param {import("./engine.js").Words} words
   */
  constructor(root, locale, data, words) {
    this.root = root;
    this.data = data;
    this.newEngine = () => createEngine(locale, data, words, soon);
    this.labels = data.labels;
    this.input = this.find('[data-guide="search-input"]');
    this.status = this.find('[data-guide="search-status"]');
    this.addressOf = addressesLike(String(this.find("[data-search-link]").getAttribute("href")));
    this.chosen = -1;
    this.options = [];
    this.buildPanel();
    this.listen();
    if (document.activeElement === this.input || this.input.value) this.prepare();
  }

  /**
   * @param {string} selector
   * @returns {any} an element
   */
  find(selector) {
    const found = this.root.querySelector(selector);
    if (!found) throw new Error(`search-box: ${selector} not found`);
    return found;
  }

  buildPanel() {
    /** @type {HTMLElement} */
    this.list = element("div", { id: LIST_ID, role: "listbox", "aria-label": this.labels.results });
    /** @type {HTMLElement} */
    this.above = element("div", { class: "search__above" });
    /** @type {HTMLElement} */
    this.below = element("div", { class: "search__below" });
    /** @type {HTMLElement} */
    this.close = element("button", { class: "search__close", type: "button", hidden: "" }, [this.labels.close]);
    /** @type {HTMLElement} */
    this.share = element("a", {}, [this.labels.share]);
    /** @type {HTMLElement} */
    this.panel = element("div", { class: "search__panel", hidden: "" }, [this.above, this.list, this.below]);
    this.input.after(this.close);
    this.root.append(this.panel);
    const roles = { role: "combobox", "aria-controls": LIST_ID, "aria-expanded": "false", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
  }

  listen() {
    this.input.addEventListener("focus", () => this.prepare());
    this.input.addEventListener("input", (event) => event.isComposing || this.show());
    this.input.addEventListener("compositionend", () => this.show());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.close.addEventListener("click", () => this.dismiss());
    this.panel.addEventListener("click", (event) => /** @type {Element} */ (event.target).closest("a") && this.hide());
    this.panel.addEventListener("keydown", (event) => event.key === "Escape" && this.dismiss());
    document.addEventListener("pointerdown", (event) => this.root.contains(/** @type {Node} */ (event.target)) || this.hide());
    this.root.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !this.root.contains(/** @type {Node} */ (relatedTarget))) this.hide();
    });
  }

  /** Makes the index once, in portions between key strokes, then answers what has been typed meanwhile. */
  prepare() {
    if (this.engine) {
      this.show();
      return;
    }
    showState(this.root, "loading");
    const engine = this.newEngine();
    this.engine = engine;
    engine.ready.then(() => {
      // The first search takes longest, since its code is compiled then: so it comes before the first key stroke.
      engine.search(this.labels.answer);
      this.isReady = true;
      showState(this.root, "");
      this.show();
      if (this.root.wantsToFollow) this.follow();
    }).catch(() => {
      this.engine = undefined; // the next key tries again
      showState(this.root, "failed");
    });
  }

  /** Shows what fits the words in the box. */
  show() {
    if (!this.engine || !this.isReady) {
      if (!this.engine) this.prepare();
      return;
    }

    const query = queryOf(this.input.value);
    if (!query) {
      this.hide();
      return;
    }
    this.share.setAttribute("href", `?q=${encodeURIComponent(query)}`);
    this.render(query, this.engine.search(query));
    this.choose(-1);
    this.open(true);
    this.say(this.summary);
  }

  /** Tells a screen reader, once typing rests. */
  say(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.status.textContent = words; }, words ? REST_MS : 0);
  }

  /** Draws what is found, unless it is what already stands there. */
  render(query, found) {
    const shown = JSON.stringify([found, found.pages.length > 0 || query]);
    if (shown === this.shown) return;

    this.shown = shown;
    fill(this.above, ...this.nodesAbove(found));
    fill(this.list, ...resultGroups(found.pages, this.addressOf));
    fill(this.below, ...this.nodesBelow(query, found));
    this.options = [...this.list.querySelectorAll('[role="option"]')];
    this.summary = this.summaryOf(found);
  }

  nodesAbove({ answer }) {
    return answer ? [answerCard(answer, this.data.pages[answer.page], this.addressOf, this.labels)] : [];
  }

  nodesBelow(query, { pages }) {
    if (pages.length === 0) return nothingFound(query, this.labels, this.addressOf);
    return [element("p", { class: "search__share" }, [this.share])];
  }

  /** What is there, in words: the answer, how many places, and the first of them. */
  summaryOf({ pages, answer }) {
    const answered = answer && answer.facts.map(({ label, value }) => `${label} ${value}`).join(", ");
    if (pages.length === 0) return answered || this.labels.count_none;

    const heading = pages[0].sections[0].heading.map(({ text }) => text).join("");
    const values = { answer: answered, places: String(this.options.length), first: [...new Set([pages[0].title, heading])].join(", ") };
    return fillWords(answer ? this.labels.answered : this.labels.found, values);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (isForInputMethod(event)) return;
    if (event.key in STEPS) this.move(event);
    else if (event.key === "Escape") this.dismiss();
    else if (event.key === "Enter") {
      event.preventDefault();
      this.follow();
    }
  }

  move(event) {
    event.preventDefault();
    if (this.panel.hidden) {
      this.prepare();
      return;
    }
    // One place more than there are options: after the last comes the box itself.
    const places = this.options.length + 1;
    this.choose(((this.chosen + 1 + STEPS[event.key] + places) % places) - 1);
  }

  /** Enter opens the chosen result, or the first; where there is none, it leads to what there is instead. */
  follow() {
    this.root.wantsToFollow = !this.isReady;
    if (!this.isReady) this.show();
    else if (!queryOf(this.input.value)) this.showWays();
    else if (this.panel.hidden) this.show();
    else if (this.options.length > 0) this.options[Math.max(this.chosen, 0)].click();
    else this.below.querySelector("button, a").focus();
  }

  /** Where to begin, for a reader who has typed nothing. */
  showWays() {
    for (const place of [this.above, this.list]) fill(place);
    fill(this.below, ...waysIn(this.labels.start, this.labels, this.addressOf));
    [this.shown, this.options, this.summary] = ["", [], this.labels.start];
    this.open(true);
    this.below.querySelector("a").focus();
  }

  choose(number) {
    this.options[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = number;
    const option = this.options[number];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  /** Escape closes the results; once they are closed, it clears the box and leaves it. */
  dismiss() {
    if (this.panel.hidden) {
      this.input.value = "";
      this.input.blur();
      return;
    }
    this.hide();
    this.input.focus();
  }

  hide() {
    this.open(false);
    this.say("");
  }

  open(isOpen) {
    this.panel.hidden = !isOpen;
    this.close.hidden = !isOpen;
    this.root.classList.toggle("search--open", isOpen);
    this.input.setAttribute("aria-expanded", String(isOpen && this.options.length > 0));
  }
}

/** Runs work after the key strokes that wait, but without the pause of 4 ms that browsers put between timers. */
function soon(work) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = work;
  port2.postMessage(null);
}
