"""What checks of an amendment's votes share: the stations, their meetings, the items on the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.model.amendment import Amendment, DossierEntry
from yizhan.model.archive import Archive
from yizhan.model.finding import Pointer
from yizhan.model.meeting import AgendaItem, Meeting
from yizhan.model.vocabulary import DossierStage


def votes(
    amendment: Amendment, archive: Archive
) -> Iterator[tuple[Pointer, DossierEntry, Meeting | None]]:
    """Yield every vote in a dossier, with where it is and the meeting that held it.

    The meeting is None where the vote names none, and where there is none of that id.
    """
    for number, entry in enumerate(amendment.dossier):
        if entry.stage is DossierStage.VOTE:
            yield ("dossier", number), entry, archive.get(Meeting, entry.meeting)


def items_about(amendment: Amendment, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """Return the items of a meeting's agenda that list an amendment."""
    return tuple(item for item in meeting.agenda if amendment.id in item.amendments)
