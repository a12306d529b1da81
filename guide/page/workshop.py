"""Puts pages together from Markdown and data. Knows nothing of MkDocs' events."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from lxml.html import HtmlElement
from lxml.html import builder as E
from markupsafe import Markup

from guide.base.address import PageRef, page_link, relative_address
from guide.data import Book
from guide.data.formats import format_date, format_value
from guide.data.labels import load_labels
from guide.data.letters import load_letters
from guide.data.models import Judged
from guide.data.plain import plain_yaml
from guide.data.routes import load_routes
from guide.data.scams import load_scams
from guide.page.built_page import BuiltPage
from guide.page.figures import render_figure
from guide.page.folds import fold_sections
from guide.page.line_breaks import join_han_lines
from guide.page.line_ends import ems, holds_short_names, tie_arrows, unbroken_ems
from guide.page.markers import MarkerRenderer
from guide.page.marks import explain_first_mark, no_marks_in_headings, one_mark_a_range, one_mark_a_sentence
from guide.page.registers import Helpers
from guide.page.registers import render as render_register
from guide.page.sayings import Saying, finish_sayings, quoted, saying
from guide.page.templates import open_templates
from guide.page.tools import SAYINGS, ToolShelf
from guide.page.tree import fragment, inner_html, parent_of

WHOLE_EMS, LOOSE_EMS = 12.5, 19
"""What fits a phone side by side, in widths of a Chinese character: words that do not break on one of 320 px,
and the cells of a row in two lines on one of 390 px."""
LATE_REGISTERS = frozenset({"pages"})
"""Registers that can be made only when every page has been read."""
_SCHEMA = "https://schema.org"


@dataclass(frozen=True)
class Workshop:
    """Everything pages are made from, read once a build."""

    book: Book
    templates: Environment
    tools: ToolShelf
    docs_dir: Path
    data_dir: Path
    figures: Environment
    figures_dir: Path
    examples: dict[str, Any]
    pinyin: dict[str, str]
    draft: bool
    """Whether a block that cannot be made says so in the page instead of stopping the build."""

    @classmethod
    def open(
        cls,
        book: Book,
        examples: dict[str, Any],
        pinyin: dict[str, str],
        *,
        docs_dir: Path,
        data_dir: Path,
        tools_dir: Path,
        figures_dir: Path,
        overrides_dir: Path,
        draft: bool = False,
    ) -> Workshop:
        """Read the tables beside the *book*; raises `BookError` naming what is wrong in them.

        *examples* are the results of the worked examples, as `tools/examples.mjs` computes them; *pinyin* has that of
        each line to say.
        """
        templates = open_templates(overrides_dir)
        pictures = open_templates(figures_dir)
        letters = load_letters(data_dir / "letters.yml", book)
        listed = plain_yaml((data_dir / "examples.yml").read_text(encoding="utf-8"))
        tables = {
            "book": book,
            "examples": examples,
            "listed_examples": listed["examples"],
            "listed_comparisons": listed["comparisons"],
            "letters": letters,
            "routes": load_routes(data_dir / "routes.yml", book, letters.letters),
            "scams": load_scams(data_dir / "scams.yml", book),
        }
        shelf = ToolShelf(tools_dir, open_templates(tools_dir), tables)
        return cls(book, templates, shelf, docs_dir, data_dir, pictures, figures_dir, examples, pinyin, draft)

    def start_page(self, place: PageRef, meta: dict[str, Any]) -> PageWork:
        """Begin work on the page at *place* with its front matter *meta*."""
        return PageWork(self, place, meta)

    def labels(self, name: str, locale: str) -> dict[str, Any]:
        """The table `data/labels/name.yml` in one language."""
        return load_labels(self.data_dir / "labels" / f"{name}.yml", locale)

    def title(self, page_id: str, locale: str) -> str:
        """Title of a page, from its front matter."""
        return read_front_matter(self.docs_dir / locale / f"{page_id}.md").get("title", page_id)


class PageWork:
    """One page in one language, from Markdown to what its template needs."""

    def __init__(self, workshop: Workshop, place: PageRef, meta: dict[str, Any]) -> None:
        self.workshop, self.place, self.meta = workshop, place, meta
        self.labels = workshop.labels("markers", place.locale)
        self.content = ""
        self.has_sayings = self.has_words_to_say = False
        self.place_in_menu = 0
        self.markers = MarkerRenderer(
            place=place,
            book=workshop.book,
            templates=workshop.templates,
            labels=self.labels,
            block=self._block,
            draft=workshop.draft,
        )

    def expand(self, markdown: str) -> str:
        """*markdown* ready for the Markdown processor; raises `ValueError` for an unknown marker."""
        return self.markers.expand(markdown)

    def finish(self, html: str) -> str:
        """*html* of the article with its blocks in place and its tables scrollable by keyboard."""
        article = fragment(html)
        if self.place.locale == "zh":
            join_han_lines(article)
        wrap_tables(article, self.labels["table_label"])
        one_mark_a_range(article)
        name_kinds(article, self.labels["kinds"])
        no_marks_in_headings(article)
        one_mark_a_sentence(article, self._basis)
        explain_first_mark(article, self.markers.holds_mark, self.markers.template("legend"))
        self.has_sayings = finish_sayings(article, self.place.locale, self.workshop.pinyin, self._render_saying)
        if self.place.page_id == "faq":
            mark_questions(article)
        fold_sections(article, self.meta.get("folded", ()))
        self.content = tie_arrows(self.markers.fill_slots(inner_html(article)))
        return self.content

    def surroundings(self, page: Any, nav: Any, config: Any) -> dict[str, Any]:
        """What the page's template needs besides its content. *page*, *nav* and *config* are MkDocs'."""
        page.content = self._fill_late_registers(page.content, nav)
        self.place_in_menu = nav.pages.index(page)
        other = self.place.in_locale("en" if self.place.locale == "zh" else "zh")
        return {
            "place": self.place,
            "t": self.workshop.labels("shell", self.place.locale),
            "link": self.markers.link,
            "inline": self.markers.inline,
            "unlinked": self.markers.unlinked,
            "call": self.markers.call,
            "root": self.root,
            "other_page": page_link(self.place, other),
            "site_url": config.site_url,
            "report_url": report_address(config.extra, config.repo_url),
            "claims": self._about_this_page(self.workshop.book.claims),
            "said": self._about_this_page(self.workshop.book.said),
            "checked": self.checked,
            "review_by": self.review_by,
            "shown_date": lambda day: format_date(day, self.place.locale),
        }

    def built(self, page: Any, html: str) -> BuiltPage:
        """The finished page; *html* is the whole of it."""
        return BuiltPage(
            ref=self.place,
            title=str(page.title),
            description=self.meta.get("description", ""),
            content=page.content,
            html=html,
            facts=frozenset(self.markers.facts),
            tools=self.tools,
            place_in_menu=self.place_in_menu,
            section=page.ancestors[-1].title if page.ancestors else "",
            scripted_tools=tuple(name for name in self.tools if self.workshop.tools.has_script(name)),
            review_by=self.review_by,
        )

    @property
    def root(self) -> str:
        """Relative address of the site's root."""
        return relative_address(self.place.url, "")

    @property
    def tools(self) -> tuple[str, ...]:
        """Names of the tools on the page, each once, in order; sentences to say are one, after the others."""
        return tuple(dict.fromkeys([*self.markers.tools, *([SAYINGS] if self.has_sayings else [])]))

    def _about_this_page(self, claims: Mapping[str, Judged]) -> list[Judged]:
        """Those of *claims* that this page deals with."""
        return [claim for claim in claims.values() if claim.page.split("#")[0] == self.place.page_id]

    @property
    def checked(self) -> date | None:
        """The day of the oldest check among the page's facts."""
        return min((self.workshop.book.facts[fact].checked for fact in self.markers.facts), default=None)

    @property
    def review_by(self) -> date | None:
        """The day on which the first of the page's facts is due."""
        return min((self.workshop.book.facts[fact].review_by for fact in self.markers.facts), default=None)

    def _basis(self, fact_id: str) -> tuple[str, frozenset[str]]:
        """What a figure rests on: how well, and on which sources."""
        fact = self.workshop.book.facts[fact_id]
        return fact.status, frozenset(fact.sources)

    def _block(self, kind: str, argument: str) -> str:
        make = getattr(self, f"_{kind}")
        if not self.workshop.draft:
            return make(argument)
        try:
            return make(argument)
        except Exception as problem:
            return str(Markup('<p class="notice notice--danger">{}</p>').format(f"[{kind} {argument}] {problem!r}"))

    def _claim(self, claim_id: str) -> str:
        book = self.workshop.book
        claim = book.judged.get(claim_id)
        if claim is None:
            raise ValueError(
                f"found unknown claim “{claim_id}”; right: an id in data/claims.yml or data/said-online.yml"
            )
        return str(self.markers.template("claim", claim=claim, in_article=claim_id in book.claims))

    def _disputed(self, fact_id: str) -> str:
        fact = self.workshop.book.facts.get(fact_id)
        if fact is None or not fact.sides:
            raise ValueError(f"found “{fact_id}” as a disputed fact; right: a fact in data/facts.yml with `sides`")
        self.markers.facts.add(fact_id)
        return self.markers.template("disputed", fact=fact, source=lambda key: self.markers.inline(f"[[source:{key}]]"))

    def _figure(self, name: str) -> str:
        svg, figure = render_figure(
            self.workshop.figures,
            self.workshop.figures_dir,
            name,
            self.place.locale,
            self.workshop.book,
            examples=self.workshop.examples,
        )
        return self.markers.template("figure", name=name, svg=svg, figure=figure)

    def _example(self, example_id: str) -> str:
        return self._render_tool("example", form="example", example_id=example_id)

    def _schedule(self, example_id: str) -> str:
        return self._render_tool("example", form="whole", example_id=example_id)

    def _comparison(self, comparison_id: str) -> str:
        return self._render_tool("example", form="comparison", example_id=comparison_id)

    def _tool(self, name: str) -> str:
        return self._render_tool(name)

    def _render_tool(self, name: str, **more: Any) -> str:
        facts = self.workshop.book.facts
        return self.workshop.tools.render(
            name,
            self.place.locale,
            place=self.place,
            fact=self.markers.fact,
            inline=self.markers.inline,
            unlinked=self.markers.unlinked,
            cite=lambda source_id: self.markers.inline(f"[[source:{source_id}]]"),
            value=lambda fact_id: facts[fact_id].value,
            shown=lambda fact_id: format_value(facts[fact_id], self.place.locale),
            link=self.markers.link,
            root=self.root,
            say=self._say,
            **more,
        )

    def _say(self, chinese: str, meaning: str, **more: Any) -> Markup:
        """A sentence to say that stands in a tool: its Chinese, and on English pages the HTML of its meaning."""
        html = partial(self.markers.inline, within_chinese=True)
        if self.place.locale == "zh":
            return self._render_saying(quoted(f"“{html(chinese)}”"), **more)
        return self._render_saying(saying(chinese, meaning, self.workshop.pinyin, html), **more)

    def _render_saying(self, told: Saying, **more: Any) -> Markup:
        first, self.has_words_to_say = not self.has_words_to_say, True
        return Markup(self._render_tool(SAYINGS, told=told, first=first, pinyin=self.workshop.pinyin, **more))

    def _register(self, name: str) -> str:
        if name in LATE_REGISTERS:
            return f"<!--register:{name}-->"
        helpers = Helpers(
            templates=self.workshop.templates,
            data_dir=self.workshop.data_dir,
            inline=self.markers.inline,
            link=self.markers.link,
            root=self.root,
            title=lambda page_id: self.workshop.title(page_id, self.place.locale),
        )
        return render_register(name, self.workshop.book, self.place.locale, helpers)

    def _fill_late_registers(self, html: str, nav: Any) -> str:
        if "<!--register:pages-->" not in html:
            return html
        template = self.workshop.templates.get_template("registers/pages.html")
        return html.replace("<!--register:pages-->", template.render(nav=nav, address=self._address_of))

    def _address_of(self, page: Any) -> str:
        # In a draft the navigation may name a page that nobody has written yet.
        return page_link(self.place, page.guide.place) if hasattr(page, "guide") else str(page.url)


