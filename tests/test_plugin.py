"""MkDocs' events, one by one, with a small project of MkDocs' own settings: what begins, what is kept, what ends it."""

from __future__ import annotations

import fcntl
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateSyntaxError
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from guide import plugin
from guide.base.address import LOCALES
from guide.base.node import NodeError
from guide.base.problems import BuildProblems
from guide.plugin import GuidePlugin, settings_of, told
from tests.small_guide import pages

SETTINGS = """
site_name: Guide
site_url: https://guide.example/
repo_url: https://git.example/guide
theme: {name: mkdocs, custom_dir: own}
extra: {report_url: "mailto:a@b.example"}
extra_css: [mine.css]
extra_javascript: [mine.js]
watch: [own]
plugins:
- guide: {options}
"""


@dataclass
class House:
    """What the plugin asked of the rooms behind it."""

    begun: list[dict[str, Any]] = field(default_factory=list)
    finished: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    """Rooms that keep account of what is asked of them, in place of a whole build."""
    account = House()

    def begin(project: Any, settings: Any, **options: Any) -> Any:
        account.begun.append({"root": project.root, "site_url": settings.site_url, **options})
        return SimpleNamespace(workshop=None)

    def finish(begun: Any, pages: list[Any], copied: set[str], web: Path, **options: Any) -> None:
        account.finished.append({"pages": list(pages), "copied": set(copied), "web": web, **options})
        web.mkdir(parents=True, exist_ok=True)
        (web / "index.html").write_text("whole", encoding="utf-8")

    monkeypatch.setattr(plugin, "begin", begin)
    monkeypatch.setattr(plugin, "finish", finish)
    return account


def config_of(root: Path, options: str = "{}") -> MkDocsConfig:
    for name in ("docs", "own"):
        (root / name).mkdir(exist_ok=True)
    (root / "docs/index.md").write_text("# Guide", encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS.replace("{options}", options), encoding="utf-8")
    return load_config(str(root / "mkdocs.yml"))


def started(config: MkDocsConfig, command: str = "build") -> GuidePlugin:
    found: Any = config.plugins["guide"]
    found.on_build_error(error=ValueError())  # MkDocs keeps one plugin for as long as Python runs
    found.on_startup(command=command, dirty=False)
    found.on_config(config)
    return found


def build(guide: GuidePlugin, config: MkDocsConfig) -> None:
    """Every language makes its pages and says that it is done."""
    for page in pages()[: len(LOCALES)]:
        work: Any = SimpleNamespace(guide=SimpleNamespace(built=lambda page, html: html))
        guide.on_post_page(page.html, page=work, config=config)
        guide.on_post_build(config=config)


@pytest.mark.parametrize(
    ("options", "command", "draft", "paper"),
    [
        ("{}", "build", False, False),
        ("{draft: true}", "serve", True, False),
        ("{paper: true}", "build", False, True),
    ],
)
def test_options_reach_the_build(
    tmp_path: Path, house: House, options: str, command: str, draft: bool, paper: bool
) -> None:
    config = config_of(tmp_path, options)
    build(started(config, command), config)

    assert house.begun == [{"root": tmp_path, "site_url": "https://guide.example/", "draft": draft}]
    assert [(one["preview"], one["paper"]) for one in house.finished] == [(command == "serve", paper)]


def test_a_draft_never_counts_as_a_finished_output(tmp_path: Path, house: House) -> None:
    (tmp_path / "site").mkdir()
    config = config_of(tmp_path, "{draft: true}")

    with pytest.raises(PluginError, match=r"found a draft .*; right: make serve"):
        started(config)

    assert house.begun == []
    assert list((tmp_path / "site").iterdir()) == []


def test_a_build_begins_once_for_all_languages_and_again_for_the_next(tmp_path: Path, house: House) -> None:
    config = config_of(tmp_path)
    guide = started(config)
    guide.on_config(config)
    build(guide, config)

    guide.on_config(config)
    build(guide, config)

    assert len(house.begun) == 2
    assert [len(one["pages"]) for one in house.finished] == [2, 2]


def test_site_is_whole_only_when_the_last_language_is_done(tmp_path: Path, house: House) -> None:
    config = config_of(tmp_path)
    guide = started(config)

    guide.on_post_build(config=config)
    assert house.finished == []
    assert not (tmp_path / "site").exists()
    guide.on_post_build(config=config)

    assert (tmp_path / "site/index.html").read_text() == "whole"
    assert house.finished[0]["web"] != tmp_path / "site"


