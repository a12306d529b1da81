// `/` leads to the search box.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /** @type {Element} */ (event.target).closest("input, textarea, select")) return;
  event.preventDefault();
  document.querySelector('[data-guide="search-input"]').focus();
});
