"""What stood in a row of a list where its record was corrected: struck through, and led from to why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from yizhan.facts.organs import ACTS_BY
from yizhan.model.finding import Pointer
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind
from yizhan.pages.corrections import CorrectionView, Part, correction_views
from yizhan.pages.links import url_of
from yizhan.pages.marks import badges
from yizhan.pages.rendering import compiled
from yizhan.pages.site import Site
from yizhan.pages.struck import outcome_of, parts_of

_ALL: tuple[Pointer, ...] = (("title",), ("place",))
SHOWN: Mapping[Kind, tuple[Pointer, ...]] = {
    Kind.PLACE: (("level",), ("parent",)),
    Kind.BODY: (("body_kind",), ("dissolved",)),
    Kind.PROCEDURE: (("places",), ("stages",)),
    Kind.MATTER: (("raised", "date"), ("procedure",), ("handler",), ("tier",), ("log",)),
    Kind.MEETING: (
        ("date",),
        ("meeting_kind",),
        ("planned",),
        ("not_held",),
        ("adjourned",),
        ("attendance", "present"),
    ),
    Kind.ROUND: (("date",), ("end",), ("by",), ("matters",)),
    Kind.RULE: (("rule_kind",), ("wording",), ("adopted",), ("effective",), ("repealed",)),
    Kind.AMENDMENT: (("rule",), ("dossier",)),
    Kind.SCHEME: (("valid",), ("items",)),
    Kind.BATCH: (("date",), ("scheme",), ("entries",), ("display",)),
    Kind.HONOUR: (("date",), ("unit",), ("count",), ("stages",)),
    Kind.CLAIMS: (("start",), ("end",), ("claims",)),
}
"""What a row says of each kind, besides title and place: a test finds what is missing."""
_SHORT = 24


class Mark(NamedTuple):
    """What was corrected of what a row says.

    Attributes:
        key: of the correction; of several within one field that is more than a value, of the last.
        what: the field.
        was: what the row would have said; None where that is not one short value.
        said: what became of it, and when.
    """

    key: str
    what: Part
    was: str | None
    said: str


def struck_in_lists(site: Site, record: Record, own: str, base: str) -> Markup:
    """The marks of a row.

    Args:
        site: for words.
        record: the row's.
        own: the address of its page, from where ``base`` leads.
        base: of the page that the row stands on.
    """
    if not record.corrections:
        return Markup("")
    shown = (*_ALL, *SHOWN[record.kind], *_weighed_by(site, record))
    found = [
        view
        for view in correction_views(site, record)
        if "irregular" in view.target or any(_meet(view.target, each) for each in shown)
    ]
    last = {view.target[0]: view for view in found if _plain(view) is None}
    marks = tuple(
        Mark(view.key, view.way[0], _plain(view), outcome_of(site, view))
        for view in found
        if _plain(view) is not None or last[view.target[0]] is view
    )
    return _written(site, marks, own, base)


def _weighed_by(site: Site, record: Record) -> tuple[Pointer, ...]:
    """Whose act a record is, where something of it is irregular: whoever did it settles nothing of it."""
    return tuple((name,) for name in ACTS_BY) if badges(site, record) else ()


def _written(site: Site, marks: tuple[Mark, ...], own: str, base: str) -> Markup:
    html = compiled("struck_in_list.html", site.lang, base)({"marks": marks, "own": own})
    return Markup(html)  # noqa: S704 - it is rendered


def part_listed(site: Site, record: Record, *parts: object) -> Callable[[str], Markup]:
    """What writes the marks of parts of a record that are shown beside other records.

    Args:
        site: for words.
        record: that holds the parts.
        parts: of the record's own model: a task, a display, a tally.
    """
    if not record.corrections:
        return never
    wanted = {id(each) for each in parts}
    places = [pointer for found, pointer in parts_of(record, ()) if found in wanted]
    marks = tuple(
        Mark(view.key, view.way[-1], _short(view), outcome_of(site, view))
        for view in correction_views(site, record)
        if any(_is_in(view, place) for place in places)
    )
    return partial(_written, site, marks, url_of(record, site.lang))


def _is_in(view: CorrectionView, place: Pointer) -> bool:
    """Whether a correction is of a part, or of something in it; one annulled before it is neither."""
    before = view.now is None and view.target == place
    return view.target[: len(place)] == place and not before


def _short(view: CorrectionView) -> str | None:
    return view.was if view.was is not None and len(view.was) <= _SHORT else None


def listed(site: Site, record: Record) -> Callable[[str], Markup]:
    """What writes the marks of a row, given what leads to the root from the page it stands on."""
    if not record.corrections:
        return never
    return partial(struck_in_lists, site, record, url_of(record, site.lang))


def never(_base: str) -> Markup:
    """What a row said before that was never corrected."""
    return Markup("")


def _meet(target: Pointer, shown: Pointer) -> bool:
    """Whether what is corrected is part of what is shown, or the other way round."""
    return bool(target) and all(a == b for a, b in zip(target, shown, strict=False))


def _plain(view: CorrectionView) -> str | None:
    """What a row said before, where it is one short value of the record itself."""
    plain = len(view.target) <= 2 and not any(isinstance(each, int) for each in view.target)
    return _short(view) if plain else None
