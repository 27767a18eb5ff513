"""T034: ballots add up: valid, invalid and blank are those that came back."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.checks.shared.tallies import ballots, votes
from yizhan.facts.tally import cast, most_valid
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, VotingMethod
from yizhan.model.voting import Ballots, Vote, VotePart
from yizhan.wording.meeting import BLANK, INVALID, VALID
from yizhan.wording.terms import term

_SUM = Text(
    "有效 {valid}、无效 {invalid}、空白 {blank}，和收回的 {returned} 张对不上。",
    "{valid} valid, {invalid} invalid and {blank} blank do not make the {returned} that came back.",
)
_MORE = Text(
    "{what} {have} 张，超过了{of} {most} 张。",
    "{have} {what} are more than the {most} {of}.",
)
_VOTES = Text(
    "赞成、反对、弃权合计 {votes} 票，超过了有效的 {most} 张选票。",
    "For, against and abstained add up to {votes}, more than the {most} ballots that can count.",
)
_SILENT = Text(
    "有效的选票 {valid} 张，赞成、反对、弃权合计 {votes} 票，少了 {silent} 张。",
    "Of {valid} valid papers {votes} are for, against or abstained; {silent} {silent:is|are} missing.",
)
_NO_PAPERS = Text(
    "表决方式写的是{method}，却有选票。",
    "The method is {method}, yet there are ballots.",
)
_WITHOUT_PAPERS = frozenset(
    {VotingMethod.SHOW_OF_HANDS, VotingMethod.VOICE, VotingMethod.ACCLAMATION}
)
_RETURNED = Text("收回的", "that came back")


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for where, decision in decisions(record):
        vote, method = decision.vote, decision.method
        if vote is not None and vote.ballots is not None and method in _WITHOUT_PAPERS:
            yield Problem(record, (*where, "method"), _NO_PAPERS.format(method=term(method)))
    for pointer, found in ballots(record):
        yield from _of_papers(record, pointer, found)
    for pointer, vote in votes(record):
        yield from _of_votes(record, pointer, vote)
        for position, part in enumerate(vote.parts):
            yield from _of_votes(record, (*pointer, "parts", position), part)


def _of_papers(record: Meeting, pointer: Pointer, found: Ballots) -> Iterator[Problem]:
    returned = found.returned if found.returned is not None else found.issued
    if returned is None:
        return
    kinds = (
        (VALID, "valid", found.valid),
        (INVALID, "invalid", found.invalid),
        (BLANK, "blank", found.blank),
    )
    for what, name, have in kinds:
        if have is not None and have > returned:
            message = _MORE.format(what=what, have=have, of=_RETURNED, most=returned)
            yield Problem(record, (*pointer, name), message)
            return
    if found.valid is None or found.invalid is None or found.returned is None:
        return
    blank = found.blank or 0
    # blank papers are counted apart, or among the invalid or the valid ones
    if found.returned not in (found.valid + found.invalid, found.valid + found.invalid + blank):
        message = _SUM.format(
            valid=found.valid, invalid=found.invalid, blank=blank, returned=found.returned
        )
        yield Problem(record, pointer, message)


def _of_votes(record: Meeting, pointer: Pointer, vote: Vote | VotePart) -> Iterator[Problem]:
    most = most_valid(vote.ballots)
    if most is not None and cast(vote) > most:
        yield Problem(record, pointer, _VOTES.format(votes=cast(vote), most=max(most, 0)))
    papers = vote.ballots
    if papers is None or papers.valid is None or vote.abstained is None:
        return  # where nothing is said of abstentions, the source may not have counted them
    silent = papers.valid - cast(vote) - (papers.blank or 0)
    if silent > 0:
        message = _SILENT.format(votes=cast(vote), valid=papers.valid, silent=silent)
        yield Problem(record, pointer, message)


_AGENDA = """\
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: adopted
        method: ballot
        vote:
          for: 14
          against: 2
          ballots:
            issued: 18
            returned: 18
            valid: 16
            invalid: {invalid}
"""

CHECK = Check(
    code="T034",
    title=Text("选票合得上", "Ballots add up"),
    why=Text(
        "发出、收回、有效、无效对不上，计票就没有人信。",
        "Where issued, returned, valid and invalid papers do not add up, nobody believes the count.",
    ),
    fix=Text(
        "对照计票单核对 ballots（选票）各项和票数。",
        "Compare the ballots and the tally with the counting sheet.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(invalid=1)}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(invalid=2)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
