"""The steps of a build: what is refused, what a preview leaves out, and that outputs change whole or not at all."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import mkdocs.__main__
import pytest
from mkdocs.exceptions import PluginError

from guide import __main__ as command_line
from guide import build
from guide.base.problems import BuildProblems, Problem
from guide.base.project import Project, here
from guide.check.settings import Settings
from guide.editions.archive import sums
from tests.small_guide import page

GOOD = Settings("https://guide.example/", here().docs, True, {}, {}, "", [], [])
PROBLEM = Problem("docs/en/x.md", 3, "a slip", "the right word")


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that begins, in order, without the rooms behind it."""
    began: list[str] = []

    def step(name: str, result: Any) -> Callable[..., Any]:
        return lambda *_, **__: began.append(name) or result

    monkeypatch.setattr(build, "begin_bundles", step("scripts", dict))
    monkeypatch.setattr(build, "read_sources", step("checks", (object(), [])))
    monkeypatch.setattr(build, "begin_examples", step("examples", dict))
    monkeypatch.setattr(build, "begin_pinyin", step("pinyin", dict))
    monkeypatch.setattr(build, "Workshop", SimpleNamespace(open=step("workshop", None)))
    return began


def test_a_build_begins_with_checks_and_then_the_workshop(rooms: list[str]) -> None:
    build.begin(here(), GOOD)

    assert rooms == ["scripts", "checks", "examples", "pinyin", "workshop"]


def test_problems_stop_a_build_and_are_only_told_in_a_draft(
    rooms: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "read_sources", lambda project: (object(), [PROBLEM]))

    with pytest.raises(BuildProblems, match=r"docs/en/x.md:3: found a slip; right: the right word\n1 problems"):
        build.begin(here(), GOOD)
    assert "workshop" not in rooms

    build.begin(here(), GOOD, draft=True)
    assert str(PROBLEM) in capsys.readouterr().out
    assert rooms[-1] == "workshop"


@pytest.mark.parametrize("draft", [False, True])
def test_settings_and_a_missing_set_up_stop_a_draft_too(rooms: list[str], tmp_path: Path, draft: bool) -> None:
    with pytest.raises(BuildProblems, match="SITE_URL"):
        build.begin(here(), Settings(**{**vars(GOOD), "site_url": ""}), draft=draft)
    with pytest.raises(BuildProblems, match="run make setup"):
        build.begin(Project(tmp_path), GOOD, draft=draft)

    assert rooms == []


def test_a_file_that_cannot_be_read_is_told_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/facts.yml").write_bytes(b"facts: \xff\n")

    (problem,) = build.source_problems(Project(tmp_path))

    assert (problem.file, problem.line) == ("data/facts.yml", 1)


@pytest.fixture
def finish(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Path]:
    """Finishes a site of one page; gives its folder. Each room writes a file that tells what it was given."""
    web = tmp_path / "web"
    web.mkdir()

    site: Any = SimpleNamespace(scripts={"worker": ""})
    monkeypatch.setattr(build, "with_assets", lambda *_: site)
    monkeypatch.setattr(build, "write_top", lambda site, web: None)
    monkeypatch.setattr(build, "write_pages", lambda site, pages, web, preview=False: [
        (web / f"{one.ref.page_id}.html").write_text(one.title) for one in pages
    ])  # fmt: skip
    monkeypatch.setattr(build, "write_archive", lambda site, web, path: path.write_text("archive"))
    monkeypatch.setattr(build, "write_single_files", lambda site, web, folder: (folder / "one.html").touch())
    monkeypatch.setattr(build, "write_handed_on", lambda workshop, pages, site_url, web: None)
    monkeypatch.setattr(build, "write_paper", lambda begun, pages, folder: (folder / "x.pdf").touch())
    monkeypatch.setattr(build, "with_downloads", lambda page, site, folder, size: SimpleNamespace(
        ref=page.ref, title=" ".join(sorted(path.name for path in folder.iterdir()))
    ))  # fmt: skip
    monkeypatch.setattr(build, "write_app", lambda web, workshop, worker, made_on: (web / "sw.js").write_text(
        f"{made_on} {' '.join(sorted(path.name for path in web.rglob('*.html')))}"
    ))  # fmt: skip

    def run(copied: set[str] = frozenset(), **options: Any) -> Path:  # type: ignore[assignment]
        for name in copied:
            (web / name).parent.mkdir(parents=True, exist_ok=True)
            (web / name).touch()
        project: Any = SimpleNamespace(root=here().root, docs=here().docs, moment=datetime(2026, 11, 29, 8, tzinfo=UTC))
        begun = build.Begun(project, GOOD, SimpleNamespace(), dict)  # type: ignore[arg-type]
        build.finish(begun, [page("download", "en", "<p><img src='../../assets/a.png'></p>")], copied, web, **options)
        return web

    return run


