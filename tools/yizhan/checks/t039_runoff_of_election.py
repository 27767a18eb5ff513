"""T039: a further vote names the election it goes on with, and its candidates are from there."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.minutes import NOT_BEFORE
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.tallies import elections
from yizhan.checks.shared.twice import given_twice
from yizhan.facts.election import elected, others
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import ElectionResult
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind
from yizhan.model.voting import Election

_UNKNOWN = Text(
    "{meeting}没有代号是“{key}”的选举；有的是：{known}。",
    "{meeting} has no election “{key}”; it has: {known}.",
)
_NONE = Text("没有选举", "none")
_TWICE = Text(
    "选举的代号“{key}”在这次会议里已经用过，另行投票说不清是接着哪一场。",
    "The key “{key}” is already used for an election of this meeting; a further vote cannot say which one it goes on with.",
)
_OWN_KEY = Text(
    "给后一场选举另起一个 key（代号）。",
    "Give the later election a key of its own.",
)
_STRANGER = Text(
    "候选人 {key} 不在前一场的候选人里；前一场的是：{known}。",
    "Candidate {key} did not stand in the earlier vote; there stood: {known}.",
)
_FILLED = Text(
    "“{title}”已经选满 {seats} 名，没有可以另行投票的名额。",
    "“{title}” filled its {seats} {seats:seat|seats}; nothing is left for a further vote.",
)
_ELECTED = Text(
    "候选人 {key} 在前面的投票里已经当选。",
    "Candidate {key} was elected in an earlier vote already.",
)
_TOO_MANY = Text(
    "“{title}”应选 {seats} 名，连同另行投票一共当选了 {have} 名。",
    "“{title}” has {seats} {seats:seat|seats}, and {have} were elected in it and its further votes together.",
)
_CHECK_SEATS = Text(
    "核对每一次投票的 elected（当选）和第一次的 seats（应选名额）。",
    "Check elected in each of these votes, and the seats of the first one.",
)
_OTHER_BODY = Text(
    "前一场选的是{earlier}的成员，另行投票却写成选{body}的。",
    "The earlier vote was for members of {earlier}, and this further vote is for those of {body}.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    twice = set()
    rows = (
        ((*pointer, "key"), each.key, number)
        for number, pointer, each in elections(record)
        if each.key is not None
    )
    for pointer, key, first in given_twice(rows):
        twice.add(key)
        if pointer[1] != first:  # within one item A015 says so
            yield Problem(record, pointer, _TWICE.format(key=key), _OWN_KEY)
    for _, pointer, election in elections(record):
        ambiguous = election.runoff_of in twice and election.runoff_meeting is None
        if election.runoff_of is None or ambiguous:
            continue
        other = record
        if election.runoff_meeting is not None:
            found = archive.get(Meeting, election.runoff_meeting)
            if found is None:
                continue  # A004 says so
            other = found
            if record.date.surely_before(other.date):
                message = NOT_BEFORE.format(meeting=named(other), held=other.date, date=record.date)
                yield Problem(record, (*pointer, "runoff_meeting"), message)
                continue
        yield from _of_earlier(record, pointer, election, other, archive)


def _of_earlier(
    record: Meeting, pointer: Pointer, election: Election, other: Meeting, archive: Archive
) -> Iterator[Problem]:
    known = others(other, election)
    earlier = known.get(election.runoff_of or "")
    if earlier is None:
        listed = commas(known) if known else _NONE
        message = _UNKNOWN.format(meeting=named(other), key=election.runoff_of, known=listed)
        yield Problem(record, (*pointer, "runoff_of"), message)
        return
    if earlier.result is ElectionResult.ELECTED:
        message = _FILLED.format(title=earlier.title, seats=earlier.seats)
        yield Problem(record, (*pointer, "runoff_of"), message)
        return
    before = tuple(_before(record, election, other, archive))
    bodies = (archive.body(earlier.body), archive.body(election.body))
    if bodies[0] is not None and bodies[1] is not None and bodies[0] is not bodies[1]:
        message = _OTHER_BODY.format(earlier=named(bodies[0]), body=named(bodies[1]))
        yield Problem(record, (*pointer, "body"), message)
    have = len(elected(earlier)) + sum(len(elected(each)) for each in (*before, election))
    stood = {each.key: each for each in earlier.candidates}
    already = {each.key for further in (earlier, *before) for each in elected(further)}
    for position, each in enumerate(election.candidates):
        where = (*pointer, "candidates", position, "key")
        if each.key not in stood:
            names = commas(key.upper() for key in stood)
            yield Problem(record, where, _STRANGER.format(key=each.key.upper(), known=names))
        elif each.key in already:
            yield Problem(record, where, _ELECTED.format(key=each.key.upper()))
            have = 0  # which follows from it
    if have > earlier.seats:
        message = _TOO_MANY.format(title=earlier.title, seats=earlier.seats, have=have)
        yield Problem(record, (*pointer, "candidates"), message, _CHECK_SEATS)


def _before(
    record: Meeting, election: Election, other: Meeting, archive: Archive
) -> Iterator[Election]:
    """Further votes of the same earlier one that were held before this one."""
    meetings = {record.id: record, other.id: other}
    for meeting, _ in archive.referrers_of(Meeting, other.id):
        meetings[meeting.id] = meeting
    for meeting in meetings.values():
        if meeting is not record and not meeting.date.surely_before(record.date):
            continue
        for _, _, each in elections(meeting):
            if each is election:
                break
            named_there = each.runoff_meeting or meeting.id
            if each.runoff_of == election.runoff_of and named_there == other.id:
                yield each


_AGENDA = """\
agenda:
  - title: 推选楼栋长
    elections:
      - title: 推选楼栋长
        key: diyici
        seats: 1
        candidates:
          - key: a
            votes: 8
          - key: b
            votes: 8
          - key: c
            votes: 2
        result: runoff
      - title: 推选楼栋长（另行投票）
        runoff_of: {of}
        seats: 1
        candidates:
          - key: a
            votes: 10
            elected: true
          - key: b
            votes: 8
        result: elected
"""

CHECK = Check(
    code="T039",
    title=Text("另行投票接得上前一场", "A further vote goes on with an earlier one"),
    why=Text(
        "另行投票的候选人从前一场来；接不上，就不知道为什么只投这几个人。",
        "Those who stand in a further vote come from the first; without it nobody knows why only they do.",
    ),
    fix=Text(
        "runoff_of 写前一场选举的 key（代号），在别的会议上的另写 runoff_meeting；候选人用前一场的代号。",
        "Let runoff_of be the key of the earlier election, with runoff_meeting where that was another meeting; candidates keep their letters.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(of="shouci")}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(of="diyici")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
