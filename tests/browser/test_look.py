"""The components look as they did when somebody last looked at them (`make styleguide` shows and photographs them)."""

from __future__ import annotations

import base64
import json

import pytest
from playwright.sync_api import Browser

from guide.base.project import Project
from tests.browser.conftest import ROOT
from upkeep.styleguide import FONTS, PHOTOGRAPHS, font_widths, photographs

PROJECT = Project(ROOT)
SHARE_OF_PIXELS = 0.002
"""May differ: smoothing of letters, no more. A mark of another colour is more."""
COMPARE = """async ([before, after]) => {
  const [a, b] = await Promise.all([before, after].map(async (text) => {
    const picture = new Image();
    picture.src = "data:image/png;base64," + text;
    await picture.decode();
    const { width, height } = picture;
    const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    context.drawImage(picture, 0, 0);
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  }));
  if (a.width !== b.width || a.height !== b.height) return 1;
  let different = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > 32)) different++;
  }
  return different / (a.width * a.height);
}"""
"""Share of the pixels that differ; all of them where the sizes do."""


def test_components_look_as_in_the_photographs(browser: Browser) -> None:
    folder = ROOT / PHOTOGRAPHS
    if font_widths(PROJECT, browser) != json.loads((folder / FONTS).read_text(encoding="utf-8")):
        pytest.skip("this machine has other fonts than that of the photographs")
    page = browser.new_page()

    changed = {
        name: share
        for name, picture in photographs(PROJECT, browser)
        if (share := page.evaluate(COMPARE, [encoded((folder / f"{name}.png").read_bytes()), encoded(picture)]))
        > SHARE_OF_PIXELS
    }

    page.close()
    assert changed == {}, "look at build/styleguide/; where the change is meant: make styleguide"


def encoded(picture: bytes) -> str:
    """A picture as text."""
    return base64.b64encode(picture).decode()
