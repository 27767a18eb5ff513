"""T060: where a meeting was not held for want of a quorum, its attendance has none."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, vote
from yizhan.checks.shared.minutes import decision_rules
from yizhan.facts.decision import quorum_reached
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import NotHeldKind
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.ruling import under

_ALL_CAME = Text(
    "会议写的是到会人数不够没有开成，实到 {present:,}/{due:,} 却是全到了。",
    "The meeting is recorded as not held for want of a quorum, yet {present:,}/{due:,} came: all of them.",
)
_REACHED = Text(
    "会议写的是到会人数不够没有开成，实到 {present:,}/{due:,} 却够了。",
    "The meeting is recorded as not held for want of a quorum, yet {present:,}/{due:,} came, which is enough.",
)
_KNOWN_BEFORE = Text(
    "会议写的是到会人数不够没有开成，宣布的日期 {date} 却在会议那天（{held}）之前。",
    "The meeting is recorded as not held for want of a quorum, yet that was announced on {date}, before its day, {held}.",
)
_CHECK_DAY = Text(
    "核对两个日期；没有到会议那天就说不开了的，是延期、取消或者撤回，改 how。",
    "Check both days; what was called off before its day was postponed, cancelled or withdrawn: change how.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    off = record.not_held
    if off is None or off.how is not NotHeldKind.NO_QUORUM:
        return
    if off.date is not None and off.date.surely_before(record.date):
        message = _KNOWN_BEFORE.format(date=off.date, held=record.date)
        yield Problem(record, ("not_held", "date"), message, _CHECK_DAY)
    there = record.attendance
    if there is None or there.present is None or there.due is None:
        return
    said = {"present": there.present, "due": there.due}
    rule = quorum_reached(record, *decision_rules(record, archive, context))
    if rule is not None:
        message = under(rule, _REACHED.format(**said))
        yield Problem(record, ("not_held", "how"), message)
    elif there.present >= there.due + (there.excluded or 0) > 0:
        yield Problem(record, ("not_held", "how"), _ALL_CAME.format(**said))


_OFF = """\
agenda:
  - title: 修路
not_held:
  how: no_quorum
"""

CHECK = Check(
    code="T060",
    title=Text("流会的人数确实不够", "Too few came to what was not held for it"),
    why=Text(
        "人数够了又写因为人数不够没有开成，到会人数和没开的原因总有一个是错的，居民也不知道会为什么没有开。",
        "With a quorum in the attendance, either the numbers or the reason why it was not held is wrong, and residents "
        "do not learn why.",
    ),
    fix=Text(
        "对照签到表核对 attendance（到会情况）；因为别的原因没有开的，改 how（情形）；其实开了的，删去 not_held。",
        "Compare attendance with the attendance sheet; if it was not held for another reason, change how; if it was held, delete not_held.",
    ),
    bad=Example({VOTE_PATH: vote("村民会议：修路", BY_ASSEMBLY) + _OFF}),
    good=Example({VOTE_PATH: vote("村民会议：修路", BY_ASSEMBLY | {"present": 430}) + _OFF}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
