/**
 * Keeps the whole guide, as the download page does, for a reader who installs it from the browser's menu.
 * @param {Window} view
 */
export function keepOnceInstalled(view) {
  view.addEventListener("appinstalled", () => {
    const index = view.document.querySelector("[data-search]").dataset.index; // in assets/, beside the worker
    const worker = new URL("../sw.js", new URL(String(index), view.location.href));
    // Whether it was kept, the download page tells.
    view.navigator.serviceWorker.register(worker.href).catch(() => {});
  });
}
