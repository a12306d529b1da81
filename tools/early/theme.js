// Says that there is script, and chooses dark or light, before anything is painted.
import "./settled.js";
import "./text-size.js";

document.documentElement.className = "js";
try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed: the device then decides.
}
