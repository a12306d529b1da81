"""MkDocs' own commands give the finished site, refuse what make refuses, and show an edit by themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.shell.test_make import append, outputs

pytestmark = pytest.mark.xdist_group("shell")

HERE = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
MKDOCS = [sys.executable, "-m", "mkdocs"]
PORT = 8765


def mkdocs(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [*MKDOCS, *arguments]
    return subprocess.run(
        command, cwd=project, env={**HERE, **environment}, capture_output=True, text=True, timeout=300, check=False
    )


def change_setting(project: Path, old: str, new: str) -> None:
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_mkdocs_build_gives_what_make_gives(project: Path, make) -> None:
    made = make()
    site = {path: sum_ for path, sum_ in outputs(project).items() if path.startswith("site/")}
    shutil.rmtree(project / "site")
    built = mkdocs(project, "build", "--quiet")

    assert made.returncode == built.returncode == 0, made.stderr + built.stderr
    assert {path: sum_ for path, sum_ in outputs(project).items() if path.startswith("site/")} == site
    assert {"site/404.html", "site/sitemap.xml", "site/en/feed.xml", "site/sw.js"} <= set(site)


def test_mkdocs_build_refuses_what_make_refuses_and_leaves_the_site(project: Path) -> None:
    before = outputs(project)
    append(project / "docs/en/faq.md", "\nInterest is 18.25%, see [[fact:no-such-fact]].\n")

    done = mkdocs(project, "build")

    assert done.returncode == 1
    assert "docs/en/faq.md" in done.stderr
    assert "no-such-fact" in done.stderr
    assert "Traceback" not in done.stderr
    assert outputs(project) == before


def test_missing_set_up_is_told_in_words(project: Path) -> None:
    (project / "node_modules").unlink()

    done = mkdocs(project, "build")

    assert done.returncode == 1
    assert "run make setup" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("use_directory_urls: true", "use_directory_urls: false", "use_directory_urls"),
        ("  font: false", "  font: Roboto", "theme: font"),
        ("  language: zh", "  language: zh\n  features: [navigation.tabs]", "theme: features"),
        ("extra:", "extra_css: [https://cdn.example/x.css]\nextra:", "extra_css"),
        ("extra:", "extra_javascript: [x.js]\nextra:", "extra_javascript"),
        ("extra:", "extra:\n  analytics: {provider: google}", "extra: analytics"),
    ],
)
def test_settings_that_cannot_be_followed_are_refused_with_their_line(
    project: Path, old: str, new: str, told: str
) -> None:
    change_setting(project, old, new)

    done = mkdocs(project, "build")

    assert done.returncode == 1
    assert told in done.stderr
    assert "mkdocs.yml:" in done.stderr


def test_empty_site_url_is_refused_in_words(project: Path) -> None:
    done = mkdocs(project, "build", SITE_URL="")

    assert done.returncode == 1
    assert "SITE_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_that_people_know_take_effect(project: Path) -> None:
    (project / "docs/extra.css").write_text(".zebra { color: red }", encoding="utf-8")
    (project / "hook.py").write_text(
        "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nZebra from a hook.\\n'\n", encoding="utf-8"
    )
    change_setting(project, "extra:", "extra_css: [extra.css]\nhooks: [hook.py]\ncopyright: Zebra press\nextra:")

    done = mkdocs(
        project, "build", "--quiet", REPO_URL="https://git.example/guide", REPORT_URL="https://report.example/"
    )
    page = (project / "site/en/faq/index.html").read_text(encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert ".zebra" in page
    assert "Zebra from a hook." in page
    assert "Zebra press" in page
    assert "https://git.example/guide/edit/main/docs/en/faq.md" in page
    assert "https://report.example/" in page


def test_a_picture_beside_its_page_is_published_and_a_stray_file_is_not(project: Path) -> None:
    for locale, words in (("zh", "图"), ("en", "A picture")):
        folder = project / "docs" / locale
        shutil.copyfile(project / "docs/assets/icon-192.png", folder / "costs/beside.png")
        append(folder / "costs/index.md", f"\n![{words}](beside.png)\n")
    (project / "docs/assets/stray.txt").write_text("stray", encoding="utf-8")

    done = mkdocs(project, "build")

    assert done.returncode == 0, done.stderr
    assert (project / "site/costs/beside.png").is_file()
    assert (project / "site/en/costs/beside.png").is_file()
    assert not (project / "site/assets/stray.txt").exists()
    assert "assets/stray.txt" in done.stdout + done.stderr


def test_a_symbolic_link_is_refused(project: Path) -> None:
    (project / "docs/assets/link.txt").symlink_to("/etc/hostname")

    done = mkdocs(project, "build")

    assert done.returncode == 1
    assert "docs/assets/link.txt" in done.stderr


@pytest.fixture
def served(project: Path) -> Iterator[Callable[[str], str]]:
    """Gives a page of `mkdocs serve` by its path."""
    command = [*MKDOCS, "serve", "-a", f"127.0.0.1:{PORT}"]
    server = subprocess.Popen(command, cwd=project, env=HERE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def read(path: str) -> str:
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{PORT}/{path}", timeout=5).read().decode()
        except OSError:
            return ""

    yield read
    server.terminate()
    server.wait(timeout=30)


def until(seen: Callable[[], bool], seconds: float = 120) -> bool:
    end = time.monotonic() + seconds
    while not seen() and time.monotonic() < end:
        time.sleep(0.05)
    return seen()


def test_preview_shows_an_edit_of_a_page_a_fact_a_tool_and_a_style(project: Path, served: Callable[[str], str]) -> None:
    site = outputs(project)
    assert until(lambda: "<title" in served("en/faq/"))

    append(project / "docs/en/faq.md", "\nOne more sentence about zebras.\n")
    assert until(lambda: "zebras" in served("en/faq/"))
    facts = project / "data/facts.yml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace("value: 0.066\n", "value: 0.0654\n", 1), encoding="utf-8"
    )
    pages = ("costs/", "en/costs/", "costs/calculator/", "en/evidence/facts/")
    assert until(lambda: all("0.0654" in served(page) for page in pages))
    tool = project / "tools/afford/template.html"
    tool.write_text(
        tool.read_text(encoding="utf-8").replace("<section ", '<section data-zebra="1" ', 1), encoding="utf-8"
    )
    assert until(lambda: "data-zebra" in served("risks/") and "data-zebra" in served("en/risks/"))
    append(project / "styles/form.css", "\n.tool { border-width: 7px; }\n")
    assert until(lambda: "7px" in served("risks/"))
    assert "unsafe-inline" in served("risks/")  # for MkDocs' script that reloads
    assert outputs(project) == site
