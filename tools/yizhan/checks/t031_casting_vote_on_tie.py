"""T031: a casting vote is given where votes are equal."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import Threshold
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "赞成 {for_} 票，反对 {against} 票，票数不相等，却有决定票。",
    "{for_} {for_:was|were} for and {against} against: the votes are not equal, yet there is a casting vote.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, decision in decisions(record):
        vote = decision.vote
        if vote is None or decision.needs is Threshold.MOST_OF_ALTERNATIVES:
            continue  # equal votes are those of another alternative
        if vote.casting is not None and vote.for_ != vote.against:
            message = _FOUND.format(for_=vote.for_, against=vote.against)
            yield Problem(record, (*pointer, "vote", "casting"), message)


_AGENDA = """\
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: adopted
        vote:
          for: 8
          against: {against}
          casting: for
"""

CHECK = Check(
    code="T031",
    title=Text("票数相等才有决定票", "A casting vote breaks a tie"),
    why=Text(
        "决定票只在赞成、反对相等时用；不相等还另投一票，等于一个人投了两次。",
        "A casting vote is there to break a tie; without one, somebody voted twice.",
    ),
    fix=Text(
        "核对票数；没有另投的，删去 casting（决定票）。",
        "Check the tally; if nobody had a further vote, take out casting.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(against=7)}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(against=8)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
