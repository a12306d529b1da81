"""`make links`: a report on the addresses of the sources."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from guide.base.project import Project
from guide.data import load_book
from upkeep.outside_links import Answer, Link, Manners, ask_all

_USER_AGENT = "weilidai-guide-link-check/1.0 (independent consumer guide; checks its own citations)"
_TO_MEND = ("gone", "silent", "failed")


def main(project: Project, arguments: list[str]) -> int:
    """Ask, print what is not well (or all, or JSON); 1 where an address is gone, silent or failing."""
    options = _options(arguments)
    book = load_book(project.data)
    links = [Link(source.id, source.address) for source in book.sources.values() if source.address]
    wanted = [link for link in links if not options.only or link.source_id in options.only]
    answers = ask_all(wanted, Manners(_USER_AGENT, options.pause, options.timeout))
    print(as_json(answers) if options.json else as_table(answers, everything=options.all))
    return int(any(answer.verdict in _TO_MEND for answer in answers))


def as_json(answers: Iterable[Answer]) -> str:
    """The answers for a program."""
    return json.dumps([asdict(answer) for answer in answers], ensure_ascii=False, indent=2)


def as_table(answers: list[Answer], *, everything: bool) -> str:
    """The answers for a person: what is not well, and how many of each kind."""
    shown = [answer for answer in answers if everything or answer.verdict != "well"]
    rows = [
        f"{answer.verdict:8} {answer.status or '—':>4}  {answer.source_id}\n               {answer.address}"
        + (f"\n             → {answer.now_at}" if answer.now_at else "")
        + (f"\n               {answer.why}" if answer.why else "")
        for answer in shown
    ]
    counts = Counter(answer.verdict for answer in answers)
    total = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    return "\n".join([*rows, f"{len(answers)} addresses: {total or 'none asked'}"])


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make links", description="Do the sources' addresses still answer?")
    parser.add_argument("--json", action="store_true", help="for a program")
    parser.add_argument("--all", action="store_true", help="show those that are well too")
    parser.add_argument("--only", nargs="*", metavar="SOURCE", help="ids of sources, to ask these alone")
    parser.add_argument("--pause", type=float, default=2.0, help="seconds between two questions to one host")
    parser.add_argument("--timeout", type=float, default=20.0, help="seconds to wait for an answer")
    return parser.parse_args(arguments)
