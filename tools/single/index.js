/** The edition in one file: shows one page at a time, by the part of the address after `#`, and searches what stands in the file. */
import "../search-box/slash-key.js";
import { unpack } from "../disk/unpack.js";
import { SearchBox } from "../search-box/box.js";
import { switchDatedText } from "../site/dated-text.js";
import { mountMenu } from "../site/menu.js";
import { openForPrint } from "../site/print.js";
import { mountReviewNotice } from "../site/review-notice.js";
import { mountThemeSwitch } from "../site/theme-switch.js";
import { linkEvidence } from "./evidence.js";
import { mountPages } from "./pages.js";
import { withTexts } from "./texts.js";

const locale = document.documentElement.lang.slice(0, 2);
const packed = JSON.parse(document.querySelector("[data-single]").textContent);
const search = document.querySelector("[data-search]");
const input = search.querySelector('[data-guide="search-input"]');

linkEvidence(document, packed.evidence);
mountThemeSwitch(document);
mountMenu(document);
mountReviewNotice(document, new Date());
switchDatedText(document, new Date());
openForPrint(window);
mountPages(window);

input.addEventListener("focus", () => {
  new SearchBox(search, locale, withTexts(unpack(packed.index), document), unpack(packed.words));
}, { once: true });
