"""V009: no text holds an account of WeChat or QQ."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.personal import KEEP_OUT, found_in
from yizhan.loading.patterns import later
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里有微信号或者 QQ 号（{found}）。",
    "The text holds an account of WeChat or QQ ({found}).",
)
_ACCOUNT = later(
    r"(?:微信|[Qq]{2})\s*(?:号码?)?\s*(?:是|为|[：:])?\s*(?:[A-Za-z][A-Za-z0-9_-]{5,19}|\d{5,11})(?!\d|\s*[人元条])"
)
_SIGNS = ("微信", "QQ", "qq", "Qq", "qQ")


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in found_in(record, _ACCOUNT, _SIGNS):
        yield Problem(record, pointer, _FOUND.format(found=found))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V009",
    title=Text("没有微信号和 QQ 号", "No accounts of WeChat or QQ"),
    why=Text(
        "微信号、QQ 号连着一个人的照片、朋友和付款；公开后谁都能加、能冒名。",
        "An account leads to a person's pictures, friends and payments; once public, anybody can add or impersonate it.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="请加微信号 wxid_abc12345 联系。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="已经在居民微信群里通知。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
