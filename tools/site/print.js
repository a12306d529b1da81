/**
 * Opens closed parts while a page is printed.
 * @param {Window} view
 */
export function openForPrint(view) {
  let opened = [];
  view.addEventListener("beforeprint", () => {
    opened = [...view.document.querySelectorAll("details:not([open])")];
    for (const part of opened) part.open = true;
  });
  view.addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });
}
