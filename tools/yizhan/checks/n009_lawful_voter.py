"""N009: an amendment is voted on by the kind of meeting that the law names."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.dossier import votes_it_rests_on
from yizhan.checks.shared.examples import (
    BY_ASSEMBLY,
    BY_REPRESENTATIVES,
    DOGS_PATH,
    VOTE_PATH,
    dogs,
    dogs_agenda,
    vote,
)
from yizhan.checks.shared.rule_making import WRONG_MEETING, maker_of_elsewhere, wrong_maker
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{meeting}是{kind}，按{law}，这类规约要由{allowed}修改。",
    "{meeting} is {kind}; under {law} such a rule is amended by {allowed}.",
)
_ELSEWHERE = Text(
    "{meeting}是“{other}”的会议，按{law}，这份规约要由“{own}”的{allowed}修改。",
    "{meeting} is of “{other}”; under {law} this rule is amended by {allowed} of “{own}”.",
)


def _run(record: Amendment, archive: Archive, context: Context) -> Iterator[Problem]:
    rule = archive.get(Rule, record.rule)
    if rule is None:
        return
    for pointer, entry, meeting in votes_it_rests_on(record, archive, "N009"):
        broken, wording = wrong_maker(rule, entry.date, meeting, archive, context), _FOUND
        if broken is None:
            broken = maker_of_elsewhere(rule, entry.date, meeting, archive, context)
            wording = _ELSEWHERE
        if broken is not None:
            message, cites = wording.format(**broken), broken["cites"]
            yield Problem(record, (*pointer, "meeting"), message, articles=cites)


_AMENDMENT = dogs(
    """\
  - stage: vote
    date: 2026-03-22
    meeting: 20260322-shili-vote
""",
    after=None,
)
_TITLE = "表决养犬的规定"

CHECK = Check(
    code="N009",
    title=Text("规约由有权的会议修改", "The right meeting amends the rule"),
    why=Text(
        "修改与制定一样，要由法律规定的会议表决；换一个会议表决，有没有效力，法律没有说，可以争议。",
        "Like the making of a rule its amendment needs the vote of the meeting that the law names; voted on by another, it can be contested.",
    ),
    fix=WRONG_MEETING,
    bad=Example(
        {
            DOGS_PATH: _AMENDMENT,
            VOTE_PATH: vote(_TITLE, BY_REPRESENTATIVES) + dogs_agenda(votes=36, against=0),
        }
    ),
    good=Example(
        {
            DOGS_PATH: _AMENDMENT,
            VOTE_PATH: vote(_TITLE, BY_ASSEMBLY) + dogs_agenda(votes=520, against=0),
        }
    ),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.IRREGULAR,
)
