"""Sentences to say: pinyin under each, blanks in the same order in every line, the call-out otherwise as it was."""

from __future__ import annotations

import pytest

from guide.data.pinyin import call_outs, lines_of
from guide.page.sayings import Saying, finish_sayings, quoted, saying
from guide.page.tree import fragment, inner_html

PINYIN = {
    "我能还【金额】元。": "Wǒ néng huán 【金额】 yuán.",
    "【日期】再还【金额】元。": "【日期】 zài huán 【金额】 yuán.",
    "转人工。": "Zhuǎn réngōng.",
}
TITLE = '<p class="admonition-title">Say</p>'


def shown(told: Saying) -> str:
    """What a template would make of a sentence, in short."""
    lines = "".join(f"<p>{line.zh}|{line.pinyin}</p>" for line in told.lines)
    return f"<div>{lines}<p>{told.meaning}</p></div>"


def blank(number: int, name: str) -> str:
    return f'<span class="blank" data-blank="{number}">【{name}】</span>'


def finished(body: str, locale: str) -> str:
    article = fragment(f'<div class="admonition say">{TITLE}{body}</div>')
    finish_sayings(article, locale, PINYIN, shown)
    return inner_html(article).split(TITLE)[1].removesuffix("</div>")


@pytest.mark.parametrize(("text", "lines"), [
    ("转人工。我要投诉。", ["转人工。", "我要投诉。"]),
    ("有吗？有！好。", ["有吗？", "有！", "好。"]),
    ("他说“好。”我走了", ["他说“好。”我走了"]),
    (" 转人工 ", ["转人工"]),
    ("", []),
])  # fmt: skip
def test_text_is_cut_after_each_sentence(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


def test_blank_has_one_number_wherever_it_stands() -> None:
    told = saying("我能还【金额】元。【日期】再还【金额】元。", "I pay 【sum】; on 【day】 again 【sum】.", PINYIN, str)

    assert [str(line.zh) for line in told.lines] == [
        f"我能还{blank(0, '金额')}元。",
        f"{blank(1, '日期')}再还{blank(0, '金额')}元。",
    ]
    assert str(told.lines[1].pinyin) == f"{blank(1, 'day')} zài huán {blank(0, 'sum')} yuán."
    assert told.meaning == f"I pay {blank(0, 'sum')}; on {blank(1, 'day')} again {blank(0, 'sum')}."
    assert [(one.zh, one.name) for one in told.blanks] == [("金额", "sum"), ("日期", "day")]


@pytest.mark.parametrize(("chinese", "meaning", "told"), [
    ("我能还【金额】元。", "I can pay.", "1 blanks"),
    ("转人工。", "A 【person】, please.", "0 blanks"),
    ("没有拼音。", "No pinyin.", "no pinyin"),
])  # fmt: skip
def test_sentence_that_cannot_be_shown_is_refused(chinese: str, meaning: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        saying(chinese, meaning, PINYIN, str)


@pytest.mark.parametrize(("body", "made"), [
    (
        '<p><span lang="zh-CN">转人工。</span></p><p>It means: "A person, please."</p><p>Then wait.</p>',
        '<div><p>转人工。|Zhuǎn réngōng.</p><p>It means: "A person, please."</p></div><p>Then wait.</p>',
    ),
    (
        '<p><span lang="zh-CN">转人工。</span></p><p><span lang="zh-CN">转人工。</span></p><p>Twice.</p>',
        "<div><p>转人工。|Zhuǎn réngōng.</p><p></p></div><div><p>转人工。|Zhuǎn réngōng.</p><p>Twice.</p></div>",
    ),
    ('<p>Say <span lang="zh-CN">转人工。</span> twice.</p>', '<p>Say <span lang="zh-CN">转人工。</span> twice.</p>'),
    ('<p><span lang="zh-CN">转人工。</span></p>', "<div><p>转人工。|Zhuǎn réngōng.</p><p></p></div>"),
])  # fmt: skip
def test_english_call_out_gets_pinyin(body: str, made: str) -> None:
    assert finished(body, "en") == made


@pytest.mark.parametrize(("body", "made"), [
    ("<p>“转人工。”说完就等。</p>", "<p>“<span data-say-line>转人工。</span>”说完就等。|</p><p></p>"),
    (
        "<p>“我能还【金额】元。”</p>",
        f"<p>“<span data-say-line>我能还{blank(0, '金额')}元。</span>”|</p><p></p>",
    ),
    ("<p>“他说“好”。”</p>", "<p>“<span data-say-line>他说“好”。</span>”|</p><p></p>"),
])  # fmt: skip
def test_chinese_call_out_keeps_its_words(body: str, made: str) -> None:
    assert finished(body, "zh") == f"<div>{made}</div>"


def test_other_paragraphs_of_a_chinese_call_out_stay() -> None:
    assert finished("<p>先等一等。</p>", "zh") == "<p>先等一等。</p>"


def test_other_call_outs_stay() -> None:
    article = fragment('<div class="admonition advice"><p>“等一等。”</p></div>')

    assert not finish_sayings(article, "zh", PINYIN, shown)
    assert inner_html(article) == '<div class="admonition advice"><p>“等一等。”</p></div>'


def test_quotation_gives_its_blanks() -> None:
    assert [one.name for one in quoted("“我【甲】和【乙】和【甲】。”").blanks] == ["甲", "乙"]


def test_call_outs_are_found_with_their_line() -> None:
    text = '# Title\n\n!!! advice "x"\n    No.\n\n!!! say "y"\n    [[zh:转人工。]]\n\n    It means.\n\nAfter.\n'

    assert [(line, body.split()) for line, body in call_outs(text)] == [(6, ["[[zh:转人工。]]", "It", "means."])]
