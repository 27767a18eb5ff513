"""T041: those who act for others are no more than those, and hold as many as there are."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.tallies import attendances
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_HOLDERS = Text(
    "受托 {holders} 人，比委托的 {number} 人还多。",
    "{holders} {holders:holder|holders} are more than the {number} represented.",
)
_MOST = Text(
    "一人最多受托 {most}，比委托的总数 {number} 还多。",
    "One represented {most}, more than the {number} in all.",
)
_TOO_FEW = Text(
    "受托 {holders} 人，每人最多 {most}，合起来到不了委托的 {number} 人。",
    "{holders} {holders:holder|holders} with {most} at most cannot make the {number} represented.",
)
_ABSENT = Text(
    "受托 {holders} 人，比实到的 {present} 人还多；受托的人要到会。",
    "{holders} {holders:holder|holders} are more than the {present} present; whoever holds a proxy is there.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, attendance in attendances(record):
        proxies = attendance.proxies
        if proxies is None:
            continue
        number, holders, most = proxies.number, proxies.holders, proxies.most
        where = (*pointer, "proxies")
        said = {"number": number, "holders": holders, "most": most, "present": attendance.present}
        if holders is not None and holders > number:
            yield Problem(record, (*where, "holders"), _HOLDERS.format(**said))
        elif most is not None and most > number:
            yield Problem(record, (*where, "most"), _MOST.format(**said))
        elif holders is not None and most is not None and holders * most < number:
            yield Problem(record, (*where, "number"), _TOO_FEW.format(**said))
        elif (
            holders is not None and attendance.present is not None and holders > attendance.present
        ):
            yield Problem(record, (*where, "holders"), _ABSENT.format(**said))


_PROXIES = """\
attendance:
  basis: persons
  due: 30
  present: 18
  proxies:
    number: {number}
    holders: 3
    most: 2
"""

CHECK = Check(
    code="T041",
    title=Text("委托的人数合得上", "Proxies add up"),
    why=Text(
        "一个人能受几个人的委托，法律有限额；数字对不上，限额就没法核对。",
        "The law limits how many one person may represent; numbers that do not add up cannot be held against it.",
    ),
    fix=Text(
        "对照委托书核对 proxies（委托）的人数、受托人数和一人最多受托几个。",
        "Compare number, holders and most of the proxies with the written mandates.",
    ),
    bad=Example({TALK_PATH: TALK + _PROXIES.format(number=7)}),
    good=Example({TALK_PATH: TALK + _PROXIES.format(number=6)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
