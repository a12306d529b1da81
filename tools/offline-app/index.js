/** Keeps the whole guide in the browser when the reader asks for it, and takes it away again. */
import { CACHES } from "./names.js";

for (const root of document.querySelectorAll('[data-tool="offline-app"]')) mount(root, window);

/**
 * Shows the tool where a browser can keep the guide; from a disk and in private windows it stays hidden.
 * @param {HTMLElement} root
 * @param {Window} view
 */
async function mount(root, view) {
  const store = view.navigator.serviceWorker;
  if (!/^https?:$/.test(view.location.protocol) || !store || !view.caches) return;
  const address = new URL(String(root.dataset.worker), view.location.href).href;
  const words = JSON.parse(root.querySelector("[data-tool-data]").textContent);
  const button = (action) => root.querySelector(`[data-action="${action}"]`);
  const own = () => registrationOf(store, address);

  const show = (state, isKept) => {
    root.querySelector('[role="status"]').textContent = words[state] || "";
    button("keep").hidden = isKept;
    button("keep").disabled = state === "keeping";
    button("remove").hidden = !isKept;
    root.dataset.state = state;
  };
  button("keep").addEventListener("click", async () => {
    show("keeping", false);
    askToStay(view.navigator.storage);
    try {
      await installed(await store.register(address));
      show("kept", true);
      button("remove").focus();
    } catch {
      await remove(await own(), view.caches);
      show("failed", false);
    }
  });
  button("remove").addEventListener("click", async () => {
    await remove(await own(), view.caches);
    show("removed", false);
    button("keep").focus();
  });

  try {
    const isKept = Boolean(await own());
    show(isKept ? "kept" : "", isKept);
    root.hidden = false;
  } catch {
    // The browser forbids it here: the tool stays hidden.
  }
}

/** A browser that agrees does not throw the copy away when the device runs short of room. */
function askToStay(storage) {
  if (storage && storage.persist) storage.persist().catch(() => {}); // it decides, and the copy is made in any case
}

/** The guide's own registration, and not that of another site on the same host. */
async function registrationOf(store, address) {
  const found = await store.getRegistration(address);
  const worker = found && (found.active || found.waiting || found.installing);
  return worker && worker.scriptURL === address ? found : undefined;
}

/** Waits until everything is kept; fails where the browser gave up. */
function installed(registration) {
  const worker = registration.installing || registration.waiting || registration.active;
  return /** @type {Promise<void>} */ (new Promise((done, fail) => {
    const look = () => {
      if (worker.state === "activated") done();
      if (worker.state === "redundant") fail(new Error("not kept"));
    };
    worker.addEventListener("statechange", look);
    look();
  }));
}

async function remove(registration, caches) {
  if (registration) await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(CACHES)) await caches.delete(name);
}
