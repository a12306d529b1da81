"""One language of the guide in one file: pages, navigation, search, tools and pictures.

The file makes no assumption on where it lies: every address in it is a place in itself. A page is `#costs/index`, a
heading or a row keeps its id where no other page has it, and is `#costs/index/settle-early` elsewhere.
"""

from __future__ import annotations

import base64
import bz2
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import minify_html
from markupsafe import Markup

from guide.build.links import rewrite_addresses
from guide.build.policy import source_hash
from guide.data.wording import format_date
from guide.editions.class_names import shortened
from guide.editions.disk import evidence_words, shared_snippets, without_claims, without_frame, without_marks
from guide.pages import LOCALES, PAGE_SCHEME, PageRef
from guide.workshop import BuiltPage, Workshop

FILE = "weilidai-guide-{}.html"
OTHER_EDITION = "#other-edition"

_TEXT = re.compile(r'(<article class="md-typeset".*?)</main>', re.DOTALL)
_ID = re.compile(r'(\sid=")([^"]+)(")')
_POINTER = re.compile(r'(\s(?:for|aria-labelledby|aria-describedby|aria-controls|headers|list)=")([^"]+)(")')
_PAGE_LINK = re.compile(re.escape(PAGE_SCHEME) + r"([a-z]{2})/([a-z0-9/-]+)(?:#([\w?=&-]+))?")
_LANGUAGE_SWITCH = re.compile(
    r'(<a class="[^"]*header__language") href="[^"]*"([^>]*?) hreflang="[^"]*" rel="alternate" data-language-switch'
)
_EVIDENCE = re.compile(r'<a class="evidence [^>]*></a>')
_LINK_KIND = re.compile(r'\sclass="(?:cite|term)"(?=\shref="#(?:source|term)-)')
_ROW = re.compile(r"(?:claim|contact|fact|source|term)-|$")
"""What is not under a heading of its own, so that its heading does not stand in the file as search shows it."""
_FILE_LINK = re.compile(r'<p><a href="guide-file:[^>]*>.*?</a></p>()')
"""A file beside the page, which one file does not have."""
_ORDER = re.compile(r'href="#([a-z0-9/-]+)"')
_LIST = re.compile(r"<ul>.*</ul>", re.DOTALL)


@dataclass(frozen=True)
class Ingredients:
    """What both files are made with."""

    workshop: Workshop
    css: str
    script: str
    theme: str
    search: Mapping[str, Any]
    """`zh`, `en`: what search knows of a language; `words`: of both."""
    site_url: str
    """Where the guide is published; empty when nobody has said."""
    made_on: date


def single_file(pages: Sequence[BuiltPage], locale: str, ingredients: Ingredients) -> str:
    """The whole guide in *locale* as one page of HTML."""
    own = [page for page in pages if page.ref.locale == locale]
    places = Places(own)
    parts = {selector: Markup(html) for selector, html in _parts(own, places).items()}
    order = _ORDER.findall(parts[".nav"])
    texts = [(page, _text(page, places)) for page in sorted(own, key=lambda page: order.index(page.ref.page_id))]
    workshop, other = ingredients.workshop, next(code for code in LOCALES if code != locale)
    words = workshop.labels("single", locale)
    values = {
        "code": "zh-CN" if locale == "zh" else locale,
        "t": workshop.labels("shell", locale),
        "words": {**words, "about": words["about"].format(date=format_date(ingredients.made_on, locale))},
        "parts": parts,
        "pages": [{"id": page.ref.page_id, "title": page.title, "html": Markup(html)} for page, html in texts],
        "other_file": FILE.format(other),
        "address": ingredients.site_url and ingredients.site_url + PageRef("download", locale).url,
        "data": Markup(json.dumps(_script_data(ingredients, locale, places), ensure_ascii=False)),
    }
    html = workshop.templates.get_template("single-file.html").render(
        **values, css=Markup("{css}"), theme=Markup("{theme}"), script=Markup("{script}"), policy=Markup("{policy}")
    )
    html, css, script = shortened(_minified(html), _with_link_kinds(ingredients.css), ingredients.script)
    return _filled(html, css=css, script=script, theme=ingredients.theme)


class Places:
    """Where a page or an anchor of it stands in the file."""

    def __init__(self, pages: Iterable[BuiltPage]) -> None:
        self.by_url = {page.ref.url: page.ref for page in pages}
        texts = {page.ref.page_id: _TEXT.search(page.html)[1] for page in pages}
        self.ids = {page_id: {match[2] for match in _ID.finditer(text)} for page_id, text in texts.items()}
        self.uses = Counter(anchor for anchors in self.ids.values() for anchor in anchors)

    def of(self, page_id: str, anchor: str = "") -> str:
        """The id in the file of an *anchor* of a page, or of the page itself; an address that fills a tool stays."""
        if "?" in anchor:
            return anchor
        if anchor not in self.ids[page_id]:
            return page_id
        is_free = self.uses[anchor] == 1 and anchor not in self.ids
        return anchor if is_free else f"{page_id}/{anchor}"


