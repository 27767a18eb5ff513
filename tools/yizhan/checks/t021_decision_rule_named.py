"""T021: a decision rule that a decision names is there."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, ROAD, VOTE_PATH, vote
from yizhan.checks.shared.minutes import wrongly_named
from yizhan.facts.ruling import Shortfall
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

ABOUT = Shortfall.UNKNOWN_RULE


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    yield from wrongly_named(record, archive, context, ABOUT)


_VOTE = """\
        vote:
          for: 400
          against: 10
"""
_MEETING = vote("村民会议：修路", BY_ASSEMBLY | {"present": 470}) + ROAD + _VOTE

CHECK = Check(
    code="T021",
    title=Text("表决规则的代号查得到", "A decision rule that is named is known"),
    why=Text(
        "票数够不够按表决规则算；写了没有的规则，就看不出决定有没有效。",
        "Whether the votes were enough is told by a decision rule; with one that is not there, nobody can tell.",
    ),
    fix=Text(
        "删去 rule 这一行，按会议类别自动适用的规则来算；要写的，核对代号。",
        "Delete the line rule, and the rules of the meeting's kind apply; or check its key.",
    ),
    bad=Example({VOTE_PATH: _MEETING + "        rule: shili-unheard-of\n"}),
    good=Example({VOTE_PATH: _MEETING}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
