/** The edition in one file: shows one page at a time, by the part of the address after `#`, and searches without loading anything. */
import "../search-box/slash-key.js";
import { SearchBox } from "../search-box/box.js";
import { mountMenu } from "../site/menu.js";
import { openForPrint } from "../site/print.js";
import { mountReviewNotice } from "../site/review-notice.js";
import { mountThemeSwitch } from "../site/theme-switch.js";
import { mountPages } from "./pages.js";

const locale = /** @type {"zh" | "en"} */ (document.documentElement.lang.slice(0, 2));
const search = document.querySelector("[data-search]");
const input = search.querySelector('[data-guide="search-input"]');

mountThemeSwitch(document);
mountMenu(document);
mountReviewNotice(document, new Date());
openForPrint(window);
mountPages(window);

input.addEventListener("focus", () => {
  const { index, words } = JSON.parse(document.querySelector("[data-single]").textContent);
  new SearchBox(search, locale, index, words);
}, { once: true });