def wrap_tables(article: HtmlElement, label: str) -> None:
    """Let wide tables scroll in a region with a name, so that a phone keeps its page and a keyboard reaches them.

    A region is named by *label* and the heading above it.
    """
    seen: Counter[str] = Counter()
    for table in article.findall(".//table"):
        heading = table.xpath("(preceding::*[self::h1 or self::h2 or self::h3 or self::h4])[last()]")
        name = heading[0].text_content() if heading else ""
        seen[name] += 1
        again = f" ({seen[name]})" if seen[name] > 1 else ""
        # The empty corner of a table with row heads is a cell, not a head without words.
        for corner in table.iter("th"):
            if not corner.attrib and not len(corner) and not corner.text:
                corner.tag = "td"
        arrange_cells(table)
        region = E.DIV(E.CLASS("table-scroll"), role="region", tabindex="0")
        region.set("aria-label", f"{label}{name}{again}")
        region.tail, table.tail = table.tail, None
        table.addprevious(region)
        region.append(table)


def arrange_cells(table: HtmlElement) -> None:
    """Keep short names in one line, and let a *table* that no phone can hold become rows with labels there.

    Each cell of such a table carries the head of its column (`data-label`).
    """
    for cell in table.iter("td"):
        if holds_short_names(cell):
            cell.classes.add("short")
    heads = [head.text_content().strip() for head in table.findall("./thead/tr/th")]
    rows = [row.findall("./*") for row in table.findall("./tbody/tr")]
    if len(heads) < 3:
        return
    columns = list(zip(*rows, strict=False))
    whole = sum(max(map(unbroken_ems, column)) for column in columns)
    loose = sum(max(ems(cell.text_content()) for cell in column) / 2 for column in columns)
    if whole <= WHOLE_EMS and loose <= LOOSE_EMS:
        return
    table.classes.add("rows")
    for row in rows:
        for cell, head in zip(row, heads, strict=False):
            cell.set("data-label", head)


