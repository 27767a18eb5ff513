"""T042: sessions and parts of a tally are within the whole."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.tallies import elections, votes
from yizhan.checks.shared.twice import given_twice
from yizhan.facts.presence import attendance_at, represented
from yizhan.facts.speakers import on_one_line
from yizhan.facts.tally import cast
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import SessionKind
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind
from yizhan.model.voting import Vote
from yizhan.wording.meeting import ABSTAINED, AGAINST, FOR

_TWICE = Text("场次的代号“{key}”写了两次。", "The session “{key}” is listed twice.")
_PRESENT = Text(
    "各场次实到合计 {have} 人，超过了会议的实到 {present} 人。",
    "{have} were present at the sessions together, more than the {present} of the meeting.",
)
_DUE = Text(
    "各场次应到合计 {have} 人，超过了会议的应到 {due} 人。",
    "{have} were due at the sessions together, more than the {due} of the meeting.",
)
_DUE_OF_ONE = Text(
    "场次“{title}”应到 {have} 人，超过了会议的应到 {due} 人。",
    "{have} were due at the session “{title}”, more than the {due} of the meeting.",
)
_PAPERS = Text(
    "各场次收回的选票合计 {have} 张，和选举收回的 {total} 张对不上。",
    "{have} ballots came back from the sessions together, which does not fit the {total} of the election.",
)
_PARTS = Text(
    "分计的{what}合计 {have}，总数写的是 {total}。",
    "The parts add up to {have} {what}, the total says {total}.",
)
_OF_PART = Text(
    "“{title}”的票合计 {have}，超过了它的实到 {present}。",
    "“{title}” has {have} {have:vote|votes} in all, more than its {present} present.",
)
_OF_DUE = Text(
    "“{title}”实到 {present}，超过了它的应到 {due}。",
    "Of “{title}” {present} {present:was|were} present, more than the {due} who {due:was|were} due.",
)
_UNKNOWN = Text(
    "会议没有代号是“{key}”的场次；有的是：{known}。",
    "The meeting has no session “{key}”; it has: {known}.",
)
_NONE = Text("没有场次", "none")
_WORDS = (("for_", FOR), ("against", AGAINST), ("abstained", ABSTAINED))
_AT_ONE_TIME = frozenset({SessionKind.VENUE, SessionKind.POLLING_PLACE, SessionKind.MOBILE_BOX})
_PART_TWICE = Text("分计的“{title}”写了两次。", "The part “{title}” is listed twice.")
_ELSEWHERE = Text(
    "分计的“{title}”是“{place}”的，这次会议不是那里的。",
    "The part “{title}” is of “{place}”, of which this meeting is not.",
)
_OF_MEETING = Text(
    "各部分实到合计 {have} 人，超过了会议这时在场和受托的 {most} 人。",
    "{have} were present in the parts together, more than the {most} who were at the meeting then or represented.",
)


_DUE_OF_PARTS = Text(
    "分计的“{title}”应到 {have} 人，各部分应到合计 {sum} 人，超过了会议的应到 {due} 人。",
    "{have} were due in “{title}” and {sum} in the parts together, more than the {due} due at the meeting.",
)
_ISSUED = Text(
    "“{title}”发出 {have} 张票，超过了各场选举一共发出的 {total} 张。",
    "{have} papers were issued at “{title}”, more than the {total} that the elections issued together.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    rows = (
        (("sessions", number, "key"), each.key, each) for number, each in enumerate(record.sessions)
    )
    for where, key, _ in given_twice(rows):
        yield Problem(record, where, _TWICE.format(key=key))
    there = [
        each.attendance.present or 0
        for each in record.sessions
        if each.attendance is not None and each.session_kind in _AT_ONE_TIME
    ]
    whole = record.attendance.present if record.attendance is not None else None
    if whole is not None and sum(there) > whole:
        message = _PRESENT.format(have=sum(there), present=whole)
        yield Problem(record, ("sessions",), message)
    yield from _of_due(record)
    yield from _of_papers(record)
    for pointer, vote in votes(record):
        yield from _of_vote(record, pointer, vote)
        yield from _of_parts(record, pointer, vote, archive)


def _of_due(record: Meeting) -> Iterator[Problem]:
    """Those due at a session, and at all that are held at one time, are among those of the meeting."""
    whole = record.attendance
    if whole is None or whole.due is None:
        return
    together = 0
    for number, session in enumerate(record.sessions):
        part = session.attendance
        if part is None or part.due is None or part.basis is not whole.basis:
            continue
        if part.due > whole.due:
            message = _DUE_OF_ONE.format(title=session.title, have=part.due, due=whole.due)
            yield Problem(record, ("sessions", number, "attendance", "due"), message)
            return
        together += part.due if session.session_kind in _AT_ONE_TIME else 0
    if together > whole.due:
        yield Problem(record, ("sessions",), _DUE.format(have=together, due=whole.due))


def _of_papers(record: Meeting) -> Iterator[Problem]:
    """The papers of the sessions are those of each election, or of all of them together."""
    parts = [each for each in record.sessions if each.session_kind in _AT_ONE_TIME]
    yield from _of_issued(record)
    there = [None if each.ballots is None else each.ballots.returned for each in parts]
    whole = [
        each.ballots.returned
        for _, _, each in elections(record)
        if each.ballots is not None and each.ballots.returned is not None
    ]
    if not there or not whole or None in there:
        return
    have = sum(each or 0 for each in there)
    one_bundle = min(whole) <= have <= max(whole)
    if not one_bundle and have != sum(whole):
        message = _PAPERS.format(have=have, total=max(whole))
        yield Problem(record, ("sessions",), message)


def _of_issued(record: Meeting) -> Iterator[Problem]:
    """No session issues more papers than all elections together."""
    issued = [
        None if each.ballots is None else each.ballots.issued for _, _, each in elections(record)
    ]
    if not issued or None in issued:
        return
    total = sum(each or 0 for each in issued)
    for number, session in enumerate(record.sessions):
        have = session.ballots.issued if session.ballots is not None else None
        if have is not None and have > total:
            message = _ISSUED.format(title=session.title, have=have, total=total)
            yield Problem(record, ("sessions", number, "ballots", "issued"), message)
            return


def _of_vote(record: Meeting, pointer: Pointer, vote: Vote) -> Iterator[Problem]:
    known = [each.key for each in record.sessions]
    told = False
    for position, part in enumerate(vote.parts):
        where = (*pointer, "parts", position)
        if part.session is not None and part.session not in known:
            listed = commas(known) if known else _NONE
            yield Problem(
                record, (*where, "session"), _UNKNOWN.format(key=part.session, known=listed)
            )
        if part.present is not None and cast(part) > part.present:
            told = True
            message = _OF_PART.format(title=part.title, have=cast(part), present=part.present)
            yield Problem(record, where, message)
        if part.present is not None and part.due is not None and part.present > part.due:
            message = _OF_DUE.format(title=part.title, present=part.present, due=part.due)
            yield Problem(record, (*where, "present"), message)
    for name, what in _WORDS if vote.parts and not told else ():
        total = getattr(vote, name)
        parts = [getattr(part, name) for part in vote.parts]
        have = sum(each or 0 for each in parts)
        if total is not None and (have > total or (have < total and None not in parts)):
            message = _PARTS.format(what=what, have=have, total=total)
            yield Problem(record, (*pointer, "parts"), message)
            return


def _of_parts(record: Meeting, pointer: Pointer, vote: Vote, archive: Archive) -> Iterator[Problem]:
    """Each part once, of a place of the meeting, and with no more people than the meeting."""
    rows = (
        (
            (*pointer, "parts", position, "title"),
            f"{each.title} {each.place} {each.session}",
            each,
        )
        for position, each in enumerate(vote.parts)
    )
    for where, _, first in given_twice(rows):
        yield Problem(record, where, _PART_TWICE.format(title=first.title))
    places = (record.place, *record.places)
    for position, part in enumerate(vote.parts):
        there = archive.place(part.place)
        if there is not None and not any(on_one_line(archive, there.id, each) for each in places):
            message = _ELSEWHERE.format(title=part.title, place=there.title)
            yield Problem(record, (*pointer, "parts", position, "place"), message)
    attendance = attendance_at(record, int(pointer[1]))
    together = sum(part.due or 0 for part in vote.parts)
    if attendance is not None and attendance.due is not None and together > attendance.due:
        position, most_due = max(enumerate(vote.parts), key=lambda each: each[1].due or 0)
        message = _DUE_OF_PARTS.format(
            title=most_due.title, have=most_due.due or 0, sum=together, due=attendance.due
        )
        yield Problem(record, (*pointer, "parts", position, "due"), message)
    if attendance is None or attendance.present is None or attendance.present < 0:
        return
    have = sum(part.present or 0 for part in vote.parts)
    most = attendance.present + represented(attendance)
    if have > most:
        message = _OF_MEETING.format(have=have, most=most)
        yield Problem(record, (*pointer, "parts"), message)


_AGENDA = """\
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: adopted
        vote:
          for: 15
          against: 2
          parts:
            - title: 一组
              for: 9
              against: {against}
            - title: 二组
              for: 6
              against: 1
"""

CHECK = Check(
    code="T042",
    title=Text("分场次、分计的数合得上", "Parts add up to the whole"),
    why=Text(
        "分会场、各组的票加起来就是总数；对不上，总有一处写错。",
        "The votes of venues and groups make the total; where they do not, one of them is wrong.",
    ),
    fix=Text(
        "对照各场次、各组的计票单核对分数和总数；只记了一部分的，不写 parts。",
        "Compare parts and totals with the counting sheets; leave parts out where only some are known.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(against=2)}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(against=1)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
