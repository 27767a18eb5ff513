"""Indexes over all records of a kind, built once for an archive and shared by several checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from yizhan.checks.shared.last import OfLast
from yizhan.facts.follow_up import followers as followers_among
from yizhan.facts.ledger import Posting, statements
from yizhan.model.keys import keys
from yizhan.model.meeting import Meeting
from yizhan.model.points import Batch


def _statements(batches: tuple[Batch, ...]) -> Mapping[str, tuple[Posting, ...]]:
    return statements(batches)


def _first_reversals(batches: tuple[Batch, ...]) -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for batch in sorted(batches, key=lambda batch: (batch.date.earliest, batch.id)):
        for key, entry in zip(keys(batch.entries), batch.entries, strict=True):
            if entry.reverses is not None:
                found.setdefault(entry.reverses, (batch.id, key))
    return found


def _followers(meetings: tuple[Meeting, ...]) -> Mapping[str, Mapping[str, Meeting]]:
    return followers_among(meetings)


def _corrected(meetings: tuple[Meeting, ...]) -> frozenset[str]:
    return frozenset(each.corrects for each in meetings if each.corrects is not None)


def _by_place(meetings: tuple[Meeting, ...]) -> Mapping[str, Sequence[Meeting]]:
    found: dict[str, list[Meeting]] = defaultdict(list)
    for each in meetings:
        found[each.place].append(each)
    return found


def _resumed(meetings: tuple[Meeting, ...]) -> frozenset[str]:
    return frozenset(each.resumes for each in meetings if each.resumes is not None)


def _resumptions(meetings: tuple[Meeting, ...]) -> Mapping[str, Meeting]:
    found: dict[str, Meeting] = {}
    for each in sorted(meetings, key=lambda meeting: (meeting.date.earliest, meeting.id)):
        if each.resumes is not None:
            found.setdefault(each.resumes, each)
    return found


def _continued(meetings: tuple[Meeting, ...]) -> frozenset[str]:
    return frozenset(
        item.continues for each in meetings for item in each.agenda if item.continues is not None
    )


accounts = OfLast(_statements)
"""Every account's postings in the order in which they count."""

reversals = OfLast(_first_reversals)
"""Name of an entry that was taken back → the first entry that did so: batch id and key."""

followers = OfLast(_followers)
"""Id of a meeting → the meetings that follow its tasks up, by id."""

corrected = OfLast(_corrected)
"""Ids of the meetings that a later record sets right."""

meetings_by_place = OfLast(_by_place)
"""Id of a place → the meetings about it, by id."""


resumed = OfLast(_resumed)
"""Ids of the adjourned meetings that a later one goes on with."""

continued = OfLast(_continued)
"""Ids of the meetings of which a later one takes up an item again."""

resumptions = OfLast(_resumptions)
"""Id of an adjourned meeting → the first meeting that goes on with it."""
