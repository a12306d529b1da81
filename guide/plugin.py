"""MkDocs plugin: hands each page to the guide's functions. All logic lives in the modules it calls."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from guide.data import Book, load_book
from guide.pages import PageRef, anchors_of, page_ref
from guide.templates import DATA_FOR_SCRIPTS, Code
from guide.workshop import BuiltPage, Workshop

EMPTY_TEMPLATE = "404.html"
"""The guide makes its own page for wrong addresses; MkDocs' one is empty."""


class GuideConfig(Config):
    """Where the guide keeps what is not a page."""

    data_dir = c.Dir(exists=True, default="data")
    tools_dir = c.Dir(exists=True, default="tools")
    figures_dir = c.Dir(exists=True, default="figures")
    overrides_dir = c.Dir(exists=True, default="overrides")
    examples_file = c.Type(str, default="build/examples.json")
    draft = c.Type(bool, default=False)
    """Show what cannot be made yet as a note in the page, for an author's preview."""


class GuidePlugin(BasePlugin[GuideConfig]):
    """Facts, claims, figures and tools in pages."""

    def __init__(self) -> None:
        self.workshop: Workshop | None = None
        self.pages: list[BuiltPage] = []
        self.kept: Mapping[PageRef, BuiltPage] = {}
        """Pages of an earlier build that nothing has changed since: they need only a place in the menu."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Begin a run: static-i18n repeats all later events for each language."""
        self.pages = []

    def open_workshop(
        self, config: MkDocsConfig, book: Book, examples: dict[str, Any], code: Code | None = None
    ) -> None:
        """Get ready to make pages of *book* and *examples*; raises `BookError`."""
        paths = {name: Path(value) for name, value in self.config.items() if name.endswith("_dir")}
        self.workshop = Workshop.open(
            book, examples, docs_dir=Path(config.docs_dir), draft=self.config.draft, code=code, **paths
        )

    def on_config(self, config: MkDocsConfig) -> None:
        """Open the data, if MkDocs runs by itself."""
        if self.workshop is None:
            computed = Path(self.config.examples_file)
            examples = json.loads(computed.read_text(encoding="utf-8")) if computed.is_file() else {}
            self.open_workshop(config, load_book(Path(self.config.data_dir)), examples)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Any) -> None:
        """Let the theme's templates write data as all others do."""
        env.policies["json.dumps_kwargs"] = DATA_FOR_SCRIPTS

    def on_page_markdown(self, markdown: str, *, page: Any, config: MkDocsConfig, files: Any) -> str:
        """Replace markers."""
        try:
            page.guide = self.workshop.start_page(page_ref(page.file.src_uri), page.meta)
            if page.guide.place in self.kept:
                page.meta["template"] = EMPTY_TEMPLATE
                return ""
            return page.guide.expand(markdown)
        except ValueError as problem:
            raise PluginError(f"docs/{page.file.src_uri}: {problem}") from problem

    # After every other plugin and extension, so that nothing rewrites a tool's markup.
    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Any, config: MkDocsConfig, files: Any) -> str:
        """Put tools, figures and registers in their places."""
        known = self.kept.get(page.guide.place)
        finished = known.content if known else page.guide.finish(html)
        # MkDocs knows the anchors of the Markdown only; those of the blocks came just now.
        page.present_anchor_ids |= anchors_of(finished)
        return finished

    @event_priority(-100)
    def on_page_context(
        self, context: dict[str, Any], *, page: Any, config: MkDocsConfig, nav: Any
    ) -> dict[str, Any]:
        """Give the templates what surrounds the page."""
        if page.guide.place in self.kept:
            return context  # its template asks for nothing
        return {**context, **page.guide.surroundings(page, nav, config)}

    def on_post_page(self, output: str, *, page: Any, config: MkDocsConfig) -> str:
        """Keep what later steps need to know of the page."""
        self.pages.append(self.kept.get(page.guide.place) or page.guide.built(page, output))
        return output
