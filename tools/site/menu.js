/**
 * The list of pages as a panel on small screens. Without script the link opens it through its address (`#nav`);
 * with script it opens in place, closes with Escape, and gives the focus back.
 * @param {Document} page
 */
export function mountMenu(page) {
  const opener = page.querySelector("[data-menu]");
  const panel = page.getElementById("nav");
  if (!opener || !panel) return;
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-expanded", "false");

  const toggle = (open) => {
    panel.classList.toggle("nav--open", open);
    opener.setAttribute("aria-expanded", String(open));
    (open ? panel.querySelector("a") : opener).focus();
  };
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    toggle(!panel.classList.contains("nav--open"));
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    opener.click();
  });
  panel.querySelector("[data-menu-close]").addEventListener("click", (event) => {
    event.preventDefault();
    toggle(false);
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.classList.contains("nav--open")) toggle(false);
  });
}
