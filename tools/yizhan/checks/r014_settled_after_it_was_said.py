"""R014: what is irregular is settled after it was acknowledged."""

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

_FOUND = Text(
    "{settled} 就处理了，{said} 才写明不合规。",
    "It was settled on {settled}, and acknowledged only on {said}.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for each in acknowledgments(record):
        found = each.said.resolution
        if found is not None and found.date.surely_before(each.said.date):
            message = _FOUND.format(settled=found.date, said=each.said.date)
            yield Problem(record, each.pointer("resolution", "date"), message)


_DECISION = IRREGULAR_DECISION.format(votes=AGAINST, result="adopted")
_RESOLVED = """\
            resolution: {{result: upheld, by: shili-office, date: {date}}}
"""

CHECK = Check(
    code="R014",
    title=Text("写明以后才处理", "Settled after it was acknowledged"),
    why=Text(
        "处理写在写明的下面，说的是后来怎样了；日期在前面的，多半是两个日期写反了。早就处理过、现在才补写的也有，所以只是提醒。",
        "A resolution says what became of it later; a date before is mostly one of the two dates typed wrongly. It also happens that something long settled is only now acknowledged, hence a warning.",
    ),
    fix=Text(
        "对照处理的文书核对两个日期；确实早就处理过、后来才补写的，这条提醒可以留着。",
        "Compare both dates with the document; where it was settled long before it was written down, let this warning stand.",
    ),
    bad=Example({TALK_PATH: _DECISION + _RESOLVED.format(date="2026-02-18")}),
    good=Example({TALK_PATH: _DECISION + _RESOLVED.format(date="2026-02-19")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.WARNING,
)
