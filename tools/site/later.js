/**
 * Loads the styles that no first screen needs after the first paint, so that the text is never kept waiting.
 * @param {Window} view
 */
export function loadLater(view) {
  const list = view.document.querySelector("[data-later]");
  if (!list) return;
  const load = once(() => {
    for (const href of JSON.parse(list.textContent)) {
      view.document.head.append(Object.assign(view.document.createElement("link"), { rel: "stylesheet", href }));
    }
  });
  // A page that opens in a hidden tab gets no frame; it must not wait for one.
  view.addEventListener("load", () => {
    view.requestAnimationFrame(() => view.setTimeout(load));
    view.setTimeout(load, 300);
  });
}

function once(act) {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
