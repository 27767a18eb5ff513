"""What the checks of minutes share: elections, attendances, ballots and who acts, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.model.finding import Pointer
from yizhan.model.meeting import Attendance, Meeting
from yizhan.model.voting import Actor, Ballots, Election, Vote


def elections(meeting: Meeting) -> Iterator[tuple[int, Pointer, Election]]:
    """Yield every election of a meeting: position of its item, where it is, and the election."""
    for number, item in enumerate(meeting.agenda):
        for position, election in enumerate(item.elections):
            yield number, ("agenda", number, "elections", position), election


def attendances(meeting: Meeting) -> Iterator[tuple[Pointer, Attendance]]:
    """Yield every attendance: the meeting's, those of its sessions and those of its items."""
    if meeting.attendance is not None:
        yield ("attendance",), meeting.attendance
    for number, session in enumerate(meeting.sessions):
        if session.attendance is not None:
            yield ("sessions", number, "attendance"), session.attendance
    for number, item in enumerate(meeting.agenda):
        if item.attendance is not None:
            yield ("agenda", number, "attendance"), item.attendance


def votes(meeting: Meeting) -> Iterator[tuple[Pointer, Vote]]:
    """Yield every tally of a decision, with where it is."""
    for number, item in enumerate(meeting.agenda):
        for position, decision in enumerate(item.decisions):
            if decision.vote is not None:
                yield ("agenda", number, "decisions", position, "vote"), decision.vote


def ballots(meeting: Meeting) -> Iterator[tuple[Pointer, Ballots]]:
    """Yield the ballots of every session, vote, part of a vote, and election."""
    for number, session in enumerate(meeting.sessions):
        if session.ballots is not None:
            yield ("sessions", number, "ballots"), session.ballots
    for pointer, vote in votes(meeting):
        if vote.ballots is not None:
            yield (*pointer, "ballots"), vote.ballots
        for part, each in enumerate(vote.parts):
            if each.ballots is not None:
                yield (*pointer, "parts", part, "ballots"), each.ballots
    for _, pointer, election in elections(meeting):
        if election.ballots is not None:
            yield (*pointer, "ballots"), election.ballots


def actors(meeting: Meeting) -> Iterator[tuple[Pointer, Actor]]:
    """Yield whoever acts at a meeting: chairs, records, presents, moves, seconds, nominates, counts."""
    yield from _each(("chaired_by",), meeting.chaired_by)
    yield from _each(("recorded_by",), meeting.recorded_by)
    for number, item in enumerate(meeting.agenda):
        yield from _each(("agenda", number, "presented_by"), item.presented_by)
        for position, decision in enumerate(item.decisions):
            pointer: Pointer = ("agenda", number, "decisions", position)
            yield from _each((*pointer, "moved_by"), decision.moved_by)
            yield from _each((*pointer, "seconded_by"), decision.seconded_by)
            yield from _each((*pointer, "counted_by"), decision.counted_by)
    for _, pointer, election in elections(meeting):
        for position, candidate in enumerate(election.candidates):
            yield from _each(
                (*pointer, "candidates", position, "nominated_by"), candidate.nominated_by
            )
        yield from _each((*pointer, "counted_by"), election.counted_by)


def _each(pointer: Pointer, found: tuple[Actor, ...]) -> Iterator[tuple[Pointer, Actor]]:
    for position, actor in enumerate(found):
        yield (*pointer, position), actor