def name_kinds(article: HtmlElement, kinds: Mapping[str, str]) -> None:
    """Give the title of each call-out the word for its kind (`data-kind`), so that colour is not all that tells it."""
    for title in article.find_class("admonition-title"):
        for kind in kinds.keys() & parent_of(title).classes:
            title.set("data-kind", kinds[kind])


def mark_questions(article: HtmlElement) -> None:
    """Mark each `h3` of the FAQ and its answer as schema.org's question and answer."""
    for heading in article.findall("h3"):
        answer = list(itertools.takewhile(lambda part: part.tag not in ("h2", "h3"), heading.itersiblings()))
        text = E.DIV(*answer, itemprop="text")
        accepted = E.DIV(text, itemprop="acceptedAnswer", itemscope="", itemtype=f"{_SCHEMA}/Answer")
        question = E.DIV(itemprop="mainEntity", itemscope="", itemtype=f"{_SCHEMA}/Question")
        heading.addprevious(question)
        heading.set("itemprop", "name")
        question.extend([heading, accepted])


def report_address(extra: Mapping[str, Any], repo_url: str | None) -> str:
    """Where a reader reports an error: what the settings say, else the issues of the public code; empty if unknown."""
    return extra.get("report_url") or (f"{repo_url.rstrip('/')}/issues/new/choose" if repo_url else "")


@cache
def read_front_matter(path: Path) -> dict[str, Any]:
    """Front matter of the Markdown file at *path*."""
    _, front, _ = path.read_text(encoding="utf-8").split("---", 2)
    return plain_yaml(front)
