"""A002: a record kept by year is in the folder of the year its id begins with."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK
from yizhan.checks.shared.naming import DATED_KINDS
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.kinds import identify
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "编号以 {found} 年开头，文件却放在 {folder} 年的文件夹里。",
    "The id begins with the year {found}, but the file lies in the folder of {folder}.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    identity = identify(record.path)
    found = record.id[:4]
    if identity is not None and found.isdigit() and found != identity.year:
        yield Problem(record, ("id",), _FOUND.format(found=found, folder=identity.year))


CHECK = Check(
    code="A002",
    title=Text("年份文件夹与编号一致", "The folder's year agrees with the id"),
    why=Text(
        "按年份存放，是为了几年以后还能一眼找到；放错了文件夹，翻那一年的人就看不到它。",
        "Records are kept by year so that they are found years later; "
        "in the wrong folder, whoever looks through that year misses it.",
    ),
    fix=Text(
        "还没有合并的新文件，移到编号所说年份的文件夹里；已经公开的，请维护人员处理。",
        "Move a new file to the folder of its id's year; ask a maintainer about one already published.",
    ),
    bad=Example({"records/rounds/2025/20260210-shili-walk.yaml": WALK}),
    good=Example({"records/rounds/2026/20260210-shili-walk.yaml": WALK}),
    kinds=DATED_KINDS,
    run=_run,
    level=Level.ERROR,
)
