"""The archive as it stood on the day for which is asked."""

from __future__ import annotations

from datetime import date

from yizhan.facts.as_seen import look_back
from yizhan.facts.example_day import day_of, example_day
from yizhan.loading.presets import load_presets
from yizhan.model.archive import Archive
from yizhan.model.kinds import RECORDS
from yizhan.model.place import Place


def archive_of(archive: Archive, as_of: date, today: date | None) -> Archive:
    """An archive as it stood on a day; itself where that day is not past.

    Args:
        archive: of today.
        as_of: the day for which is asked.
        today: the day on which is asked; None where it is ``as_of``.
    """
    if today is None or as_of >= today:
        return archive
    example = example_day(archive.of(Place), as_of)
    own = [each for each in archive.records.values() if each.path.startswith(f"{RECORDS}/")]
    seen = look_back(own, lambda record: day_of(record, as_of, example))
    return Archive((*load_presets().procedures.values(), *seen))