def test_site_offers_its_editions_with_their_sums(finish: Callable[..., Path]) -> None:
    web = finish()

    names = {path.name for path in (web / "downloads").iterdir()}
    assert names == {"weilidai-guide-offline.zip", "one.html", "SHA256SUMS"}
    listed = (web / "downloads/SHA256SUMS").read_text()
    (web / "downloads/SHA256SUMS").unlink()
    assert listed == sums(web / "downloads")


def test_download_page_and_copy_come_after_what_they_name(finish: Callable[..., Path]) -> None:
    web = finish()

    assert (web / "download.html").read_text() == "SHA256SUMS one.html weilidai-guide-offline.zip"
    assert (web / "sw.js").read_text().startswith("2026-11-29 download.html")


@pytest.mark.parametrize(("options", "pdf"), [({}, False), ({"paper": True}, True)])
def test_paper_is_printed_where_it_is_asked_for(
    finish: Callable[..., Path], options: dict[str, bool], pdf: bool
) -> None:
    assert (finish(**options) / "downloads/x.pdf").exists() == pdf


def test_a_preview_has_pages_and_no_editions(finish: Callable[..., Path]) -> None:
    web = finish(preview=True)

    assert not (web / "downloads").exists()
    assert (web / "sw.js").is_file()
    assert (web / "download.html").read_text() == "download"


def test_a_file_that_no_page_uses_is_not_published_and_told(
    finish: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    web = finish({"assets/a.png", "assets/stray.txt"})

    assert (web / "assets/a.png").exists()
    assert not (web / "assets/stray.txt").exists()
    assert "not published, since no page uses it: assets/stray.txt" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["", "https://report.example/"])
def test_contact_is_valid_for_a_year_or_its_lack_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    project: Any = SimpleNamespace(moment=datetime(2026, 11, 29, 8, tzinfo=UTC))
    settings = Settings(**{**vars(GOOD), "extra": {"report_url": address}})
    build.write_contact(build.Begun(project, settings, None, dict), tmp_path)  # type: ignore[arg-type]
    path = tmp_path / ".well-known/security.txt"

    assert path.exists() == bool(address)
    assert ("no address to report errors to" in capsys.readouterr().out) == (not address)
    if address:
        assert "Expires: 2027-11-29T08:00:00Z" in path.read_text()


@pytest.fixture
def outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the outputs of an earlier build, and rests of one that was cut short."""
    monkeypatch.delenv("GUIDE_BUILT", raising=False)
    for name in ("site/old.html", "dist/old.zip", "build/site/rest.html", "build/dist/rest.zip"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def files_in(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for name in ("site", "dist") for path in (root / name).rglob("*.*")}


def test_outputs_are_put_in_place_together_and_old_ones_leave_nothing(
    outputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(project: Project, site: Path, *, paper: bool) -> int:
        assert not site.exists()
        (site / "downloads").mkdir(parents=True)
        (site / "index.html").touch()
        (site / "downloads/new.zip").touch()
        return 0

    monkeypatch.setattr(build, "run_mkdocs", run)

    assert build.make(Project(outputs)) == 0
    assert files_in(outputs) == {"site/index.html", "site/downloads/new.zip", "dist/new.zip"}


def test_a_build_that_fails_touches_no_output(outputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_in(outputs)
    monkeypatch.setattr(build, "run_mkdocs", lambda project, site, paper: 1)

    assert build.make(Project(outputs)) == 1
    assert files_in(outputs) == before


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), ["no room to write", "last outputs are untouched"]),
        (PluginError("docs/en/x.md: found a slip"), ["docs/en/x.md: found a slip"]),
    ],
    ids=["no room", "an author's slip"],
)
def test_what_stops_mkdocs_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, says: list[str]
) -> None:
    def cli(arguments: list[str], *, standalone_mode: bool) -> None:
        raise error

    monkeypatch.setenv("GUIDE_PAPER", "")  # set by what is tested, and put back afterwards
    monkeypatch.setattr(mkdocs.__main__, "cli", cli)

    assert build.run_mkdocs(here(), Path("unused")) == 1
    told = capsys.readouterr().err
    assert all(words in told for words in says)


def test_a_fault_of_the_guide_itself_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def cli(arguments: list[str], *, standalone_mode: bool) -> None:
        raise KeyError("own")

    monkeypatch.setenv("GUIDE_PAPER", "")  # set by what is tested, and put back afterwards
    monkeypatch.setattr(mkdocs.__main__, "cli", cli)

    with pytest.raises(KeyError):
        build.run_mkdocs(here(), Path("unused"))


@pytest.mark.parametrize(("problems", "status"), [([], 0), ([PROBLEM], 1)])
def test_check_fails_where_there_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], problems: list[Problem], status: int
) -> None:
    monkeypatch.setattr(command_line, "source_problems", lambda project: problems)

    assert command_line.main(["check"]) == status
    assert capsys.readouterr().out == "".join(f"{problem}\n" for problem in problems)


@pytest.mark.parametrize("arguments", [[], ["bild"]])
def test_unknown_command_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert command_line.main(arguments) == 2
    assert "right: one of check, build, pdf" in capsys.readouterr().err
