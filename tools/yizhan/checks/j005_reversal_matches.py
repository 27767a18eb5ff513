"""J005: a reversal takes back one earlier entry, wholly and once."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, one_of
from yizhan.checks.shared.indexes import reversals
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.keys import keys, position_of
from yizhan.model.points import Batch, Entry
from yizhan.model.text import Text
from yizhan.model.vocabulary import EntryKind, Kind
from yizhan.wording.there_are import there_are

_UNKNOWN = Text(
    "没有找到要撤销的那一笔“{name}”；写法是“积分记录编号#这一笔的代号”，没写过代号的是“账户-项目”。",
    "There is no entry “{name}” to take back; write “batch id#key”, where the key is account and "
    "item unless another was given.",
)
_ACCOUNT = Text(
    "要撤销的“{name}”不在这个账户上。",
    "The entry “{name}” is not on this account.",
)
_POINTS = Text(
    "要撤销的“{name}”是 {original} 分，撤销应当是 {expected} 分，这里却是 {found} 分。",
    "The entry “{name}” has {original} {original:point|points}; its reversal must have {expected}, not {found}.",
)
_LATER = Text(
    "要撤销的“{name}”日期是 {later}，比撤销的 {own} 还晚。",
    "The entry “{name}” is dated {later}, later than its reversal of {own}.",
)
_TWICE = Text(
    "“{name}”已经在 {other} 撤销过了。",
    "The entry “{name}” was taken back in {other} already.",
)


def _run(record: Batch, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, entry in enumerate(record.entries):
        if entry.reverses is not None:
            yield from _judge(record, number, entry.reverses, archive)


def _judge(record: Batch, number: int, name: str, archive: Archive) -> Iterator[Problem]:
    entry = record.entries[number]
    pointer = ("entries", number, "reverses")
    batch, original = _original(name, archive)
    if batch is None or original is None or original.kind is EntryKind.REVERSAL:
        hinge = one_of(name.partition("#")[0])
        fix = there_are(name, _entries(name, archive))
        yield Problem(record, pointer, _UNKNOWN.format(name=name), fix, hinge)
        return
    if original.account != entry.account:
        yield Problem(record, ("entries", number, "account"), _ACCOUNT.format(name=name))
    if original.points != -entry.points:
        message = _POINTS.format(
            name=name, original=original.points, expected=-original.points, found=entry.points
        )
        yield Problem(record, ("entries", number, "points"), message)
    if record.date.surely_before(batch.date):
        yield Problem(record, pointer, _LATER.format(name=name, later=batch.date, own=record.date))
    own = (record.id, keys(record.entries)[number])
    first = reversals(archive.of(Batch)).get(name, own)
    if first != own:
        yield Problem(record, pointer, _TWICE.format(name=name, other=f"{first[0]}#{first[1]}"))


def _entries(name: str, archive: Archive) -> dict[str, str]:
    """What can be taken back of the batch that is named, or the batches where it is none."""
    batch = archive.get(Batch, name.partition("#")[0])
    if batch is None:
        return {each.id: each.title for each in archive.of(Batch)}
    return {f"{batch.id}#{key}": "" for key in keys(batch.entries)}


def _original(name: str, archive: Archive) -> tuple[Batch | None, Entry | None]:
    identifier, _, key = name.partition("#")
    batch = archive.get(Batch, identifier)
    position = position_of(batch.entries, key) if batch is not None else None
    if batch is None or position is None:
        return batch, None
    return batch, batch.entries[position]


_PATH = "records/points/2026/20260310-shili-back.yaml"
_BATCH = """\
id: 20260310-shili-back
title: 撤销一笔积分
example: true
scheme: shili-scheme
date: 2026-03-10
entries:
  - account: a-x81zt0pw
    kind: reversal
    points: {points}
    reverses: 20260220-shili-cleanup#a-x81zt0pw-cleanup
"""

CHECK = Check(
    code="J005",
    title=Text("撤销对得上原来那一笔", "A reversal fits what it takes back"),
    why=Text(
        "积分记错了不改旧账，另记一笔撤销；撤销要与原来那一笔同一账户、分值相反，而且只撤一次。",
        "A wrong entry is never edited but taken back by another, on the same account, "
        "with the opposite points, and only once.",
    ),
    fix=Text(
        "核对 reverses（哪一笔）、account（账户）、points（分值）和日期。",
        "Check reverses, account, points and date.",
    ),
    bad=Example({_PATH: _BATCH.format(points=-8)}),
    good=Example({_PATH: _BATCH.format(points=-10)}),
    kinds=(Kind.BATCH,),
    run=_run,
    level=Level.ERROR,
)
