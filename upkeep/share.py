"""Draws the pictures beside shared links from `overrides/share.html`, and the app's icons, when names or look change.

`docs/assets/share-LOCALE.png` is the guide's own, `share-SECTION-LOCALE.png` that of a section.
"""

from __future__ import annotations

import sys
from typing import Any

from playwright.sync_api import sync_playwright

from guide.base import chromium
from guide.base.address import LOCALES
from guide.base.project import Project, here
from guide.data.labels import load_labels
from guide.page.templates import open_templates
from guide.web.app import ICON_SIZES

SIZE: Any = {"width": 1200, "height": 630}
"""What chat programs and social sites crop least (pixels)."""


def main(project: Project) -> int:
    """Draw one picture a section and language, and one icon a size; returns the exit status."""
    template = open_templates(project.overrides).get_template("share.html")
    icon = (project.docs / "assets" / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find_or_install(), args=list(chromium.FLAGS))
        page = browser.new_page(viewport=SIZE)
        for locale in LOCALES:
            labels = load_labels(project.data / "labels" / "share.yml", locale)
            for name, section in {"": None, **labels["sections"]}.items():
                page.set_content(template.render(labels=labels, section=section, icon=icon, locale=locale))
                file = "-".join(filter(None, ("share", name, locale)))
                page.screenshot(path=project.docs / "assets" / f"{file}.png")
        for size in ICON_SIZES:
            page.set_viewport_size({"width": size, "height": size})
            page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{icon}")
            page.screenshot(path=project.docs / "assets" / f"icon-{size}.png", omit_background=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(here()))
