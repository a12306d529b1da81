"""The money tools in a real browser: the same cases as the unit tests, through the page."""

from __future__ import annotations

import csv
import io
import random
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {
    "borrowing": "costs/calculator",
    "true-rate": "costs/calculator",
    "overdue-cost": "overdue/index",
    "afford": "risks/index",
}
RATE_TOLERANCE = 0.005


def cases_of(tool: str) -> dict[str, Any]:
    """The table of cases of *tool*."""
    return yaml.safe_load((ROOT / "tools" / tool / "cases.yml").read_text(encoding="utf-8"))


def open_tool(page: Page, url: str, tool: str) -> Locator:
    """Open the page at *url* and give its *tool*."""
    page.goto(url)
    return page.locator(f'[data-tool="{tool}"]')


def fill(tool: Locator, fields: dict[str, str]) -> None:
    """Type *fields* by name, as a person would."""
    for name, text in fields.items():
        field = tool.locator(f'[name="{name}"]')
        if not field.is_visible():
            tool.locator("details").evaluate_all("all => all.forEach(part => { part.open = true; })")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)


def results_of(tool: Locator) -> dict[str, str]:
    """Plain values of all outputs."""
    return tool.locator("output").evaluate_all(
        "all => Object.fromEntries(all.map(output => [output.getAttribute('name'), output.dataset.value]))"
    )


def texts_of(tool: Locator) -> list[str]:
    """What the outputs say."""
    return tool.locator("output").all_text_contents()


def is_equal(result: str, expected: str, found: str) -> bool:
    """Money and counts as they stand, rates within half a hundredth of a point."""
    if not expected or not any(word in result for word in ("annual", "rate", "share")):
        return found == expected
    return bool(found) and abs(float(found) - float(expected)) <= RATE_TOLERANCE


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_each_case_shows_its_result(page: Page, address, name: str, locale: str) -> None:
    tool = open_tool(page, address(PAGES[name], locale), name)
    start = dict(
        tool.locator("form :is(input, select, textarea)").evaluate_all(
            "all => all.map(field => [field.name, field.value])"
        )
    )
    start.pop("annual", None)  # follows the daily rate
    wrong = []

    for case in cases_of(name)["cases"]:
        fill(tool, start | case["fields"])
        found = results_of(tool)
        wrong += [
            f"{case['name']}: {result} is {found[result]}, not {expected}"
            for result, expected in case["is"].items()
            if not is_equal(result, expected, found[result])
        ]

    assert not wrong


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_bad_input_is_named_and_empties_the_results(page: Page, site_url: str, name: str, locale: str) -> None:
    prefix = "/en" if locale == "en" else ""
    tool = open_tool(page, f"{site_url}{prefix}/{PAGES[name].removesuffix('index')}".rstrip("/") + "/", name)
    table = cases_of(name)
    fill(tool, table.get("start", {}))
    alert = tool.get_by_role("alert")

    for refused in table["refused"]:
        field = tool.locator(f'[name="{refused["field"]}"]')
        good = field.input_value()
        label = tool.locator(f'label[for="{field.get_attribute("id")}"]').text_content()
        for typed in refused["typed"]:
            fill(tool, {refused["field"]: typed})
            field.press("Tab")

            expect(alert).to_be_visible()
            assert field.input_value() == typed, "nothing typed is lost"
            expect(field).to_have_attribute("aria-invalid", "true")
            assert not any(results_of(tool).values()), f"{refused['field']}: {typed!r} leaves a result"
            assert not any(texts_of(tool)), f"{refused['field']}: {typed!r} leaves words"
            words = alert.inner_text()
            assert not any(mark in words for mark in ("NaN", "undefined", "{")), words
            assert shares_a_word(words, label), f"{words!r} does not name {label!r}"
        fill(tool, {refused["field"]: good})
        expect(alert).to_be_hidden()


def shares_a_word(message: str, label: str) -> bool:
    """Whether the *message* names the field: by its whole *label*, or by beginning with words of it."""
    if label.split("(")[0].strip().lower() in message.lower():
        return True
    head = message.replace(":", "：").split("：")[0].lower()
    if head.isascii():
        return any(word in label.lower() for word in head.split() if len(word) > 2)
    return any(head[place : place + 2] in label for place in range(len(head) - 1))


