"""MkDocs' door to the guide: hands each event to the functions of the rooms behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from guide.base.address import LOCALES, page_ref
from guide.base.node import NodeError
from guide.base.problems import BuildProblems
from guide.base.project import Project
from guide.base.swap import only_one, put_in_place
from guide.build import Begun, begin, finish
from guide.check.settings import Settings
from guide.page.built_page import BuiltPage
from guide.page.templates import DATA_FOR_SCRIPTS
from guide.page.tree import anchors_of
from guide.page.workshop import Workshop


class GuideConfig(Config):  # type: ignore[no-untyped-call]
    """What an author may choose for one build."""

    draft = c.Type(bool, default=False)
    """Show what cannot be made yet as a note in the page: in an author's preview, never in what is published."""
    paper = c.Type(bool, default=False)
    """Print the paper editions too."""


class GuidePlugin(BasePlugin[GuideConfig]):  # type: ignore[no-untyped-call]
    """Facts, claims, figures and tools in pages; styles, scripts, search and editions around them."""

    def __init__(self) -> None:
        self.serving = False
        self.begun: Begun | None = None
        self.pages: list[BuiltPage] = []
        self.copied: set[str] = set()
        """Files that are no pages, by their path in the site."""
        self.languages_made = 0
        self.target = Path()
        self.turn = ExitStack()
        """Held while a build is made aside."""

    @property
    def workshop(self) -> Workshop:
        """Where pages are made; there is one from `on_config` on."""
        assert self.begun
        return self.begun.workshop

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether an author watches."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Begin a build; static-i18n comes by once more for each further language."""
        if not config.repo_url:  # there is nothing to edit, and MkDocs would warn of each page
            config.edit_uri = ""
        if self.begun:
            return
        if self.config.draft and not self.serving:
            raise PluginError("mkdocs.yml: found a draft (GUIDE_DRAFT) in a build; right: make serve, or no draft")
        project = Project(Path(config.config_file_path).parent)
        with told("mkdocs.yml"):
            self.begun = begin(project, settings_of(config), draft=self.config.draft)
        self.pages, self.copied, self.languages_made = [], set(), 0
        self.target = Path(config.site_dir)
        if not self.serving:  # whole or not at all: a build that fails leaves what was there
            self.turn.enter_context(only_one(project.work / "mkdocs.lock"))
            config.site_dir = str(project.work / "mkdocs")
        config.watch += [str(project.root / name) for name in ("data", "tools", "figures", "styles", "overrides")]

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave the theme's own scripts and styles out: the guide makes its own from them."""
        for file in list(files):
            if file.src_dir in config.theme.dirs[1:]:
                files.remove(file)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Note what MkDocs copies, and let the theme's templates write data as all others do."""
        # By now static-i18n has said where the files of each language go.
        self.copied |= {file.dest_uri for file in files if not file.is_documentation_page()}
        env.policies["json.dumps_kwargs"] = DATA_FOR_SCRIPTS

    def on_page_markdown(self, markdown: str, *, page: Any, config: MkDocsConfig, files: Files) -> str:
        """Replace markers."""
        with told(f"docs/{page.file.src_uri}"):
            page.guide = self.workshop.start_page(page_ref(page.file.src_uri), page.meta)
            return page.guide.expand(markdown)

    # After every other plugin and extension, so that nothing rewrites a tool's markup.
    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Any, config: MkDocsConfig, files: Files) -> str:
        """Put tools, figures and registers in their places."""
        with told(f"docs/{page.file.src_uri}"):
            finished = page.guide.finish(html)
        # MkDocs knows the anchors of the Markdown only; those of the blocks came just now.
        page.present_anchor_ids |= anchors_of(finished)
        return finished

    @event_priority(-100)
    def on_page_context(self, context: Any, *, page: Any, config: MkDocsConfig, nav: Any) -> Any:
        """Give the templates what surrounds the page."""
        with told(f"docs/{page.file.src_uri}"):
            return {**context, **page.guide.surroundings(page, nav, config)}

    # After hooks and other plugins have had their say on the page.
    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Any, config: MkDocsConfig) -> str:
        """Keep what the end of the build needs to know of the page."""
        self.pages.append(page.guide.built(page, output))
        return output

    # After static-i18n, which builds the other languages from its own step here.
    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the site whole once every language is there."""
        self.languages_made += 1
        if self.languages_made < len(LOCALES) or not self.begun:
            return
        begun, self.begun = self.begun, None
        web = Path(config.site_dir)
        with told("the end of the build"):
            finish(begun, self.pages, self.copied, web, preview=self.serving, paper=self.config.paper)
        if web != self.target:
            put_in_place(web, self.target)
        self.turn.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Begin anew next time; tell a fault in a template that MkDocs itself found."""
        self.begun = None
        self.turn.close()
        if isinstance(error, TemplateError):
            with told("a template"):
                raise error


@contextmanager
def told(place: str) -> Iterator[None]:
    """Stop MkDocs in words, without a traceback, for what an author can mend; *place* is what was at work."""
    try:
        yield
    except (BuildProblems, NodeError) as problem:
        raise PluginError(str(problem)) from problem
    except TemplateError as problem:
        raise PluginError(f"{place}: {template_problem(problem)}") from problem
    except ValueError as problem:
        raise PluginError(f"{place}: {problem}") from problem


def template_problem(problem: TemplateError) -> str:
    """A fault in a template, with the file and the line where it shows."""
    if isinstance(problem, TemplateSyntaxError):
        return f"{problem.filename or problem.name}:{problem.lineno}: found {problem.message}; right: a valid template"
    frames = [frame for frame in extract_tb(problem.__traceback__) if frame.filename.endswith((".html", ".svg"))]
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "a template"
    return f"{where}: found that {problem}; right: a name that the template is given"


def settings_of(config: MkDocsConfig) -> Settings:
    """The settings that the guide has something to say to."""
    return Settings(
        site_url=config.site_url or "",
        docs_dir=Path(config.docs_dir),
        use_directory_urls=config.use_directory_urls,
        theme=dict(config.theme.items()),
        extra=config.extra,
        repo_url=config.repo_url or "",
        extra_css=config.extra_css,
        extra_javascript=list(map(str, config.extra_javascript)),
    )
