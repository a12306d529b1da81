/**
 * Opens the folded parts around the place that the address names, and the one under a heading that it names.
 * @param {Window} view
 */
export function openWhatIsNamed(view) {
  const open = () => {
    const target = view.document.getElementById(nameIn(view.location.hash));
    const closed = foldsAround(target).filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
    if (closed.length) target?.scrollIntoView();
  };
  view.addEventListener("hashchange", open);
  open();
}

/** @returns {HTMLDetailsElement[]} */
function foldsAround(element) {
  const folds = [];
  for (let place = element; place; place = place.parentElement) if (place.tagName === "DETAILS") folds.push(place);
  return folds;
}

function nameIn(hash) {
  try {
    return decodeURIComponent(hash.slice(1).split("?")[0]);
  } catch {
    return ""; // a lone % is no encoded letter
  }
}
