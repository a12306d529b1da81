"""The tables of the tools: every route ends, letters are whole, signs have evidence, examples have facts."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.data import Book, BookError, load_book
from guide.data.examples import load_examples
from guide.data.letters import Letter, Letters, load_letters
from guide.data.routes import Routes, load_routes
from guide.data.scams import Sign, load_scams

DATA = Path(__file__).resolve().parents[2] / "data"
LETTERS = (
    "bank-complaint",
    "dispute-charge",
    "regulator-complaint",
    "repayment-plan",
    "stop-contacting-others",
    "not-my-loan",
    "borrower-died",
    "payment-order-objection",
    "defence",
    "contract-and-charges",
    "settlement-proof",
    "correct-credit-record",
    "credit-complaint",
    "stop-marketing",
)
RIGHT_OF_THE_RULE = {"name", "phone", "loan", "facts", "request", "deceased", "court"}
"""Fields that article 13 of the complaint rule, or the thing asked for itself, makes necessary."""
SHORT_NAMES = {"《投诉处理办法》": "以下简称《投诉处理办法》", "the Complaint Measures": "(the Complaint Measures)"}
"""Short names of rules, and the words that introduce them."""
CITING = (
    ("zh", r"第[一二三四五六七八九十百千零]+条", "《"),
    ("en", r"\b(?:[Aa]rticle|point) \d", "Law|Code|Measures|Regulation|Opinions"),
)
"""By language: how an article is cited, and what the sentence then has to name."""
LONGEST_CHOICE = 42
"""Half widths that a closed list shows on a phone of 390 px: a Chinese character is two."""


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book(DATA)


@pytest.fixture(scope="module")
def letters(book: Book) -> Letters:
    return load_letters(DATA / "letters.yml", book)


@pytest.fixture(scope="module")
def routes(book: Book, letters: Letters) -> Routes:
    return load_routes(DATA / "routes.yml", book, letters.letters)


@pytest.fixture
def load_changed(tmp_path: Path, book: Book) -> Callable[[str, str, str], None]:
    """Loads a table after one text in it has been replaced."""

    def load(file: str, old: str, new: str) -> None:
        text = (DATA / file).read_text(encoding="utf-8")
        assert old in text, old
        shutil.copytree(DATA, tmp_path / "data")
        path = tmp_path / "data" / file
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        match file:
            case "routes.yml":
                load_routes(path, book, LETTERS)
            case "letters.yml":
                load_letters(path, book)
            case "scams.yml":
                load_scams(path, book)
            case "examples.yml":
                load_examples(path, book)

    return load


def test_every_way_is_short_and_ends_in_steps(routes: Routes) -> None:
    ways = list(routes.ways())

    assert {way[-1] for way in ways} == set(routes.ends)
    assert max(len(way) - 1 for way in ways) <= 6


def test_steps_of_an_end_stand_in_order_of_time(routes: Routes) -> None:
    times = ("now", "today", "soon", "later")
    for end in routes.ends.values():
        when = [times.index(routes.steps[step].when) for step in end.steps]
        assert when == sorted(when), end.id


HARM_NEEDS = {
    "scam-now": {"end-sharing", "hang-up", "keep-proof-and-app"},
    "cheated-money": {"cut-connection", "call-110", "call-own-bank", "change-passwords", "keep-proof-and-app"},
    "cheated-borrowed": {"cut-connection", "call-110", "call-own-bank", "change-passwords", "keep-proof-and-app"},
    "cheated-data": {"cut-connection", "call-card-bank", "change-passwords", "keep-proof-and-app"},
    "cheated-unsure": {"cut-connection", "call-110-unsure", "change-passwords", "keep-proof-and-app"},
    "agent-paid": {"stop-paying-agent", "call-110-agent", "tell-bank-revoke", "change-passwords"},
    "agent-unsure": {"tell-bank-revoke", "change-passwords"},
    "fake-collector": {"end-sharing", "hang-up", "pay-only-inside", "keep-proof"},
    "verify-caller": {"end-sharing", "hang-up", "pay-only-inside", "keep-proof"},
    "not-my-loan": {"tell-bank-not-mine", "call-110-identity", "change-passwords"},
    "not-my-loan-reported": {"tell-bank-not-mine", "call-110-identity", "change-passwords"},
    "payment-order": {"order-days", "order-choose", "living-money-only"},
    "court": {"note-days", "read-claim", "living-money-only"},
    "cannot-pay": {"make-budget", "keep-living-apart"},
    "plan": {"make-budget", "keep-living-apart"},
}
"""Steps that an end must not lack; what is still bleeding stands first."""


@pytest.mark.parametrize("end", HARM_NEEDS)
def test_an_end_has_every_step_its_harm_needs(routes: Routes, end: str) -> None:
    steps = routes.ends[end].steps

    assert HARM_NEEDS[end] <= set(steps)
    if stops := {"end-sharing", "cut-connection"} & set(steps):
        assert steps[0] in stops


ONLY_FOR = {
    "每月能还|letter: repayment-plan": {"plan"},
    "不要联系我的家人": {"collected-others"},
    "夜间": {"collected-often"},
    "letter: stop-contacting-others": {"collected-others", "collected-often", "collected-threats"},
    "已经超过": {"complaint-ask", "complaint-regulator"},
    "期限已过": {"complaint-regulator"},
    "不同意处理结果": {"complaint-unsatisfied"},
    "被骗转了账": {"cheated-money", "cheated-borrowed"},
    "被骗后借的": {"cheated-borrowed"},
    "转出那张卡": {"cheated-money", "cheated-borrowed"},
    "借款被起诉|letter: defence": {"court"},
    "支付令|letter: payment-order-objection": {"payment-order"},
    "账户被冻结": {"frozen"},
    "律师函": {"lawyers-letter"},
    "重复扣": {"debit-wrong"},
    "去世|letter: borrower-died": {"borrower-died"},
    "不是我(?:本人|借)|letter: not-my-loan": {"not-my-loan", "not-my-loan-reported"},
    "letter: settlement-proof": {"settled"},
}
"""What a step, its sentence to say or its letter takes for true → the ends at which the reader has said so."""


@pytest.mark.parametrize("premise", ONLY_FOR)
def test_only_who_said_so_is_given_words_that_rest_on_it(routes: Routes, premise: str) -> None:
    resting = {
        step.id
        for step in routes.steps.values()
        if re.search(premise, f"letter: {step.letter}\n{step.say_zh}\n{step.do_zh}")
    }

    assert {end.id for end in routes.ends.values() if resting & set(end.steps)} == ONLY_FOR[premise]


def test_a_budget_is_made_before_the_bank_hears_of_it(routes: Routes) -> None:
    telling = {"call-bank-hardship", "call-bank-plan", "letter-plan"}
    for end in routes.ends.values():
        first = next((place for place, step in enumerate(end.steps) if step in telling), None)
        assert first is None or "make-budget" in end.steps[:first], end.id


def test_sentences_to_say_claim_no_act_of_the_reader(routes: Routes) -> None:
    claims = re.compile("已经?报[警案]|报[了过][警案]|我有录音|我有聊天|我(?:录|存|保存)了|失业")

    assert [step.id for step in routes.steps.values() if claims.search(step.say_zh or "")] == []


def test_slots_of_a_sentence_are_those_of_its_meaning(routes: Routes) -> None:
    for step in routes.steps.values():
        assert len(re.findall("【[^】]+】", step.say_zh or "")) == len(re.findall("【[^】]+】", step.say_en or "")), (
            step.id
        )


def test_sentences_to_say_take_no_unit_from_the_language_of_the_page(routes: Routes) -> None:
    said = [step.say_zh for step in routes.steps.values() if step.say_zh]

    assert [text for text in said if re.search(r"\[\[fact:[^|\]]+\]\]", text)] == []


def test_nested_list_writes_out_every_question_once(routes: Routes) -> None:
    answers = {(asked.id, answer.id): answer.to for asked in routes.questions.values() for answer in asked.answers}

    assert sorted([routes.start.id, *(answers[place] for place in routes.places())]) == sorted(routes.questions)


@pytest.mark.parametrize("sign", load_scams(DATA / "scams.yml", load_book(DATA)).values(), ids=lambda sign: sign.id)
def test_sign_says_who_wanted_it(sign: Sign) -> None:
    """Told without the caller, a sign reads as advice of the guide: “Borrow and send the money on”."""
    assert re.match(r"(They|A text|My phone) ", sign.label_en)


SCRIPTS = {
    "safe-account": "安全账户",
    "close-account": "不注销",
    "guarantee": "百万保障",
    "membership": "会员”到期",
    "rate-policy": "利率整改",
    "interest-refund": "退息",
    "bank-lawyer": "银行的律师",
    "fee-first": "放款前",
    "fake-app": "“微粒贷”App",
    "shared-screen": "共享屏幕",
    "codes": "验证码",
    "credit-repair": "修复征信",
    "debt-relief": "代理投诉",
    "official-papers": "冻结通知",
    "home-town": "户籍地",
    "police-letter": "协查函",
    "video-call": "FaceTime",
}
"""What callers and texts say that police and regulators warn of → words of the sign that a reader would know it by."""


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_that_police_warn_of_have_a_sign(script: str) -> None:
    signs = load_scams(DATA / "scams.yml", load_book(DATA)).values()

    assert [sign.id for sign in signs if SCRIPTS[script] in sign.label_zh and sign.sources]


def test_there_are_the_letters_of_the_contract(letters: Letters) -> None:
    assert tuple(letters.letters) == LETTERS


@pytest.mark.parametrize("letter_id", LETTERS)
def test_letter_requires_no_more_than_the_rule(letters: Letters, letter_id: str) -> None:
    required = {ask.field for ask in letters.letters[letter_id].asks if ask.required}

    assert {"name", "phone"} <= required <= RIGHT_OF_THE_RULE


@pytest.mark.parametrize("letter_id", LETTERS)
def test_letter_cites_articles_and_gives_the_same_figures_twice(letters: Letters, letter_id: str) -> None:
    letter = letters.letters[letter_id]
    chinese, english = (words_of(letters, letter, locale) for locale in ("zh", "en"))

    assert re.search("第[一二三四五六七八九十百千零]+条", chinese)
    for fact in ("complaint-days-simple", "objection-days", "court-total-cap"):
        figure = letters.book.facts[fact].value
        stands = bool(re.search(rf"(?<!\d){figure} ?[日天%]", chinese))
        assert stands == bool(re.search(rf"(?<!\d){figure}(?: days|%)", english))


@pytest.mark.parametrize("letter_id", LETTERS)
def test_paragraph_that_cites_an_article_names_its_rule(letters: Letters, letter_id: str) -> None:
    """Whatever is ticked: a short name is introduced where it cannot be left out, before its first use."""
    letter = letters.letters[letter_id]
    for locale, cites, names in CITING:
        introduced: set[str] = set()
        for line in letters.lines(letter, locale):
            text = "".join(part.text for part in line.parts)
            if not line.when and all(part.kind == "text" for part in line.parts):
                introduced |= {short for short, words in SHORT_NAMES.items() if words in text}
            for sentence in re.split(r"[。；.;]", text):
                assert not re.search(cites, sentence) or re.search(names, sentence), sentence
            assert {short for short in SHORT_NAMES if short in text} <= introduced, text


OF_AN_ANSWER = {
    "dispute-charge": "两次|还清|明示表|调减|退还",
    "regulator-complaint": "没有收到|没有说明|超过",
    "repayment-plan": "失业|工资|收入|每月|一分",
    "stop-contacting-others": "其他人|无关的人|家人|本人的电话|夜间|次以内|威胁|辱骂|冒[充用]|恐吓",
    "not-my-loan": "丢失|报警|没有收到|征信",
    "settlement-proof": "征信|催收|关闭",
    "stop-marketing": "营销|推销|撤回|删除|第三方",
}
"""What a letter may say only to a reader who ticked, chose or typed it."""


@pytest.mark.parametrize("letter_id", OF_AN_ANSWER)
def test_what_a_letter_always_says_is_true_of_everybody_who_takes_it(letters: Letters, letter_id: str) -> None:
    lines = [line for line in letters.lines(letters.letters[letter_id], "zh") if not line.when]
    always = [
        "".join(part.text for part in line.parts) for line in lines if all(part.kind == "text" for part in line.parts)
    ]

    assert [text for text in always if re.search(OF_AN_ANSWER[letter_id], text)] == []


def test_a_date_in_a_letter_is_past_or_to_come(letters: Letters) -> None:
    """All but the letter's own, against which the others are read."""
    dates = [field for field in letters.fields.values() if field.kind == "date"]

    assert [field.id for field in dates if field.day not in ("past", "coming")] == ["date"]


