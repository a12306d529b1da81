/**
 * Keeps the whole guide, as the download page does, for a reader who installs it from the browser's menu.
 * @param {Window} view
 */
export function keepOnceInstalled(view) {
  view.addEventListener("appinstalled", () => {
    const icon = view.document.querySelector('link[rel="icon"]'); // it lies in assets/, beside the worker
    // Whether it was kept, the download page tells.
    view.navigator.serviceWorker.register(new URL("../sw.js", icon.href).href).catch(() => {});
  });
}
