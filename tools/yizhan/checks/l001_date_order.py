"""L001: a rule is adopted, then filed and in force, and repealed last."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{later}的日期 {late} 早于{earlier}的日期 {early}。",
    "The day of {later}, {late}, lies before the day of {earlier}, {early}.",
)
_ADOPTED = Text("通过", "adoption")
_EFFECTIVE = Text("施行", "taking effect")
_FILED = Text("备案", "filing")
_REPEALED = Text("废止", "repeal")


def _run(record: Rule, _archive: Archive, _context: Context) -> Iterator[Problem]:
    adopted = record.adopted.date if record.adopted is not None else None
    filed = record.filing.date if record.filing is not None else None
    for pointer, earlier, early, later, late in (
        (("effective",), _ADOPTED, adopted, _EFFECTIVE, record.effective),
        (("filing", "date"), _ADOPTED, adopted, _FILED, filed),
        (("repealed",), _EFFECTIVE, record.effective or adopted, _REPEALED, record.repealed),
    ):
        if early is not None and late is not None and late.surely_before(early):
            message = _FOUND.format(later=later, late=late, earlier=earlier, early=early)
            yield Problem(record, pointer, message)


_PATH = "records/rules/shili-feasts/rule.yaml"
_RULE = """\
id: shili-feasts
title: 红白事约定
example: true
rule_kind: customs
place: shili-cun
wording: unknown
adopted:
  date: 2026-02-01
effective: {effective}
summary: 红白事从简办理。
"""

CHECK = Check(
    code="L001",
    title=Text("先通过后施行", "Adopted first, in force later"),
    why=Text(
        "规约通过以后才能施行和备案；日期颠倒，这段时间里按什么办就说不清。",
        "A rule is in force and filed only after it was adopted; "
        "with the dates reversed nobody can tell what applied in between.",
    ),
    fix=Text(
        "核对通过、备案、施行、废止的日期。",
        "Check the days of adoption, filing, taking effect and repeal.",
    ),
    bad=Example({_PATH: _RULE.format(effective="2026-01-15")}),
    good=Example({_PATH: _RULE.format(effective="2026-02-15")}),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.ERROR,
)
