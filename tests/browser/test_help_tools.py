"""The help tools in a real browser: the same cases as the unit tests, through the page, from a server and from disk."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from guide.data import load_book
from tests.browser.test_accessibility import AXE, axe

ROOT = Path(__file__).resolve().parents[2]
FACTS = load_book(ROOT / "data").facts
PAGES = {
    "number-check": "risks/scams",
    "scam-check": "risks/scam-kinds",
    "complaint-letter": "complaints/letter",
    "deadlines": "complaints/letter",
    "evidence-pack": "complaints/evidence",
    "next-step": "overdue/plan",
}
LEFTOVER = re.compile(r"[\[\]{}【】〔〕_＿□]|undefined|null|NaN|object Object")
CORE = {
    "name": "王小明",
    "phone": "13800138000",
    "loan": "2026 年 3 月 5 日借的那一笔",
    "facts": "十月八日被扣款。\n没有通知。",
    "request": "退回。",
}
OTHERS = {
    "evidence": "截图两张",
    "id-number": "11010519491231002X",
    "case-number": "T-1",
    "complained-on": "2026-10-31",
    "settled-on": "2026-02-28",
    "loan-day": "2026-01-05",
    "loan-amount": "1万",
}
CANNOT_PAY = "#next-step?situation=late&late=days&late-can=none"
ANSWER = """(root, answers) => answers.forEach((answer) =>
  root.querySelector(`[data-action=answer][value="${answer}"]`).click())"""
TRY_LETTER = """(root, {letter, texts, ticks, ticked}) => {
  const form = root.querySelector("form");
  form.reset();
  form.elements.letter.value = letter;
  for (const [name, text] of Object.entries(texts)) form.elements[name].value = text;
  for (const tick of ticks) form.elements[tick].checked = ticked;
  form.dispatchEvent(new Event("change"));
  const output = root.querySelector("output[name=letter]");
  return {
    value: output.dataset.value, text: output.innerText, missing: root.querySelector("[data-missing]").innerText,
    offered: !root.querySelector("[data-finished]").hidden,
  };
}"""
UNMARKED = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!/\\p{Script=Han}/u.test(words.currentNode.data) || element.closest("script, style")) continue;
    if (!element.closest("[lang]").lang.startsWith("zh")) found.push(words.currentNode.data);
  }
  return found;
}"""
HOSTILE = "</output><img src=x onerror=alert(1)>{name}${7*7}"


