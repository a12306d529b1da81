// The shell's script: theme, navigation on a phone, language switch that keeps the place, notice on an old copy.
import { mountSearch } from "../search-box/loader.js";
import { mountContents } from "./contents.js";
import { switchDatedText } from "./dated-text.js";
import { openWhatIsNamed } from "./folds.js";
import { keepOnceInstalled } from "./installed.js";
import { mountLanguageSwitch } from "./language-switch.js";
import { mountMenu } from "./menu.js";
import { openForPrint } from "./print.js";
import { mountReviewNotice } from "./review-notice.js";
import { mountTextSize } from "./text-size.js";
import { mountThemeSwitch } from "./theme-switch.js";

mountThemeSwitch(document);
mountTextSize(document);
mountMenu(document);
mountContents(document);
mountLanguageSwitch(document);
mountReviewNotice(document, new Date());
switchDatedText(document, new Date());
openForPrint(window);
openWhatIsNamed(window);
mountSearch(document);
keepOnceInstalled(window);
