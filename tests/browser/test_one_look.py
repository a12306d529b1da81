"""What a reader sees: the first screen, lists that stay, tables, forms and the letter, at the widths that readers have."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import REFS

LOCALES = ("", "en/")
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}

each_locale = pytest.mark.parametrize("locale", LOCALES)


@each_locale
def test_first_screen_of_a_phone_holds_five_situations_numbers_and_search(
    page: Page, site_url: str, locale: str
) -> None:
    page.goto(f"{site_url}/{locale}")
    header = page.locator("header").bounding_box()
    situations = page.locator("#which-situation + ul > li")

    assert header["height"] <= PHONE["height"] / 6
    expect(situations).to_have_count(5)
    for situation in situations.all():
        box = situation.bounding_box()
        assert box["y"] + box["height"] <= PHONE["height"]
        expect(situation.locator("small")).to_be_visible()
    expect(page.locator("header a[href^='tel:']")).to_have_count(4)
    expect(page.locator("[data-guide='search-input']")).to_be_in_viewport()


@each_locale
def test_list_of_pages_stays_in_view_and_shows_where_one_is(page: Page, site_url: str, locale: str) -> None:
    page.set_viewport_size(DESKTOP)
    for path in ("overdue/", "evidence/glossary/"):
        page.goto(f"{site_url}/{locale}{path}")
        page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")

        expect(page.locator("#nav [aria-current]")).to_be_in_viewport(ratio=0.9)


@each_locale
def test_list_of_headings_shows_where_one_is(page: Page, site_url: str, locale: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(f"{site_url}/{locale}overdue/")
    page.evaluate("document.getElementById('cost-of-one-day').scrollIntoView({behavior: 'instant'})")

    expect(page.locator(".toc [aria-current]")).to_have_attribute("href", "#cost-of-one-day")
    expect(page.locator(".toc [aria-current]")).to_be_in_viewport()


@each_locale
@pytest.mark.parametrize("script", [True, False])
def test_list_of_headings_opens_below_the_title(browser: Browser, site_url: str, locale: str, script: bool) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{site_url}/{locale}overdue/")
    title, contents = page.locator("h1"), page.locator(".toc")

    assert contents.bounding_box()["y"] >= title.bounding_box()["y"] + title.bounding_box()["height"]
    expect(contents.locator("a").first).to_be_hidden()
    contents.locator("summary").click()
    contents.locator("a[href='#grace-period']").click()
    expect(page.locator("#grace-period")).to_be_in_viewport()
    context.close()


BROKEN_NAMES = """() => [...document.querySelectorAll(".table-scroll td.short")].flatMap((cell) => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  for (let node; (node = walker.nextNode());) for (const found of node.data.matchAll(/[\\u4e00-\\u9fff]+/g)) {
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(found[0]);
  }
  return broken;
})"""
WITH_TABLES = ("", "complaints/contacts/", "overdue/court-papers/", "risks/privacy/", "complaints/")


@each_locale
@pytest.mark.parametrize("width", [320, 390])
def test_tables_fit_a_phone_and_no_name_breaks(page: Page, site_url: str, locale: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in WITH_TABLES:
        page.goto(f"{site_url}/{locale}{path}")
        wide = page.evaluate(
            "[...document.querySelectorAll('article > .table-scroll')].filter(t => t.scrollWidth > t.clientWidth + 1).length"
        )

        assert (path, wide, page.evaluate(BROKEN_NAMES)) == (path, 0, [])


ARROWS_AT_STARTS = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walker.nextNode());) for (const { index } of node.data.matchAll(/[→›]/g)) {
    const place = (at) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    let before = index - 1;
    while (before >= 0 && !node.data[before].trim()) before--;
    if (before >= 0 && place(index).height && place(index).top - place(before).bottom > -4) found.push(node.data);
  }
  return found;
}"""


