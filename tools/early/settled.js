/**
 * Says on the page's root when its scripts have had their time. What is not ready by then (`data-ready`) shows its text for
 * readers without script: its script did not arrive, did not parse or threw. One that comes later still is as welcome.
 */
const PATIENCE_MS = 3000;

const settle = () => document.documentElement.classList.add("settled");
addEventListener("load", settle);
document.addEventListener("DOMContentLoaded", () => setTimeout(settle, PATIENCE_MS));
