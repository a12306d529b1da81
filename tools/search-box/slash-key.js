// `/` leads to the search box; under a Chinese keyboard its key gives other signs, or is with the input method.
const SIGNS = ["/", "／", "、"];

document.addEventListener("keydown", (event) => {
  const isSlash = SIGNS.includes(event.key) || (event.code === "Slash" && event.keyCode === 229 && !event.shiftKey);
  const isForField = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (!isSlash || event.ctrlKey || event.metaKey || event.altKey || isForField) return;
  event.preventDefault();
  document.querySelector('[data-guide="search-input"]').focus();
});
