"""R007: what is irregular is acknowledged once at its place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.acknowledged import said_twice
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import SHORT_QUORUM, VOTE_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "这里已经写明了 {code} 不合规，又写了一次。",
    "{code} is acknowledged here already, and once more.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for each in said_twice(record):
        yield Problem(record, each.pointer("code"), _FOUND.format(code=each.said.code))


_ONCE = SHORT_QUORUM.format(article="第二十六条")
_LIST = "irregular:\n"

CHECK = Check(
    code="R007",
    title=Text("一处不合规写明一次", "Acknowledged once"),
    why=Text(
        "同一处写明两次，网站上就成了两处不合规，数也多数一次。",
        "Acknowledged twice, one irregular act is shown and counted as two.",
    ),
    fix=Text(
        "删掉重复的一条；已经合并的，用 corrections 把它撤掉；说的是别的事的，写对代号或者移到那件事那里。",
        "Delete the repeated one; once merged, annul it in corrections; if it is about something else, give the right code or move it there.",
    ),
    bad=Example({VOTE_PATH: _ONCE + _ONCE.partition(_LIST)[2]}),
    good=Example({VOTE_PATH: _ONCE}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
