"""What stands under a heading folds, up to the next heading of its level."""

from __future__ import annotations

import pytest

from guide.page.folds import fold_sections
from guide.page.tree import fragment, inner_html

A, B = '<h2 id="a">A</h2>', '<h2 id="b">B</h2>'
INNER = '<h3 id="c">C</h3>'


@pytest.mark.parametrize(("html", "folded"), [
    (f"<h1>T</h1>{A}<p>1</p>\n{B}<p>2</p>",
     f'<h1>T</h1><details class="fold"><summary>{A}</summary><p>1</p>\n</details>{B}<p>2</p>'),
    (f"{B}{INNER}<p>1</p>{A}<p>2</p>",
     f'{B}<details class="fold"><summary>{INNER}</summary><p>1</p></details>'
     f'<details class="fold"><summary>{A}</summary><p>2</p></details>'),
    (f"{A}<p>1</p>{INNER}<p>2</p>",
     f'<details class="fold"><summary>{A}</summary><p>1</p>'
     f'<details class="fold"><summary>{INNER}</summary><p>2</p></details></details>'),
    (f"{B}<p>1</p>", f"{B}<p>1</p>"),
])  # fmt: skip
def test_sections_fold_under_their_headings(html: str, folded: str) -> None:
    article = fragment(html)
    fold_sections(article, {"a", "c"})

    assert inner_html(article) == folded
