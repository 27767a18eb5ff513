"""V002: mobile numbers stay out of the records."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.number_kinds import NumberKind
from yizhan.checks.shared.personal import KEEP_OUT, numbers_in
from yizhan.checks.shared.personal_numbers import personal_numbers
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里有手机号码（{found}）。",
    "The text holds a mobile number ({found}).",
)
_NEARLY = Text(
    "文字里的数字（{found}）像是手机号码，抄错了一位，照样打听得出是谁的。",
    "The text holds digits ({found}) that are nearly a mobile number: with one wrong it is still found out whose it is.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in numbers_in(record, NumberKind.MOBILE):
        yield Problem(record, pointer, _FOUND.format(found=found))
    for pointer, found in numbers_in(record, NumberKind.NEAR_MOBILE):
        yield Problem(record, pointer, _NEARLY.format(found=found))
    for number, source in enumerate(record.sources):
        for each in personal_numbers(source.url or ""):
            if each.kind is NumberKind.MOBILE:
                pointer = ("sources", number, "url")
                yield Problem(record, pointer, _FOUND.format(found=each.shown))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V002",
    title=Text("没有手机号码", "No mobile numbers"),
    why=Text(
        "手机号码连着一个人的支付、社交和位置，公开后会招来骚扰和诈骗。",
        "A mobile number leads to a person's payments, contacts and whereabouts; published, it draws nuisance and fraud.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="联系电话 13800138000。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="联系村民委员会办公室。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
