"""Chinese names in English words from the data are marked as Chinese."""

from __future__ import annotations

import pytest

from guide.page.chinese import mark_chinese


@pytest.mark.parametrize(("text", "marked"), [
    ("the lender (贷款人) pays", "the lender ([[zh:贷款人]]) pays"),
    ("QQ Wallet (我的QQ钱包)", "QQ Wallet ([[zh:我的QQ钱包]])"),
    ("signed 【微众银行】.", "signed [[zh:【微众银行】]]."),
    ("[[fact:hotline-webank]], [[zh:查看额度]]", "[[fact:hotline-webank]], [[zh:查看额度]]"),
    ("plain English", "plain English"),
])  # fmt: skip
def test_chinese_names_in_english_are_marked_once(text, marked):
    assert mark_chinese(text) == marked
