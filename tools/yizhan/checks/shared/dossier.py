"""What checks of an amendment's votes share: the stations, their meetings, the items on the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.facts.adoption import superseded_votes
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


def votes_it_rests_on(
    amendment: Amendment, archive: Archive, code: str
) -> Iterator[tuple[Pointer, DossierEntry, Meeting]]:
    """Yield the votes in a dossier whose meeting is there and after which it was not voted on anew.

    Args:
        amendment: whose dossier it is.
        archive: where the meetings are.
        code: of the check that asks; a vote that acknowledges it keeps its mark, whatever came later.
    """
    superseded = superseded_votes(amendment)
    for pointer, entry, meeting in votes(amendment, archive):
        kept = any(each.code == code for each in entry.irregular)
        if meeting is not None and (kept or pointer[1] not in superseded):
            yield pointer, entry, meeting


def items_about(amendment: Amendment, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """Return the items of a meeting's agenda that list an amendment."""
    return tuple(item for item in meeting.agenda if amendment.id in item.amendments)
