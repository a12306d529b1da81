"""Settings of `mkdocs.yml` that the guide cannot follow: refused in words, with their line, not ignored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.base.problems import Problem
from guide.base.project import Project

_OWN_FRAME = "no such setting: the frame of a page is the guide's own (overrides/, styles/)"
_SITE = ("https://", "http://")
_TO_REPORT_TO = ("https://", "mailto:")
_IGNORED_THEME = ("features", "palette", "icon", "logo")
_IGNORED_EXTRA = (
    *("analytics", "alternate", "annotate", "consent", "generator"),
    *("homepage", "social", "status", "tags", "version"),
)
"""What Material's templates read, which the guide's do not."""


@dataclass(frozen=True)
class Settings:
    """What MkDocs made of `mkdocs.yml`, as far as the guide has something to say to it."""

    site_url: str
    docs_dir: Path
    use_directory_urls: bool
    theme: Mapping[str, Any]
    extra: Mapping[str, Any]
    repo_url: str
    extra_css: list[str]
    extra_javascript: list[str]


def wrong_settings(settings: Settings, project: Project) -> list[Problem]:
    """Every setting that would have no effect, or break an edition."""
    lines = (project.root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    return [
        Problem("mkdocs.yml", _line_of(key, lines), found, right) for key, found, right in _findings(settings, project)
    ]


def _findings(settings: Settings, project: Project) -> Iterator[tuple[str, str, str]]:
    if not settings.site_url:
        right = "an address such as https://example.org/, or no SITE_URL in the environment"
        yield "site_url", "an empty site_url (it comes from SITE_URL)", right
    elif not settings.site_url.startswith(_SITE):
        yield "site_url", f"site_url: {settings.site_url}", f"an address that begins with {' or '.join(_SITE)}"
    if settings.docs_dir.resolve() != project.docs.resolve():
        yield "docs_dir", f"docs_dir: {settings.docs_dir}", f"{project.docs.name}, where the checks look for pages"
    if not settings.use_directory_urls:
        yield "use_directory_urls", "use_directory_urls: false", "true: every edition makes its addresses from these"
    for name in _IGNORED_THEME:
        if settings.theme.get(name):
            yield name, f"theme: {name}", _OWN_FRAME
    if settings.theme.get("font"):
        yield "font", f"theme: font: {settings.theme['font']}", "false: nothing is loaded from another host"
    for key, address in (("report_url", settings.extra.get("report_url")), ("repo_url", settings.repo_url)):
        if address and not str(address).startswith(_TO_REPORT_TO):
            yield key, f"{key}: {address}", f"an address that begins with {' or '.join(_TO_REPORT_TO)}"
    for name in _IGNORED_EXTRA:
        if settings.extra.get(name):
            yield name, f"extra: {name}", _OWN_FRAME
    for name in settings.extra_css:
        if not (project.docs / name).is_file():
            yield "extra_css", f"extra_css: {name}", f"a file below {project.docs.name}/, nothing from another host"
    for name in settings.extra_javascript:
        right = "a folder of tools/ with a script: it is bundled, allowed by the policy, and works in every edition"
        yield "extra_javascript", f"extra_javascript: {name}", right


def _line_of(key: str, lines: list[str]) -> int:
    """The line (from 1) where a key of the settings stands; the first one where it does not."""
    found = (number for number, line in enumerate(lines, start=1) if line.strip().lstrip("- ").startswith(f"{key}:"))
    return next(found, 1)
