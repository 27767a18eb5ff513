"""What many checks share of kinds and ids, and how a record is named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from yizhan.checks.shared.contents import when
from yizhan.model.kinds import identify
from yizhan.model.matter import Matter
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    from yizhan.model.archive import Archive

EVERY_KIND: tuple[Kind, ...] = tuple(Kind)

DATED_KINDS: tuple[Kind, ...] = (
    Kind.MATTER,
    Kind.MEETING,
    Kind.ROUND,
    Kind.BATCH,
    Kind.HONOUR,
    Kind.CLAIMS,
)
"""Kinds whose ids start with the digits of their date and that are kept in a folder a year."""


def says_its_path(record: Record) -> bool:
    """Tell whether the id in the file is that of its path; where it is not, A001 says so.

    What else is odd about such an id results from that one mistake and is not reported as well.
    """
    identity = identify(record.path)
    return identity is None or identity.id == record.id


def named(record: Record) -> Text:
    """Name a record by title and id: “文化广场路灯不亮”（20260108-shili-lamps）."""
    return Text(f"“{record.title}”（{record.id}）", f"“{record.title}” ({record.id})")


def date_in_doubt(record: Record) -> bool:
    """Whether a record's own date is not that of its id: D003 says so, once and there."""
    about = when(record)
    told = record.id.partition("-")[0]
    if about is None or not told.isdecimal():
        return False
    day = str(about[1]).replace("-", "")
    return not (day.startswith(told) or told.startswith(day))


def all_there(archive: Archive, ids: Iterable[str]) -> bool:
    """Whether all of a list's matters are there; one that is not may be another, written wrong."""
    return all(archive.get(Matter, each) is not None for each in ids)
