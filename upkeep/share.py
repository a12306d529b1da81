"""Draws `docs/assets/share-LOCALE.png` from `overrides/share.html`, and the app's icons, when name or look change."""

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
    """Draw one picture a language and one icon a size; returns the exit status."""
    template = open_templates(project.overrides).get_template("share.html")
    icon = (project.docs / "assets" / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find_or_install(), args=list(chromium.FLAGS)
        )
        page = browser.new_page(viewport=SIZE)
        for locale in LOCALES:
            labels = load_labels(project.data / "labels" / "share.yml", locale)
            page.set_content(template.render(labels=labels, icon=icon, locale=locale))
            page.screenshot(path=project.docs / "assets" / f"share-{locale}.png")
        for size in ICON_SIZES:
            page.set_viewport_size({"width": size, "height": size})
            page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{icon}")
            page.screenshot(path=project.docs / "assets" / f"icon-{size}.png", omit_background=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(here()))
