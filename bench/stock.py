"""The stock stack over the same text: MkDocs, Material and static-i18n as they come, for comparison."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from guide.base.address import PageRef
from guide.base.project import Project
from guide.data import load_book
from guide.data.examples import begin_examples
from guide.data.pinyin import begin_pinyin
from guide.page.workshop import Workshop


def write_stock_project(project: Project, out: Path) -> None:
    """Write to *out* a stock MkDocs project with the guide's pages, every marker already HTML."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(project.docs / "assets", out / "docs" / "assets")
    book = load_book(project.data)
    workshop = Workshop.open(
        book,
        begin_examples(project, book)(),
        begin_pinyin(project)(),
        docs_dir=project.docs,
        data_dir=project.data,
        tools_dir=project.tools,
        figures_dir=project.figures,
        overrides_dir=project.overrides,
    )
    for source in sorted(project.docs.glob("??/**/*.md")):
        target = out / "docs" / source.relative_to(project.docs)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_expanded(workshop, project, source), encoding="utf-8")
    (out / "mkdocs.yml").write_text(yaml.safe_dump(_settings(project), allow_unicode=True), encoding="utf-8")


def _expanded(workshop: Workshop, project: Project, source: Path) -> str:
    locale, page_id = source.relative_to(project.docs).with_suffix("").as_posix().split("/", 1)
    place = PageRef(page_id, locale)
    work = workshop.start_page(place, {})
    return work.markers.expand_all(source.read_text(encoding="utf-8"))


def _settings(project: Project) -> dict:
    ours = yaml.load(
        (project.root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""), Loader=yaml.SafeLoader
    )
    i18n = next(plugin["i18n"] for plugin in ours["plugins"] if isinstance(plugin, dict) and "i18n" in plugin)
    languages = [{**language, "nav_translations": language["nav_translations"]} for language in i18n["languages"]]
    return {
        "site_name": ours["site_name"],
        "site_url": "http://127.0.0.1/",
        "theme": {
            "name": "material",
            "language": "zh",
            "font": False,
            "features": ["navigation.sections", "search.suggest", "search.highlight"],
            "palette": [
                {
                    "media": "(prefers-color-scheme: light)",
                    "scheme": "default",
                    "toggle": {"icon": "material/weather-night", "name": "dark"},
                },
                {
                    "media": "(prefers-color-scheme: dark)",
                    "scheme": "slate",
                    "toggle": {"icon": "material/weather-sunny", "name": "light"},
                },
            ],
        },
        "nav": ours["nav"],
        "plugins": [
            "search",
            {"i18n": {"docs_structure": "folder", "fallback_to_default": False, "languages": languages}},
        ],
        "markdown_extensions": ours["markdown_extensions"],
    }
