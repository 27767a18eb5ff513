"""Acknowledgments of which more is known: nothing backs them any more, or who settled them settles nothing.

Pages say so, and claim neither a breach that is not found nor a word that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yizhan.checks.shared.acknowledged import stale
from yizhan.checks.shared.check import Context
from yizhan.facts.irregular import unbacked, unsettled
from yizhan.model.archive import Archive
from yizhan.model.record import Record


def marked(records: Iterable[Record], archive: Archive, context: Context) -> Iterator[Record]:
    """Each record that has such acknowledgments, with them marked.

    Args:
        records: those that may have some.
        archive: of all records.
        context: what checks know in addition.
    """
    for record in records:
        found = [each.pointer() for _, each, _ in stale(record, archive, context)]
        told = unsettled(unbacked(record, found), archive)
        if told is not record:
            yield told
