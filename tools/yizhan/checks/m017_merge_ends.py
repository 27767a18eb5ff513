"""M017: merging leads to a matter that goes on, not round in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.ring import way_back
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "并案绕回了自己：{way}。",
    "The merging leads back here: {way}.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, entry in enumerate(record.log):
        target = archive.get(Matter, entry.merged_into)
        way = way_back(record, target, lambda matter: archive.get(Matter, _merged_into(matter)))
        if way is not None:
            yield Problem(record, ("log", number, "merged_into"), _FOUND.format(way=way))


def _merged_into(matter: Matter) -> str | None:
    return next((entry.merged_into for entry in matter.log if entry.merged_into), None)


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
    title=Text("并案不绕圈", "Merging does not go in a ring"),
    why=Text(
        "两件互相并入，就都没有人办了。",
        "If two matters are merged into one another, nobody handles either.",
    ),
    fix=Text(
        "留下一件继续办，另一件并入它；并错的用更正（correct）改过来。",
        "Keep one that goes on and merge the other into it; set a wrong merger right by a correction.",
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
