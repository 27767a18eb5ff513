"""A010: a real record says where its facts come from."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "真实记录没有写来源。",
    "This real record names no source.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    if not record.example and not record.sources and not record.path.startswith("presets/"):
        yield Problem(record, ("sources",), _FOUND)


_PATH = "records/places/real-xian.yaml"
_PLACE = """\
id: real-xian
title: 真实县
level: district
"""
_SOURCES = """\
sources:
  - title: 行政区划代码表
    publisher: 民政部
    date: 2025
"""

CHECK = Check(
    code="A010",
    title=Text("真实记录有来源", "A real record names its source"),
    why=Text(
        "居民和上级要能查到每个说法的出处；自己单位的登记簿、会议记录、走访台账也是来源。",
        "Residents and superiors must be able to trace each statement; "
        "the office's own register, minutes or visiting book is a source too.",
    ),
    fix=Text(
        "在 sources 里写明出处的名称，知道的再写发布单位和日期。",
        "Write under sources what the facts are taken from, with publisher and date where known.",
    ),
    bad=Example({_PATH: _PLACE}),
    good=Example({_PATH: _PLACE + _SOURCES}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
