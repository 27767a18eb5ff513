"""R006: only what is annulled is void from the beginning."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.acknowledged import acknowledgments
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import AGAINST, IRREGULAR_DECISION, TALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import ResolutionResult
from yizhan.wording.terms import term

_FOUND = Text(
    "处理结果是“{result}”，不会自始没有效力。",
    "The resolution is “{result}”; it leaves nothing void from the beginning.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for each in acknowledgments(record):
        found = each.said.resolution
        if found is None or not found.from_beginning or found.result is ResolutionResult.ANNULLED:
            continue
        message = _FOUND.format(result=term(found.result))
        yield Problem(record, each.pointer("resolution", "from_beginning"), message)


_RESOLVED = (
    IRREGULAR_DECISION.format(votes=AGAINST, result="adopted")
    + """\
            resolution:
              result: {result}
              by: shili-committee
              date: 2026-03-02
              from_beginning: true
"""
)

CHECK = Check(
    code="R006",
    title=Text("撤销的才谈得上自始无效", "Void from the beginning only if annulled"),
    why=Text(
        "维持、追认的事情是有效的；又写自始无效，读的人不知道信哪一个。",
        "What was upheld or ratified stands; with “void from the beginning” beside it nobody knows which to believe.",
    ),
    fix=Text(
        "核对处理的决定：撤销的，result 写 annulled；维持、追认的，删去 from_beginning。",
        "Check what was resolved: of an annulment the result is annulled; otherwise take from_beginning out.",
    ),
    bad=Example({TALK_PATH: _RESOLVED.format(result="upheld")}),
    good=Example({TALK_PATH: _RESOLVED.format(result="annulled")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
