"""T032: an amendment names a motion of its item."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.decided_examples import CHANGE, MOTION, MOTIONS
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.keys import keys
from yizhan.model.meeting import Decision, Meeting
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind

_UNKNOWN = Text(
    "本议题里没有代号是“{key}”的动议；有的是：{known}。",
    "There is no motion “{key}” in this item; there are: {known}.",
)
_ITSELF = Text(
    "顺着 amends 找下去，这一项修改的是它自己。",
    "Followed from one to the next, amends leads back to this motion itself.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, item in enumerate(record.agenda):
        known = keys(item.decisions)
        for position, decision in enumerate(item.decisions):
            if decision.amends is None:
                continue
            pointer = ("agenda", number, "decisions", position, "amends")
            ring = _ring(item.decisions, known, position)
            if ring:
                if position == max(ring):
                    yield Problem(record, pointer, _ITSELF)  # said once, of the last on the way
            elif decision.amends not in known:
                yield Problem(
                    record, pointer, _UNKNOWN.format(key=decision.amends, known=commas(known))
                )


def _ring(decisions: tuple[Decision, ...], known: tuple[str, ...], position: int) -> list[int]:
    """The motions by which what a motion would change would in the end change that motion; or none."""
    targets = [known.index(each.amends) if each.amends in known else None for each in decisions]
    way, found = [position], targets[position]
    while found is not None and found not in way:
        way.append(found)
        found = targets[found]
    return way if found == position else []


CHECK = Check(
    code="T032",
    title=Text("修改意见指明修改哪项动议", "An amendment names its motion"),
    why=Text(
        "对动议的修改要先表决，改的是哪一项要说得清，居民才看得懂最后通过的是什么。",
        "Amendments are voted on first; which motion they change must be clear, or nobody knows what was adopted in the end.",
    ),
    fix=Text(
        "amends 写同一议题里那项动议的 key（代号）。",
        "Let amends be the key of the motion of the same item.",
    ),
    bad=Example(
        {
            TALK_PATH: TALK
            + ATTENDANCE
            + MOTIONS.format(first=CHANGE.format(amends="guan"), second=MOTION)
        }
    ),
    good=Example(
        {
            TALK_PATH: TALK
            + ATTENDANCE
            + MOTIONS.format(first=CHANGE.format(amends="guan-yinxiang"), second=MOTION)
        }
    ),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
