"""A019: who corrects existed on the day of the correction."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import CORRECTED, CORRECTED_PATH
from yizhan.checks.shared.lifetime import outside_lifetime
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.place_examples import SQUARE_TEAM, SQUARE_TEAM_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    for position, correction in enumerate(record.corrections):
        pointer = ("corrections", position, "by")
        body = archive.body(correction.by)
        yield from outside_lifetime(record, pointer, body, correction.date)


_BODY = SQUARE_TEAM + "dissolved: {dissolved}\n"
_MATTER = CORRECTED.replace("by: shili-committee\n    at", "by: shili-square-team\n    at").format(
    at="log/20260211-accept/note", value="value: 已派人查看。"
)

CHECK = Check(
    code="A019",
    title=Text("更正的组织当时存在", "Who corrects existed then"),
    why=Text(
        "谁更正的，谁要说得清依据；已经撤销的组织不能再更正。",
        "Whoever corrects answers for the grounds; a body that was dissolved cannot correct any more.",
    ),
    fix=Text(
        "by 写更正那天还在的组织；接手它的那个组织也可以。",
        "Let by name a body that existed on the day of the correction, such as the one that took over.",
    ),
    bad=Example({CORRECTED_PATH: _MATTER, SQUARE_TEAM_PATH: _BODY.format(dissolved="2025-12-31")}),
    good=Example({CORRECTED_PATH: _MATTER, SQUARE_TEAM_PATH: _BODY.format(dissolved="2026-12-31")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
