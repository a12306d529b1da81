/** Loaded at the first use of search, after the index of the page's language: starts the search box. */
import { SearchBox } from "./box.js";

const locale = /** @type {"zh" | "en"} */ (document.documentElement.lang.slice(0, 2));
const root = document.querySelector("[data-search]");
// Without its index the box would be no use: it is not made, and `loader.js` says so.
if (root && !root.searchBox && self.guideSearch?.[locale]) {
  root.searchBox = new SearchBox(root, locale, self.guideSearch[locale], self.guideSearch.words);
}
