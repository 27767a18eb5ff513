"""A015: within a list no two items have one key."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE, NOISE_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.twice import given_twice
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.keys import Keyed, keyed_lists, keys, may_repeat
from yizhan.model.record import Record, Validity
from yizhan.model.rule import Rule
from yizhan.model.text import Text

_FOUND = Text(
    "这一条的代号“{key}”，前面第 {first} 条已经用了。",
    "The key “{key}” of this item is that of item {first} already.",
)


_FILE = Text(
    "“{key}”前面第 {first} 条已经列了。",
    "“{key}” is listed as item {first} already.",
)
_RULE = Text(
    "代号“{key}”在同一时间、同一种会议里，前面第 {first} 条已经用了。",
    "Item {first} has the key “{key}” already, for the same time and kind of meeting.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    rows = ((("attachments", n, "file"), each.file) for n, each in enumerate(record.attachments))
    files = [(pointer, file, pointer[1] + 1) for pointer, file in rows]
    for where, key, first in given_twice(files):
        yield Problem(record, where, _FILE.format(key=key, first=first))
    if isinstance(record, Rule):
        yield from _decision_rules(record)
    for pointer, items in keyed_lists(record):
        if may_repeat(items):
            for where, key, first in given_twice(_rows(pointer, items)):
                yield Problem(record, where, _FOUND.format(key=key, first=first))


def _decision_rules(record: Rule) -> Iterator[Problem]:
    """A key may come again for another time, or another kind of meeting."""
    for number, one in enumerate(record.decision_rules):
        for first, other in enumerate(record.decision_rules[:number], 1):
            shared = set(one.meetings) & set(other.meetings)
            if one.key == other.key and shared and _overlap(one.valid, other.valid):
                pointer = ("decision_rules", number, "key")
                yield Problem(record, pointer, _RULE.format(key=one.key, first=first))
                break


def _overlap(one: Validity, other: Validity) -> bool:
    """Whether some day is in both periods."""
    return not (
        (one.to is not None and other.from_ is not None and one.to.surely_before(other.from_))
        or (other.to is not None and one.from_ is not None and other.to.surely_before(one.from_))
    )


def _rows(pointer: Pointer, items: tuple[Keyed, ...]) -> Iterator[tuple[Pointer, str, int]]:
    for number, (key, item) in enumerate(zip(keys(items), items, strict=True), 1):
        field = () if item.key is None else ("key",)
        yield (*pointer, number - 1, *field), key, number


_LOG = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: progress
    key: {key}
    by: shili-committee
    note: 已到现场查看。
"""

CHECK = Check(
    code="A015",
    title=Text("同一列表里代号不重复", "Keys are given once within a list"),
    why=Text(
        "更正、撤销和链接都凭代号认是哪一条；两条一样，就不知道说的是哪一条。",
        "Corrections, reversals and links name an item by its key; where two have the same, "
        "nobody knows which one is meant.",
    ),
    fix=Text(
        "给后一条另起一个 key；没写 key 的代号是由它自己的内容推出来的。两条都已经合并的，把后一条作废（yizhan correct），"
        "换一个 key 重新加在末尾。",
        "Give the later one a key of its own; where none is given, it follows from the item itself. Where both are merged, "
        "annul the later one (yizhan correct) and add it again at the end under another key.",
    ),
    bad=Example({NOISE_PATH: NOISE + _LOG.format(key="20260211-accept")}),
    good=Example({NOISE_PATH: NOISE + _LOG.format(key="kan-xianchang")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
