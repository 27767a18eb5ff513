"""V006: e-mail addresses stay out of the records."""

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
    "文字里有电子邮箱（{found}）。",
    "The text holds an e-mail address ({found}).",
)
_ADDRESS = later(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_SIGNS = ("@",)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in found_in(record, _ADDRESS, _SIGNS):
        yield Problem(record, pointer, _FOUND.format(found=found))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V006",
    title=Text("没有电子邮箱", "No e-mail addresses"),
    why=Text(
        "邮箱里常常就是姓名、QQ 号或手机号；公开后还会被垃圾邮件盯上。",
        "An address often is a name, a QQ or a mobile number; published, it draws spam as well.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="意见发到 someone@example.com。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="意见投到村口的意见箱。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
