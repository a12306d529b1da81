"""The guide as plain text to hand on: each page as Markdown, a list of them, and all of a language in one file.

Whoever asks a program about this loan gets the guide's own words, with the day of their oldest check.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guide.base.address import LOCALES, PageRef
from guide.base.output import write_text
from guide.data.formats import format_date
from guide.page.built_page import BuiltPage
from guide.page.markdown import markdown_of
from guide.page.tree import fragment, readdress
from guide.page.workshop import Workshop

PAGE_FILE, LIST_FILE, WHOLE_FILE = "index.md", "llms.txt", "llms-full.{}.txt"
NAMES = (PAGE_FILE, LIST_FILE, *(WHOLE_FILE.format(locale) for locale in LOCALES))


def write_handed_on(workshop: Workshop, pages: Iterable[BuiltPage], site_url: str, folder: Path) -> None:
    """Write every page as Markdown beside its HTML, and the list and the whole texts at the top of *folder*."""
    pages = sorted(pages, key=lambda page: page.place_in_menu)
    texts = {page.ref: page_text(workshop, page, site_url) for page in pages}
    for ref, text in texts.items():
        write_text(folder / ref.url / PAGE_FILE, text)
    write_text(folder / LIST_FILE, list_text(workshop, pages, site_url))
    for locale in LOCALES:
        own = [page for page in pages if page.ref.locale == locale]
        parts = [_head(workshop, locale, own, site_url), *(texts[page.ref] for page in own)]
        write_text(folder / WHOLE_FILE.format(locale), "\n---\n\n".join(parts))


def page_text(workshop: Workshop, page: BuiltPage, site_url: str) -> str:
    """One page as Markdown: its address and oldest check, its words, and what its figures rest on."""
    locale, address = page.ref.locale, site_url + page.ref.url
    t = workshop.labels("shell", locale)
    article = fragment(page.content)
    for link in article.xpath(".//a[starts-with(@href, '#')]"):
        link.set("href", address + link.get("href"))
    readdress(article, page.ref.url, lambda path, place: site_url + path + (f"#{place}" if place else ""))
    used: dict[str, None] = {}

    def note(fact_id: str) -> str:
        used[fact_id] = None
        return f"[^{fact_id}]"

    text = markdown_of(article, note)
    notes = "".join(f"\n[^{fact_id}]: {basis(workshop, fact_id, locale)}" for fact_id in used)
    head = f"{t['this_page']}{address}\n{_checked(workshop, [page], locale)}{t['not_advice']}\n"
    if not text.startswith("# "):
        text = f"# {page.title}\n\n{text}"
    title, _, rest = text.partition("\n\n")
    return f"{title}\n\n{head}\n{rest}{notes}{chr(10) if notes else ''}"


def basis(workshop: Workshop, fact_id: str, locale: str) -> str:
    """What a figure rests on, and when that was checked, in one line."""
    fact, book = workshop.book.facts[fact_id], workshop.book
    words, t = workshop.labels("markers", locale), workshop.labels("shell", locale)
    sources = words["list_separator"].join(book.sources[source].words("short", locale) for source in fact.sources)
    status = words["status"][fact.status].strip()
    return f"{fact.words('label', locale)}{t['colon']}{sources} {status} {fact.checked.isoformat()}"


def list_text(workshop: Workshop, pages: Iterable[BuiltPage], site_url: str) -> str:
    """`llms.txt`: what the guide is, and its pages with who gets which answer, in both languages."""
    pages = list(pages)
    parts: list[str] = []
    for locale in LOCALES:
        own = [page for page in pages if page.ref.locale == locale]
        whole = f"{site_url}{WHOLE_FILE.format(locale)}"
        lines = [f"- [{page.title}]({site_url}{page.ref.url}{PAGE_FILE}): {page.description}" for page in own]
        t = workshop.labels("shell", locale)
        head = _head(workshop, locale, own, site_url, level="##" if parts else "#")
        parts.append(f"{head}\n" + "\n".join([f"- [{t['whole_text']}]({whole})", *lines]) + "\n")
    return "\n".join(parts)


def _head(workshop: Workshop, locale: str, pages: list[BuiltPage], site_url: str, level: str = "#") -> str:
    t = workshop.labels("shell", locale)
    address = site_url + PageRef("index", locale).url
    return (
        f"{level} {t['site_name']}\n\n> {t['independence']} {t['not_advice']}\n\n"
        f"{t['this_page']}{address}\n{_checked(workshop, pages, locale)}"
    )


def _checked(workshop: Workshop, pages: Iterable[BuiltPage], locale: str) -> str:
    """The day of the oldest check among the figures of *pages*, as a line; nothing where there is no figure."""
    days = [workshop.book.facts[fact].checked for page in pages for fact in page.facts]
    return f"{workshop.labels('shell', locale)['checked']}{format_date(min(days), locale)}\n" if days else ""
