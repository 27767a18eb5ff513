"""What many checks share of kinds and ids, and how a record is named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from yizhan.model.meeting import Meeting
from yizhan.model.record import Record
from yizhan.model.round import Round
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


def named(record: Record) -> Text:
    """Name a record by title and id: “文化广场路灯不亮”（20260108-shili-lamps）."""
    return Text(f"“{record.title}”（{record.id}）", f"“{record.title}” ({record.id})")


def date_in_doubt(record: Meeting | Round) -> bool:
    """Whether a record's own date is not that of its id: D003 says so, once and there."""
    told = record.id.partition("-")[0]
    day = record.date.text.replace("-", "")
    return told.isdecimal() and not (day.startswith(told) or told.startswith(day))


def all_there(archive: Archive, kind: type[Record], ids: Iterable[str]) -> bool:
    """Whether all records of a list are there; one that is not may be another, written wrong."""
    return all(archive.get(kind, each) is not None for each in ids)
