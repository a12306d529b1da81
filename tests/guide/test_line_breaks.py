"""Line breaks of the source leave no gap between Chinese characters."""

from __future__ import annotations

import pytest

from guide.workshop.line_breaks import join_han_lines


@pytest.mark.parametrize(("html", "joined"), [
    ("<p>今天还。\n明天看。</p>", "<p>今天还。明天看。</p>"),
    ('<a href="x">费用</a>\n<strong>再看</strong>', '<a href="x">费用</a><strong>再看</strong>'),
    ("<p>拨 95384\n问</p>", "<p>拨 95384\n问</p>"),
    ("<p>Pay today.\nAsk.</p>", "<p>Pay today.\nAsk.</p>"),
    ("<p>还。</p>\n<p>看。</p>", "<p>还。</p>\n<p>看。</p>"),
])  # fmt: skip
def test_break_between_chinese_characters_disappears(html, joined):
    assert join_han_lines(html) == joined
