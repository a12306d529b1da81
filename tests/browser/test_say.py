"""Sentences to say in a real browser: filled, copied, held up, read aloud; on the site, from a disk and in one file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_accessibility import AXE, axe, view

__all__ = ["view"]

ROOT = Path(__file__).resolve().parents[2]
ASK_FOR_A_PLAN = {
    "zh": "我因为失业，从2026年12月1日起还不上原来的数。现在每月能还1500元。我不逃避，想申请【请求】。"
    "请帮我登记，告诉我需要什么材料，几天内答复，并用短信发给我。",
    "en": "Because of the loss of my job, since 1 December 2026 I cannot pay as agreed. I can pay 1,500 yuan",
    "pinyin": "Xiànzài měiyuè néng huán yī qiān wǔ bǎi yuán.",
}
RECORDED = """Object.defineProperty(navigator, "clipboard", {
  value: {writeText: async (text) => { window.copied = text; }},
});"""
VOICES = """voices => {
  window.spoken = [];
  const speech = {getVoices: () => voices, cancel() {}, speak: (one) => window.spoken.push(one.text)};
  Object.defineProperty(window, "speechSynthesis", {value: speech});
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""
FITS = "text => text.scrollHeight <= text.clientHeight && text.scrollWidth <= text.clientWidth"


def sayings(page: Page) -> Locator:
    """The sentences of call-outs, ready."""
    expect(page.locator(".admonition .saying[data-ready]").first).to_be_attached()
    return page.locator(".admonition .saying")


def plan(page: Page, address, locale: str = "en") -> Locator:
    """The sentence that asks for a plan, which has four blanks."""
    page.add_init_script(RECORDED)
    page.goto(address("overdue/plan", locale))
    return sayings(page).filter(has_text="我不逃避").first


def fill_plan(said: Locator) -> None:
    said.get_by_label("reason").first.select_option(label="the loss of my job")
    said.get_by_label("date").fill("1 Dec 2026")
    said.get_by_label("amount").fill("1,500 yuan")


def test_what_is_typed_once_stands_in_every_line(page: Page, address) -> None:
    said = plan(page, address)
    fill_plan(said)

    assert "".join(said.locator("[data-say-line]").all_inner_texts()) == ASK_FOR_A_PLAN["zh"]
    expect(said.locator(".saying__meaning")).to_contain_text(ASK_FOR_A_PLAN["en"])
    expect(said).to_contain_text(ASK_FOR_A_PLAN["pinyin"])
    expect(said.get_by_role("status")).to_have_text("Still blank: request.")

    said.get_by_label("amount").fill("")
    expect(said.locator(".saying__meaning")).to_contain_text("I can pay 【amount】 yuan")


def test_copy_says_what_is_missing(page: Page, address) -> None:
    said = plan(page, address)
    fill_plan(said)
    said.get_by_role("button", name="Copy").click()

    expect(said.get_by_role("status")).to_contain_text("Copied. Still blank: request.")
    assert page.evaluate("window.copied") == ASK_FOR_A_PLAN["zh"]


def test_words_that_are_not_chinese_are_marked(page: Page, address) -> None:
    said = plan(page, address)
    said.get_by_label("request").first.select_option(label="Something else")
    said.locator("input:visible").last.fill("please wait")

    expect(said.get_by_role("status")).to_contain_text("Not in Chinese yet: request.")
    assert said.locator(".blank[data-foreign]").count() == 3
    said.get_by_label("amount").fill("a bit")
    expect(said.get_by_role("status")).to_contain_text("Write the number alone")


def test_card_is_held_up_and_put_away_by_keyboard(page: Page, address) -> None:
    page.emulate_media(color_scheme="dark")
    said = plan(page, address)
    fill_plan(said)
    opener = said.get_by_role("button", name="Show large")
    opener.focus()
    page.keyboard.press("Enter")

    card = page.get_by_role("dialog")
    text = card.locator("[lang=zh-CN]")
    assert "".join(text.locator("p").all_inner_texts()) == ASK_FOR_A_PLAN["zh"]
    assert text.evaluate(FITS)
    assert float(text.evaluate("text => getComputedStyle(text).fontSize").removesuffix("px")) >= 28
    ink, paper = card.evaluate("card => ['color', 'backgroundColor'].map((name) => getComputedStyle(card)[name])")
    assert brightness(ink) < 60 < 240 < brightness(paper)
    page.set_viewport_size({"width": 844, "height": 390})
    assert text.evaluate(FITS)

    for _ in range(3):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 600)
    assert page.evaluate("scrollY") == before
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(opener).to_be_focused()
    assert not page.locator("body > [aria-hidden=true]").count()

    opener.click()
    card.get_by_role("button", name="Close").click()
    expect(card).to_have_count(0)
    expect(opener).to_be_focused()


def brightness(colour: str) -> float:
    """Of `rgb(29, 42, 47)`, from 0 to 255."""
    return sum(map(float, colour.removeprefix("rgb(").removesuffix(")").split(","))) / 3


