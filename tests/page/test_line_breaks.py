"""Line breaks of the source leave no gap between Chinese characters."""

from __future__ import annotations

import pytest

from guide.page.line_breaks import join_han_lines
from guide.page.tree import fragment, inner_html


@pytest.mark.parametrize(("html", "joined"), [
    ("<p>今天还。\n明天看。</p>", "<p>今天还。明天看。</p>"),
    ('<a href="x">费用</a>\n<strong>再看</strong>', '<a href="x">费用</a><strong>再看</strong>'),
    ("<p><em>费用\n</em>再看</p>", "<p><em>费用</em>再看</p>"),
    ("<p>费用<em>\n再看</em></p>", "<p>费用<em>再看</em></p>"),
    ("<p>拨 95384\n问</p>", "<p>拨 95384\n问</p>"),
    ("<p>Pay today.\nAsk.</p>", "<p>Pay today.\nAsk.</p>"),
    ("<p>还。</p>\n<p>看。</p>", "<p>还。</p>\n<p>看。</p>"),
])  # fmt: skip
def test_break_between_chinese_characters_disappears(html: str, joined: str) -> None:
    article = fragment(html)
    join_han_lines(article)

    assert inner_html(article) == joined
