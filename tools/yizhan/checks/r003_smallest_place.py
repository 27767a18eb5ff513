"""R003: what is irregular is acknowledged at the smallest thing that holds it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.acknowledged import coverings, place_named
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import AGAINST, IRREGULAR_DECISION, TALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "{code} 不合规的是{place}，应当写在那里，不写在这里。",
    "What {code} finds is in {place}; acknowledge it there, not here.",
)


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    for code, _, found in coverings(record, archive, context):
        for each, place in found.misplaced:
            message = _FOUND.format(code=code, place=place_named(record, place))
            yield Problem(record, each.pointer("code"), message)


_LINES = """\
irregular:
  - code: T008
    reason: 主持人当场宣布通过。
    by: shili-committee
    date: 2026-03-18
"""
_BARE = IRREGULAR_DECISION.partition("        irregular:")[0].format(
    votes=AGAINST, result="adopted"
)

CHECK = Check(
    code="R003",
    title=Text("不合规写在那一条里", "Acknowledged where it is"),
    why=Text(
        "写在整份记录上，后来再有同样的不合规也被盖过去了；标记也落不到那一条上。",
        "At the whole record it would cover whatever comes later as well, and the mark would be on the wrong thing.",
    ),
    fix=Text(
        "把这一条说明移到所说的那一条里；已经合并的，用 corrections 把它撤掉，在那一条里另写。",
        "Move this acknowledgment to the item that is named; once merged, annul it in corrections and write it anew there.",
    ),
    bad=Example({TALK_PATH: _BARE + _LINES}),
    good=Example({TALK_PATH: IRREGULAR_DECISION.format(votes=AGAINST, result="adopted")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