TYPE = """async (root, [name, typed]) => {
  const field = root.querySelector(`[name="${name}"]`);
  const { kind, min, max } = field.dataset;
  const found = {};
  for (const text of typed) {
    field.value = text;
    for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 1));
    const hasResult = ({ dataset, textContent }) => dataset.value || textContent;
    const alert = root.querySelector("[role=alert]");
    const said = alert.hidden ? "" : alert.textContent;
    found[text] = {
      said,
      kept: field.value === text,
      isRefused: field.hasAttribute("aria-invalid"),
      isNotRead: said.includes(field.dataset.error),
      outputs: [...root.querySelectorAll("output")].some(hasResult),
    };
  }
  return found;
}"""
WORDS_OF_FIELDS = yaml.safe_load((ROOT / "tools" / "numbers" / "cases.yml").read_text(encoding="utf-8"))
TOOLS_WITH_FIELDS = PAGES | {"deadlines": "complaints/letter"}


def words_for(kind: str) -> list[dict[str, Any]]:
    """Cases of what people type into a field of this *kind*."""
    if not kind.startswith("percent-a-"):
        return WORDS_OF_FIELDS.get(kind, [])
    per = kind.removeprefix("percent-a-")
    return [case for case in WORDS_OF_FIELDS["percent"] if case.get("asked", per) == per]


def is_in_range(case: dict[str, Any], field: dict[str, str]) -> bool:
    """Whether a number that is understood is also one that the field may hold; a date always is."""
    if "per" in case or field["kind"] == "date":
        return True
    value = Decimal(case["is"])
    return (not field["min"] or value >= Decimal(field["min"])) and (not field["max"] or value <= Decimal(field["max"]))


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("name", TOOLS_WITH_FIELDS)
def test_every_field_reads_what_people_write_or_asks(page: Page, site_url: str, name: str, locale: str) -> None:
    prefix = "/en" if locale == "en" else ""
    path = TOOLS_WITH_FIELDS[name].removesuffix("index").rstrip("/")
    tool = open_tool(page, f"{site_url}{prefix}/{path}/", name)
    fields = tool.locator("form [data-kind]").evaluate_all(
        "all => all.map(({ name, dataset: { kind, min = '', max = '' } }) => ({ name, kind, min, max }))"
    )
    wrong = []
    for field in fields:
        cases = [case for case in words_for(field["kind"]) if case["typed"].strip()]
        found = tool.evaluate(TYPE, [field["name"], [case["typed"] for case in cases]])
        for case in cases:
            told = found[case["typed"]]
            where = f"{field['name']}: {case['typed']!r}: {told['said']}"
            if not told["kept"]:
                wrong.append(f"{where} is lost")
            if "either" in case:
                readings = [reading["percent"] if isinstance(reading, dict) else reading for reading in case["either"]]
                asked = all(reading in told["said"] for reading in readings)
                wrong += [f"{where} is not asked back"] * (not asked) + [f"{where} has a result"] * told["outputs"]
            elif case["is"] is None:
                wrong += [f"{where} is taken"] * (not told["isRefused"]) + [f"{where} has a result"] * told["outputs"]
            elif is_in_range(case, field):
                wrong += [f"{where} is not read"] * told["isNotRead"]
        tool.evaluate("root => root.querySelector('form').reset()")

    assert not wrong


def test_html_in_a_field_stays_text(page: Page, site_url: str) -> None:
    tool = open_tool(page, f"{site_url}/costs/calculator/", "true-rate")
    fill(tool, {"flows": "2026-01-01:<img src=x onerror=alert(1)>"})

    expect(tool.get_by_role("alert")).to_contain_text("<img")
    assert tool.locator("img").count() == 0


def test_an_address_fills_a_tool_and_brings_it_into_view(page: Page, address) -> None:
    fields = "amount=2500&daily=0.05&instalments=5&method=equal-principal&days=actual&start=2026-05-15"
    tool = open_tool(page, f"{address('costs/calculator')}#borrowing?{fields}", "borrowing")

    expect(tool.locator('[name="total-interest"]')).to_have_attribute("data-value", "115.00")
    assert page.evaluate("scrollY") > 0


def test_a_changed_address_fills_again(page: Page, site_url: str) -> None:
    tool = open_tool(page, f"{site_url}/en/overdue/", "overdue-cost")
    page.evaluate(
        "location.hash = '#overdue-cost?amount=2000&daily=0.05&multiplier=1.5&due=2026-11-01&paid=2026-11-11'"
    )

    expect(tool.locator('[name="late-interest"]')).to_have_attribute("data-value", "15.00")


def test_an_address_with_an_unknown_choice_is_refused(page: Page, site_url: str) -> None:
    tool = open_tool(page, f"{site_url}/en/costs/calculator/#borrowing?method=free", "borrowing")

    expect(tool.get_by_role("alert")).to_contain_text("Repayment method")
    assert not any(results_of(tool).values())


