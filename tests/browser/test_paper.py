"""The paper editions, printed from the pages as they are now."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from guide.base.project import Project
from guide.editions.paper import GUIDE_NAME, PAPER_NAMES, SHEET_NAME, page_numbers
from guide.editions.pdf_characters import CHARACTERS
from guide.web.app import DOWNLOADS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("paper")]

PROJECT = Project(Path(__file__).resolve().parents[2])
HEADINGS = {
    "zh": {
        "overdue-index--today": "今天先做什么",
        "costs-index": "利息和费用",
        "risks-scams--first-hour": "第一个小时",
    },
    "en": {
        "overdue-index--today": "What to do today",
        "costs-index": "Interest and charges",
        "evidence-facts": "Where the figures come from",
    },
}
_PRINT = """import pathlib, sys
from guide.base.project import here
from guide.build import run_mkdocs
sys.exit(run_mkdocs(here(), pathlib.Path(sys.argv[1]), paper=True))"""
NUMBERS = ("95384", "110", "96110", "12378")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    """Every paper edition by its file's name, as a build prints it."""
    site = tmp_path_factory.mktemp("paper") / "site"
    # In a process of its own: printing drives a browser, and one is at work here already.
    subprocess.run([sys.executable, "-c", _PRINT, site], cwd=PROJECT.root, check=True)
    return {name: PdfReader(io.BytesIO((site / DOWNLOADS / name).read_bytes())) for name in PAPER_NAMES}


def text_of(paper: PdfReader, number: int) -> str:
    """Words of one page (from 1), without the breaks between lines."""
    return paper.pages[number - 1].extract_text().replace("\n", " ")


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_guide_is_tagged_and_has_bookmarks(papers: dict[str, PdfReader], locale: str) -> None:
    paper = papers[GUIDE_NAME.format(locale)]

    assert paper.root_object["/MarkInfo"]["/Marked"]
    assert paper.root_object["/Lang"].startswith(locale)
    assert len(paper.outline) > 20


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_first_page_says_whom_to_call(papers: dict[str, PdfReader], locale: str) -> None:
    first = text_of(papers[GUIDE_NAME.format(locale)], 1)

    assert [number for number in NUMBERS if number not in first] == []


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_contents_name_the_pages_where_headings_are(papers: dict[str, PdfReader], locale: str) -> None:
    paper = papers[GUIDE_NAME.format(locale)]
    numbers = page_numbers(paper)
    contents = " ".join(text_of(paper, page) for page in range(2, numbers["index"]))

    for anchor, words in HEADINGS[locale].items():
        assert words in text_of(paper, numbers[anchor])
        assert str(numbers[anchor]) in contents.split(words, 1)[1][:60]


def test_chinese_text_can_be_taken_out(papers: dict[str, PdfReader]) -> None:
    paper = papers[GUIDE_NAME.format("zh")]
    today = text_of(paper, page_numbers(paper)["overdue-index--today"])

    assert "微粒贷独立指南" in text_of(paper, 1)
    assert "打开微信" in today
    assert not set(today) & set(map(chr, CHARACTERS)), "radicals in place of characters"


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_emergency_sheet_is_one_page_with_the_numbers(papers: dict[str, PdfReader], locale: str) -> None:
    paper = papers[SHEET_NAME.format(locale)]

    assert len(paper.pages) == 1
    assert all(number in text_of(paper, 1) for number in NUMBERS)
