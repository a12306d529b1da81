"""Each engine once a session, and each edition of the guide that was built."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

from guide.base.address import LOCALES, PageRef
from guide.editions.single import FILE
from tests.engines.engine import Engine
from upkeep.engines import NEEDS
from upkeep.local_server import serving

ROOT = Path(__file__).resolve().parents[2]
NAMES = {"chromium": "Chromium", "firefox": "Firefox", "webkit": "WebKit"}
EDITIONS = ("site", "zip", "single")
_NEEDS_OF = {"chromium": ["chromium"], "firefox": ["firefox"], "webkit": ["webkit-driver", "screen"]}


@dataclass(frozen=True)
class Edition:
    """One edition as a reader has it."""

    name: str
    home: str
    """What all its addresses begin with."""
    place: Callable[[PageRef], str]
    """Path of a page below `home`."""
    is_one_file: bool = False
    """Whether a page is a part of its file, named after #."""

    def address(self, page_id: str, locale: str, fragment: str = "") -> str:
        """Address of a page, or of what *fragment* names on it."""
        if self.is_one_file:
            fragment = fragment or f"#{page_id}"
        return f"{self.home}{self.place(PageRef(page_id, locale))}{fragment}"

    def leads_to(self, page_id: str, locale: str) -> str:
        """JavaScript that tells of a link whether it leads to a page."""
        file = json.dumps(f"{self.home}{self.place(PageRef(page_id, locale))}")
        is_file = f'link.href.split("#")[0] === {file}'
        if not self.is_one_file:
            return f"(link => {is_file})"
        target = "document.getElementById(decodeURIComponent(link.hash.slice(1)))"
        return f'(link => {is_file} && {target}.closest(".page").id === {json.dumps(page_id)})'


@pytest.fixture(scope="session", params=NAMES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """One started browser a session."""
    name = request.param
    absent = [package for need in _NEEDS_OF[name] for find, package in [NEEDS[need]] if not find()]
    if absent:
        pytest.skip(f"no {', '.join(absent)}: make test-engines installs it where the user may")
    started = getattr(import_module(f"tests.engines.{name}"), NAMES[name])()
    yield started
    started.close()


@pytest.fixture(scope="session", params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> Edition:
    """The site on a server, the unzipped bundle, the single files."""
    return request.getfixturevalue(f"{request.param}_edition")


@pytest.fixture(scope="session")
def site_edition() -> Iterator[Edition]:
    """The site on a local web server."""
    with serving(ROOT / "site") as url:
        yield Edition("site", f"{url}/", lambda ref: ref.url)


@pytest.fixture(scope="session")
def zip_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The bundle, unzipped on a disk."""
    folder = tmp_path_factory.mktemp("bundle")
    with zipfile.ZipFile(ROOT / "dist/weilidai-guide-offline.zip") as archive:
        archive.extractall(folder)
    return Edition("zip", f"{(folder / 'weilidai-guide').as_uri()}/", lambda ref: ref.file_name)


@pytest.fixture(scope="session")
def single_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The single files of both languages, alone in a folder."""
    folder = tmp_path_factory.mktemp("single")
    for locale in LOCALES:
        shutil.copy(ROOT / "dist" / FILE.format(locale), folder)
    return Edition("single", f"{folder.as_uri()}/", lambda ref: FILE.format(ref.locale), is_one_file=True)