def _parts(pages: Iterable[BuiltPage], places: Places) -> dict[str, str]:
    """The frame around the pages, by selector: header, menu, footer."""
    found = {}
    for page in sorted(pages, key=lambda page: page.ref.page_id != "index"):
        for selector, part in shared_snippets(page.html).items():
            if selector not in found:
                found[selector] = _addressed(part, page.ref, places)
    found[".header"] = _LANGUAGE_SWITCH.sub(rf'\1 href="{OTHER_EDITION}"\2', found[".header"])
    found[".toc"] = _LIST.sub("<ul></ul>", found[".toc"])
    found[".nav"] = found[".nav"].replace(' aria-current="page"', "")
    due = min((page for page in pages if page.review_by), key=lambda page: page.review_by)
    found[".stale"] = shared_snippets(due.html)[".stale"]
    return found


def _text(page: BuiltPage, places: Places) -> str:
    page_id = page.ref.page_id
    html = _addressed(_TEXT.search(without_frame(page.html))[1], page.ref, places)
    html = without_claims(html, lambda register: f"#{register}")
    html = _ID.sub(lambda match: match[1] + places.of(page_id, match[2]) + match[3], html)
    html = _POINTER.sub(
        lambda match: (
            match[1]
            + " ".join(places.of(page_id, name) if name in places.ids[page_id] else name for name in match[2].split())
            + match[3]
        ),
        html,
    )
    return _lean(html)


def _lean(html: str) -> str:
    """*html* without what its reader does not see and a script can tell: marks for search engines, evidence links."""
    html = _EVIDENCE.sub("", html)
    return without_marks(_LINK_KIND.sub("", html))


def _addressed(html: str, origin: PageRef, places: Places) -> str:
    """*html* with each address of a page or a place in it made a place in the file."""

    def from_scheme(match: re.Match[str]) -> str:
        locale, page_id, anchor = match.groups()
        return f"#{places.of(page_id, anchor or '')}" if locale == origin.locale else OTHER_EDITION

    def from_path(path: str, fragment: str) -> str:
        target = places.by_url.get(path)
        return f"#{places.of(target.page_id, fragment.lstrip('#'))}" if target else OTHER_EDITION

    html = _FILE_LINK.sub(r"\1", html)
    html = rewrite_addresses(_PAGE_LINK.sub(from_scheme, html), origin, from_path)
    own = places.ids[origin.page_id]
    return re.sub(
        r'(\shref="#)([\w-]+)(")',
        lambda match: match[1] + (places.of(origin.page_id, match[2]) if match[2] in own else match[2]) + match[3],
        html,
    )


def _script_data(ingredients: Ingredients, locale: str, places: Places) -> dict[str, Any]:
    """What the scripts need to know: of search all but texts and headings, which stand in the file already."""
    search = ingredients.search
    index = search[locale]
    ids = [page["id"] for page in index["pages"]]
    rows = [
        [number, anchor and places.of(ids[number], anchor), heading if _ROW.match(anchor) else "", "", *asked]
        for number, anchor, heading, _, *asked in index["sections"]
    ]
    answers = [
        {**answer, "anchor": answer["anchor"] and places.of(ids[answer["page"]], answer["anchor"])}
        for answer in index["answers"]
    ]
    return {
        "index": _packed({**index, "sections": rows, "answers": answers}),
        "words": _packed(search["words"]),
        "evidence": evidence_words(ingredients.workshop.labels("markers", locale)),
    }


def _packed(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(bz2.compress(text.encode())).decode()


def _with_link_kinds(css: str) -> str:
    """*css* that knows citations and terms by where they lead, since a thousand links go without their class."""
    for name, prefix in (("cite", "source"), ("term", "term")):
        css = re.sub(rf"\.{name}(?![\w-])", f'[href^="#{prefix}-"]', css)
    return css


def _filled(html: str, *, css: str, script: str, theme: str) -> str:
    """*html* with its styles and scripts, and a policy that allows exactly these."""
    policy = ";".join(
        [
            "default-src 'none'",
            f"script-src {source_hash(theme)} {source_hash(script)}",
            f"style-src {source_hash(css)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    # The minifier took the quotation marks around the policy's place.
    for mark, text in (("{css}", css), ("{theme}", theme), ("{script}", script), ("{policy}", f'"{policy}"')):
        html = html.replace(mark, text)
    return html


def _minified(html: str) -> str:
    return minify_html.minify(
        html, keep_html_and_head_opening_tags=True, keep_comments=False, minify_css=False, minify_js=False
    )