SEVEN_POINT_TWO = {
    "amount": "10000", "method": "equal-principal", "instalments": "12", "days": "30", "start": "2026-01-15",
    "year-days": "360", "annual": "7.2",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_fields_in_an_address_give_the_same_in_any_order(page: Page, site_url: str, seed: int) -> None:
    fields = list(SEVEN_POINT_TWO.items())
    if seed:
        random.Random(seed).shuffle(fields)
    tool = open_tool(page, f"{site_url}/costs/calculator/#borrowing?{urlencode(fields)}", "borrowing")

    expect(tool.locator('[name="total-interest"]')).to_have_attribute("data-value", "390.00")
    assert is_equal("nominal-annual", results_of(tool)["nominal-annual"], "7.20")
    expect(tool.locator('[name="daily"]')).to_have_value("0.02")


@pytest.mark.parametrize(
    ("name", "fields", "named"),
    [
        ("borrowing", "daily=0.05&annual=abc", "annual"),
        ("borrowing", "annual=abc&daily=0.05", "annual"),
        ("borrowing", "daily=0.05&annual=7.2", "annual"),
        ("borrowing", "annual=7.2&daily=five", "daily"),
        ("borrowing", "amount=50000&annual=18&year-days=1", "year-days"),
        ("borrowing", "year-days=1&daily=0.05", "year-days"),
        ("borrowing", "year-days=&annual=18", "year-days"),
        ("borrowing", "days=31", "days"),
        ("borrowing", "amount=10.000", "amount"),
        ("borrowing", "start=11/10/2026", "start"),
        ("overdue-cost", "due=2026-02-30", "due"),
        ("overdue-cost", "daily=%E4%BA%94%E5%8E%98", "daily"),
        ("true-rate", "sold=nothing&quote=7", "sold"),
        ("true-rate", "sold=flat&quote=much", "quote"),
        ("true-rate", "sold=flat&quote=0.7&payment=900", "payment"),
        ("true-rate", "payment=900&quote=0.7&sold=flat", "payment"),
        ("deadlines", "received=2026-11-24&days-ago=700", "received"),
        ("deadlines", "days-ago=700&received=2026-11-24", "received"),
        ("deadlines", "received=11/10/2026", "received"),
        ("deadlines", "days-ago=soon", "days-ago"),
    ],
)
def test_an_address_that_cannot_be_read_or_contradicts_itself_is_told(
    page: Page, site_url: str, name: str, fields: str, named: str
) -> None:
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    path = TOOLS_WITH_FIELDS[name].removesuffix("index").rstrip("/")
    tool = open_tool(page, f"{site_url}/en/{path}/#{name}?{fields}", name)

    expect(tool.get_by_role("alert")).to_be_visible()
    expect(tool.locator(f'[name="{named}"]')).to_have_attribute("aria-invalid", "true")
    assert not any(results_of(tool).values())
    assert not any(texts_of(tool))
    assert not thrown


def test_two_rates_that_agree_are_one(page: Page, site_url: str) -> None:
    tool = open_tool(
        page, f"{site_url}/costs/calculator/#borrowing?annual=18&daily=0.05&days=30&method=equal-principal", "borrowing"
    )

    expect(tool.locator('[name="total-interest"]')).to_have_attribute("data-value", "975.00")


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "field", "typed", "said"),
    [
        ("borrowing", "daily", "7.2%", ["7.2%", "2,592%"]),
        ("borrowing", "daily", "0.0005", ["0.18%", "0.05%"]),
        ("borrowing", "daily", "月息1分", ["1%", "0.033333%"]),
        ("borrowing", "daily", "18% a year", ["18%", "0.05%"]),
        ("borrowing", "annual", "0.05", ["0.05%", "5%"]),
        ("borrowing", "annual", "日息万五", ["0.05%", "18%"]),
        ("overdue-cost", "daily", "7.2%", ["7.2%", "2,592%"]),
        ("overdue-cost", "daily", "0.0005", ["0.18%", "0.05%"]),
        ("overdue-cost", "daily", "3分利", ["3%", "0.1%"]),
    ],
)
def test_a_rate_that_looks_like_another_unit_is_counted_and_asked(
    page: Page, site_url: str, name: str, field: str, typed: str, said: list[str], locale: str
) -> None:
    prefix = "/en" if locale == "en" else ""
    tool = open_tool(page, f"{site_url}{prefix}/{PAGES[name].removesuffix('index').rstrip('/')}/", name)
    note = tool.locator("[data-note]")
    expect(note).to_be_hidden()
    fill(tool, {field: typed})

    expect(note).to_be_visible()
    assert all(words in note.inner_text() for words in said)
    assert any(results_of(tool).values())
    fill(tool, {field: "0.05" if field == "daily" else "18"})
    expect(note).to_be_hidden()


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_rate_beyond_all_bounds_leaves_the_totals(page: Page, site_url: str, locale: str) -> None:
    prefix = "/en" if locale == "en" else ""
    fields = (
        "amount=1000&daily=0.05&method=equal-principal&instalments=1&days=30&start=2026-01-15&fee=350&settle=2026-01-22"
    )
    tool = open_tool(page, f"{site_url}{prefix}/costs/calculator/#borrowing?{fields}", "borrowing")

    expect(tool.locator('[name="total-cost"]')).to_have_attribute("data-value", "353.50")
    expect(tool.get_by_role("alert")).to_be_hidden()
    expect(tool.locator("[data-note]")).to_be_visible()
    assert tool.locator('[name="effective-annual"]').text_content()
    tool.locator('[data-action="keep"]').click()
    assert "NaN" not in tool.inner_text()


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize(
    "flows",
    ["2026-01-10:1000, 2026-07-10:-1000", "2026-01-10:1000, 2027-01-10:-900", "2026-01-10:-1000, 2027-01-10:1100"],
)
def test_money_that_costs_nothing_or_less_is_put_in_words(page: Page, site_url: str, flows: str, locale: str) -> None:
    prefix = "/en" if locale == "en" else ""
    tool = open_tool(page, f"{site_url}{prefix}/costs/calculator/", "true-rate")
    fill(tool, {"flows": flows})

    expect(tool.locator("[data-note]")).to_be_visible()
    assert results_of(tool)["effective-annual"]


