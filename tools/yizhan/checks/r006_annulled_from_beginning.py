"""R006: only what was annulled is without effect from the beginning."""

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
    "处理的结果是{result}，却写了自始无效。",
    "It was {result}, yet is said to be without effect from the beginning.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for each in acknowledgments(record):
        found = each.said.resolution
        if found is None or not found.from_beginning:
            continue
        if found.result is not ResolutionResult.ANNULLED:
            message = _FOUND.format(result=term(found.result))
            yield Problem(record, each.pointer("resolution", "from_beginning"), message)


_DECISION = IRREGULAR_DECISION.format(votes=AGAINST, result="adopted")
_RESOLVED = """\
            resolution:
              result: {result}
              by: shili-committee
              date: 2026-03-01
              from_beginning: true
"""

CHECK = Check(
    code="R006",
    title=Text("撤销了的才自始无效", "Only the annulled is void from the beginning"),
    why=Text(
        "维持、追认了的就有效力；又写自始无效，居民不知道信哪一句。",
        "What was upheld or ratified has effect; said to be void as well, nobody knows which to believe.",
    ),
    fix=Text(
        "核对处理的文书：撤销的，result 写 annulled；没有撤销的，删去 from_beginning。",
        "Compare with the document: if it was annulled, say so in result; if not, delete from_beginning.",
    ),
    bad=Example({TALK_PATH: _DECISION + _RESOLVED.format(result="upheld")}),
    good=Example({TALK_PATH: _DECISION + _RESOLVED.format(result="annulled")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