def test_words_of_the_reader_are_always_enough(letters: Letters) -> None:
    """Lists help, but nobody whose case is not in them is kept from a letter."""
    for letter in letters.letters.values():
        for need in letter.needs:
            assert {"facts", "request", "loan"} & set(need.of), (letter.id, need.of)


def test_choices_are_not_cut_on_a_phone(letters: Letters) -> None:
    for field in letters.fields.values():
        for option in field.options if field.kind == "choice" else []:
            for locale in ("zh", "en"):
                assert width(option.words("label", locale)) <= LONGEST_CHOICE, option.id


def test_letter_may_be_chosen_wholly_in_lists_and_figures(letters: Letters) -> None:
    """Who writes no Chinese still gets every paragraph that decides."""
    for letter in letters.letters.values():
        prose = {field.id for field in letters.fields.values() if field.prose}
        for need in letter.needs:
            if not need.when:
                assert set(need.of) - prose, (letter.id, need.of)


def test_letters_change_with_the_rule(letters: Letters) -> None:
    text = (DATA / "letters.yml").read_text(encoding="utf-8")
    typed = re.findall(r"(?<![\d.])(?:15|20|30|60|24) ?(?:日|天|%|days)", text)

    assert typed == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("routes.yml", "to: scam-now}", "to: nowhere}", "leads to 'nowhere'"),
        ("routes.yml", "steps: [end-sharing, hang-up,", "steps: [fly,", "the unknown step 'fly'"),
        ("routes.yml", "to: scam}", "to: situation}", "a way in a circle"),
        ("routes.yml", "  sources: [cri-2023, fromgeek]\n  page: risks/scams#still-on-the-line\n", "", "no evidence"),
        ("routes.yml", "facts: [hotline-webank]", "facts: [hotline-nobody]", "the unknown fact 'hotline-nobody'"),
        ("routes.yml", "letter: repayment-plan", "letter: love", "the unknown letter 'love'"),
        ("routes.yml", "超过 [[fact:complaint-days-complex]]", "超过一个月", "other figures in one language"),
        ("routes.yml", "  ask_en: What is happening?\n", "", "no `ask_en`"),
        ("letters.yml", "事实经过：{facts}", "事实经过：", "other places in one language"),
        ("letters.yml", "消费投诉书", "消费投诉书【草稿】", "a gap to fill"),
        ("letters.yml", "  - id: no-answer\n", "  - id: no-reply\n", "without its other half"),
        ("letters.yml", "to: nfra-shenzhen", "to: nobody", "the unknown contact 'nobody'"),
        ("letters.yml", "to: nfra-shenzhen", "to: police", "the unknown recipient 'police'"),
        ("letters.yml", "group: owing", "group: lost", "the unknown group 'lost'"),
        ("letters.yml", "- use: loan", "- use: house", "the unknown shared paragraph 'house'"),
        ("letters.yml", "options: [want-refund,", "options: [want-moon,", "the unknown option 'want-moon'"),
        ("letters.yml", "{of: [topic, facts],", "{of: [charge, facts],", "the need of 'charge'"),
        (
            "letters.yml",
            "apart: [no-answer, no-reasons]",
            "apart: [no-answer, no-idea]",
            "the unknown answer 'no-idea'",
        ),
        (
            "letters.yml",
            '"fact:cost-table-effective", loan-day]',
            '"fact:nothing", loan-day]',
            "the unknown answer 'nothing'",
        ),
        ("letters.yml", "  below: [right-amount, charged-amount]", "  below: [right-amount]", "other than one pair"),
        ("letters.yml", "  kind: several", "  kind: text", "options for the kind 'text'"),
        ("letters.yml", "  - id: threats\n", "  - id: told-others\n", "a second time"),
        ("examples.yml", "fact:daily-rate-min", "fact:no-rate", "the unknown fact 'no-rate'"),
        ("examples.yml", "{example: methods-interest-first", "{example: methods", "the unknown example 'methods'"),
        ("examples.yml", "    tool: borrowing\n", "", "no `tool` in 'methods-equal-principal'"),
        ("scams.yml", "sources: [cri-2023, fromgeek]", "sources: [hearsay]", "the unknown id 'hearsay'"),
    ],
)
def test_broken_table_is_refused_with_its_line(load_changed, file: str, old: str, new: str, said: str) -> None:
    with pytest.raises(BookError) as refused:
        load_changed(file, old, new)

    assert any(said in str(problem) and problem.line > 1 for problem in refused.value.problems)


def width(text: str) -> int:
    """Half widths that a text takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def words_of(letters: Letters, letter: Letter, locale: str) -> str:
    """All words of a letter, without what a reader fills in."""
    return "".join(part.text for line in letters.lines(letter, locale) for part in line.parts)
