/**
 * Keeps the whole guide, as the download page does, for a reader who installs it from the browser's menu.
 * @param {Window} view
 */
export function keepOnceInstalled(view) {
  const ownAddress = view.document.currentScript.src; // in assets/, beside the worker
  view.addEventListener("appinstalled", () => {
    // Whether it was kept, the download page tells.
    view.navigator.serviceWorker.register(new URL("../sw.js", ownAddress).href).catch(() => {});
  });
}
