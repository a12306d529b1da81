/** Addresses of results, made after the pattern of a link that the build has resolved for this page and edition. */

/**
 * @param {string} sitemap - relative address of the page `sitemap`: `../sitemap/`, `../sitemap.html` or `#sitemap`
 * @returns {(page: string, anchor?: string) => string} address of a place in a page, as seen from this one
 */
export function addressesLike(sitemap) {
  const [before, after] = sitemap.split("sitemap");
  return (page, anchor = "") => {
    if (before.endsWith("#")) return before + (anchor || page);
    const named = after.startsWith(".html") ? page + after : folderOf(page);
    return (before + named || "./") + (anchor ? `#${anchor}` : "");
  };
}

/** On a web server a page is a folder, and `costs/index` is `costs/`. */
function folderOf(page) {
  const folder = page.replace(/(^|\/)index$/, "");
  return folder && `${folder}/`;
}
