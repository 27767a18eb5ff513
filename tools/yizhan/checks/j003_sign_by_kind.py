"""J003: awards add points; deductions and exchanges take them away."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import SHOP, SHOP_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Batch, Entry
from yizhan.model.text import Text
from yizhan.model.vocabulary import EntryKind, Kind
from yizhan.wording.terms import one

_ADD = Text(
    "奖励应当是加分，这里却是 {found} 分。",
    "An award adds points, but this entry has {found}.",
)
_TAKE = Text(
    "{kind}应当是减分，分值前要有负号，这里却是 {found} 分。",
    "This is {kind}, which takes points away and needs a minus sign, but it has {found}.",
)


def _run(record: Batch, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, entry in enumerate(record.entries):
        message = _wrong(entry)
        if message is not None:
            yield Problem(record, ("entries", number, "points"), message)


def _wrong(entry: Entry) -> Text | None:
    if entry.kind is EntryKind.AWARD:
        return None if entry.points > 0 else _ADD.format(found=entry.points)
    if entry.kind is EntryKind.REVERSAL or entry.points < 0:
        return None
    return _TAKE.format(kind=one(entry.kind), found=entry.points)


CHECK = Check(
    code="J003",
    title=Text("加分为正、减分为负", "Signs agree with the kind of entry"),
    why=Text(
        "余额是把每一笔加起来得到的；正负号写反，兑换反而会让分数变多。",
        "A balance is the sum of the entries; with the wrong sign an exchange makes it grow.",
    ),
    fix=Text(
        "核对 kind（种类）和 points（分值）前面的正负号。",
        "Check kind and the sign of points.",
    ),
    bad=Example({SHOP_PATH: SHOP + "    points: 8\n"}),
    good=Example({SHOP_PATH: SHOP + "    points: -8\n"}),
    kinds=(Kind.BATCH,),
    run=_run,
    level=Level.ERROR,
)
