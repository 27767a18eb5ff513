"""R005: what is irregular is acknowledged and resolved after it happened."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.acknowledged import Acknowledged, acknowledgments, item_at
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import when
from yizhan.checks.shared.examples import AGAINST, IRREGULAR_DECISION, TALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level
from yizhan.model.points import Scheme
from yizhan.model.record import Record
from yizhan.model.rule import Rule
from yizhan.model.text import Text

_SAID = Text(
    "{day} 就写明了不合规，事情却在 {happened}。",
    "It is acknowledged on {day}, before it happened on {happened}.",
)
_RESOLVED = Text(
    "{day} 就处理了，事情却在 {happened}。",
    "It is resolved on {day}, before it happened on {happened}.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for each in acknowledgments(record):
        happened = _happened(record, each)
        if happened is None:
            continue
        if each.said.date.surely_before(happened):
            message = _SAID.format(day=each.said.date, happened=happened)
            yield Problem(record, each.pointer("date"), message)
        resolution = each.said.resolution
        if resolution is not None and resolution.date.surely_before(happened):
            message = _RESOLVED.format(day=resolution.date, happened=happened)
            yield Problem(record, each.pointer("resolution", "date"), message)


def _happened(record: Record, each: Acknowledged) -> PartialDate | None:
    """The day of the thing that acknowledges it, or on which its record began; None where neither has one."""
    item = item_at(record, each.owner)
    for name in ("date", "start"):
        day = getattr(item, name, None)
        if isinstance(day, PartialDate):
            return day
    if isinstance(record, Rule):
        return record.adopted.date if record.adopted is not None else record.effective
    if isinstance(record, Amendment):
        return min(
            (entry.date for entry in record.dossier), key=lambda day: day.earliest, default=None
        )
    if isinstance(record, Scheme):
        return record.valid.from_ if record.valid is not None else None
    dated = when(record)
    return dated[1] if dated is not None else None


_DECISION = IRREGULAR_DECISION.format(votes=AGAINST, result="adopted")

CHECK = Check(
    code="R005",
    title=Text("事后才写明、才处理", "Acknowledged after it happened"),
    why=Text(
        "事情还没有发生，就说不上合不合规，也没有什么可以维持或者撤销。",
        "Before something happened there is nothing to acknowledge, to uphold or to annul.",
    ),
    fix=Text(
        "核对 irregular 里的两个日期和事情的日期；已经合并的，在 corrections 里加一条更正。",
        "Check both dates in irregular and the day of the thing itself; once merged, put them right by adding to corrections.",
    ),
    bad=Example({TALK_PATH: _DECISION.replace("date: 2026-02-19", "date: 2026-02-10")}),
    good=Example({TALK_PATH: _DECISION}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
