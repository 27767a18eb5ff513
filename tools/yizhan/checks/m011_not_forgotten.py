"""M011: an open matter has an entry in the last half year."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.open_matters import open_state, silent_for
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Family, Kind

_FOUND = Text(
    "事项还没有办结，最近一次记录是 {date}，已经 {days} 天没有动静。",
    "The matter is open, but its last entry is of {date}: nothing for {days} {days:day|days}.",
)

_ASK = Text(
    "已经报结，去问居民，记下他们的评价；规程允许期满销号的，记一条期满销号。",
    "It is reported done: ask the residents and record what they say; where the procedure lets it lapse, record that.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    silence = silent_for(record, context)
    state = None if silence is None else open_state(record, archive, context)
    if silence is not None and state is not None:
        latest, days = silence
        fix = _ASK if state.family is Family.CLAIMED else None
        yield Problem(record, ("log",), _FOUND.format(date=latest, days=days), fix)


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
    level=Level.DUE,
)
