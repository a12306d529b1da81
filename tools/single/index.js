/** The edition in one file: shows one page at a time, by the part of the address after `#`, and searches without loading anything. */
import "../search-box/slash-key.js";
import { SearchBox } from "../search-box/box.js";
import { showState } from "../search-box/state.js";
import { mountContents } from "../site/contents.js";
import { switchDatedText } from "../site/dated-text.js";
import { openWhatIsNamed } from "../site/folds.js";
import { mountMenu } from "../site/menu.js";
import { openForPrint } from "../site/print.js";
import { mountReviewNotice } from "../site/review-notice.js";
import { mountTextSize } from "../site/text-size.js";
import { mountThemeSwitch } from "../site/theme-switch.js";
import { mountPages } from "./pages.js";

const locale = /** @type {"zh" | "en"} */ (document.documentElement.lang.slice(0, 2));
const search = document.querySelector("[data-search]");
const input = search.querySelector('[data-guide="search-input"]');

mountThemeSwitch(document);
mountTextSize(document);
mountMenu(document);
mountContents(document);
mountReviewNotice(document, new Date());
switchDatedText(document, new Date());
openForPrint(window);
mountPages(window);
openWhatIsNamed(window);

// At the first use, and again at the next key where it failed.
const startSearch = () => {
  if (search.searchBox) return;
  try {
    const { index, words } = JSON.parse(document.querySelector("[data-single]").textContent);
    search.searchBox = new SearchBox(search, locale, index, words);
  } catch {
    showState(search, "failed");
  }
};
for (const event of ["focus", "input"]) input.addEventListener(event, startSearch);
search.dataset.ready = "";
