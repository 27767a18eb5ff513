"""T033: amendments are voted on before the motion that they change."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.decided_examples import CHANGE, MOTION, MOTIONS
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.facts.tally import put_to_vote
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.keys import keys
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_AFTER = Text(
    "修改意见排在它修改的动议后面，动议已经先表决了。",
    "This amendment comes after the motion that it would change, which was voted on first.",
)
_LATER = Text(
    "修改意见 {time} 才表决，它修改的动议 {before} 就表决了。",
    "This amendment was voted on at {time}, the motion that it would change already at {before}.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, item in enumerate(record.agenda):
        known = keys(item.decisions)
        for position, decision in enumerate(item.decisions):
            if decision.amends not in known or decision.amends == known[position]:
                continue
            where = known.index(decision.amends)
            motion = item.decisions[where]
            if not put_to_vote(decision) or not put_to_vote(motion):
                continue  # what nobody voted on comes before or after nothing
            pointer = ("agenda", number, "decisions", position)
            if where < position:
                yield Problem(record, pointer, _AFTER)
            elif (
                motion.time is not None
                and decision.time is not None
                and motion.time < decision.time
            ):
                message = _LATER.format(time=decision.time, before=motion.time)
                yield Problem(record, (*pointer, "time"), message)


CHECK = Check(
    code="T033",
    title=Text("修改意见先表决", "Amendments are voted on first"),
    why=Text(
        "动议表决以后再改，通过的和写下来的就不是一回事。",
        "What is changed after the vote is no longer what was adopted.",
    ),
    fix=Text(
        "按表决的先后排：修改意见在前，动议在后；会上确实先表决了动议的，如实写。",
        "List them in the order of voting, amendments first; where the motion was in truth voted on first, leave it so.",
    ),
    bad=Example(
        {
            TALK_PATH: TALK
            + ATTENDANCE
            + MOTIONS.format(first=MOTION, second=CHANGE.format(amends="guan-yinxiang"))
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
    level=Level.IRREGULAR,
)