def table(name: str) -> Any:
    """A table of `data/` or the cases of a tool, as written."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


LETTERS = {letter["id"]: letter for letter in table("data/letters.yml")["letters"]}
APART = [premise for premise in table("data/letters.yml")["premises"] if "apart" in premise]
NEEDED = {"court": "深圳前海合作区人民法院", "deceased": "王大明"}
"""Texts of the fields that only some letters cannot do without."""


def ticks_of(letter: dict[str, Any]) -> list[str]:
    """Ticks of a letter that can be set together."""
    ticks: list[str] = []
    # A loan from before the rule on the cost table, as in `OTHERS`.
    for tick in (tick["id"] for tick in letter.get("ticks", []) if tick["id"] not in ("after-table", "not-in-table")):
        if not any(set(premise["apart"]) <= {*ticks, tick} for premise in APART):
            ticks.append(tick)
    return ticks


@pytest.fixture(params=["zh", "en"])
def locale(request: pytest.FixtureRequest) -> str:
    """Runs a test in both languages."""
    return request.param


@pytest.fixture
def open_tool(page: Page, address, locale: str) -> Callable[..., Locator]:
    """Opens the page of a tool and gives the tool."""

    def open_it(name: str, fragment: str = "") -> Locator:
        page.goto(address(PAGES[name], locale) + fragment)
        return page.locator(f'[data-tool="{name}"]')

    return open_it


def value_of(tool: Locator, name: str) -> str:
    """Plain value of a result."""
    return tool.locator(f'output[name="{name}"]').get_attribute("data-value") or ""


def test_number_check_tells_official_from_look_alike(open_tool) -> None:
    tool = open_tool("number-check")
    cases = [case for case in table("tools/number-check/cases.yml")["cases"] if case["verdict"]]

    found = {}
    for case in cases:
        tool.locator('[name="number"]').fill(case["typed"])
        found[case["typed"]] = value_of(tool, "verdict")

    assert found == {case["typed"]: case["verdict"] for case in cases}
    assert tool.get_by_role("link", name="95384").first.is_visible()


@pytest.mark.parametrize(
    ("typed", "verdict"), [("微粒贷", "not-listed"), ("12345", "not-listed"), ("12378", "public-service")]
)
def test_number_check_neither_vouches_for_a_name_nor_accuses_another_line(open_tool, typed: str, verdict: str) -> None:
    tool = open_tool("number-check")
    tool.locator('[name="number"]').fill(typed)

    assert value_of(tool, "verdict") == verdict
    expect(tool.locator('[data-reason="near-number"]')).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("0755-95384", "area-code"),
        ("+86 755 95384", "area-code"),
        ("010-12378", "area-code-public"),
        ("95384提醒您：请把资金转入安全账户", "message"),
        ("我是95384客服，请共享屏幕并提供验证码", "message"),
        ("微粒贷", "product-name"),
        ("Weilidai", "product-name"),
    ],
)
def test_number_check_says_why_what_looks_right_proves_nothing(open_tool, typed: str, reason: str) -> None:
    tool = open_tool("number-check")
    tool.locator('[name="number"]').fill(typed)

    assert value_of(tool, "verdict") == "not-listed"
    expect(tool.locator(f'[data-reason="{reason}"]')).to_be_visible()
    expect(tool.locator("[data-owner]")).to_be_empty()
    expect(tool.locator('a[href*="#check-the-situation"]')).to_be_visible()
    assert not LEFTOVER.search(tool.locator("[data-results]").inner_text())


def test_number_check_shows_what_is_right_in_a_message_below_the_warning(open_tool) -> None:
    tool = open_tool("number-check")
    tool.locator('[name="number"]').fill("95384提醒您：请把资金转入安全账户")

    expect(tool.locator('[data-each] [data-verdict="official"]')).to_have_count(1)
    expect(tool.locator("[data-results]")).to_have_attribute("data-verdict", "not-listed")


def test_a_link_to_a_place_opens_there_at_once(page: Page, address, locale: str) -> None:
    """No gliding down past ten screens: the reader may have a caller on the line."""
    for page_id, place in (("risks/scams", "check-a-number"), ("complaints/evidence", "evidence-checklist")):
        page.goto(f"{address(page_id, locale)}#{place}")
        page.wait_for_timeout(200)

        assert 0 <= page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", place) < 120


def test_evidence_pack_keeps_everything_while_nothing_is_ticked(open_tool) -> None:
    tool = open_tool("evidence-pack")
    items = tool.locator("[data-for]")

    expect(items.first).to_be_visible()
    assert value_of(tool, "items") == str(items.count())
    tool.locator('[name="scam"]').check()
    assert 0 < int(value_of(tool, "items")) < items.count()


def test_number_check_says_in_words_what_is_missing(open_tool) -> None:
    tool = open_tool("number-check")
    tool.locator('[name="number"]').fill("95384")
    tool.locator('[name="number"]').fill("")

    expect(tool.get_by_role("alert")).to_be_visible()
    assert value_of(tool, "verdict") == ""


def test_scam_check_warns_at_the_first_sign(open_tool) -> None:
    tool = open_tool("scam-check")
    tool.locator('[name="knows-me"]').check()
    weak = value_of(tool, "verdict")
    tool.locator('[name="give-code"]').check()

    assert (weak, value_of(tool, "verdict")) == ("warning", "fraud")
    expect(tool.locator('[data-because="give-code"]')).to_be_visible()
    tool.locator('[data-action="clear"]').click()
    assert value_of(tool, "verdict") == "none"


LIMITS = {
    "simple": ("complaint-days-simple", 0),
    "regulator-from": ("complaint-days-simple", 1),
    "complex": ("complaint-days-complex", 0),
    "exceptional": ("complaint-days-max", 0),
    "objection": ("objection-days", 0),
    "pboc": ("pbc-credit-complaint-days", 0),
    "recheck": ("recheck-apply-days", 0),
}
"""Result of the deadlines → the fact it counts with, and days beyond it."""
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def test_deadlines_are_those_of_the_cases(open_tool) -> None:
    tool = open_tool("deadlines")
    for case in table("tools/deadlines/cases.yml")["dates"]:
        tool.locator('[name="kind"]').select_option(case["kind"])
        tool.locator('[name="received"]').fill(str(case["received"]))

        for name in case.keys() - {"kind", "received"}:
            assert value_of(tool, name) == due(case["received"], name).isoformat()


def due(received: date, name: str) -> date:
    """When a result of the deadlines is due, by the law's limits as they stand in the data."""
    fact, more_days = LIMITS[name]
    return received + timedelta(days=int(FACTS[fact].value) + more_days)


