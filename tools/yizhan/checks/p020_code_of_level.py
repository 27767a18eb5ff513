"""P020: a division code is one of the place's own level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.place_examples import SECOND_VILLAGE, SECOND_VILLAGE_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, PlaceLevel
from yizhan.wording.terms import term

_FOUND = Text(
    "“{code}”是{found}的区划代码，这个地点是{level}。",
    "“{code}” is the division code of a {found}; this place is a {level}.",
)
_TOWNSHIP = Text("乡级", "township or street")
_VILLAGE = Text("村级", "village or community")
_COUNTY = Text("县级", "district")

_OF_LEVEL: Mapping[PlaceLevel, Text] = {
    PlaceLevel.DISTRICT: _COUNTY,
    PlaceLevel.STREET: _TOWNSHIP,
    PlaceLevel.TOWN: _TOWNSHIP,
    PlaceLevel.COMMUNITY: _VILLAGE,
    PlaceLevel.VILLAGE: _VILLAGE,
}
"""Levels that have codes: 6 digits down to the county, 3 for the township, 3 for the village."""


def _run(record: Place, _archive: Archive, _context: Context) -> Iterator[Problem]:
    own = _OF_LEVEL.get(record.level)
    if record.code is None or own is None:
        return
    found = _level_of(record.code)
    if found is not own:
        message = _FOUND.format(code=record.code, found=found, level=term(record.level))
        yield Problem(record, ("code",), message)


def _level_of(code: str) -> Text:
    """The level of a code, by the zeros at its end."""
    if code.endswith("000000"):
        return _COUNTY
    return _TOWNSHIP if code.endswith("000") else _VILLAGE


CHECK = Check(
    code="P020",
    title=Text("区划代码的级别对得上", "The division code is of the place's level"),
    why=Text(
        "把镇的代码写在村上，别处按代码查，查到的就是镇。统计用区划代码前六位到县级，再三位到乡级，最后三位到村级。",
        "With a town's code, a village is looked up as the town. Six digits of a division code lead down to the county, "
        "three more to the township, and the last three to the village.",
    ),
    fix=Text(
        "写这个地点自己的代码；没有的不写。",
        "Write the place's own code; leave it out where there is none.",
    ),
    bad=Example({SECOND_VILLAGE_PATH: SECOND_VILLAGE.format(code="990101100000")}),
    good=Example({SECOND_VILLAGE_PATH: SECOND_VILLAGE.format(code="990101100202")}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
