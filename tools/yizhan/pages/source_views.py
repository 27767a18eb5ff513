"""Sources as templates show them."""

from __future__ import annotations

from typing import NamedTuple

from yizhan.model.dates import PartialDate
from yizhan.model.record import Source


class SourceView(NamedTuple):
    """A source as a template shows it; ``url`` only where it is a web address."""

    title: str
    publisher: str | None
    date: PartialDate | None
    url: str | None
    note: str | None


def source_view(source: Source) -> SourceView:
    """A source, its address only where it leads to the web."""
    web = source.url is not None and source.url.startswith(("https://", "http://"))
    return SourceView(
        source.title, source.publisher, source.date, source.url if web else None, source.note
    )
