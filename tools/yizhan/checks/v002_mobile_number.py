"""V002: mobile numbers stay out of the records."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.personal import KEEP_OUT, mask, numbers_in
from yizhan.loading.patterns import later
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里有手机号码（{found}）。",
    "The text holds a mobile number ({found}).",
)
_NUMBER = later(
    r"(?<![0-9A-Za-z.])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}[ -]?\d{4}|\.\d{4}\.\d{4})(?![0-9A-Za-z])"
)
_IN_ADDRESS = later(r"(?<=[/=:])(?:\+?86-?)?1[3-9]\d{9}(?![0-9A-Za-z_.-])")
"""A whole piece of an address; an article's number has more digits, or letters about it."""


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in numbers_in(record, _NUMBER):
        yield Problem(record, pointer, _FOUND.format(found=found))
    for number, source in enumerate(record.sources):
        in_address = _IN_ADDRESS.search(source.url or "")
        if in_address is not None:
            pointer = ("sources", number, "url")
            yield Problem(record, pointer, _FOUND.format(found=mask(in_address.group())))


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