def test_days_ago_give_the_date_and_what_to_do(page: Page, open_tool) -> None:
    today = date(2026, 11, 24)
    page.clock.set_fixed_time(f"{today}T12:00:00")
    tool = open_tool("deadlines")
    simple, longer, longest = ((due(today, name) - today).days for name in ("simple", "complex", "exceptional"))
    stages = {0: "wait", simple: "wait", simple + 1: "ask", longer + 1: "regulator", longest + 1: "over"}
    for days, stage in stages.items():
        typed = str(days).translate(FULL_WIDTH) if stage == "regulator" else str(days)
        tool.locator('[name="days-ago"]').fill(typed)

        assert tool.locator('[name="received"]').input_value() == (today - timedelta(days=days)).isoformat()
        assert value_of(tool, "now") == stage
    for wrong in ("-1", "soon", "1e9", HOSTILE):
        tool.locator('[name="days-ago"]').fill(wrong)
        expect(tool.get_by_role("alert")).to_be_visible()
        assert "NaN" not in tool.inner_text()
        assert value_of(tool, "simple") == ""


@pytest.mark.parametrize(
    "written", ["2026年11月29日", "2026年11月29号", "29 November 2026", "Nov 29, 2026", "20261129"]
)
def test_deadlines_read_a_date_as_people_write_it(page: Page, open_tool, written: str) -> None:
    page.clock.set_fixed_time("2026-12-20T12:00:00")
    tool = open_tool("deadlines", f"#deadlines?received={written}")

    assert value_of(tool, "simple") == due(date(2026, 11, 29), "simple").isoformat()
    expect(tool.locator('[name="received"]')).to_have_value(written)
    tool.locator('[name="received"]').fill("")
    tool.locator('[name="received"]').fill(written)
    assert value_of(tool, "simple") == due(date(2026, 11, 29), "simple").isoformat()


def test_what_to_say_to_the_bank_names_the_day_that_was_typed(page: Page, open_tool) -> None:
    page.clock.set_fixed_time("2026-12-20T12:00:00")
    tool = open_tool("deadlines", "#deadlines?received=2026-11-29")

    said = tool.locator('[data-stage="ask"] [data-say-line]').first.inner_text()
    assert "2026年11月29日" in said
    assert "21天" in said
    assert not LEFTOVER.search(said)


def test_a_day_far_away_or_a_kind_that_does_not_exist_is_a_question_not_an_answer(open_tool) -> None:
    for fragment in ("received=1900-01-01", "received=9999-12-31", "kind=nonsense&received=2026-01-01"):
        tool = open_tool("deadlines", f"#deadlines?{fragment}")
        tool.page.reload()
        expect(tool.get_by_role("alert")).to_be_visible()
        assert value_of(tool, "simple") == ""


def test_calendar_file_is_read_by_another_library(page: Page, open_tool) -> None:
    tool = open_tool("deadlines")
    tool.locator('[name="received"]').fill("2027-12-31")
    with page.expect_download() as download:
        tool.locator('[data-action="calendar"]').click()

    first = Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")
    page.wait_for_timeout(1100)
    tool.locator('[name="received"]').fill("2027-12-30")
    tool.locator('[name="received"]').fill("2027-12-31")
    with page.expect_download() as download:
        tool.locator('[data-action="calendar"]').click()
    events = Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")

    assert [event.decoded("DTSTART") for event in events] == [
        due(date(2027, 12, 31), name) for name in ("simple", "regulator-from", "complex", "exceptional")
    ]
    assert all(event.get("SUMMARY") and event.walk("VALARM") for event in events)
    assert len({event["UID"] for event in events}) == len(events)
    assert all(event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1) for event in events)
    # Saved again, perhaps with a corrected date, each event takes the place of its older self.
    assert [event["UID"] for event in events] == [event["UID"] for event in first]
    assert all(new["SEQUENCE"] > old["SEQUENCE"] for new, old in zip(events, first, strict=True))
    tomorrow = {"zh": "明天", "en": "Tomorrow"}[page.locator("html").get_attribute("lang")[:2]]
    assert all(event.walk("VALARM")[0]["DESCRIPTION"].startswith(tomorrow) for event in events)