def test_two_honest_rates_are_told_as_two(page: Page, site_url: str) -> None:
    tool = open_tool(page, f"{site_url}/en/costs/calculator/", "true-rate")
    fill(tool, {"flows": "2026-01-01:-100, 2027-01-01:230, 2028-01-01:-132"})

    expect(tool.get_by_role("alert")).to_contain_text("10.00% fits as well as 20.00%")
    assert not any(results_of(tool).values())


def test_the_copied_link_gives_the_same_result(browser: Browser, site_url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    tool = open_tool(page, f"{site_url}/costs/calculator/", "borrowing")
    fill(tool, {"amount": "1.5万", "annual": "18", "fee": "200"})
    before = results_of(tool)
    tool.locator('[data-action="copy-link"]').click()
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    again = open_tool(page, link, "borrowing")

    expect(again.locator('[name="amount"]')).to_have_value("1.5万")
    assert results_of(again) == before
    context.close()


def test_the_amount_follows_to_the_other_tools(page: Page, address) -> None:
    tool = open_tool(page, address("costs/calculator", "en"), "borrowing")
    fill(tool, {"amount": "23456"})
    tool.locator('a[data-carry-to="overdue-cost"]').click()

    expect(page.locator('[data-tool="overdue-cost"] [name="amount"]')).to_have_value("23456")
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_the_two_rates_follow_each_other(page: Page, site_url: str) -> None:
    tool = open_tool(page, f"{site_url}/costs/calculator/", "borrowing")
    fill(tool, {"daily": "万分之五"})
    expect(tool.locator('[name="annual"]')).to_have_value("18")
    fill(tool, {"year-days": "365"})
    expect(tool.locator('[name="annual"]')).to_have_value("18.25")
    fill(tool, {"annual": "7.3%"})
    expect(tool.locator('[name="daily"]')).to_have_value("0.02")


def test_offers_are_ranked_by_the_true_rate_with_reasons(page: Page, site_url: str) -> None:
    tool = open_tool(page, f"{site_url}/en/costs/calculator/", "true-rate")
    offers = [
        {"offer": "Card", "received": "9500", "payment": "903.33"},
        {"offer": "Bank", "received": "10000", "payment": "880"},
        {"offer": "Shop", "received": "10000", "payment": "903.33"},
    ]
    for offer in offers:
        fill(tool, offer)
        tool.locator('[data-action="keep"]').click()

    rows = tool.locator("[data-comparison] tbody tr")
    assert [row.split("\t")[0] for row in rows.all_inner_texts()] == ["1. Bank", "2. Shop", "3. Card"]
    expect(rows.nth(2)).to_contain_text("fee kept back")
    rows.nth(0).get_by_role("button").click()
    expect(rows).to_have_count(2)


def test_the_schedule_is_saved_for_spreadsheets(page: Page, address) -> None:
    tool = open_tool(page, address("costs/calculator"), "borrowing")
    fill(tool, {"amount": "10000", "instalments": "3", "start": "2026-01-31"})
    with page.expect_download() as download:
        tool.locator('[data-action="csv"]').click()
    content = Path(download.value.path()).read_bytes()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))

    assert content.startswith(b"\xef\xbb\xbf")
    assert download.value.suggested_filename.endswith(".csv")
    assert [row[1] for row in rows[1:]] == ["2026-02-28", "2026-03-31", "2026-04-30"]
    assert len(rows) == 4


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"])
def test_the_time_zone_of_the_device_moves_no_date(browser: Browser, site_url: str, zone: str) -> None:
    context = browser.new_context(timezone_id=zone)
    tool = open_tool(context.new_page(), f"{site_url}/en/overdue/", "overdue-cost")
    fill(
        tool,
        {"amount": "10000", "daily": "0.05", "multiplier": "1", "due": "2022-01-31", "paid": "2022-04-05"},
    )

    assert results_of(tool)["days-late"] == "64"
    expect(tool.locator("[data-days] tbody tr").first).to_contain_text("2022-02-01")
    context.close()


