"""M017: merging and splitting lead to matters that go on, not round in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.leads_back import closes, onward, way_back
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MERGED = Text(
    "并案绕回了自己：{way}。",
    "The merging leads back here: {way}.",
)
_ROUND = Text(
    "并案、拆分绕回了自己：{way}。",
    "The merging and splitting lead back here: {way}.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    for step in onward(record):
        way = way_back(record, step.target, archive)
        if way is not None and closes(record, step, way, archive):
            split = any(_splits(archive, each) for each in way)
            message = (_ROUND if split else _MERGED).format(way=" → ".join([*way, record.id]))
            yield Problem(record, step.pointer, message)


def _splits(archive: Archive, identifier: str) -> bool:
    matter = archive.get(Matter, identifier)
    return matter is not None and any(entry.into for entry in matter.log)


_MATTER = """\
id: {id}
title: {title}
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: {date}
  by: residents
  channel: counter
"""
_MERGE = """\
log:
  - date: 2026-02-13
    step: merge
    by: shili-committee
    merged_into: {id}
"""
_ONE = "20260210-shili-noise"
_TWO = "20260212-shili-music"
_ONE_TEXT = _MATTER.format(id=_ONE, title="广场音响太吵", date="2026-02-10")
_TWO_TEXT = _MATTER.format(id=_TWO, title="晚上音乐声大", date="2026-02-12")
_FOLDER = "records/matters/2026/"

CHECK = Check(
    code="M017",
    title=Text("并案、拆分不绕圈", "Merging and splitting do not go in a ring"),
    why=Text(
        "几件互相并入，或者拆出来的又并回去，就都没有人办了。",
        "If matters are merged into one another, or parts back into their whole, nobody handles any of them.",
    ),
    fix=Text(
        "留下一件继续办，另一件并入它；并错、拆错的，在 corrections 里把那一条作废（annul: true）。",
        "Keep one that goes on and merge the other into it; annul a wrong merger or split in corrections (annul: true).",
    ),
    bad=Example(
        {
            f"{_FOLDER}{_ONE}.yaml": _ONE_TEXT + _MERGE.format(id=_TWO),
            f"{_FOLDER}{_TWO}.yaml": _TWO_TEXT + _MERGE.format(id=_ONE),
        }
    ),
    good=Example(
        {
            f"{_FOLDER}{_ONE}.yaml": _ONE_TEXT,
            f"{_FOLDER}{_TWO}.yaml": _TWO_TEXT + _MERGE.format(id=_ONE),
        }
    ),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