def test_letter_is_finished_or_says_what_is_missing(open_tool) -> None:
    """Every letter with many sets of filled and empty fields, ticked and not."""
    tool = open_tool("complaint-letter")
    for letter_id, letter in LETTERS.items():
        required = [ask["field"] for ask in letter["asks"] if ask.get("required")]
        ticks = ticks_of(letter)
        whole = {**CORE, **NEEDED}
        sets = [{}, whole, {"name": CORE["name"]}, *({**whole, field: " \n "} for field in required)]
        for texts, others, ticked in itertools.product(sets, (True, False), (True, False)):
            texts = {**texts, **(OTHERS if others else {})}
            found = tool.evaluate(TRY_LETTER, {"letter": letter_id, "texts": texts, "ticks": ticks, "ticked": ticked})

            is_finished = all(texts.get(field, "").strip() for field in required) and "facts" in texts
            assert found["value"] == ("finished" if is_finished else "")
            assert not LEFTOVER.search(found["text"]), found["text"]
            assert found["offered"] == is_finished
            assert found["missing"]
            assert not is_finished or all(texts[field].split("\n")[0] in found["text"] for field in required)


def test_state_of_the_letter_is_in_view_while_a_reader_types(page: Page, open_tool) -> None:
    tool = open_tool("complaint-letter", "#letter-bank-complaint")
    state = tool.locator("[data-missing]")
    for name in ("facts", "request", "name", "phone"):
        tool.locator(f'[name="{name}"]').fill("1")
        expect(state).to_be_in_viewport()
    tool.locator('[data-action="look"]').click()
    expect(tool.locator('output[name="letter"] p').first).to_be_in_viewport()


def test_letter_claims_only_what_is_ticked(open_tool) -> None:
    tool = open_tool("complaint-letter")
    choose(tool, "stop-contacting-others")
    fill(tool, CORE)
    before = tool.locator('output[name="letter"]').inner_text()
    tool.locator('[name="threats"]').check()
    after = tool.locator('output[name="letter"]').inner_text()

    assert "威胁" not in before
    assert "威胁" in after
    choose(tool, "bank-complaint")
    assert "威胁" not in tool.locator('output[name="letter"]').inner_text()


def test_hostile_words_stay_words_in_the_letter(page: Page, open_tool) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    tool = open_tool("complaint-letter")
    fill(tool, dict.fromkeys(CORE, HOSTILE))

    assert HOSTILE in tool.locator('output[name="letter"]').inner_text()
    assert tool.locator("img[src='x']").count() == 0
    assert dialogs == []


def test_letter_is_saved_as_text_and_for_word(page: Page, open_tool) -> None:
    tool = open_tool("complaint-letter", "#complaint-letter?letter=dispute-charge&name=somebody")
    expect(tool.locator('[name="letter"][value="dispute-charge"]')).to_be_checked()
    assert tool.locator('[name="name"]').input_value() == ""
    fill(tool, CORE)
    shown = tool.locator('output[name="letter"] p').all_inner_texts()

    saved = {}
    for action in ("save-text", "save-word"):
        with page.expect_download() as download:
            tool.locator(f'[data-action="{action}"]').click()
        saved[action] = Path(download.value.path()).read_bytes()
        assert CORE["name"] not in download.value.suggested_filename

    text = saved["save-text"].decode("utf-8-sig")
    assert "\n" not in text.replace("\r\n", "")
    text = text.replace("\r\n", "\n")
    with zipfile.ZipFile(io.BytesIO(saved["save-word"])) as archive:
        word = archive.read("word/document.xml").decode()
    assert text.startswith(shown[0] + "\n\n")
    for paragraph in shown:
        for line in paragraph.split("\n"):
            assert line in text
            assert line in word


