"""What search keeps of a section's text."""

from __future__ import annotations

import pytest

from guide.search.shorten import LETTERS_OF_BEGINNING, shortened, units

LONG = {"zh": "银行会先打电话。" * 40, "en": "The bank rings you first. " * 40}


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_short_texts_stay_whole(locale: str) -> None:
    text = LONG[locale][: LETTERS_OF_BEGINNING[locale]]

    assert shortened([text], [], locale) == [text]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_repetition_at_the_end_is_left_out(locale: str) -> None:
    [text] = shortened([LONG[locale]], [], locale)

    assert len(text) <= LETTERS_OF_BEGINNING[locale]


def test_every_english_word_can_still_be_searched_for() -> None:
    texts = [LONG["en"] + "Ask a notary.", LONG["en"] + "A notary costs money; a guardian may sign."]

    kept = shortened(texts, ["Fees"], "en")

    assert units(" ".join(texts)) == units(" ".join(kept))
    assert "…Ask a notary." in kept[0]
    assert "A notary costs money" in kept[1]


def test_new_chinese_clauses_are_kept_with_a_mark_of_the_gap() -> None:
    [kept] = shortened([LONG["zh"] + "要找公证处办理委托书。"], [], "zh")

    assert kept.endswith("…要找公证处办理委托书。")
