"""A screen reader is told of each tool what it was told when somebody last looked (`make styleguide` writes it anew)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import ROOT
from upkeep.trees import TOOLS, TREES, as_text, trees

pytestmark = pytest.mark.browser
MEANT = "where the change is meant: make styleguide, then look at the difference"


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_tools_tell_what_they_told(browser: Browser, site_url: str, locale: str) -> None:
    told = {name: as_text(tree) for name, tree in trees(browser, site_url, locale)}
    kept = {name: (ROOT / TREES / f"{name}.{locale}.yml").read_text(encoding="utf-8") for name in TOOLS}

    assert told == kept, MEANT
