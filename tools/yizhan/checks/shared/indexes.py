"""Indexes over all records of a kind, built once for an archive and shared by several checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from yizhan.checks.shared.last import OfLast
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


def _followers(meetings: tuple[Meeting, ...]) -> Mapping[str, tuple[Meeting, ...]]:
    found: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        for identifier in dict.fromkeys(report.meeting for report in meeting.follow_ups):
            found[identifier].append(meeting)
    return {identifier: tuple(later) for identifier, later in found.items()}


accounts = OfLast(_statements)
"""Every account's postings in the order in which they count."""

reversals = OfLast(_first_reversals)
"""Name of an entry that was taken back → the first entry that did so: batch id and key."""

followers = OfLast(_followers)
"""Id of a meeting → the meetings that follow its tasks up."""
