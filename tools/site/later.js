/**
 * Loads the page's tools, and the styles that no first screen needs, after the first paint, so that the text is never kept waiting.
 * @param {Window} view
 */
export function loadLater(view) {
  const list = view.document.querySelector("[data-later]");
  if (!list) return;
  const load = once(() => JSON.parse(list.textContent).forEach((address) => view.document.head.append(part(view.document, address))));
  // A page that opens in a hidden tab gets no frame; it must not wait for one.
  view.addEventListener("load", () => {
    view.requestAnimationFrame(() => view.setTimeout(load));
    view.setTimeout(load, 300);
  });
}

function part(page, address) {
  if (address.endsWith(".css")) return Object.assign(page.createElement("link"), { rel: "stylesheet", href: address });
  return Object.assign(page.createElement("script"), { src: address, async: false });
}

function once(act) {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