def test_the_anchor_of_a_letter_chooses_it(page: Page, open_tool) -> None:
    tool = open_tool("complaint-letter", "#letter-repayment-plan")
    chosen = tool.locator('[name="letter"]:checked')
    assert chosen.input_value() == "repayment-plan"
    expect(chosen).to_be_in_viewport()
    expect(tool.locator('[name="letter"][value="bank-complaint"]')).to_be_hidden()

    page.evaluate("location.hash = '#complaint-letter?letter=settlement-proof'")
    expect(chosen).to_have_value("settlement-proof")
    expect(chosen).to_be_in_viewport()
    tool.locator('[data-action="choose-again"]').click()
    expect(tool.locator('[name="letter"][value="bank-complaint"]')).to_be_visible()


def test_letters_to_choose_are_whole_sentences_on_a_phone(page: Page, address, locale: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address(PAGES["complaint-letter"], locale))
    for letter_id, letter in LETTERS.items():
        label = page.locator(f'label:has([name="letter"][value="{letter_id}"])')
        label.click()
        assert label.inner_text().strip() == letter[f"sentence_{locale}"]
        assert label.evaluate("label => label.scrollWidth <= label.clientWidth")
        assert page.locator('[name="letter"]:checked').input_value() == letter_id


CHINESE_BY_CHOICE = {
    "repayment-plan": (
        {
            "reason": "lost-job",
            "since": "2026-10-01",
            "income-before": "9000",
            "income-after": "2,000",
            "monthly": "800",
            "first-day": "2027-03-10",
            "months": "24",
        },
        ["失业", "9,000 元", "2,000 元", "每月能还 800 元", "2027 年 3 月 10 日", "24"],
    ),
    "stop-contacting-others": (
        {
            "caller": "said-agency",
            "called-on": "2026-11-20",
            "called-at": "22:15",
            "caller-number": "075512345678",
            "called-family": True,
            "at-night": True,
        },
        ["催收公司的人", "2026 年 11 月 20 日", "22:15", "家里人", "没有同意过"],
    ),
    "not-my-loan": (
        {
            "found-how": "from-report",
            "found-on": "2026-11-20",
            "phone-lost": True,
            "on-report": True,
            "police-on": "2026-11-21",
        },
        ["查询信用报告", "我的手机丢失过", "存在异议的标注", "2026 年 11 月 21 日"],
    ),
    "borrower-died": (
        {"deceased": "王大明", "died-on": "2026-10-01", "relation": "is-child", "ask-copies": True},
        ["王大明", "2026 年 10 月 1 日", "子女", "所得遗产实际价值为限"],
    ),
    "payment-order-objection": (
        {"court": "深圳前海合作区人民法院", "received-on": "2026-11-20", "po-amount": True, "right-amount": "5000"},
        ["第二百二十七条", "数额不对", "5,000 元", "深圳前海合作区人民法院"],
    ),
    "dispute-charge": (
        {
            "charge": "debited-twice",
            "paid-on": "2026-11-01",
            "charged-on": "2026-11-02",
            "charged-amount": "850",
            "want-refund": True,
        },
        ["同一期还款扣了两次", "850 元", "第九百八十五条", "退还多收的款项"],
    ),
}
"""What a reader without Chinese chooses and counts, and Chinese words that the letter then has."""


@pytest.mark.parametrize("letter_id", CHINESE_BY_CHOICE)
def test_choices_make_a_finished_letter_in_chinese(open_tool, letter_id: str) -> None:
    tool = open_tool("complaint-letter", f"#complaint-letter?letter={letter_id}")
    given, words = CHINESE_BY_CHOICE[letter_id]
    for name, value in {**given, "name": "Maria Silva", "phone": "13800138000"}.items():
        field = tool.locator(f'[name="{name}"]')
        if value is True:
            field.check()
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)

    assert value_of(tool, "letter") == "finished"
    letter = tool.locator('output[name="letter"]').inner_text()
    assert [word for word in words if word not in letter] == []
    assert re.sub(r"Maria Silva|GB/T", "", letter) == re.sub(r"[A-Za-z]", "", re.sub(r"Maria Silva|GB/T", "", letter))


