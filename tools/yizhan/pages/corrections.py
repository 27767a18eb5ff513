"""The corrections of a record in plain words: what it said, what holds now, when, by whom, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from yizhan.loading.schemas import Schema, load_vocabulary, schema_at
from yizhan.model.dates import PartialDate
from yizhan.model.fields import value_at
from yizhan.model.finding import Pointer
from yizhan.model.keys import keys
from yizhan.model.matter import Matter
from yizhan.model.record import Correction, Record
from yizhan.pages.links import Link
from yizhan.pages.site import Site
from yizhan.pages.source_views import SourceView, source_view
from yizhan.wording.corrections import FIELD, LISTED, NO, PARTED, YES

_NAMED_BY = ("title", "text", "file", "account", "category", "article")
_UNSAID = frozenset({"key", "since"})
"""What only names an item, or follows from the file: all else that was there is said."""
_SHORT = 30


class Part(NamedTuple):
    """A part of the way to what is corrected.

    Attributes:
        own: whether it is in the record's own words, which are never translated.
    """

    text: str
    own: bool


class CorrectionView(NamedTuple):
    """A correction as the template shows it.

    Attributes:
        key: of the correction, for a link to it.
        way: what is corrected, a part for each of its pointer, from the outside in: 办理记录,
            2025年6月20日 报告办结, 花费; a part without a name is empty.
        was: what the record said; None where it said nothing.
        restored: whether it brings back what was annulled before.
        now: what holds now; None where it is annulled.
        target: where the thing is in the record.
    """

    key: str
    date: PartialDate
    by: Link | None
    way: tuple[Part, ...]
    was: str | None
    restored: bool
    now: str | None
    reason: str
    sources: tuple[SourceView, ...]
    target: Pointer

    @property
    def where(self) -> tuple[Part, ...]:
        """The parts of the way that have a name."""
        return tuple(part for part in self.way if part.text)


def correction_views(site: Site, record: Record) -> tuple[CorrectionView, ...]:
    """The corrections of a record, in the order of its file."""
    said = _Said(site, record)
    return tuple(
        CorrectionView(
            key=key,
            date=each.date,
            by=site.link(each.by),
            way=tuple(said.way(each)),
            was=None if each.was is None or each.restored else said.value(_pointer(each), each.was),
            restored=each.restored,
            now=None if each.annul else said.value(_pointer(each), each.value),
            reason=each.reason,
            sources=tuple(map(source_view, each.sources)),
            target=each.target,
        )
        for key, each in zip(keys(record.corrections), record.corrections, strict=True)
        if each.fault is None and _was_there(site, record, each)
    )


def _was_there(site: Site, record: Record, correction: Correction) -> bool:
    """Whether what is corrected had happened on the site's day: of a later entry nothing is said."""
    was = correction.was
    day = was.get("date") if isinstance(was, dict) else None
    if day is not None and PartialDate.parse(str(day)).surely_after(site.day_of(record)):
        return False
    inside = correction.target[:-1] if correction.annul else correction.target
    places = (end for end, part in enumerate(inside, 1) if isinstance(part, int))
    return all(value_at(record, inside[:end]) is not None for end in places)


def _shortened(text: str) -> str:
    """A long wording as far as it tells which one is meant."""
    whole = " ".join(text.split()).rstrip("。")
    return whole if len(whole) <= _SHORT else f"{whole[:_SHORT]}…"


def _pointer(correction: Correction) -> Pointer:
    """Where it is, for the schema; of what is in something annulled, as far as its field."""
    if correction.target:
        return correction.target
    name = correction.at.partition("/")[0]
    return (name,)


def item_named(site: Site, record: Record, pointer: Pointer) -> str:
    """What an item of a list is called, for those who read pages: its title or wording, or day and step.

    Empty where it has nothing of the sort: keys are for those who keep the file.
    """
    return _Said(site, record).item(pointer, value_at(record, pointer))


class _Said:
    """Values and places of one record in words."""

    def __init__(self, site: Site, record: Record) -> None:
        self._site = site
        self._record = record

    def way(self, correction: Correction) -> Iterator[Part]:
        """The way to what is corrected; a part may be empty."""
        pointer = _pointer(correction)
        words, vocabulary = self._site.words, load_vocabulary()
        for end in range(1, len(pointer) + 1):
            here = pointer[:end]
            if isinstance(here[-1], str):
                yield Part(words.label(vocabulary.field(self._record.kind, here)), own=False)
            elif end == len(pointer):
                yield Part(self.item(here, correction.was), own=True)
            else:
                yield Part(self.item(here, value_at(self._record, here)), own=True)

    def item(self, pointer: Pointer, item: Any) -> str:
        """What an item of a list is called."""
        if isinstance(item, str | int):
            return self.value(pointer, item)
        names = ("date", "step", "stage") if _get(item, "date") is not None else _NAMED_BY
        given = [(name, _get(item, name)) for name in names]
        said = [self.value((*pointer, name), value) for name, value in given if value is not None]
        if names is _NAMED_BY:
            return _shortened(said[0]) if said else ""
        return " ".join(said)

    def value(self, pointer: Pointer, value: Any) -> str:
        """A value in words, as its field is shown."""
        words = self._site.words
        if isinstance(value, dict):
            return words.say(PARTED).join(self._fields(pointer, value))
        if isinstance(value, list | tuple):
            each = (self.value((*pointer, number), one) for number, one in enumerate(value))
            return words.say(LISTED).join(each)
        if isinstance(value, bool):
            return words.say(YES if value else NO)
        return self._plain(pointer, value)

    def _fields(self, pointer: Pointer, value: dict[str, Any]) -> Iterator[str]:
        words, vocabulary = self._site.words, load_vocabulary()
        for name, inner in value.items():
            if name not in _UNSAID:
                title = vocabulary.field(self._record.kind, (*pointer, name))
                said = self.value((*pointer, name), inner)
                yield words.say(FIELD, title=words.label(title), value=said)

    def _plain(self, pointer: Pointer, value: Any) -> str:
        words, text = self._site.words, str(value)
        schema = schema_at(self._record.kind, pointer) or {}
        choice = load_vocabulary().choices(self._record.kind, pointer).get(text)
        if choice is not None:
            return words.say(choice)
        if _is_date(schema) or isinstance(value, PartialDate):
            return words.date(PartialDate.parse(text))
        if isinstance(value, int | float):
            return words.number(value)
        link = self._site.link(text) if "x-ref" in schema else None
        return link.title if link is not None else self._of_procedure(pointer, text)

    def _of_procedure(self, pointer: Pointer, text: str) -> str:
        """A matter's step or tier as its procedure calls it."""
        matter = self._record
        if not isinstance(matter, Matter) or pointer[-1] not in ("step", "tier"):
            return text
        procedure = self._site.archive.procedure(matter.procedure)
        titles = {each.key: each.title for each in self._site.presets.common_steps}
        if procedure is not None:
            titles |= {each.key: each.title for each in procedure.tiers}
            titles |= {each.key: each.title for each in procedure.steps}
        return titles.get(text, text)


def _get(item: Any, name: str) -> Any:
    return item.get(name) if isinstance(item, dict) else getattr(item, name, None)


def _is_date(schema: Schema) -> bool:
    return schema.get("type") == ["string", "integer"]
