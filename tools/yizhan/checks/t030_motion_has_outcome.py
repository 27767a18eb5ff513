"""T030: a motion of a meeting that was held has an outcome."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "会已经开过，这项动议没有写结果。",
    "The meeting was held, and this motion has no result.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    if not record.held:
        return
    for pointer, decision in decisions(record):
        if decision.result is None:
            yield Problem(record, pointer, _FOUND)


_AGENDA = """\
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
"""

CHECK = Check(
    code="T030",
    title=Text("动议都有结果", "Every motion has an outcome"),
    why=Text(
        "提了出来又没有下文，居民不知道通过了没有。",
        "A motion without an outcome leaves residents in the dark about whether it was adopted.",
    ),
    fix=Text(
        "写上 result（结果）；来源没有写的，写 unknown。",
        "Write the result; unknown where the source does not say.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA + "        result: unknown\n"}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
