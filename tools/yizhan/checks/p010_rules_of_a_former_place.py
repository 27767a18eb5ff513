"""P010: of a place that is gone, whether its rules and points schemes still hold is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.facts.succession import gone
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Scheme
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.rule import RULE_OF_ONE_GONE
from yizhan.wording.scheme import SCHEME_OF_ONE_GONE

_UNTIL = Text(
    "在 valid 里写 to（施行到哪天）；新地方沿用的，另建一个积分办法。",
    "Write to in valid; where the new place goes on with it, record that scheme of its own.",
)


def _run(record: Rule | Scheme, archive: Archive, context: Context) -> Iterator[Problem]:
    place = archive.place(record.place)
    if place is None or not gone(place, context.day_of(record)):
        return
    values = {"place": named(place), "day": place.dissolved}
    if isinstance(record, Rule):
        if record.repealed is None:
            yield Problem(record, ("place",), RULE_OF_ONE_GONE.format(**values))
    elif record.valid is None or record.valid.to is None:
        yield Problem(record, ("place",), SCHEME_OF_ONE_GONE.format(**values), _UNTIL)


_PLACE = """\
id: shili-old
title: 老村
example: true
level: village
parent: shili-zhen
dissolved: 2025-12-31
"""
_RULE_FILE = """\
id: shili-old-square
title: 老村广场使用办法
example: true
rule_kind: measures
place: shili-old
wording: verbatim
adopted:
  date: 2025-01-05
effective: 2025-01-10
chapters:
  - key: main
    articles:
      - key: hours
        text: 晚上九点以后不放音响。
"""
_PATHS = ("records/places/shili-old.yaml", "records/rules/shili-old-square/rule.yaml")

CHECK = Check(
    code="P010",
    title=Text("地方撤销，规约有下文", "Rules of a former place"),
    why=Text(
        "村并了，老村的规约是废止了还是接着管，不写明，居民就不知道按哪一份办。",
        "After a village is merged residents must be able to see whether its rules ended, or which they are to follow.",
    ),
    fix=Text(
        "写上 repealed（施行的最后一天）；新地方沿用的，另建一项规约，从通过那天起施行。",
        "Write repealed, its last day; where the new place goes on with it, record that rule of its own.",
    ),
    bad=Example(dict(zip(_PATHS, (_PLACE, _RULE_FILE), strict=True))),
    good=Example(dict(zip(_PATHS, (_PLACE, _RULE_FILE + "repealed: 2025-12-31\n"), strict=True))),
    kinds=(Kind.RULE, Kind.SCHEME),
    run=_run,
    level=Level.DUE,
)
