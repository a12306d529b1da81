// Text as large as the reader last asked for, before anything is painted.
try {
  const size = localStorage.getItem("text-size");
  if (size) document.documentElement.dataset.textSize = size;
} catch {
  // Storage may be closed: the text is then as large as usual.
}