def test_free_text_in_another_language_keeps_the_letter_unfinished(open_tool) -> None:
    tool = open_tool("complaint-letter", "#complaint-letter?letter=repayment-plan")
    fill(tool, {**CORE, "facts": "我失业了。\nI lost my teaching job."})
    state = tool.locator("[data-missing]")

    assert value_of(tool, "letter") == ""
    expect(state).to_contain_text("I lost my teaching job.")
    expect(state).not_to_contain_text("我失业了")
    expect(tool.locator("[data-finished]")).to_be_hidden()
    expect(tool.locator('[data-field="facts"] [data-foreign]')).to_be_visible()
    tool.locator('[name="facts"]').fill("我失业了。")
    assert value_of(tool, "letter") == "finished"
    expect(tool.locator('[data-field="facts"] [data-foreign]')).to_be_hidden()


IMPOSSIBLE = {
    "answered and not": ("regulator-complaint", {}, ["no-answer", "no-reasons"]),
    "a complaint after the letter": ("regulator-complaint", {"complained-on": "2026-11-10", "date": "2026-11-09"}, []),
    "paid off in years to come": ("settlement-proof", {"settled-on": "2030-01-01", "date": "2030-02-01"}, []),
    "a first payment before the letter": ("repayment-plan", {"first-day": "2026-01-01"}, []),
    "a sum that is none": ("repayment-plan", {"monthly": "a lot"}, []),
}
"""A letter, what is filled in besides what it needs, and what is ticked."""


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_what_cannot_be_true_is_told_and_the_letter_is_not_finished(open_tool, case: str) -> None:
    letter_id, texts, ticks = IMPOSSIBLE[case]
    tool = open_tool("complaint-letter", f"#complaint-letter?letter={letter_id}")
    found = tool.evaluate(TRY_LETTER, {"letter": letter_id, "texts": {**CORE, **texts}, "ticks": ticks, "ticked": True})

    assert found["value"] == ""
    assert not found["offered"]
    expect(tool.locator('[role="alert"]')).to_have_text(re.compile(r"\S"))
    found = tool.evaluate(TRY_LETTER, {"letter": letter_id, "texts": CORE, "ticks": ticks, "ticked": False})
    assert found["value"] == "finished"
    expect(tool.locator('[role="alert"]')).to_be_hidden()


def test_typing_leaves_no_trace(page: Page, open_tool) -> None:
    tool = open_tool("complaint-letter")
    page.wait_for_timeout(300)
    requests: list[str] = []
    before = page.evaluate("[location.href, history.length]")
    page.on("request", lambda request: requests.append(request.url))

    fill(tool, {**CORE, **OTHERS})
    tool.locator('[name="name"]').press("Enter")
    tool.locator('[data-action="copy-letter"]').click()
    page.wait_for_timeout(500)

    assert requests == []
    assert page.evaluate("[location.href, history.length]") == before
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    tool.locator('[data-action="erase"]').click()
    assert CORE["name"] not in tool.inner_text()
    assert tool.locator('[name="facts"]').input_value() == ""


def test_questions_lead_to_the_steps_of_the_cases(page: Page, open_tool) -> None:
    tool = open_tool("next-step")
    for case in table("tools/next-step/cases.yml")["cases"]:
        if not case.get("end"):
            continue
        tool.evaluate(ANSWER, list(case["answers"].values()))

        assert value_of(tool, "steps") == case["end"]
        assert tool.locator('output[name="steps"] li').count() >= 3
        tool.evaluate("root => root.querySelector('[data-action=again]').click()")


def test_a_link_with_wrong_answers_asks_again(open_tool) -> None:
    tool = open_tool("next-step", "#next-step?situation=late&late=nonsense")

    assert value_of(tool, "steps") == ""
    expect(tool.locator("[data-unknown]")).to_be_visible()
    expect(tool.locator("[data-unknown]")).to_be_in_viewport(ratio=1)
    tool.locator('[data-action="answer"][value="days"]').click()
    expect(tool.locator("[data-unknown]")).to_be_hidden()


