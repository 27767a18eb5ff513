"""N004: the vote of an amendment is in the minutes of its meeting."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.dossier import items_about, votes
from yizhan.checks.shared.examples import (
    BY_ASSEMBLY,
    DOGS_FILED,
    DOGS_PATH,
    VOTE_PATH,
    dogs_agenda,
    vote,
)
from yizhan.checks.shared.minutes import on_agenda_of
from yizhan.checks.shared.naming import date_in_doubt, named
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_NO_MEETING = Text(
    "表决没有写是哪次会议。",
    "The vote does not name its meeting.",
)
_UNLISTED = Text(
    "{meeting}的议程里没有这个修正案。",
    "The agenda of {meeting} does not list this amendment.",
)
_DATE = Text(
    "表决的日期是 {date}，{meeting}却在 {held} 召开。",
    "The vote is dated {date}, but {meeting} was held on {held}.",
)

_FIX = Text(
    "在会议的议程里写上这个修正案，或者改正 dossier 里的会议和日期。",
    "Add the amendment to the meeting's agenda, or correct meeting and date in the dossier.",
)


def _run(record: Amendment, archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, entry, meeting in votes(record, archive):
        if entry.meeting is None:
            yield Problem(record, pointer, _NO_MEETING)
        if meeting is None:
            continue
        apart = entry.date.surely_before(meeting.date) or meeting.date.surely_before(entry.date)
        if not items_about(record, meeting):  # of another meeting the day says nothing
            message, about = _UNLISTED.format(meeting=named(meeting)), f"{meeting.id}/agenda"
            fix = on_agenda_of(archive, record.id, _FIX)
            yield Problem(record, (*pointer, "meeting"), message, fix, about=about)
        elif apart and not date_in_doubt(meeting):
            message = _DATE.format(date=entry.date, meeting=named(meeting), held=meeting.date)
            yield Problem(record, (*pointer, "date"), message)


_MEETING = vote("村民会议：养犬", BY_ASSEMBLY)

CHECK = Check(
    code="N004",
    title=Text("表决与会议记录对得上", "The vote stands in the minutes"),
    why=Text(
        "修改算不算通过，看会议记录里的决定和票数；找不到是哪次会议、哪一项议程，修改就没有依据。",
        "Whether an amendment was adopted is told by the decision and tally in the minutes; without the meeting and its item nobody finds them.",
    ),
    fix=_FIX,
    bad=Example({DOGS_PATH: DOGS_FILED, VOTE_PATH: _MEETING + dogs_agenda(listed=False)}),
    good=Example({DOGS_PATH: DOGS_FILED, VOTE_PATH: _MEETING + dogs_agenda(listed=True)}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.ERROR,
)
