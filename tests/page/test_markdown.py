"""An article as Markdown: its words, in the order and with the weight they have on the page."""

from __future__ import annotations

import pytest

from guide.page.markdown import markdown_of
from guide.page.tree import fragment


@pytest.mark.parametrize(("html", "markdown"), [
    ("<h1>T</h1><p>One\n two.</p>", "# T\n\nOne two."),
    ("<h3 id='a'>A <a class='headerlink' href='#a'>#</a></h3>", "### A"),
    ("<p>Call <strong>now</strong>, <em>then</em> wait.</p>", "Call **now**, *then* wait."),
    ('<p>See <a href="https://x.example/">this page</a>.</p>', "See [this page](https://x.example/)."),
    ('<p>Call <a class="tel" href="tel:110">110</a></p>', "Call 110"),
    ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
    ("<ol start='3'><li><p>a</p><p>b</p></li><li>c</li></ol>", "3. a\n\n   b\n4. c"),
    ("<table><caption>K</caption><thead><tr><th>x</th><th>y</th></tr></thead><tr><td>1</td><td>a|b</td></tr></table>",
     "**K**\n\n| x | y |\n| --- | --- |\n| 1 | a\\|b |"),
    ("<table><tr><th>x</th><td>1</td></tr></table>", "|  |  |\n| --- | --- |\n| x | 1 |"),
    ("<details><summary>More</summary><p>folded</p></details>", "**More**\n\nfolded"),
    ("<details class='fold'><summary><h2>Later</h2></summary><p>folded</p></details>", "## Later\n\nfolded"),
    ("<div class='admonition'><p class='admonition-title'>Do</p><ol><li>a</li></ol></div>", "**Do**\n\n1. a"),
    ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
    ("<dl><dt>Word</dt><dd>meaning</dd></dl>", "**Word**\n\nmeaning"),
    ("<p>a<br>b</p>", "a b"),
    ("<div>loose <b>words</b><p>then a paragraph</p>after</div>", "loose **words**\n\nthen a paragraph\n\nafter"),
    ("<div data-tool='x'><form><p>Amount</p></form><div data-without-script><p class='notice'>No script.</p><p>Example</p></div></div>",
     "Example"),
    ("<p>a</p><!--register:pages--><script>x</script><svg><text>no</text></svg>", "a"),
])  # fmt: skip
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert markdown_of(fragment(html)) == markdown + "\n"


def test_a_figure_is_followed_by_its_note_with_or_without_a_mark_of_its_own() -> None:
    first = '<span class="fact"><a class="fact__source" href="/e#a"><data data-fact="a">3%</data></a></span>'
    last = '<span class="fact"><data data-fact="b">5%</data><a class="evidence" href="/e#b"></a></span>'

    assert markdown_of(fragment(f"<p>{first} to {last}.</p>"), lambda name: f"[^{name}]") == "3%[^a] to 5%[^b].\n"