@pytest.mark.parametrize("edition", ["site"], indirect=True)
def test_steps_of_every_end_print_on_one_page(page: Page, open_tool) -> None:
    page.add_init_script("window.print = () => {}")
    tool = open_tool("next-step")
    lengths = {}
    for case in (case for case in table("tools/next-step/cases.yml")["cases"] if case.get("end")):
        tool.evaluate("root => root.querySelector('[data-action=again]').click()")
        tool.evaluate(ANSWER, list(case["answers"].values()))
        tool.locator('[data-action="print"]').click()
        page.emulate_media(media="print")
        lengths[case["end"]] = len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))
        page.emulate_media(media="screen")

    assert lengths == {end["id"]: 1 for end in table("data/routes.yml")["ends"]}


def test_answers_can_be_taken_back_changed_and_shared(page: Page, open_tool) -> None:
    tool = open_tool("next-step", "#next-step?situation=late&late=months&late-court=papers")
    assert value_of(tool, "steps") == "court"

    tool.locator('[data-action="back"]').click()
    assert value_of(tool, "steps") == ""
    tool.locator('[data-action="answer"][value="no"]').click()
    tool.locator('[data-action="answer"][value="part"]').click()
    assert value_of(tool, "steps") == "plan"
    tool.locator('[data-action="change"][value="late"]').click()
    tool.locator('[data-action="answer"][value="days"]').focus()
    page.keyboard.press("Enter")
    assert value_of(tool, "steps") == "plan"
    assert page.evaluate("document.activeElement.name") == "steps"


PRINTED = {
    "next-step": lambda tool: None,
    "complaint-letter": lambda tool: fill(tool, {**CORE, **OTHERS}),
    "scam-check": lambda tool: tool.locator('[name="give-code"]').check(),
    "deadlines": lambda tool: tool.locator('[name="days-ago"]').fill("20"),
}
"""How each tool that prints on one page comes to its result."""


@pytest.mark.parametrize("edition", ["site"], indirect=True)
def test_results_print_alone_on_one_page(page: Page, open_tool) -> None:
    page.add_init_script("window.print = () => {}")
    for name, come_to_result in PRINTED.items():
        tool = open_tool(name, CANNOT_PAY if name == "next-step" else "")
        come_to_result(tool)
        tool.locator('[data-action="print"]').click()
        page.emulate_media(media="print")

        assert page.locator("h1").is_hidden()
        assert tool.locator("output").first.is_visible()
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) == 1
        page.emulate_media(media="screen")


def test_tools_serve_without_script(browser: Browser, address, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address("overdue/plan", locale))
    assert page.locator('[data-tool="next-step"] [data-question]').count() == len(table("data/routes.yml")["questions"])
    for end in table("data/routes.yml")["ends"]:
        assert page.locator(f'[id="next-step-{end["id"]}"]').is_visible()

    page.goto(address("complaints/letter", locale))
    for letter_id in LETTERS:
        assert "____" in page.locator(f'#letter-{letter_id} [data-lines="zh"]').inner_text()
    assert not page.locator('[data-tool="complaint-letter"] form').is_visible()
    context.close()


@pytest.mark.parametrize("edition", ["site"], indirect=True)
def test_tools_in_use_have_no_finding(browser: Browser, address, locale: str) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address("risks/scams", locale))
    page.locator('[name="number"]').fill("95184")
    findings = looked_at(page)

    page.goto(address("risks/scam-kinds", locale))
    page.locator('[name="give-code"]').check()
    findings += looked_at(page)

    page.goto(address("complaints/letter", locale))
    fill(page.locator('[data-tool="complaint-letter"]'), {**CORE, **OTHERS})
    page.locator('[name="days-ago"]').fill("20")
    findings += looked_at(page)

    page.goto(address("overdue/plan", locale) + CANNOT_PAY)
    findings += looked_at(page)
    context.close()

    assert findings == []


