/**
 * Opens closed parts while a page is printed. Some browsers tell of the beginning more than once, or never of the end.
 * @param {Window} view
 */
export function openForPrint(view) {
  const opened = [];
  view.addEventListener("beforeprint", () => {
    opened.push(...view.document.querySelectorAll("details:not([open])"));
    for (const part of opened) part.open = true;
  });
  view.addEventListener("afterprint", () => {
    for (const part of opened.splice(0)) part.open = false;
  });
}
