"""A writer may add a page and an answer: no limit is in the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("shell")

PAGES = {
    "zh": "---\ntitle: 斑马\ndescription: 一页新的内容，说明怎么加页面。\n---\n\n# 斑马 {#zebra}\n\n这一页是新加的。\n\n## 怎么办 {#what-to-do}\n\n先看[常见问题](faq.md#opening)。\n",
    "en": "---\ntitle: Zebra\ndescription: A new page, to show how one is added.\n---\n\n# Zebra {#zebra}\n\nThis page is new.\n\n"
    "## What to do {#what-to-do}\n\nSee the [short answers](faq.md#opening) first.\n",
}
ANSWERS = {
    "zh": "\n### 斑马是什么？ {#what-is-a-zebra}\n\n见[新的一页](x.md#what-to-do)。\n",
    "en": "\n### What is a zebra? {#what-is-a-zebra}\n\nSee the [new page](x.md#what-to-do).\n",
}


def test_a_page_and_an_answer_more_leave_the_checks_green(project: Path, make) -> None:
    for locale, text in PAGES.items():
        (project / "docs" / locale / "x.md").write_text(text, encoding="utf-8")
        faq = project / "docs" / locale / "faq.md"
        faq.write_text(faq.read_text(encoding="utf-8") + ANSWERS[locale], encoding="utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("  - faq.md\n", "  - faq.md\n  - x.md\n"), encoding="utf-8"
    )

    done = make()

    assert done.returncode == 0, done.stderr
    tests = [
        "tests/site/test_outputs.py",
        "tests/site/test_links.py",
        "tests/site/test_parity.py",
        "tests/site/test_faq.py",
    ]
    tests += ["tests/site/test_markup.py", "tests/site/test_prose.py"]
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        cwd=project, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert tested.returncode == 0, tested.stdout[-3000:]
