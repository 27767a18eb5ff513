"""T036: no more ballots are issued than people can vote, nor more come back than were issued."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.tallies import ballots, elections, votes
from yizhan.facts.presence import attendance_at, attendance_for, voters
from yizhan.facts.tally import cast
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import ElectionResult, MeetingForm
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, VotingMethod
from yizhan.model.voting import Ballots, Vote

_RETURNED = Text(
    "收回 {returned:,} 张，比发出的 {issued:,} 张还多。",
    "{returned:,} came back, more than the {issued:,} that were issued.",
)
_ISSUED = Text(
    "发出 {issued:,} 张，比有权投票的 {eligible:,} 人还多。",
    "{issued:,} were issued, more than the {eligible:,} who could vote.",
)
_IN_ONE_ROOM = frozenset({None, MeetingForm.IN_PERSON})
_VOID = frozenset({ElectionResult.FAILED, ElectionResult.RUNOFF})


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    void: set[Pointer] = set()
    for _, pointer, election in elections(record):
        if election.result in _VOID:
            void.add((*pointer, "ballots"))  # the vote was thrown out, as it had to be
            continue
        attendance = attendance_for(record, election)
        eligible = election.eligible
        if eligible is None and attendance is not None:
            eligible = attendance.due
        issued = election.ballots.issued if election.ballots is not None else None
        if issued is not None and eligible is not None and issued > eligible:
            message = _ISSUED.format(issued=issued, eligible=eligible)
            yield Problem(record, (*pointer, "ballots", "issued"), message)
    yield from _of_decisions(record)
    for pointer, found in ballots(record):
        if found.issued is None or found.returned is None or pointer in void:
            continue
        if found.returned > found.issued and not _miscounted(found):
            message = _RETURNED.format(returned=found.returned, issued=found.issued)
            yield Problem(record, (*pointer, "returned"), message)


def _of_decisions(record: Meeting) -> Iterator[Problem]:
    """Papers go to those who are there; where they are carried round, to no more than are due."""
    for pointer, vote in votes(record):
        issued = vote.ballots.issued if vote.ballots is not None else None
        number = int(pointer[1])
        attendance = attendance_at(record, number)
        if issued is None or attendance is None:
            continue
        most = attendance.due
        if record.form in _IN_ONE_ROOM and not record.sessions and _by_hand(record, pointer):
            most = voters(record, number)
        if most is not None and issued > most and not _too_few_there(vote, most):
            message = _ISSUED.format(issued=issued, eligible=most)
            yield Problem(record, (*pointer, "ballots", "issued"), message)


def _miscounted(papers: Ballots) -> bool:
    """Whether T034 says that the papers that came back do not add up, and added up they are not too many."""
    if papers.valid is None or papers.invalid is None or papers.issued is None:
        return False
    least = papers.valid + papers.invalid
    sums = (least, least + (papers.blank or 0))
    return papers.returned not in sums and least <= papers.issued


def _too_few_there(vote: Vote, most: int) -> bool:
    """Whether T002 says that there are more votes than people: who was there is then what is wrong."""
    valid = vote.ballots.valid if vote.ballots is not None else None
    return cast(vote) > most and (valid is None or cast(vote) <= valid)


def _by_hand(record: Meeting, pointer: Pointer) -> bool:
    """Whether the papers of a decision were handed out in the room."""
    decision = record.agenda[int(pointer[1])].decisions[int(pointer[3])]
    return decision.method is VotingMethod.BALLOT


_AGENDA = """\
agenda:
  - title: 推选楼栋长
    elections:
      - title: 推选楼栋长
        seats: 1
        method: ballot
        ballots:
          issued: 17
          returned: {returned}
        candidates:
          - key: a
            votes: 12
            elected: true
          - key: b
            votes: 5
        result: elected
"""

CHECK = Check(
    code="T036",
    title=Text("收回的选票不多于发出的", "No more ballots than voters"),
    why=Text(
        "收回的比发出的多，就有人多投了；各地选举办法大都规定这样的选举无效。",
        "With more papers back than issued somebody voted twice; most election rules make such a vote void.",
    ),
    fix=Text(
        "对照发票、收票登记核对；确实多了的，如实写，结果照会上宣布的写。",
        "Compare with the lists of issue and return; if there really were more, leave it, and give the result as it was declared.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(returned=18)}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(returned=17)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
