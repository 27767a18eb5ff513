"""P005: a place's division code is its own, and continues the code of the place it is in."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.place_examples import SECOND_VILLAGE, SECOND_VILLAGE_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, PlaceLevel

_PREFIX = Text(
    "区划代码“{code}”与上级{name}的“{above}”对不上，开头应当是 {prefix}。",
    "The division code “{code}” does not fit {name} with “{above}”: it should begin with {prefix}.",
)
_TWICE = Text(
    "区划代码“{code}”已经是{other}的。",
    "The division code “{code}” is that of {other} already.",
)
_DIGITS = {
    PlaceLevel.DISTRICT: 6,
    PlaceLevel.STREET: 9,
    PlaceLevel.TOWN: 9,
}


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    if record.code is None:
        return
    twin = _twin(record, archive)
    if twin is not None:
        message = _TWICE.format(code=record.code, other=named(twin))
        yield Problem(record, ("code",), message)
    above = _coded_ancestor(record, archive)
    if above is None or above.code is None:
        return
    prefix = above.code[: _DIGITS[above.level]]
    if not record.code.startswith(prefix):
        message = _PREFIX.format(
            code=record.code, name=named(above), above=above.code, prefix=prefix
        )
        yield Problem(record, ("code",), message, about=f"{above.id}/code")


def _twin(record: Place, archive: Archive) -> Place | None:
    """The earlier of two places beside one another that have the same code; each pair is told once."""
    for other in archive.children(record.parent) if record.parent is not None else ():
        if other.id == record.id:
            break
        if other.code == record.code and other.dissolved is None and record.dissolved is None:
            return other
    return None


def _coded_ancestor(record: Place, archive: Archive) -> Place | None:
    """Find the nearest street, town or district above that has a code."""
    for place in reversed(archive.lineage(record.id)[:-1]):
        if place.code is not None and place.level in _DIGITS:
            return place
    return None


CHECK = Check(
    code="P005",
    title=Text("区划代码与上级一致", "The division code fits the parent's"),
    why=Text(
        "统计用区划代码前 6 位是区县、前 9 位是乡镇街道；开头对不上，不是抄错了代码就是写错了上级。",
        "In the statistical division codes 6 digits stand for the district and 9 for the town or street; "
        "where they differ, the code or the parent is wrong.",
    ),
    fix=Text(
        "对照国家统计局公布的区划代码改正；没有正式代码的，不写 code。",
        "Correct it from the published codes of the National Bureau of Statistics; leave it out where there is none.",
    ),
    bad=Example({SECOND_VILLAGE_PATH: SECOND_VILLAGE.format(code="990102100202")}),
    good=Example({SECOND_VILLAGE_PATH: SECOND_VILLAGE.format(code="990101100202")}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