def test_a_tool_is_used_by_keyboard_alone(page: Page, site_url: str) -> None:
    tool = open_tool(page, f"{site_url}/en/risks/", "afford")
    tool.locator('[name="income"]').focus()
    page.keyboard.type("5000")
    page.keyboard.press("Tab")
    page.keyboard.type("3,800")
    page.keyboard.press("Enter")

    expect(tool.locator('[name="left"]')).to_have_attribute("data-value", "1200.00")


def test_an_empty_form_waits_and_then_says_what_is_missing(page: Page, site_url: str) -> None:
    tool = open_tool(page, f"{site_url}/risks/", "afford")
    expect(tool.get_by_role("alert")).to_be_hidden()
    tool.locator('button[type="submit"]').click()

    expect(tool.get_by_role("alert")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_results_and_in_errors(browser: Browser, site_url: str, name: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    tool = open_tool(page, f"{site_url}/en/{PAGES[name].removesuffix('index').rstrip('/')}/", name)
    page.add_script_tag(path=str(AXE))
    findings = axe(page, name)
    if tool.locator('[data-action="keep"]').count():
        tool.locator('[data-action="keep"]').click()
    tool.locator("form input").first.fill("abc")
    tool.locator('button[type="submit"]').click()
    expect(tool.get_by_role("alert")).to_be_visible()
    findings += axe(page, name)

    assert not findings
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def axe(page: Page, name: str) -> list[str]:
    """What axe finds in the tool *name*: rule and element."""
    found = page.evaluate("name => axe.run(`[data-tool='${name}']`)", name)
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_without_script_worked_examples_stand_there(browser: Browser, address, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address("costs/calculator", locale))

    tool = page.locator('[data-tool="borrowing"]')
    assert "1,287.00" in tool.locator("[data-without-script]").inner_text()
    expect(tool.locator("form")).to_be_hidden()
    context.close()


def test_charts_are_drawn_once_in_their_final_size(page: Page, address) -> None:
    """Else what stands below moves after the page has loaded, and a place in it that was asked for with it."""
    page.add_init_script(
        """self.drawn = 0;
        const isChart = (node) => node.classList?.contains("chart__picture");
        const count = (list) => { for (const { addedNodes } of list) drawn += [...addedNodes].filter(isChart).length; };
        new MutationObserver(count).observe(document, { childList: true, subtree: true });"""
    )
    page.goto(address("overdue/index", "en"), wait_until="networkidle")
    page.wait_for_timeout(200)

    assert page.evaluate("drawn") == page.locator(".chart__picture").count() == 1


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_budget_gives_a_chinese_sentence_for_the_letter(page: Page, site_url: str, locale: str) -> None:
    tool = open_tool(page, f"{site_url}/{'' if locale == 'zh' else 'en/'}risks/", "afford")
    sentence = tool.locator('[data-for-letter="zh"]')
    expect(sentence).to_be_hidden()
    fill(tool, {"income": "5000", "spending": "3800", "debts": "1500"})
    expect(sentence).to_have_text(
        "我每月到手收入 5,000 元，省不掉的开支 3,800 元，其他债务每月要还 1,500 元，还差 300 元。"
    )

    page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    tool.locator('[data-action="copy-sentence"]').click()

    page.wait_for_function("window.copied")
    assert page.evaluate("window.copied") == sentence.inner_text()
    fill(tool, {"income": ""})
    expect(sentence).to_be_hidden()
