"""A guide of two pages in two languages, as MkDocs would hand it to the end of the build."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from guide.base.address import LOCALES, PageRef, page_link
from guide.base.project import here
from guide.data.labels import load_labels
from guide.page.built_page import BuiltPage
from guide.page.templates import open_templates
from guide.search.index import SearchData
from guide.web.pages import Assets
from guide.web.site import Site
from guide.web.styles import EVERY_TOOL, PARTS, Styles

ICON = "data:image/svg+xml,<svg/>"
WORDS = {"zh": "逾期", "en": "Overdue"}
_PAGE = """<!doctype html>
<html lang="{code}" class="no-js"><head><meta charset="utf-8"><!--guide:policy--><!--guide:icon-->
<link rel="canonical" href="https://guide.example/{url}"><meta property="og:title" content="x">
<title>{title}</title><!--guide:styles--><!--guide:head-script--></head><body>
<a class="skip" href="#content">Skip</a>
<header class="header"><div data-search data-engine="{root}assets/@search-engine" data-index="{root}assets/@search-index"
 data-style="{root}assets/@search-style"></div><a href="{other}" hreflang="x" rel="alternate" data-language-switch>other</a></header>
<nav class="nav"><a href="{to_index}">Home</a><a href="{to_overdue}" aria-current="page">Overdue</a></nav>
<main><div class="stale" data-review-by="{due}" hidden></div><article class="md-typeset">{content}</article>
<div class="foot">Foot</div></main>
<nav class="toc"><ul><li>x</li></ul></nav><footer class="footer">End</footer><!--guide:scripts--></body></html>"""


def page(page_id: str, locale: str, content: str, due: date = date(2027, 3, 31)) -> BuiltPage:
    """One page with *content* as its article."""
    ref = PageRef(page_id, locale)
    other = ref.in_locale("en" if locale == "zh" else "zh")
    html = _PAGE.format(
        code="zh-CN" if locale == "zh" else "en",
        url=ref.url,
        title=page_id,
        root=page_link(ref, PageRef("index", "zh")),
        other=page_link(ref, other),
        to_index=page_link(ref, PageRef("index", locale)),
        to_overdue=page_link(ref, PageRef("overdue/index", locale)),
        due=due,
        content=content,
    )
    return BuiltPage(ref, page_id, "What it is.", content, html, frozenset(), (), (), page_id != "index", "", due)


def pages() -> list[BuiltPage]:
    """Both pages in both languages; they link to each other, to a place, to the other language and to a picture."""
    made = []
    for locale in LOCALES:
        index, overdue = PageRef("index", locale), PageRef("overdue/index", locale)
        made += [
            page(
                "index",
                locale,
                f'<h1 id="start">Start</h1><p id="same"><a href="{page_link(index, overdue, "today")}">today</a> '
                f'<img src="{page_link(index, PageRef("index", "zh"))}assets/icon.svg" alt="">'
                '<a href="tel:110">110</a> <a href="https://law.example/x">law</a></p><p data-web>For the site alone.</p>',
            ),
            page(
                "overdue/index",
                locale,
                f'<h1 id="overdue">{WORDS[locale]}</h1><h2 id="today">Today</h2>'
                '<p id="same"><label for="sum">Sum</label><input id="sum"><a href="#today">above</a> '
                '<a href="#borrowing?amount=1">a tool</a></p>',
                date(2026, 12, 31),
            ),
        ]
    return made


def search() -> SearchData:
    """What search knows of both pages."""
    index: dict[str, Any] = {
        "pages": [{"id": "index", "title": "index"}, {"id": "overdue/index", "title": "overdue/index"}],
        "sections": [
            [0, "", "Start", "today"],
            [1, "", "Overdue", ""],
            [1, "today", "Today", "Pay."],
            [1, "same", "", ""],
        ],
        "words": {},
        "answers": [{"asks": ["x"], "page": 1, "anchor": "today", "facts": []}],
        "labels": {},
    }
    return SearchData({locale: index for locale in LOCALES}, {"concepts": []})


def site() -> Site:
    """The small guide, ready for its outputs."""
    project = here()
    names = ["base", *PARTS, "form", "search", "single", "print"]
    styles = Styles({name: f".{name}{{}}" for name in names}, {EVERY_TOOL: ".tools{}"}, "")
    scripts = {name: f"/* {name} */" for name in ("theme", "early", "site", "search-box", "disk", "single", "worker")}
    assets = Assets(
        code={name: scripts[name] for name in ("theme", "early")},
        scripts={"site": "site.0A.js"},
        styles=styles,
        icon=ICON,
        search={"engine": "search.0A.js", "style": "results.0A.css", "zh": "search-zh.0A.js", "en": "search-en.0A.js"},
    )
    workshop: Any = SimpleNamespace(
        templates=open_templates(project.overrides),
        labels=lambda name, locale: load_labels(project.data / "labels" / f"{name}.yml", locale),
        book=SimpleNamespace(facts={}),
    )
    return Site(project, workshop, pages(), "https://guide.example/", scripts, assets, search())


def finished(folder: Path) -> Path:
    """A finished site with the pictures of the small guide."""
    (folder / "assets").mkdir(parents=True)
    (folder / "assets/icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    return folder
