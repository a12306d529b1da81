"""Pictures hold their words, whatever font a device has."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.site.conftest import WEB_PAGES, Built

WITH_FIGURES = [page for page in WEB_PAGES if page.tree.xpath("//figure[contains(@class, 'figure')]")]
OUTSIDE = """() => {
  const right = (box) => box.x + box.width;
  const holds = (box, x, y) => box.x <= x && x <= right(box) && box.y <= y && y <= box.y + box.height;
  return [...document.querySelectorAll("figure svg")].flatMap((svg) => {
    const frames = [svg.viewBox.baseVal, ...[...svg.querySelectorAll("rect")].map((rect) => rect.getBBox())];
    return [...svg.querySelectorAll("text")].filter((text) => {
      const box = text.getBBox();
      const middle = box.y + box.height / 2;
      const around = frames.filter((frame) => holds(frame, box.x + 1, middle) && frame.height > box.height);
      return !around.length || around.some((frame) => right(box) > right(frame));
    }).map((text) => text.textContent);
  });
}"""


@pytest.mark.parametrize("page_of_figures", WITH_FIGURES, ids=repr)
def test_words_stay_inside_their_picture_and_their_box(page: Page, site_url: str, page_of_figures: Built) -> None:
    page.goto(f"{site_url}/{page_of_figures.ref.url}")

    assert page.evaluate(OUTSIDE) == []
