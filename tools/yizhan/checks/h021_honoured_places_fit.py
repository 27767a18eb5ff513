"""H021: the places that are honoured lie where the honour is given, and are what it honours."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, one_of
from yizhan.checks.shared.examples import LANE, LANE_PATH
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.honour import Honour
from yizhan.model.text import Text
from yizhan.model.vocabulary import HonouredUnit, Kind
from yizhan.wording.terms import term

_PEOPLE = frozenset((HonouredUnit.HOUSEHOLD, HonouredUnit.PERSON))

_ELSEWHERE = Text(
    "{honoured}不在{place}里面。",
    "{honoured} does not lie in {place}.",
)
_UNIT = Text(
    "评的是{unit}，这里写的{honoured}是一个地点。",
    "What is honoured is of the kind “{unit}”; {honoured}, named here, is a place.",
)
_COUNT = Text(
    "评户、评人的只写数目，删去 places；评的是楼栋或者集体的，改 unit。",
    "Of households and persons only the number is written: take places out, or change unit.",
)


def _run(record: Honour, archive: Archive, _context: Context) -> Iterator[Problem]:
    place = archive.place(record.place)
    for number, stage in enumerate(record.stages):
        for position, identifier in enumerate(stage.places):
            honoured = archive.place(identifier)
            if place is None or honoured is None:
                continue
            pointer = ("stages", number, "places", position)
            if record.unit in _PEOPLE:
                message = _UNIT.format(unit=term(record.unit), honoured=named(honoured))
                yield Problem(record, pointer, message, _COUNT)
            elif place not in archive.lineage(identifier):
                message = _ELSEWHERE.format(honoured=named(honoured), place=named(place))
                yield Problem(record, pointer, message, hinges_on=one_of(identifier))


_STAGE = """\
  - stage: conferred
    date: 2026-02-10
    places: [{honoured}]
"""

CHECK = Check(
    code="H021",
    title=Text("评上的地点对得上", "Honoured places fit the honour"),
    why=Text(
        "别处的楼栋评不上这里的荣誉；评户、评人的只公布数目，写成地点就指到了人家。",
        "A building elsewhere is not honoured here; of households and persons only the number is public, and a place "
        "would point at them.",
    ),
    fix=Text(
        "核对 places 里的编号和荣誉的 place。",
        "Check the ids in places, and the honour's own place.",
    ),
    bad=Example({LANE_PATH: LANE + _STAGE.format(honoured="shili-zhen")}),
    good=Example({LANE_PATH: LANE + _STAGE.format(honoured="shili-cun-1")}),
    kinds=(Kind.HONOUR,),
    run=_run,
    level=Level.ERROR,
)
