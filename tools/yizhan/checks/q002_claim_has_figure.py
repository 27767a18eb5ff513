"""Q002: every claim has a figure, and its key once."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.tally import Tally
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_EMPTY = Text(
    "“{title}”既没有 value（数值）也没有 share（比例）。",
    "“{title}” has neither a value nor a share.",
)
_AGAIN = Text(
    "“{key}”已经用过，同一份通报里每个 key 只能用一次。",
    "The key “{key}” is already used; within a tally each key is used once.",
)


def _run(record: Tally, _archive: Archive, _context: Context) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, claim in enumerate(record.claims):
        if claim.value is None and claim.share is None:
            yield Problem(record, ("claims", number), _EMPTY.format(title=claim.title))
        if claim.key in seen:
            yield Problem(record, ("claims", number, "key"), _AGAIN.format(key=claim.key))
        seen.add(claim.key)


_PATH = "records/tallies/2026/20260331-shili-work.yaml"
_TALLY = """\
id: 20260331-shili-work
title: 就业数字
example: true
place: shili-cun
end: 2026-03-31
claims:
  - key: employed
    title: 就业人数
"""

CHECK = Check(
    code="Q002",
    title=Text("每项数字都有数", "Every claim has its figure"),
    why=Text(
        "通报就是为了记数字，没有数的条目在页面上是空的。",
        "A tally is there for its figures; a claim without one leaves an empty line on the page.",
    ),
    fix=Text(
        "写上 value 或 share；重复的 key 另起一个。",
        "Give a value or a share; give a key used twice another name.",
    ),
    bad=Example({_PATH: _TALLY}),
    good=Example({_PATH: _TALLY + "    value: 130\n    unit: 人\n"}),
    kinds=(Kind.TALLY,),
    run=_run,
)
