"""J009: the keys of a scheme's items and goods are given once."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.rule_examples import LIBRARY, LIBRARY_PATH
from yizhan.checks.shared.twice import given_twice
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.points import Scheme
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "“{key}”已经用在“{title}”上，同一个办法里每个 key 只能用一次。",
    "“{key}” is already used for “{title}”; within a scheme each key is used once.",
)


def _run(record: Scheme, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, key, title in given_twice(_rows(record)):
        yield Problem(record, pointer, _FOUND.format(key=key, title=title))


def _rows(scheme: Scheme) -> Iterator[tuple[Pointer, str, str]]:
    for number, item in enumerate(scheme.items):
        yield ("items", number, "key"), item.key, item.title
    for number, goods in enumerate(scheme.goods):
        yield ("goods", number, "key"), goods.key, goods.title


_SCHEME = (
    LIBRARY
    + """\
  - key: {key}
    title: 整理书架
    points: 3
"""
)

CHECK = Check(
    code="J009",
    title=Text("积分项目的 key 不重复", "Keys of a scheme are given once"),
    why=Text(
        "记分时靠 key 找到分值，重复了就不知道该记多少分。",
        "An entry finds its points by the key; used twice, nobody knows how many to give.",
    ),
    fix=Text(
        "给后一个项目另起一个 key；已经用它记过分的不要改。",
        "Give the later one another key; never change a key that entries already use.",
    ),
    bad=Example({LIBRARY_PATH: _SCHEME.format(key="reading")}),
    good=Example({LIBRARY_PATH: _SCHEME.format(key="shelves")}),
    kinds=(Kind.SCHEME,),
    run=_run,
    level=Level.ERROR,
)
