"""Settings that the guide cannot follow are refused with their line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from guide.base.project import here
from guide.check.settings import Settings, wrong_settings

GOOD = Settings("https://guide.example/", here().docs, True, {"font": False}, {}, "", [], [])


def test_good_settings_have_no_problem() -> None:
    assert wrong_settings(GOOD, here()) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"site_url": ""}, "SITE_URL"),
        ({"site_url": "ftp://guide.example/"}, "https://"),
        ({"site_url": "guide.example"}, "https://"),
        ({"docs_dir": here().data}, "docs_dir"),
        ({"use_directory_urls": False}, "use_directory_urls: false"),
        ({"theme": {"features": ["navigation.tabs"]}}, "theme: features"),
        ({"theme": {"palette": {"scheme": "slate"}}}, "theme: palette"),
        ({"theme": {"font": {"text": "Roboto"}}}, "theme: font"),
        ({"extra": {"analytics": {"provider": "x"}}}, "extra: analytics"),
        ({"extra": {"report_url": "javascript:alert(1)"}}, "report_url"),
        ({"repo_url": "http://git.example"}, "repo_url"),
        ({"extra_css": ["https://cdn.example/x.css"]}, "another host"),
        ({"extra_css": ["no-such.css"]}, "no-such.css"),
        ({"extra_javascript": ["x.js"]}, "folder of tools/"),
    ],
)
def test_what_cannot_be_followed_is_refused(change: dict[str, Any], told: str) -> None:
    problems = wrong_settings(replace(GOOD, **change), here())

    assert [problem for problem in problems if told in str(problem)]
    assert all(problem.file == "mkdocs.yml" and problem.line >= 1 for problem in problems)


def test_line_is_that_of_the_setting() -> None:
    (problem,) = wrong_settings(replace(GOOD, site_url=""), here())
    lines = (here().root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()

    assert lines[problem.line - 1].startswith("site_url:")
