"""T023: a decision rule that a decision names applied on its day and at its place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ROADS, ROADS_PATH
from yizhan.checks.shared.minutes import wrongly_named
from yizhan.facts.ruling import Shortfall
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

ABOUT = Shortfall.RULE_NOT_IN_FORCE


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    yield from wrongly_named(record, archive, context, ABOUT)


CHECK = Check(
    code="T023",
    title=Text("写明的表决规则当时当地适用", "A named decision rule applied there and then"),
    why=Text(
        "会上可能确实按另一条规则算了票，记录可以如实写；但法律不承认，决定有没有效就可以争。",
        "A meeting may in truth have counted by another rule, and the record may say so; the law does not know it there, "
        "and the decision can be contested.",
    ),
    fix=Text(
        "代号写错的，改成当时当地适用的规则；不写 rule，就按会议类别自动适用的规则来算。",
        "If the key is wrong, name the rule that applied; without rule, those of the meeting's kind apply.",
    ),
    bad=Example({ROADS_PATH: ROADS + "        rule: chongqing-villagers-assembly\n"}),
    good=Example({ROADS_PATH: ROADS}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
