"""L001: a rule is adopted, then filed and in force, and repealed last."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "“{later}”（{late}）早于“{earlier}”（{early}）。",
    "“{later}” ({late}) is before “{earlier}” ({early}).",
)


def _run(record: Rule, _archive: Archive, _context: Context) -> Iterator[Problem]:
    adopted = record.adopted.date if record.adopted is not None else None
    filed = record.filing.date if record.filing is not None else None
    for pointer, earlier, early, later, late in (
        (("effective",), "adopted", adopted, "effective", record.effective),
        (("filing", "date"), "adopted", adopted, "filing", filed),
        (("repealed",), "effective", record.effective or adopted, "repealed", record.repealed),
    ):
        if early is not None and late is not None and late.surely_before(early):
            title = load_vocabulary().field
            message = _FOUND.format(
                later=title(Kind.RULE, (later,)),
                late=late,
                earlier=title(Kind.RULE, (earlier,)),
                early=early,
            )
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
    level=Level.IRREGULAR,
)
