/** Loaded at the first use of search, after the index of the page's language: starts the search box. */
import { SearchBox } from './box.js';

const data = self.guideSearch && self.guideSearch[document.documentElement.lang.slice(0, 2)];
const root = document.querySelector('[data-search]');
if (data && root) new SearchBox(root, data);
