"""M015: the parts that a matter was split into say so."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import LITTER, LITTER_PATH, SQUARE, SQUARE_PATH
from yizhan.checks.shared.leads_back import onward, way_back
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
_OF_ANOTHER = Text(
    "拆出来的{part}写的是从“{whole}”拆出来的（part_of），一件事项只能从一件里拆出来。",
    "{part}, which it was split into, says that it is part of “{whole}” (part_of); a matter is a part of one only.",
)
_ONE_ONLY = Text(
    "核对是从哪一件拆出来的：part_of 写错了的改成这一件；这里写错了的，从 into 里去掉，已经合并的用 corrections 作废。",
    "Check which one it was split from: if part_of is wrong, let it name this one; if this is wrong, take it out of into, or annul it in corrections once merged.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    for step in onward(record):
        part = archive.get(Matter, step.target)
        if "into" not in step.pointer or part is None or record.id in (part.id, part.part_of):
            continue
        if way_back(record, part.id, archive) is not None:
            continue  # it leads back here: M017 says so, and whose part which is, is not told yet
        if part.part_of is None:
            yield Problem(record, step.pointer, _FOUND.format(part=named(part), id=record.id))
        else:
            message = _OF_ANOTHER.format(part=named(part), whole=part.part_of)
            yield Problem(record, step.pointer, message, _ONE_ONLY)


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
