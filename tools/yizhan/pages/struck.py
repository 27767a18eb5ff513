"""What stood where something was corrected or annulled: struck through in its place, and led from to why.

A template says where a part of a record stands by handing that part over; which corrections belong
there follows from where the part is in the record. What no template asks for comes at the end
(``rest``), so that nothing is left to the section of corrections alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, NamedTuple, cast

from markupsafe import Markup

from yizhan.model.dates import PartialDate
from yizhan.model.fields import fields_of, is_model
from yizhan.model.finding import Pointer
from yizhan.model.record import Record
from yizhan.pages.corrections import CorrectionView, Part
from yizhan.pages.links import url_of
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.wording.corrections import ADDED_ON, ANNULLED_ON, CORRECTED_ON, RESTORED_ON

_NOTHING = Markup("")


class Line(NamedTuple):
    """One thing that stood here.

    Attributes:
        key: of the correction, for a link to it.
        way: what it is, from the part shown here inward; empty for a whole item.
        was: what it said; None where it said nothing.
        said: what became of it, and when.
    """

    key: str
    way: tuple[Part, ...]
    was: str | None
    said: str


class Unstruck:
    """What a page writes of a record that was never corrected: nothing."""

    def __call__(self, _part: object) -> Markup:
        """Nothing stood in a part."""
        return _NOTHING

    def before(self, _item: object, _tag: str = "div") -> Markup:
        """Nothing stood before an item."""
        return _NOTHING

    def after(self, _items: object, _tag: str = "div") -> Markup:
        """Nothing stood behind the last item of a list."""
        return _NOTHING

    def at(self, *_names: str) -> Markup:
        """Nothing stood in these fields."""
        return _NOTHING

    def but(self, *_names: str) -> Markup:
        """Nothing stood in any other field."""
        return _NOTHING

    def rest(self) -> Markup:
        """Nothing is left."""
        return _NOTHING


class Struck(Unstruck):
    """What a page writes where something stood; what is written once is not written again.

    A template has to ask for what is inside before what is around it.

    Args:
        site: for words and addresses.
        record: the page's.
        views: its corrections.
    """

    def __init__(self, site: Site, record: Record, views: tuple[CorrectionView, ...]) -> None:
        self._site = site
        self._url = url_of(record, site.lang)
        self._left = [view for view in views if view.target]
        self._pointers = dict(parts_of(record, ()))

    def __call__(self, part: object) -> Markup:
        """What stood in a part of the record, and in whatever is in it."""
        found = self._pointers.get(id(part))
        return (
            _NOTHING if found is None else self._take(lambda at: at[: len(found)] == found, found)
        )

    def before(self, item: object, tag: str = "div") -> Markup:
        """The annulled items that would stand just before an item.

        Args:
            item: of a list.
            tag: what holds each: ``div``, ``li``, or ``tr`` with how many columns the table has (``tr3``).
        """
        found = self._pointers.get(id(item))
        if found is None:
            return _NOTHING
        return self._take(lambda at: at == found, found, tag, annulled=True)

    def after(self, items: object, tag: str = "div") -> Markup:
        """What stood in a list and is not written yet; arguments as in ``before``."""
        found = self._pointers.get(id(items))
        if found is None:
            return _NOTHING
        return self._take(lambda at: at[: len(found)] == found, found, tag)

    def at(self, *names: str) -> Markup:
        """What stood in fields of the record itself."""
        return self._take(lambda at: at[0] in names, ())

    def but(self, *names: str) -> Markup:
        """What stood in the record's fields other than these, which stand elsewhere."""
        return self._take(lambda at: at[0] not in names, ())

    def rest(self) -> Markup:
        """Whatever has no place on the page any more, since its whole part went."""
        return self._take(lambda _at: True, ())

    def _take(
        self,
        belongs: Callable[[Pointer], bool],
        lead: Pointer,
        tag: str = "div",
        *,
        annulled: bool = False,
    ) -> Markup:
        """Write what belongs here and was not written yet.

        Args:
            belongs: whether what is at a pointer does.
            lead: where here is; what it is called is not said again.
            tag: as of ``before``.
            annulled: only what is annulled itself.
        """
        found = [v for v in self._left if belongs(v.target) and (v.now is None or not annulled)]
        if not found:
            return _NOTHING
        self._left = [view for view in self._left if view not in found]
        lines = tuple(self._line(view, lead) for view in found)
        html = render("struck.html", self._url, self._site.lang, lines=lines, tag=tag)
        return Markup(html)  # noqa: S704 - it is rendered

    def _line(self, view: CorrectionView, lead: Pointer) -> Line:
        way = view.way[len(lead) :]
        if view.now is None and isinstance(view.target[-1], int):
            way = way[:-1]  # what was annulled is said whole behind it
        named = tuple(part for part in way if part.text)
        return Line(view.key, named, view.was, outcome_of(self._site, view))


def outcome_of(site: Site, view: CorrectionView) -> str:
    """What became of what stood somewhere, and when."""
    if view.now is None:
        said = ANNULLED_ON
    elif view.restored:
        said = RESTORED_ON
    else:
        said = ADDED_ON if view.was is None else CORRECTED_ON
    return site.words.say(said, day=site.words.date(view.date))


def struck(site: Site, record: Record, views: tuple[CorrectionView, ...]) -> Unstruck:
    """What a page writes where something of its record stood."""
    return Struck(site, record, views) if views else _UNSTRUCK


_UNSTRUCK = Unstruck()


def parts_of(value: Any, pointer: Pointer) -> Iterator[tuple[int, Pointer]]:
    """Every part of a record that has parts, by its identity, and where it is."""
    if isinstance(value, tuple) and value:
        yield id(value), pointer
        for position, each in enumerate(value):
            yield from parts_of(each, (*pointer, position))
    elif is_model(type(value)) and not isinstance(value, PartialDate):
        yield id(value), pointer
        for field in fields_of(cast("Hashable", type(value))):
            if pointer or field.key != "corrections":
                yield from parts_of(getattr(value, field.name), (*pointer, field.key))
