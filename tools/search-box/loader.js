/** All of search that every page carries: it waits for a reader who wants to search, then loads the rest. */

const TYPING = 'input, textarea, select, [contenteditable]';

/**
 * Makes the search box of a page load its scripts at its first use: focus, `/`, or `?q=` in the address.
 *
 * @param {Document} doc
 */
export function mountSearch(doc) {
  const root = doc.querySelector('[data-search]');
  if (!root) return;

  const input = root.querySelector('[data-guide="search-input"]');
  const load = once(() => [root.dataset.index, root.dataset.engine].filter(Boolean).forEach((address) => addScript(doc, address)));
  input.addEventListener('focus', load);
  doc.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return;
    event.preventDefault();
    input.focus();
  });
  const asked = new URLSearchParams(doc.location.search).get('q');
  if (!asked) return;
  input.value = asked;
  load();
}

function once(act) {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

/** Not async, so that the index is there when the engine starts. */
function addScript(doc, address) {
  const script = doc.createElement('script');
  script.src = address;
  script.async = false;
  doc.head.append(script);
}
