"""Summaries of matters that the last build made and that still hold, so that an edit costs one matter.

A summary follows from its record, the record's procedure, what the bodies that speak in it are and
where they serve, the calendar and the day. It holds while the digest of its record is the same, and
none of them does after the day, a procedure, the calendar, or what a body is and belongs to changed.
What else they rest on is the code, with which everything that is kept is keyed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import blake2b

from yizhan.facts.example_day import example_day
from yizhan.facts.summary import Plain, Summary, from_plain, to_plain
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.place import Place
from yizhan.model.procedure import Procedure
from yizhan.pages.notes import Digest
from yizhan.publishing.kept import Kept


def basis(archive: Archive, contents: Mapping[str, Digest], as_of: date) -> Digest:
    """A digest of what all summaries rest on besides their records.

    Args:
        archive: every record.
        contents: digest of each record's content, by id; a preset's is the version's.
        as_of: the day asked.
    """
    fixed = example_day(archive.of(Place), as_of)
    procedures = [(each, contents.get(each)) for each in archive.ids_of(Procedure)]
    kinds = [(each.id, each.body_kind.value, each.place, each.parent) for each in archive.of(Body)]
    lines = [(each.id, each.level.value, each.parent) for each in archive.of(Place)]
    # who has what a dissolved body had follows from those bodies and from who came from them
    passed_on = [
        (each.id, contents.get(each.id))
        for each in archive.of(Body)
        if each.dissolved is not None or each.predecessors
    ]
    rests_on = (as_of, fixed, procedures, kinds, lines, passed_on)
    return blake2b(repr(rests_on).encode(), digest_size=12).digest()


def known(former: Kept | None, contents: Mapping[str, Digest], basis: Digest) -> dict[str, Summary]:
    """Summaries of the last build that still hold, by id."""
    if former is None or former.basis != basis:
        return {}
    return {
        identifier: from_plain(identifier, plain)
        for identifier, plain in former.summaries.items()
        if _same(former, contents, identifier)
    }


def to_keep(
    former: Kept | None,
    contents: Mapping[str, Digest],
    basis: Digest,
    summaries: Mapping[str, Summary],
) -> dict[str, Plain]:
    """Every summary as plain data, by id, for the next build."""
    if former is None or former.basis != basis:
        return {identifier: to_plain(summary) for identifier, summary in summaries.items()}
    found = {}
    for identifier, summary in summaries.items():
        plain = former.summaries.get(identifier)
        same = plain is not None and _same(former, contents, identifier)
        found[identifier] = plain if plain is not None and same else to_plain(summary)
    return found


def _same(former: Kept, contents: Mapping[str, Digest], identifier: str) -> bool:
    record = former.records.get(identifier)
    return record is not None and record[0] == contents.get(identifier)
