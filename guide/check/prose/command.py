"""`python -m guide.check.prose docs/en/costs/index.md …`: measures pages now, without a build."""

from __future__ import annotations

import sys
from pathlib import Path

from guide.check.prose.measure import findings, measure
from guide.check.prose.source import front_matter, locale_of, read_markdown, terms_of
from guide.data import Book, BookError, load_book


def main(arguments: list[str]) -> int:
    """Prints the measures of each page and what breaks the numbers; 1 where something does."""
    paths = [Path(argument) for argument in arguments] or sorted(Path("docs").rglob("*.md"))
    book = _book()
    broken = [path for path in paths if _report(path, book)]
    return 1 if broken else 0


def _report(path: Path, book: Book | None) -> bool:
    text = path.read_text(encoding="utf-8")
    locale = locale_of(path)
    measures = measure(read_markdown(text, locale, book), locale, terms_of(book))
    found = findings(measures, locale)
    grade = f", grade {measures.grade:.1f}" if measures.grade is not None else ""
    print(
        f"{path}: {measures.sentences} sentences, {len(measures.long_sentences)} long,"
        f" {measures.average:.1f} on average{grade}"
    )
    for finding in found:
        print(f"  {finding}")
    reason = front_matter(text).get("writing_exception")
    if found and reason:
        print(f"  excepted: {reason}")
    return bool(found) and not reason


def _book() -> Book | None:
    """Gives the data where it can be loaded; without it figures are shown as a stand-in."""
    try:
        return load_book(Path("data"))
    except BookError as error:
        print(f"data/ has {len(error.problems)} problems; figures are stand-ins", file=sys.stderr)
        return None
