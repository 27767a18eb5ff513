"""M041: a matter that came in on a round or at a meeting says so."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_HEARD, NOISE_PATH, NOISE_RAISED, WALK, WALK_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Channel, Kind
from yizhan.wording.terms import term

_ROUND = Text(
    "写了是走访时提的（round），渠道却是“{channel}”。",
    "It is said to be raised on a round (round), and the channel is “{channel}”.",
)
_MEETING = Text(
    "写了是会上提的（meeting），渠道却是“{channel}”。",
    "It is said to be raised at a meeting (meeting), and the channel is “{channel}”.",
)
_ELSEWHERE = frozenset((Channel.COUNTER, Channel.HOTLINE, Channel.ONLINE))
"""Channels that lead to an office; a wish or a patrol may well be part of a round."""


def _run(record: Matter, _archive: Archive, _context: Context) -> Iterator[Problem]:
    raised = record.raised
    if raised.channel not in _ELSEWHERE or (raised.round or raised.meeting) is None:
        return
    message = _ROUND if raised.round is not None else _MEETING
    message = message.format(channel=term(raised.channel))
    yield Problem(record, ("raised", "channel"), message)


_ON_ROUND = "  round: 20260210-shili-walk\n"
_WALK = WALK + "matters: [20260210-shili-noise]\n"

CHECK = Check(
    code="M041",
    title=Text("渠道和走访、会议对得上", "The channel fits the round or meeting"),
    why=Text(
        "同一件事不会既是窗口提的又是走访时提的；哪条渠道来的多，要按它统计。",
        "A matter does not come in at the counter and on a round at once, and figures tell how many came in by which channel.",
    ),
    fix=Text(
        "渠道写错的改 channel；不是那次走访、会议上提的，删去 round 或者 meeting。",
        "Correct channel; if it was not raised on that round or at that meeting, take round or meeting out.",
    ),
    bad=Example({NOISE_PATH: NOISE_RAISED + _ON_ROUND, WALK_PATH: _WALK}),
    good=Example({NOISE_PATH: NOISE_HEARD + _ON_ROUND, WALK_PATH: _WALK}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
