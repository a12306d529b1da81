"""Every component of the guide on one sheet a language and theme, cut out of the built pages (`make styleguide`).

`build/styleguide/LOCALE-THEME.html` is what to look at after a change of styles or templates; a browser test compares
with the photographs of the sheets in `tests/browser/look/`, which change only here. So do the trees of the tools.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from guide.base import chromium
from guide.base.address import LOCALES, PageRef
from guide.base.output import say, write_text
from guide.base.project import Project, here
from guide.page.tree import DOCTYPE, document, outer_html
from upkeep.local_server import serving
from upkeep.trees import TREES, as_text, trees

THEMES = ("light", "dark")
VIEW = ViewportSize(width=390, height=844)
SCALE = 0.4
"""Pixels of a photograph for each of the page: enough to see a change, and small."""
PHOTOGRAPHED = (("zh", "light"), ("en", "dark"))
"""Each language and each theme once: few pictures to keep."""
PHOTOGRAPHS = "tests/browser/look"
FONTS = "fonts.json"
"""Beside the photographs: how wide a few letters were, since other fonts give other pictures."""
COMPONENTS = {
    "header and numbers": ("index", "//header"),
    "list of headings": ("costs/index", "//nav[contains(@class, 'toc')]"),
    "situations": ("index", "//*[@id='which-situation'] | //*[@id='which-situation']/following-sibling::ul[1]"),
    "title, text, marks, terms, sources": (
        "costs/interest",
        "//article/*[self::h1 or self::h2 or self::p][position() < 5]",
    ),
    "danger": ("complaints/contacts", "(//*[contains(@class, 'admonition') and contains(@class, 'danger')])[1]"),
    "steps": ("risks/index", "(//*[contains(@class, 'admonition') and contains(@class, 'steps')])[1]"),
    "claim": ("index", "(//*[contains(@class, 'claim--')])[1]"),
    "example": ("costs/interest", "(//*[contains(@class, 'admonition') and contains(@class, 'example')])[1]"),
    "table": ("overview/limits", "(//*[@class='table-scroll'])[1]"),
    "table as rows": ("risks/privacy", "(//*[@class='table-scroll'][table[@class='rows']])[1]"),
    "picture": ("overview/index", "(//figure)[1]"),
    "worked example": ("costs/examples", "(//*[contains(@class, 'worked')])[1]"),
    "form": ("risks/index", "//*[@data-tool='afford']"),
    "entry of a register": ("evidence/facts", "(//*[contains(@class, 'entry')])[1]"),
    "foot": ("costs/index", "//div[@class='foot']"),
}
"""What is shown: a page that has it, and where."""
_SAMPLES = ("微粒贷独立指南", "Independent Weilidai Guide 0123456789")
_WIDTHS = """(samples) => {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `32px ${getComputedStyle(document.body).fontFamily}`;
  return samples.map((sample) => Math.round(context.measureText(sample).width));
}"""


def sheet(project: Project, locale: str, theme: str) -> str:
    """All components in one language and theme; raises `LookupError` where a page no longer has one."""
    styles: dict[str, None] = {}
    parts = []
    for name, (page_id, path) in COMPONENTS.items():
        tree = document((project.site / PageRef(page_id, locale).url / "index.html").read_text(encoding="utf-8"))
        found = tree.xpath(path)
        if not found:
            raise LookupError(f"{page_id}: found no “{name}” at {path}; right: a page that has it, in COMPONENTS")
        styles |= dict.fromkeys(tree.xpath("//style/text()"))
        for tool in tree.xpath("//*[@data-tool]"):
            tool.set("data-ready", "")
        for link in tree.xpath("//main//a[@href] | //header//a[@href]"):
            link.set("href", "#")
        parts.append("".join(map(outer_html, found)))
    body = "\n".join(f'<article class="md-typeset">{part}</article>' for part in parts)
    code = "zh-CN" if locale == "zh" else "en"
    return (
        f'{DOCTYPE}<html lang="{code}" class="js" data-theme="{theme}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><style>{"".join(styles)}</style>'
        f'<main class="content" style="margin:auto;padding:1rem">{body}</main>'
    )


def photographs(project: Project, browser: Browser) -> Iterator[tuple[str, bytes]]:
    """The name of each sheet and its photograph (PNG)."""
    page = browser.new_page(viewport=VIEW, device_scale_factor=SCALE, reduced_motion="reduce")
    for locale, theme in PHOTOGRAPHED:
        page.set_content(sheet(project, locale, theme))
        yield f"{locale}-{theme}", page.screenshot(full_page=True)
    page.close()


def font_widths(project: Project, browser: Browser) -> list[int]:
    """How wide this machine's fonts set a few letters of both scripts (px)."""
    page = browser.new_page()
    page.set_content(sheet(project, "zh", "light"))
    widths = page.evaluate(_WIDTHS, _SAMPLES)
    page.close()
    return widths


def main(project: Project) -> int:
    """Write the sheets of the built site and photograph them; returns the exit status."""
    folder = project.root / PHOTOGRAPHS
    folder.mkdir(exist_ok=True)
    for locale in LOCALES:
        for theme in THEMES:
            write_text(project.work / "styleguide" / f"{locale}-{theme}.html", sheet(project, locale, theme))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find_or_install(), args=list(chromium.FLAGS))
        for name, picture in photographs(project, browser):
            (folder / f"{name}.png").write_bytes(picture)
        write_text(folder / FONTS, json.dumps(font_widths(project, browser)) + "\n")
        with serving(project.site) as url:
            for locale in LOCALES:
                for name, tree in trees(browser, url, locale):
                    write_text(project.root / TREES / f"{name}.{locale}.yml", as_text(tree))
        browser.close()
    say(f"sheets in {project.work / 'styleguide'}, photographs in {PHOTOGRAPHS}/, trees of the tools in {TREES}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(here()))
