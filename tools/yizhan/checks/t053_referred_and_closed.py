"""T053: it is recorded to whom something was referred, and why the public was excluded."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import ItemOutcome
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, Kind

_REFERRED = Text(
    "转交了，没有写转交给谁。",
    "It was referred, and the record does not say to whom.",
)
_CLOSED = Text(
    "不公开讨论，没有写原因。",
    "The public was excluded, and the record does not say why.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, item in enumerate(record.agenda):
        if item.outcome is ItemOutcome.REFERRED and item.referred_to is None:
            yield Problem(record, ("agenda", number, "outcome"), _REFERRED)
        if item.closed and item.closed_reason is None:
            yield Problem(record, ("agenda", number, "closed"), _CLOSED)
    for pointer, decision in decisions(record):
        if decision.result is DecisionResult.REFERRED and decision.referred_to is None:
            yield Problem(record, (*pointer, "result"), _REFERRED)


_AGENDA = """\
agenda:
  - title: 广场使用
    outcome: referred
"""
_TO = """\
    referred_to: shili-office
"""

CHECK = Check(
    code="T053",
    title=Text("转交给谁、为什么不公开，都写明", "To whom it was referred, why it was closed"),
    why=Text(
        "没写转交给谁，这件事就没有人接；没写为什么不公开，旁人会往坏处想。",
        "What is referred to nobody is nobody's; a closed item without a reason leaves people to think the worst.",
    ),
    fix=Text(
        "写上 referred_to（转交给）、closed_reason（不公开的原因）；来源没有说的，不要编，这条提醒可以留着。",
        "Write referred_to, and closed_reason; where no source says it, invent nothing and let this warning stand.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA + _TO}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
