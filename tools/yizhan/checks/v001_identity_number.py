"""V001: identity numbers stay out of the records."""

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
    "文字里有身份证号码（{found}）。",
    "The text holds an identity number ({found}).",
)
_NEARLY = Text(
    "文字里的数字（{found}）像是身份证号码，抄错了或者漏了一位，照样认得出是谁。",
    "The text holds digits ({found}) that are nearly an identity number: with one wrong or missing it still tells who it is.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in numbers_in(record, NumberKind.IDENTITY):
        yield Problem(record, pointer, _FOUND.format(found=found))
    for pointer, found in numbers_in(record, NumberKind.NEAR_IDENTITY):
        yield Problem(record, pointer, _NEARLY.format(found=found))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V001",
    title=Text("没有身份证号码", "No identity numbers"),
    why=Text(
        "记录是公开的，Git 又不会忘记；身份证号码一旦公开就收不回来，个人信息保护法第二十八条把这类信息列为敏感个人信息。",
        "Records are public and Git does not forget; an identity number once published cannot be taken back. Article 28 of the Personal Information Protection Law counts such data as sensitive.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="申请人出示了 11010519491231002X 的证件。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="申请人出示了身份证件。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
