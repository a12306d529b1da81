/** Copies text to the clipboard and says so on the button; where the browser refuses, shows the text selected, to copy by hand. */

const SAID_FOR_MS = 2500;

/**
 * @param {string} text
 * @param {import("./form.js").Tool} tool
 * @param {HTMLElement} button with `data-done`, the words for success
 */
export async function copyText(text, tool, button) {
  try {
    await navigator.clipboard.writeText(text);
    sayDone(tool, button);
  } catch {
    showToCopy(text, button);
  }
}

function sayDone(tool, button) {
  const { done } = button.dataset;
  if (!done || button.textContent === done) return;
  const before = button.textContent;
  button.textContent = done;
  tool.announce(done);
  setTimeout(() => { button.textContent = before; }, SAID_FOR_MS);
}

function showToCopy(text, button) {
  const shown = button.parentElement.querySelector("[data-copy-by-hand]") || document.createElement("textarea");
  shown.setAttribute("data-copy-by-hand", "");
  shown.setAttribute("aria-label", button.textContent);
  shown.readOnly = true;
  shown.value = text;
  button.after(shown);
  shown.select();
}
