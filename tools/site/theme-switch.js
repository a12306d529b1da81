/**
 * Dark or light on request. Without a choice the device decides; the choice is kept, and with the size of text it is all that is.
 * @param {Document} page
 */
export function mountThemeSwitch(page) {
  const button = page.querySelector("[data-theme-switch]");
  if (!button) return;
  show(page, button);
  button.addEventListener("click", () => {
    const theme = isDark(page) ? "light" : "dark";
    page.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Storage may be closed (private windows, file addresses): the choice then lasts for this page.
    }
    show(page, button);
  });
}

function isDark(page) {
  const chosen = page.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function show(page, button) {
  button.setAttribute("aria-pressed", String(isDark(page)));
}
