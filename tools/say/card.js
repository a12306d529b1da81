/** A card as large as the screen, to hold up to somebody: dark on white, and one size of type that fills it. */

const SMALLEST_PX = 20;
const LARGEST_PX = 160;

/**
 * @param {HTMLElement[]} lines in Chinese
 * @param {{card: string, close: string}} words
 * @param {HTMLElement} opener gets the focus back
 * @param {HTMLElement} reader a button for reading aloud, which the card copies
 */
export function openCard(lines, words, opener, reader) {
  const card = document.createElement("div");
  card.className = "say-card";
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-modal", "true");
  card.setAttribute("aria-label", words.card);

  const text = document.createElement("div");
  text.className = "say-card__text";
  text.lang = "zh-CN";
  text.append(...lines.map(paragraphOf));

  const close = document.createElement("button");
  close.type = "button";
  close.className = "saying__button";
  close.textContent = words.close;
  const buttons = document.createElement("p");
  buttons.className = "say-card__buttons";
  const read = /** @type {HTMLElement} */ (reader.cloneNode(true));
  buttons.append(close, read);
  card.append(text, buttons);

  const others = [...document.body.children].filter((one) => !one.hasAttribute("aria-hidden"));
  const resize = () => fit(text);
  const shut = () => {
    window.removeEventListener("resize", resize);
    window.removeEventListener("hashchange", shut);
    document.removeEventListener("keydown", press, true);
    card.remove();
    document.documentElement.removeAttribute("data-card");
    for (const other of others) other.removeAttribute("aria-hidden");
    opener.focus({ preventScroll: true });
  };
  const press = (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      shut();
    } else if (event.key === "Tab") {
      event.preventDefault();
      const isReadNext = document.activeElement === close && read.clientWidth > 0;
      (isReadNext ? read : close).focus();
    }
  };

  for (const other of others) other.setAttribute("aria-hidden", "true");
  document.documentElement.setAttribute("data-card", "");
  document.body.append(card);
  fit(text);
  close.focus({ preventScroll: true });
  close.addEventListener("click", shut);
  // iOS scrolls what lies behind unless the finger's way is stopped.
  card.addEventListener("touchmove", (event) => {
    if (event.touches.length === 1 && text.scrollHeight <= text.clientHeight) event.preventDefault();
  }, { passive: false });
  document.addEventListener("keydown", press, true);
  window.addEventListener("resize", resize);
  window.addEventListener("hashchange", shut);
}

function paragraphOf(line) {
  const paragraph = document.createElement("p");
  paragraph.append(...line.childNodes);
  return paragraph;
}

/** The largest size at which all of the text is seen; where even the smallest is too large, the text scrolls. */
function fit(text) {
  let [small, large] = [SMALLEST_PX, LARGEST_PX];
  while (large - small > 1) {
    const middle = Math.floor((small + large) / 2);
    text.style.fontSize = `${middle}px`;
    if (text.scrollHeight <= text.clientHeight && text.scrollWidth <= text.clientWidth) small = middle;
    else large = middle;
  }
  text.style.fontSize = `${small}px`;
}
