"""T040: those who come, leave, are recused or take part online are among those who were there."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.tallies import attendances
from yizhan.facts.presence import attendance_at, recused, represented
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_BELOW = Text(
    "到这个议题，走的人比在场的还多：还剩 {present} 人。",
    "By this item more have left than were there: {present} remain.",
)
_ABOVE = Text(
    "到这个议题，在场 {present} 人，超过了应到 {due} 人。",
    "By this item {present} are present, more than the {due} who {due:was|were} due.",
)
_RECUSED = Text(
    "回避 {recused} 人，比能表决的 {present} 人还多。",
    "{recused} are recused, more than the {present} who could vote.",
)
_ONLINE = Text(
    "线上参加 {online} 人，超过了实到 {present} 人。",
    "{online} took part online, more than the {present} present.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, attendance in attendances(record):
        online, present = attendance.online, attendance.present
        if online is not None and present is not None and online > present:
            message = _ONLINE.format(online=online, present=present)
            yield Problem(record, (*pointer, "online"), message)
    for number in range(len(record.agenda)):
        yield from _of_item(record, number)


def _of_item(record: Meeting, number: int) -> Iterator[Problem]:
    item, attendance = record.agenda[number], attendance_at(record, number)
    if attendance is None or attendance.present is None:
        return
    present, due = attendance.present, attendance.due
    pointer: Pointer = ("agenda", number)
    if item.movements and present < 0:
        message = _BELOW.format(present=present)
        yield Problem(record, (*pointer, "movements"), message)
    elif item.movements and due is not None and present > due:
        message = _ABOVE.format(present=present, due=due)
        yield Problem(record, (*pointer, "movements"), message)
    could = max(present, 0) + represented(attendance)
    if recused(item) > could:
        message = _RECUSED.format(recused=recused(item), present=could)
        yield Problem(record, (*pointer, "recused"), message)


_AGENDA = """\
agenda:
  - title: 广场使用
    movements:
      - left: {left}
        time: "20:10"
"""

CHECK = Check(
    code="T040",
    title=Text("到会、离开、回避的人数合得上", "Comings, goings and recusals add up"),
    why=Text(
        "法定人数按表决时在场的人算；走的比在场的还多，哪个数都不可信。",
        "A quorum counts those in the room at the vote; where more left than were there, no number can be trusted.",
    ),
    fix=Text(
        "核对实到、movements（到会变化）、recused（回避）和 online（线上参加）；实到是开会时清点的人数。",
        "Check present, movements, recused and online; present is the count when the meeting began.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(left=19)}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(left=9)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
