"""C002: a matter runs by a procedure that is in force on its day and for its place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.in_force import lies_elsewhere, out_of_force
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.procedure import Procedure
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_PROCEDURE = Text("规程{name}", "The procedure {name}")
_PLACE = Text(
    "规程{procedure}不用于“{place}”。",
    "The procedure {procedure} is not for “{place}”.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    procedure = archive.get(Procedure, record.procedure)
    if procedure is None:
        return
    day = record.raised.date
    yield from out_of_force(record, ("procedure",), day, procedure, _PROCEDURE)
    place = archive.place(record.place)
    if procedure.places and place and lies_elsewhere(archive, place.id, procedure.places):
        message = _PLACE.format(procedure=named(procedure), place=place.title)
        about = f"{procedure.id}/places {place.id}/parent"
        yield Problem(record, ("procedure",), message, articles=(procedure.title,), about=about)


_PATH = "records/matters/2026/20260210-shili-noise.yaml"
_MATTER = """\
id: 20260210-shili-noise
title: 集市音响太吵
example: true
place: {place}
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: counter
"""

CHECK = Check(
    code="C002",
    title=Text("按当时当地的规程办", "The procedure applies there and then"),
    why=Text(
        "期限和步骤按提出那一天有效的规程算；用后来的规程去套以前的事，算出来的逾期就不公道。"
        "当时确实照着不适用的规程办的，如实记下，这件事就不合规。",
        "Steps and limits are those in force on the day the matter was raised; "
        "judged by a later procedure an older matter is late unjustly. "
        "Where it was in truth handled by one that did not apply, the record says so and is irregular.",
    ),
    fix=Text(
        "换成当时当地有效的规程；规程的有效期或适用地点写错的，改规程。已经合并的事项，在 corrections 里更正 procedure。",
        "Name the procedure that applied; if the procedure's own period or places are wrong, correct it there. "
        "In a matter that is merged correct procedure in corrections.",
    ),
    bad=Example({_PATH: _MATTER.format(place="shili-zhen")}),
    good=Example({_PATH: _MATTER.format(place="shili-cun")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
