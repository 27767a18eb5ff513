"""A022: what happened is written down once."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level
from yizhan.model.keys import Keyed, keyed_lists
from yizhan.model.points import Entry
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "这一条和前面第 {first} 条一字不差，像是重复了。",
    "This is word for word item {first}, further up.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, items in keyed_lists(record):
        for number, item in enumerate(items):
            # after an objection the same may be reported again, on the same day
            before = items[number - 1 : number] if pointer == ("log",) else items[:number]
            if _may_come_again(item) or item not in before:
                continue
            message = _FOUND.format(first=number if pointer == ("log",) else items.index(item) + 1)
            yield Problem(record, (*pointer, number), message)


def _may_come_again(item: Keyed) -> bool:
    """Points of two people of one household, or two visits of a month of which no day is known."""
    date = getattr(item, "date", None)
    return isinstance(item, Entry) or (
        isinstance(date, PartialDate) and date.earliest != date.latest
    )


_VISIT = """\
  - date: 2026-02-12
    step: progress
    by: shili-committee
    note: {note}
"""
_FIRST = NOISE + ACCEPTED + _VISIT.format(note="上门看过，商家答应调低音量。")

CHECK = Check(
    code="A022",
    title=Text("一件事只记一次", "What happened is written once"),
    why=Text(
        "同一条贴了两遍，网站就会公布两遍，好像做了两次；表决、报结写了两遍，次数也会算错。",
        "An entry that was pasted twice is published twice, as if it had been done twice; of votes and reports the number is wrong as well.",
    ),
    fix=Text(
        "重复的删去一条；已经合并的，在 corrections 里作废一条。确实是两次的，各自写明不同的地方。",
        "Take one of the two out, or annul it in corrections once merged. If it was done twice, let each say in what it differs.",
    ),
    bad=Example({NOISE_PATH: _FIRST + _VISIT.format(note="上门看过，商家答应调低音量。")}),
    good=Example({NOISE_PATH: _FIRST + _VISIT.format(note="再次上门，音量已经调低。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
