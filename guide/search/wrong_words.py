"""Finds words of search that lead nowhere: places, facts and groups that are not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from guide.base.problems import Problem
from guide.data import Book
from guide.search.words import Wording


def wrong_words(wording: Wording, book: Book, places: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Every problem of *wording*; *places* has the anchors of each page, by its id."""
    ids = Counter(group.id for group in wording.groups)
    for group in wording.groups:
        if ids[group.id] > 1:
            file, line = wording.lines[f"group {group.id}"]
            yield Problem(file, line, f"the group {group.id!r} {ids[group.id]} times", "an id of its own")
    asked = [(f"question {one.place}", one.place) for one in wording.questions]
    asked += [(f"answer {one.id}", one.place) for one in wording.answers]
    for name, place in asked:
        page_id, _, anchor = place.partition("#")
        if page_id not in places or (anchor and anchor not in places[page_id]):
            right = "a page id such as costs/index, or page#anchor of a heading there"
            yield Problem(*wording.lines[name], f"the place “{place}”, which is not there", right)
    for answer in wording.answers:
        for fact in answer.facts:
            if fact not in book.facts:
                where = wording.lines[f"answer {answer.id}"]
                yield Problem(*where, f"the unknown fact {fact!r} of the answer {answer.id!r}", "an id from facts.yml")
    file = wording.lines[f"question {wording.questions[0].place}"][0] if wording.questions else "data/questions.yml"
    for page_id in {*wording.companions, *wording.companions.values()} - places.keys():
        yield Problem(file, 1, f"the companion “{page_id}”, which is no page", "a page id such as costs/index")
    known = set(ids)
    sums = (wording.sums.tool, *wording.sums.beside, *wording.sums.cost)
    for named in {*wording.beside, *wording.subject, *sums} - known:
        yield Problem("data/synonyms.yml", 1, f"the unknown group {named!r}", "the id of a group in that file")
