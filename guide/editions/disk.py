"""The edition for a disk: a folder whose `index.html` opens without a server, with whole pages and links to files."""

from __future__ import annotations

import shutil
from pathlib import Path

from guide.base.address import LOCALES, relative_address
from guide.base.output import write_text
from guide.page.built_page import BuiltPage
from guide.page.tree import document, drop, readdress, whole_html
from guide.web.pages import filled, icon_tag, minified, policy_tag, with_search
from guide.web.policy import disk_security_policy
from guide.web.site import Site

STYLES, SCRIPT, THEME = "assets/guide.css", "assets/guide.js", "assets/theme.js"
SEARCH = {"engine": "search.js", "style": "guide.css", **{locale: f"search-{locale}.js" for locale in LOCALES}}
"""What search loads, below `assets/`. No file carries a mark of its content: a disk keeps nothing in a cache."""

WEB_ONLY = (
    "//link[@rel='canonical' or @rel='alternate'][not(@type)][ancestor::head]"
    " | //link[@rel='apple-touch-icon' or @type='application/atom+xml']"
    " | //meta[starts-with(@property, 'og:') or starts-with(@name, 'twitter:')]"
    " | //*[@data-web]"
)
"""What serves search engines, chats and visitors of the site alone."""


def write_folder(site: Site, web: Path, folder: Path) -> None:
    """Write pages and what they share to *folder*; *web* is the finished site, from which pictures are taken."""
    names = {page.ref.url: page.ref.file_name for page in site.pages}
    shown: set[str] = set()
    for page in site.pages:
        write_text(folder / page.ref.file_name, disk_page(site, page, names, shown))
    assets = folder / "assets"
    write_text(folder / STYLES, site.assets.styles.of_all_pages())
    write_text(folder / SCRIPT, site.scripts["disk"])
    write_text(folder / THEME, site.scripts["theme"])
    write_text(assets / SEARCH["engine"], site.search.engine_script(site.scripts["search-box"]))
    for locale in LOCALES:
        write_text(assets / SEARCH[locale], site.search.index_script(locale))
    for name in sorted(shown):
        if (web / name).is_file() and not (folder / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(web / name, folder / name)


def disk_page(site: Site, page: BuiltPage, names: dict[str, str], shown: set[str]) -> str:
    """One page; *names* has the file of each page by its address on the web.

    *shown* collects the files that it shows or links to and that are no pages.
    """
    own = page.ref.file_name
    tree = document(with_search(page.html, page.ref.locale, SEARCH))
    drop(tree, WEB_ONLY)

    def told(path: str, place: str) -> str:
        if path not in names:
            shown.add(path)
        return relative_address(own, names.get(path, path)) + (f"#{place}" if place else "")

    readdress(tree, page.ref.url, told)
    styles, script, theme = (relative_address(own, name) for name in (STYLES, SCRIPT, THEME))
    parts = {
        "policy": policy_tag(disk_security_policy()),
        "icon": icon_tag(site.assets.icon),
        "styles": f'<link rel="stylesheet" href="{styles}">',
        "head-script": f'<script src="{theme}"></script>',
        "scripts": f'<script src="{script}" defer></script>',
    }
    return minified(filled(whole_html(tree), parts), keep_closing_tags=False)
