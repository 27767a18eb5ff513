"""V003: bank card numbers stay out of the records."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.number_kinds import NumberKind
from yizhan.checks.shared.personal import KEEP_OUT, numbers_in
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里有银行卡号（{found}）。",
    "The text holds a bank card number ({found}).",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in numbers_in(record, NumberKind.CARD):
        yield Problem(record, pointer, _FOUND.format(found=found))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V003",
    title=Text("没有银行卡号", "No bank card numbers"),
    why=Text(
        "补贴、退款的卡号公开出来，钱就有被冒领的危险。",
        "With the card number of a subsidy or refund in public, somebody else may draw the money.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="补贴打到 6222 0200 0000 0007 卡上。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="补贴打到本人银行卡上。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