@each_locale
@pytest.mark.parametrize("width", [320, 360, 390, 768])
def test_no_line_begins_with_an_arrow(page: Page, site_url: str, locale: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in ("overdue/", "complaints/contacts/", "overview/access/"):
        page.goto(f"{site_url}/{locale}{path}")

        assert page.evaluate(ARROWS_AT_STARTS) == []


FIELDS_OFF_LINE = """() => [...document.querySelectorAll(".fields")].flatMap((fields) => {
  const rows = new Map();
  for (const field of fields.querySelectorAll(":scope > .field")) {
    const control = field.querySelector("input, select"), { top } = field.getBoundingClientRect();
    if (control && control.offsetHeight) rows.set(Math.round(top), [...(rows.get(Math.round(top)) || []), control]);
  }
  return [...rows.values()].filter((controls) => {
    const boxes = controls.map((control) => control.getBoundingClientRect());
    return boxes.some(({ top, bottom }) => Math.abs(top - boxes[0].top) > 1 || Math.abs(bottom - boxes[0].bottom) > 1);
  }).map((controls) => controls.map(({ name }) => name));
})"""


@each_locale
@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_fields_of_a_row_stand_on_one_line(page: Page, site_url: str, locale: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("costs/calculator/", "overdue/", "risks/"):
        page.goto(f"{site_url}/{locale}{path}")
        expect(page.locator("[data-tool][data-ready]").first).to_be_attached()
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")

        assert page.evaluate(FIELDS_OFF_LINE) == []


@each_locale
def test_letter_grows_beside_its_form(page: Page, site_url: str, locale: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(f"{site_url}/{locale}complaints/letter/")
    tool = page.locator("[data-tool='complaint-letter']")
    tool.locator("[name='name']").fill("王芳")

    expect(tool.locator("[name='name']")).to_be_in_viewport()
    expect(tool.locator("output[name='letter']")).to_be_in_viewport()
    form, letter = tool.locator("form").bounding_box(), tool.locator(".tool__results").bounding_box()
    assert letter["x"] >= form["x"] + form["width"]


@each_locale
def test_way_to_the_letter_and_back_keeps_the_place(page: Page, site_url: str, locale: str) -> None:
    page.goto(f"{site_url}/{locale}complaints/letter/")
    tool = page.locator("[data-tool='complaint-letter'][data-ready]")
    tool.locator("[name='name']").fill("王芳")
    page.wait_for_timeout(500)  # until the letter and its state have grown
    height = page.evaluate("scrollY")

    tool.locator("[data-action='look']").click()
    expect(tool.locator("output[name='letter']")).to_be_in_viewport()
    tool.locator("[data-action='back']").click()

    # Where the bar at the foot would hide the field it moves up by as much.
    assert abs(page.evaluate("scrollY") - height) < 150
    expect(tool.locator("[name='name']")).to_be_focused()


@each_locale
@pytest.mark.parametrize("path", ["overdue/", "risks/", "complaints/letter/"])
def test_no_page_scrolls_sideways_on_any_screen(page: Page, site_url: str, locale: str, path: str) -> None:
    for width in (320, 390, 768, 1280, 1600, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{site_url}/{locale}{path}")

        assert page.evaluate("document.documentElement.scrollWidth") <= width


BROKEN_ENDS = """() => [...document.querySelectorAll("article .fact")].flatMap((fact) => {
  const after = fact.nextSibling;
  if (after?.nodeType !== Node.TEXT_NODE || !/^[。，、；：？！）”]/.test(after.data)) return [];
  const range = document.createRange();
  range.setStart(after, 0);
  range.setEnd(after, 1);
  const [sign] = range.getClientRects();
  const end = [...fact.getClientRects()].pop();
  return sign && end && sign.top > end.bottom ? [fact.textContent + after.data[0]] : [];
})"""
"""Signs that ended up in the line below the figure they follow."""


@pytest.mark.parametrize("width", [320, 390])
def test_no_line_begins_with_the_sign_behind_a_figure(browser: Browser, site_url: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    broken = []
    for ref in (ref for ref in REFS if ref.locale == "zh"):
        page.goto(f"{site_url}/{ref.url}", wait_until="domcontentloaded")
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        broken += [f"{ref.page_id}: {words}" for words in page.evaluate(BROKEN_ENDS)]
    context.close()

    assert broken == []


@pytest.mark.parametrize("path", ["404.html", "en/404.html"])
def test_page_for_wrong_addresses_is_one_column_in_the_middle(page: Page, site_url: str, path: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(f"{site_url}/{path}")
    boxes = [section.bounding_box() for section in page.locator("main > section").all()]

    assert min(box["width"] for box in boxes) > DESKTOP["width"] / 3
    assert len({box["x"] for box in boxes}) == 1
    assert abs(DESKTOP["width"] - 2 * boxes[0]["x"] - boxes[0]["width"]) < 2


@each_locale
def test_a_finished_letter_on_a_desktop_has_its_buttons_in_view_and_follows_what_is_typed(
    page: Page, site_url: str, locale: str
) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(f"{site_url}/{locale}complaints/letter/#complaint-letter?letter=settlement-proof")
    tool = page.locator("[data-tool=complaint-letter][data-ready]")
    for name, text in {
        "name": "王小明",
        "phone": "13800138000",
        "settled-on": "2026-02-28",
        "loan": "三月五日借的",
    }.items():
        tool.locator(f"[name={name}]").fill(text)
    letter = tool.locator("output[name=letter]")

    expect(letter).to_have_attribute("data-value", "finished")
    for button in ("copy-letter", "print"):
        expect(tool.locator(f"[data-action={button}]")).to_be_in_viewport(ratio=1)
    tool.locator("[name=phone]").fill("13900139000")
    expect(letter.get_by_text("13900139000")).to_be_in_viewport()


@each_locale
def test_a_scam_is_told_at_the_foot_of_the_screen_and_leads_to_the_steps(
    page: Page, site_url: str, locale: str
) -> None:
    page.goto(f"{site_url}/{locale}risks/scam-kinds/")
    tool = page.locator("[data-tool=scam-check][data-ready]")
    bar = tool.locator("[data-bar]")
    expect(bar).to_be_hidden()
    tool.locator("input").first.check()

    expect(bar).to_be_in_viewport(ratio=1)
    bar.get_by_role("link").click()
    expect(tool.locator("[data-results] .tel").first).to_be_in_viewport()
