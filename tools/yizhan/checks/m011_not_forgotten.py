"""M011: an open matter has an entry in the last half year."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.log import sound_procedure
from yizhan.facts.matter_state import derive
from yizhan.facts.workflow import CLOSED
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.procedure import Procedure
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "事项还没有办结，最近一次记录是 {date}，已经 {days} 天没有动静。",
    "The matter is open, but its last entry is of {date}: nothing for {days} {days:day|days}.",
)
_PATIENCE = 180
"""Days; half a year, after which nobody can say that a matter is being worked on."""


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    known = [entry.date for entry in record.log if not entry.date.surely_after(context.as_of)]
    latest = max([record.raised.date, *known], key=lambda day: day.latest)
    if latest.day is None:
        return  # taken from a report that knew no day: what the report leaves out proves nothing
    days = (context.as_of - latest.day).days
    procedure = sound_procedure(record, archive, context)
    if days <= _PATIENCE or procedure is None or _closes(record, procedure):
        return
    state = derive(
        record, procedure, context.presets.common_steps, context.as_of, context.working_days
    )
    if state.open:
        yield Problem(record, ("log",), _FOUND.format(date=latest, days=days))


def _closes(record: Matter, procedure: Procedure) -> bool:
    """Tell whether the last entry closes the matter: most do, and need no second look."""
    last = record.log[-1].step if record.log else None
    closed = {stage.key for stage in procedure.stages if stage.family in CLOSED}
    return any(step.key == last and step.to in closed for step in procedure.steps)


_PATH = "records/matters/2025/20250610-shili-noise.yaml"
_MATTER = """\
id: 20250610-shili-noise
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2025-06-10
  by: residents
  channel: counter
log:
  - date: 2025-06-11
    step: accept
    by: shili-committee
"""
_PROGRESS = """\
  - date: 2026-02-10
    step: progress
    by: shili-committee
    note: 声级显示屏已经订货。
"""

CHECK = Check(
    code="M011",
    title=Text("没有忘掉的事项", "No open matter is forgotten"),
    why=Text(
        "半年没有记录，居民只能认为没有人管了。",
        "After half a year of silence residents can only think that nobody cares.",
    ),
    fix=Text(
        "记下现在的进展；已经办完的记报结，办不了的说明原因。",
        "Record where it stands; report it done if it is, or say why it cannot be.",
    ),
    bad=Example({_PATH: _MATTER}),
    good=Example({_PATH: _MATTER + _PROGRESS}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.WARNING,
)