def test_a_build_that_fails_leaves_the_site_and_the_next_begins_anew(tmp_path: Path, house: House) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old", encoding="utf-8")
    config = config_of(tmp_path)
    guide = started(config)

    guide.on_build_error(error=ValueError())
    guide.on_config(config)

    assert (tmp_path / "site/index.html").read_text() == "old"
    assert len(house.begun) == 2


@pytest.mark.parametrize("ending", ["whole", "failed"])
def test_builds_made_aside_wait_for_each_other(tmp_path: Path, house: House, ending: str) -> None:
    config = config_of(tmp_path)
    guide = started(config)

    def lock_is_free() -> bool:
        with (tmp_path / "build/mkdocs.lock").open("w") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True

    assert not lock_is_free()
    if ending == "whole":
        build(guide, config)
    else:
        guide.on_build_error(error=ValueError())
    assert lock_is_free()


def test_a_preview_is_made_where_mkdocs_serves_it_from(tmp_path: Path, house: House) -> None:
    config = config_of(tmp_path)
    served = config.site_dir
    build(started(config, "serve"), config)

    assert config.site_dir == served
    assert [(one["preview"], str(one["web"])) for one in house.finished] == [(True, served)]
    assert {str(tmp_path / name) for name in ("data", "tools", "figures", "styles", "overrides")} <= set(config.watch)
    assert str(tmp_path / "own") in config.watch


def test_own_files_are_kept_and_those_of_the_theme_are_not(tmp_path: Path, house: House) -> None:
    config = config_of(tmp_path)
    guide = started(config)
    own, theme = str(tmp_path / "docs"), config.theme.dirs[-1]
    target = str(tmp_path / "site")
    files = Files(
        [
            File("index.md", own, target, use_directory_urls=True),
            File("a.png", own, target, use_directory_urls=True),
            File("b.png", str(tmp_path / "own"), target, use_directory_urls=True),
            File("theme.js", theme, target, use_directory_urls=True),
        ]
    )

    kept = guide.on_files(files, config=config)
    guide.on_env(Environment(), config=config, files=kept)

    assert {file.src_uri for file in kept} == {"index.md", "a.png", "b.png"}
    assert guide.copied == {"a.png", "b.png"}


def test_settings_are_those_that_mkdocs_read(tmp_path: Path) -> None:
    settings = settings_of(config_of(tmp_path))

    assert settings.docs_dir == tmp_path / "docs"
    assert settings.use_directory_urls
    assert (settings.site_url, settings.repo_url) == ("https://guide.example/", "https://git.example/guide")
    assert (settings.extra_css, settings.extra_javascript) == (["mine.css"], ["mine.js"])
    assert settings.extra["report_url"] == "mailto:a@b.example"


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (BuildProblems("data/x.yml:1: found a; right: b"), "data/x.yml:1: found a; right: b"),
        (NodeError("styles.mjs: no"), "styles.mjs: no"),
        (ValueError("found c; right: d"), "docs/en/x.md: found c; right: d"),
    ],
)
def test_what_an_author_can_mend_is_told_in_words(problem: Exception, words: str) -> None:
    with pytest.raises(PluginError) as stopped, told("docs/en/x.md"):
        raise problem

    assert str(stopped.value) == words


def test_what_is_the_guide_s_own_fault_is_not_hidden() -> None:
    with pytest.raises(KeyError), told("docs/en/x.md"):
        raise KeyError("own")


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [("\n{{ nothing.here }}", 2, "'nothing' is undefined"), ("\n\n{% if %}", 3, "Expected an expression")],
)
def test_a_fault_in_a_template_is_told_with_its_line(tmp_path: Path, template: str, line: int, says: str) -> None:
    loader = DictLoader({})
    loader.get_source = lambda environment, name: (template, f"/own/{name}", lambda: True)  # type: ignore[method-assign]
    with pytest.raises(PluginError, match=rf"/own/part\.html:{line}: found .*{says}"), told("docs/en/x.md"):
        Environment(loader=loader, undefined=StrictUndefined).get_template("part.html").render()


def test_a_fault_in_a_template_that_mkdocs_met_is_told_in_words(tmp_path: Path, house: House) -> None:
    guide = started(config_of(tmp_path))

    with pytest.raises(PluginError, match=r"main\.html:7: found no such tag"):
        guide.on_build_error(error=TemplateSyntaxError("no such tag", 7, "main.html"))
