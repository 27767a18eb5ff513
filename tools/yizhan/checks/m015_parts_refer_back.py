"""M015: the parts that a matter was split into say so."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import LITTER, LITTER_PATH, SQUARE, SQUARE_PATH
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "拆出来的{part}没有写 part_of: {id}。",
    "{part}, which it was split into, does not say part_of: {id}.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, entry in enumerate(record.log):
        for position, identifier in enumerate(entry.into):
            pointer = ("log", number, "into", position)
            part = archive.get(Matter, identifier)
            if part is not None and record.id not in (part.id, part.part_of):
                yield Problem(record, pointer, _FOUND.format(part=named(part), id=record.id))


_SPLIT = """\
log:
  - date: 2026-02-11
    step: split
    by: shili-committee
    into: [20260211-shili-litter, 20260211-shili-noise]
"""
_NOISE_PATH = "records/matters/2026/20260211-shili-noise.yaml"
_NOISE = """\
id: 20260211-shili-noise
title: 广场音响
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-11
  by: committee
  channel: counter
part_of: 20260210-shili-square
"""
_WHOLE = SQUARE + _SPLIT
_BACK = "part_of: 20260210-shili-square\n"

CHECK = Check(
    code="M015",
    title=Text("拆分的两头对得上", "Parts refer back to the whole"),
    why=Text(
        "居民从原来那一件点到拆出来的几件，也要能从每一件点回去，才知道自己提的事没有丢。",
        "Residents must come from the matter they raised to its parts and back, to see that nothing was lost.",
    ),
    fix=Text(
        "在拆出来的事项里写上 part_of（原事项的编号）。",
        "Write part_of with this matter's id into the part.",
    ),
    bad=Example({SQUARE_PATH: _WHOLE, LITTER_PATH: LITTER, _NOISE_PATH: _NOISE}),
    good=Example({SQUARE_PATH: _WHOLE, LITTER_PATH: LITTER + _BACK, _NOISE_PATH: _NOISE}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
