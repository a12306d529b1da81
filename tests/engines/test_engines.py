"""The guide in Chromium, Firefox and WebKit: on a server, unzipped, and in one file."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.base.address import LOCALES
from guide.data import load_book
from guide.page.grammar import find_markers
from guide.page.tools import WEB_ONLY
from tests.engines.conftest import ROOT, Edition
from tests.engines.engine import Engine
from tests.site.conftest import REFS

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
INPUT = '[data-guide="search-input"]'
RESULT = '[data-guide="search-result"]'
RESULTS = f"[...document.querySelectorAll({json.dumps(RESULT)})]"
HREFS = f"{RESULTS}.map(link => link.href)"

# Selenium calls its own old way for WebKit.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

each_locale = pytest.mark.parametrize("locale", LOCALES)


def test_pages_load_without_a_word_in_the_console(engine: Engine, edition: Edition) -> None:
    addresses = list(dict.fromkeys(edition.address(ref.page_id, ref.locale) for ref in REFS))

    assert engine.faults(addresses, edition.home) == []


@each_locale
@pytest.mark.parametrize("case", CASES["tools"], ids=lambda case: case["tool"])
def test_tool_gives_its_result(engine: Engine, edition: Edition, case: dict[str, Any], locale: str) -> None:
    engine.open(edition.address(case["page"], locale, case.get("fragment", "")))
    tool = f'[data-tool="{case["tool"]}"]'
    _use(engine, tool, case)

    for name, value in case.get("gives", {}).items():
        engine.wait(f"{_output(tool, name)}.dataset.value === {json.dumps(_counted(str(value)))}")
    for name, part in case.get("holds", {}).items():
        engine.wait(f"{_output(tool, name)}.textContent.includes({json.dumps(part)})")


@pytest.mark.parametrize("case", CASES["searches"], ids=lambda case: case["words"])
def test_search_finds_and_enter_follows(engine: Engine, edition: Edition, case: dict[str, str]) -> None:
    engine.open(edition.address(case["from"], case["locale"]))
    engine.click(INPUT)
    engine.type(case["words"])
    found = engine.wait(f"{HREFS}.length ? {HREFS} : null")
    is_found = engine.evaluate(f"{RESULTS}.some({edition.leads_to(case['finds'], case['locale'])})")
    engine.type("\ue015\n")

    assert is_found
    engine.wait(f"{json.dumps(found)}.includes(location.href)")


@each_locale
@pytest.mark.parametrize("edition", ["site", "zip"], indirect=True)
def test_language_switch_keeps_the_place(engine: Engine, edition: Edition, locale: str) -> None:
    other = next(code for code in LOCALES if code != locale)
    engine.open(edition.address("overdue/index", locale))
    engine.evaluate("document.getElementById('grace-period').scrollIntoView({behavior: 'instant'}) ?? true")
    engine.evaluate("document.querySelector('[data-language-switch]').click() ?? true")

    engine.wait(f"location.href === {json.dumps(edition.address('overdue/index', other, '#grace-period'))}")
    assert engine.evaluate("document.documentElement.lang").startswith(other)


@each_locale
@pytest.mark.parametrize("edition", ["single"], indirect=True)
def test_other_language_is_the_other_file(engine: Engine, edition: Edition, locale: str) -> None:
    other = next(code for code in LOCALES if code != locale)
    engine.open(edition.address("overdue/index", locale))
    engine.click("a[href='#other-edition']")
    engine.wait('location.hash === "#other-edition"')
    engine.click(".page--shown a[href$='.html']")

    engine.wait(f"location.href === {json.dumps(edition.address('index', other).split('#')[0])}")
    engine.wait("document.querySelector('.page--shown')?.id === 'index'")
    assert engine.evaluate("document.documentElement.lang").startswith(other)


@each_locale
def test_theme_changes_and_is_kept(engine: Engine, edition: Edition, locale: str) -> None:
    address = edition.address("costs/index", locale)
    engine.open(address)
    before = engine.evaluate(BACKGROUND)
    engine.click("[data-theme-switch]")

    changed = engine.wait(f"{BACKGROUND} !== {json.dumps(before)} && {BACKGROUND}")
    engine.open(address)
    assert engine.evaluate(BACKGROUND) == changed
    engine.click("[data-theme-switch]")


def test_every_tool_of_a_page_has_a_case() -> None:
    on_pages = {Path(path).parent.name for path in ROOT.glob("tools/*/template.html")} & {
        marker.argument
        for path in ROOT.glob("docs/zh/**/*.md")
        for marker in find_markers(path.read_text(encoding="utf-8"))
        if marker.kind == "tool"
    }

    assert {case["tool"] for case in CASES["tools"]} == on_pages - WEB_ONLY


def test_fault_is_noticed(engine: Engine, tmp_path: Path) -> None:
    """The control: what the tests above look for is seen when it is there."""
    policy = "default-src 'none'; script-src 'self'"
    page = tmp_path / "broken.html"
    page.write_text(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}"><script>1</script>'
        '<script src="broken.js"></script>',
        encoding="utf-8",
    )
    (tmp_path / "broken.js").write_text("no_such_name();", encoding="utf-8")

    faults = engine.faults([page.as_uri()], f"{tmp_path.as_uri()}/")

    assert any("Content" in fault for fault in faults), "the policy's refusal"
    assert any("no_such_name" in fault for fault in faults), "the script's error"


def _counted(value: str) -> str:
    """*value*, or the day it says how to count (`2026-11-24 + complaint-days-simple`)."""
    day, _, fact = value.partition(" + ")
    if not fact:
        return value
    days = int(load_book(ROOT / "data").facts[fact].value)
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _use(engine: Engine, tool: str, case: dict[str, Any]) -> None:
    # WebKit calls a page loaded before its late scripts have run, and until then shows what readers without script see.
    engine.wait(f"document.querySelector({json.dumps(tool)}).hasAttribute('data-ready')")
    for name, text in case.get("typed", {}).items():
        engine.focus(f'{tool} [name="{name}"]')
        engine.type(text)
    for name in case.get("ticked", []):
        engine.click(f'{tool} [name="{name}"]')
    for pressed in case.get("pressed", []):
        action, _, value = pressed.partition("=")
        engine.click(f'{tool} [data-action="{action}"]' + (f'[value="{value}"]' if value else ""))


def _output(tool: str, name: str) -> str:
    return f"document.querySelector({json.dumps(f'{tool} output[name={json.dumps(name)}]')})"
