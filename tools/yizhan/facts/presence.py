"""Who was there and could vote when an item of a meeting was voted on, as far as it is recorded."""

from __future__ import annotations

from yizhan.model.meeting import AgendaItem, Attendance, Decision, Meeting, Proxies
from yizhan.model.voting import Ballots, Election


def attendance_at(meeting: Meeting, number: int) -> Attendance | None:
    """The attendance at one item: its own, or the meeting's after whoever came and left.

    Args:
        meeting: the meeting.
        number: position of the item, from 0.
    """
    item = meeting.agenda[number]
    if item.attendance is not None:
        return _moved(item.attendance, (item,))
    if meeting.attendance is None:
        return None
    return _moved(meeting.attendance, meeting.agenda[: number + 1])


def attendance_for(meeting: Meeting, voted: Decision | Election) -> Attendance | None:
    """The attendance when a decision or election of the meeting was voted on.

    The meeting's own where the decision is not one of its decisions.
    """
    for number, item in enumerate(meeting.agenda):
        if any(each is voted for each in (*item.decisions, *item.elections)):
            return attendance_at(meeting, number)
    return meeting.attendance


def recused(item: AgendaItem) -> int:
    """How many took no part in an item because of an interest in it."""
    return sum(each.number for each in item.recused)


def represented(attendance: Attendance) -> int:
    """How many were represented by others."""
    return attendance.proxies.number if attendance.proxies is not None else 0


def voters(meeting: Meeting, number: int) -> int | None:
    """How many could vote on an item: the present and the represented, less the recused.

    None where the number of those present is not recorded; below 0 where more are recused than
    were there.
    """
    attendance = attendance_at(meeting, number)
    if attendance is None or attendance.present is None:
        return None
    return attendance.present + represented(attendance) - recused(meeting.agenda[number])


def taking_part(attendance: Attendance | None, ballots: Ballots | None) -> Attendance | None:
    """An attendance that counts those who voted as present: the papers that came back, or else all who could.

    Args:
        attendance: of the item.
        ballots: papers of the vote; None where none are recorded.
    """
    if attendance is None:
        return None
    voted = ballots.returned if ballots is not None else None
    if voted is None and attendance.present is not None:
        voted = attendance.present + represented(attendance)
    return _with_present(attendance, voted, None)


def _moved(attendance: Attendance, items: tuple[AgendaItem, ...]) -> Attendance:
    """An attendance after whoever came and left; itself where nobody did."""
    moved = sum(each.arrived - each.left for item in items for each in item.movements)
    if attendance.present is None or not moved:
        return attendance
    return _with_present(attendance, attendance.present + moved, attendance.proxies)


def _with_present(
    attendance: Attendance, present: int | None, proxies: Proxies | None
) -> Attendance:
    return Attendance(
        basis=attendance.basis,
        due=attendance.due,
        present=present,
        excluded=attendance.excluded,
        excluded_reason=attendance.excluded_reason,
        area=attendance.area,
        categories=attendance.categories,
        excused=attendance.excused,
        online=attendance.online,
        proxies=proxies,
    )
