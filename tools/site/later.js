/**
 * Loads what no first screen needs after the first paint, so that the text is never kept waiting: styles, and the app's
 * manifest.
 * @param {Window} view
 */
export function loadLater(view) {
  const list = view.document.querySelector("[data-later]");
  if (!list) return;
  const load = once(() => {
    for (const href of JSON.parse(list.textContent)) {
      const rel = href.endsWith(".css") ? "stylesheet" : "manifest";
      view.document.head.append(Object.assign(view.document.createElement("link"), { rel, href }));
    }
  });
  view.addEventListener("load", () => {
    // A frame's callback runs before that frame is painted: the second one's, after the first is.
    view.requestAnimationFrame(() => view.requestAnimationFrame(load));
    // A page that opens in a hidden tab gets no frame; it must not wait for one.
    view.setTimeout(load, 500);
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