@pytest.mark.parametrize(("voices", "is_offered"), [
    ([], False),
    ([{"lang": "en-GB", "localService": True}], False),
    ([{"lang": "zh-HK", "localService": True}], False),
    ([{"lang": "zh-CN", "localService": False}], False),
    ([{"lang": "zh-CN", "localService": True}], True),
    ([{"lang": "cmn_CN", "localService": True}], True),
    ([{"lang": "zh-TW", "localService": True}], True),
])  # fmt: skip
def test_reading_aloud_is_offered_where_the_device_speaks_chinese(
    page: Page, site_url: str, voices: list[dict], is_offered: bool
) -> None:
    page.add_init_script(f"({VOICES})({str(voices).replace('True', 'true').replace('False', 'false')})")
    page.goto(f"{site_url}/en/no-chinese/")
    said = sayings(page).first
    read = said.get_by_role("button", name="Read aloud")

    expect(read).to_be_visible(visible=is_offered)
    if is_offered:
        read.click()
        said.get_by_role("button", name="Show large").click()
        page.get_by_role("dialog").get_by_role("button", name="Read aloud").click()
        assert page.evaluate("window.spoken") == ["我被骗了，刚刚转了钱。我不会说中文。请马上帮我打电话报警。"] * 2


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_without_script_the_sentence_stands_there(browser: Browser, address, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address("no-chinese", locale))
    said = page.locator(".admonition .saying").first

    expect(said).to_be_visible()
    assert not said.locator("button:visible, input:visible, select:visible").count()
    if locale == "en":
        expect(said).to_contain_text("Wǒ bú huì shuō Zhōngwén.")
        expect(said).to_contain_text("It means:")
    context.close()


def test_chinese_page_keeps_its_call_out_and_copies_it(page: Page, address) -> None:
    said = plan(page, address, "zh")

    expect(said.locator("p").first).to_have_text("“" + "".join(said.locator("[data-say-line]").all_inner_texts()) + "”")
    assert not said.locator("input, select, .saying__pinyin").count()
    said.get_by_role("button", name="复制").click()
    expect(said.get_by_role("status")).to_have_text("已复制。 还没填：原因、日期、金额、请求。")
    assert page.evaluate("window.copied").startswith("我因为【原因】，")
    said.get_by_role("button", name="放大给人看").click()
    expect(page.get_by_role("dialog")).to_contain_text("【金额】")


def test_nothing_typed_leaves_the_page(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/overdue/plan/")
    said = sayings(page).filter(has_text="我不逃避").first
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    address = page.url
    fill_plan(said)
    said.get_by_role("button", name="Show large").click()
    page.keyboard.press("Escape")

    assert sent == []
    assert page.url == address
    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie, history.state])")
    assert "1,500" not in kept
    page.reload()
    assert {field.input_value() for field in sayings(page).locator("input").all()} == {""}


def test_steps_have_the_same_sentences(page: Page, address) -> None:
    page.add_init_script(RECORDED)
    page.goto(f"{address('overdue/plan', 'en')}#next-step?situation=late&late=days&late-can=part")
    said = page.locator(".next-step output .saying").first
    said.get_by_label("amount").fill("800")

    expect(said).to_contain_text("Wǒ měiyuè néng huán bā bǎi yuán")
    said.get_by_role("button", name="Copy").click()
    expect(said.get_by_role("status")).to_have_text("Copied.")
    assert "我每月能还800元" in page.evaluate("window.copied")


def test_deadlines_fill_the_sentence(page: Page, address) -> None:
    page.goto(f"{address('complaints/letter', 'en')}#deadlines?received=2026-10-01")
    said = page.locator(".deadlines [data-stage]:visible .saying").first

    expect(said).to_contain_text("我的投诉你们在2026年10月1日收到")
    expect(said).to_contain_text("You received my complaint on 1 October 2026")
    assert not said.locator("input").count()


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_single_file_has_them_too(page: Page, locale: str) -> None:
    page.add_init_script(RECORDED)
    page.goto((ROOT / f"dist/weilidai-guide-{locale}.html").as_uri() + "#overdue/plan")
    said = sayings(page).locator("visible=true").filter(has_text="我不逃避").first
    if locale == "en":
        fill_plan(said)
    said.locator("[data-say=show]").click()

    expect(page.get_by_role("dialog")).to_contain_text("【请求】")
    page.keyboard.press("Escape")
    said.locator("[data-say=copy]").click()
    assert page.evaluate("window.copied").endswith("并用短信发给我。")


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sentences_and_their_card_are_accessible(view: Page, site_url: str, locale: str, theme: str) -> None:
    view.set_viewport_size({"width": 390, "height": 844})
    view.emulate_media(color_scheme=theme)
    view.goto(f"{site_url}/{'en/' if locale == 'en' else ''}overdue/inheritance/")
    view.evaluate(AXE)
    show = sayings(view).locator("[data-say=show]").first
    findings = axe(view)
    show.click()

    assert [*findings, *axe(view)] == []
