/**
 * Loads what the first screen can do without after the first paint, so that the text is never kept waiting: styles,
 * scripts, the app's manifest. They stand in the page's `data-later` template.
 *
 * A reader who comes to a place further down, or with a tool's fields in the address, gets all of it before: the place
 * would move under the reader's eyes.
 * @param {Window} view whose page is still being read
 */
export function loadLater(view) {
  const { document } = view;
  const later = document.querySelector("[data-later]");
  if (view.location.hash) document.write(later.innerHTML);
  else document.addEventListener("DOMContentLoaded", () => afterPaint(view, () => document.head.append(later.content)));
}

const DOT = "data:image/gif;base64,R0lGODlhAQABAAAAADs=";

/** Acts after the first paint. Until then a picture on its way keeps the page from counting as loaded: what comes late belongs to it. */
function afterPaint(view, act) {
  const dot = new view.Image();
  let isPainted = view.document.hidden; // a page in a hidden tab is not painted
  const paint = () => { isPainted = true; };
  view.setTimeout(paint, 300); // some browsers do not tell
  try {
    new view.PerformanceObserver(paint).observe({ type: "paint", buffered: true });
  } catch {
    // Safari 13 observes no paint.
  }
  dot.onload = dot.onerror = () => { if (isPainted) act(); else dot.src = DOT; };
  dot.src = DOT;
}