@pytest.mark.parametrize("edition", ["site"], indirect=True)
def test_chinese_words_in_english_tools_are_marked(page: Page, address) -> None:
    """In every state of the tools: a screen reader changes its voice only where `lang` says so."""
    found: list[str] = []

    def look(state: str) -> None:
        found.extend(f"{state}: {words}" for words in page.evaluate(UNMARKED))

    page.goto(address("risks/scams", "en"))
    message = "95384提醒您：请转账"
    for typed in (
        "95384",
        "0755-95384",
        message,
        "95184 【微众银行】",
        "微众银行",
        "微粒贷",
        "webank.com",
        "kefu@webank.com",
        "",
    ):
        page.locator('[name="number"]').fill(typed)
        look(f"number {typed}")
    page.goto(address("risks/scam-kinds", "en"))
    for sign in page.locator('[data-tool="scam-check"] [type="checkbox"]').all():
        sign.check()
    look("scam-check")

    page.goto(address("complaints/letter", "en"))
    tool = page.locator('[data-tool="complaint-letter"]')
    english = dict.fromkeys(CORE, "as agreed") | {"complained-on": "2026-10-31", "settled-on": "2026-02-28"}
    for letter_id, letter in LETTERS.items():
        ticks = ticks_of(letter)
        fields = {ask["field"] for ask in letter["asks"]}
        for texts in ({}, {name: text for name, text in english.items() if name in fields}):
            tool.evaluate(TRY_LETTER, {"letter": letter_id, "texts": texts, "ticks": ticks, "ticked": True})
            look(f"letter {letter_id}")
    page.locator('[data-tool="complaint-letter"] [data-action="erase"]').click()
    look("letter cleared")
    for kind in ("complaint", "objection", "pboc", "recheck"):
        for days in ("0", "16", "31", "61", "-1"):
            page.locator('[name="kind"]').select_option(kind)
            page.locator('[name="days-ago"]').fill(days)
            look(f"deadlines {kind} {days}")

    page.goto(address("overdue/plan", "en"))
    tool = page.locator('[data-tool="next-step"]')
    for case in (case for case in table("tools/next-step/cases.yml")["cases"] if case.get("end")):
        for answer in case["answers"].values():
            look(f"next-step before {answer}")
            tool.evaluate(ANSWER, [answer])
        look(f"next-step {case.get('end')}")
        tool.evaluate("root => root.querySelector('[data-action=again]').click()")

    page.goto(address("complaints/evidence", "en"))
    page.locator('[data-tool="evidence-pack"] [type="checkbox"]').first.check()
    look("evidence-pack")

    assert found == []


def looked_at(page: Page) -> list[str]:
    """Findings on the page as it stands, in light and in dark, and a word if it is wider than the screen."""
    page.evaluate(AXE)
    findings = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        findings += axe(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    return findings + ([f"{width} px wide"] if width > 320 else [])


def choose(tool: Locator, letter_id: str) -> None:
    """Picks a letter from the list."""
    tool.locator(f'[name="letter"][value="{letter_id}"]').check()


def fill(tool: Locator, texts: dict[str, str]) -> None:
    """Types into the fields that the letter shows; those without a text are emptied."""
    for name in {**CORE, **OTHERS}:
        field = tool.locator(f'[name="{name}"]')
        if field.is_visible():
            field.fill(texts.get(name, ""))


HIDDEN_BY_THE_BAR = """() => {
  const at = document.activeElement, bar = document.querySelector("[data-missing]").parentElement;
  if (!at.closest('[data-tool="complaint-letter"] form')) return "";
  const [{ top, bottom }, cover] = [at.getBoundingClientRect(), bar.getBoundingClientRect()];
  const hidden = Math.min(bottom, cover.bottom, innerHeight) - Math.max(top, cover.top);
  return hidden > 0 || top >= innerHeight || bottom <= 0 ? at.name : "";
}"""


@pytest.mark.parametrize("size", [(320, 256), (360, 640)], ids=str)
def test_focus_is_never_behind_the_bar(page: Page, open_tool, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    tool = open_tool("complaint-letter", "#complaint-letter?letter=dispute-charge")
    tool.locator('[name="letter"]:checked').focus()
    hidden = []
    for key in ["Tab"] * 16 + ["Shift+Tab"] * 14:
        page.keyboard.press(key)
        page.wait_for_timeout(40)
        hidden.append(page.evaluate(HIDDEN_BY_THE_BAR))

    assert [name for name in hidden if name] == []
