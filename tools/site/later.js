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
      if (view.document.querySelector(`link[href="${href}"]`)) continue; // a reader of a place had it at once
      const rel = href.endsWith(".css") ? "stylesheet" : "manifest";
      view.document.head.append(Object.assign(view.document.createElement("link"), { rel, href }));
    }
  });
  new view.PerformanceObserver(load).observe({ type: "paint", buffered: true });
  // A page in a hidden tab is not painted, and some browsers do not tell; nobody must wait for that.
  view.addEventListener("load", () => view.setTimeout(load, 300));
}

function once(act) {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
