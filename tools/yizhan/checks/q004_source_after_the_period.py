"""Q004: figures of a period come from a source that was made after it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WORK, WORK_PATH
from yizhan.model.archive import Archive
from yizhan.model.claims import Claims
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "来源是 {date} 的，这段时间到 {end} 才结束：那时还数不出来。",
    "The source is of {date}, and the period ended on {end} only: it could not be counted yet.",
)


def _run(record: Claims, _archive: Archive, _context: Context) -> Iterator[Problem]:
    dates = [source.date for source in record.sources]
    known = [date for date in dates if date is not None]
    if known and len(known) == len(dates) and all(day.surely_before(record.end) for day in known):
        message = _FOUND.format(date=max(known, key=lambda day: day.latest), end=record.end)
        yield Problem(record, ("sources", 0, "date"), message)


_FIGURES = """\
      percent: 92.5
sources:
  - title: 工作小结
    date: {date}
"""

CHECK = Check(
    code="Q004",
    title=Text("数字的来源在时间段以后", "Figures come from after their period"),
    why=Text(
        "半年的数字不会出现在上一年的文件里：要么时间段写错了，要么那是计划，不是做到的数。",
        "The figures of a half-year are in no paper of the year before: either the period is wrong, or it was a plan and not what was done.",
    ),
    fix=Text(
        "核对 end（到哪天）和来源的日期；只是计划的数，不记成做到的数。",
        "Check end and the source's date; do not record what was planned as what was done.",
    ),
    bad=Example({WORK_PATH: WORK + _FIGURES.format(date="2025-12-05")}),
    good=Example({WORK_PATH: WORK + _FIGURES.format(date="2026-03-31")}),
    kinds=(Kind.CLAIMS,),
    run=_run,
    level=Level.WARNING,
)
