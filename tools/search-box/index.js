/** Loaded at the first use of search, after the index of the page's language: starts the search box. */
import { SearchBox } from "./box.js";

const locale = /** @type {"zh" | "en"} */ (document.documentElement.lang.slice(0, 2));
const root = document.querySelector("[data-search]");
if (root) new SearchBox(root, locale, self.guideSearch[locale], self.guideSearch.words);
