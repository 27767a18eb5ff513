"""Q002: the keys of one record of claims are given once."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.twice import given_twice
from yizhan.model.archive import Archive
from yizhan.model.claims import Claims
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "“{key}”已经用在“{title}”上，同一份通报里每个 key 只能用一次。",
    "“{key}” is already used for “{title}”; within one record each key is used once.",
)


def _run(record: Claims, _archive: Archive, _context: Context) -> Iterator[Problem]:
    rows = (
        (("claims", number, "key"), claim.key, claim.title)
        for number, claim in enumerate(record.claims)
    )
    for pointer, key, title in given_twice(rows):
        yield Problem(record, pointer, _FOUND.format(key=key, title=title))


_PATH = "records/claims/2026/20260331-shili-work.yaml"
_CLAIMS = """\
id: 20260331-shili-work
title: 就业数字
example: true
place: shili-cun
end: 2026-03-31
claims:
  - key: employed
    title: 就业人数
    value: 130
  - key: {key}
    title: 参加培训
    value: 40
"""

CHECK = Check(
    code="Q002",
    title=Text("数字的 key 不重复", "Keys of claims are given once"),
    why=Text(
        "页面和导出的表格靠 key 认出是哪个数；重复了，后一个就盖住前一个。",
        "Pages and exported tables know a figure by its key; used twice, the later one hides the earlier.",
    ),
    fix=Text(
        "给后一个数另起一个 key。",
        "Give the later one a key of its own.",
    ),
    bad=Example({_PATH: _CLAIMS.format(key="employed")}),
    good=Example({_PATH: _CLAIMS.format(key="trained")}),
    kinds=(Kind.CLAIMS,),
    run=_run,
    level=Level.ERROR,
)
