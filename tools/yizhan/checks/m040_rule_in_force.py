"""M040: a matter is not handled under a rule that no longer holds."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.naming import named
from yizhan.facts.irregular import rule_binds
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{rule}只施行到 {day}，这件事项在 {raised} 才提出。",
    "{rule} held until {day} only; this matter was raised ({raised}).",
)
_NO_EFFECT = Text(
    "{rule}在 {raised} 没有效力：没有通过，或者已经撤销。",
    "{rule} had no effect on {raised}: it was not adopted, or was annulled.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, identifier in enumerate(record.rules):
        rule = archive.get(Rule, identifier)
        if rule is None:
            continue
        raised, message = record.raised.date, None
        if rule.repealed is not None and rule.repealed.surely_before(raised):
            message = _FOUND.format(rule=named(rule), day=rule.repealed, raised=raised)
        elif not rule_binds(rule, archive, raised.earliest):
            message = _NO_EFFECT.format(rule=named(rule), raised=raised)
        if message is not None:
            yield Problem(record, ("rules", number), message, articles=(rule.title,))


_RULE_PATH = "records/rules/shili-square/rule.yaml"
_RULE = """\
id: shili-square
title: 广场使用办法
example: true
rule_kind: measures
place: shili-cun
wording: verbatim
adopted:
  date: 2025-01-05
effective: 2025-01-10
repealed: {repealed}
chapters:
  - key: main
    articles:
      - key: hours
        text: 晚上九点以后不放音响。
"""
_MATTER = NOISE_RAISED + "rules: [shili-square]\n"

CHECK = Check(
    code="M040",
    title=Text("依据的规约还管着", "The rule still holds"),
    why=Text(
        "已经废止、撤销的规约管不着后来的事，没有通过的什么也管不着；照它办，居民可以不认。",
        "A rule that was repealed or annulled binds nothing that comes after it, and one that was not adopted nothing at all; residents need not accept what rests on it.",
    ),
    fix=Text(
        "写当时施行的规约；没有的，删去这一条。",
        "Name the rule that held then; where there is none, take it out.",
    ),
    bad=Example({NOISE_PATH: _MATTER, _RULE_PATH: _RULE.format(repealed="2025-12-31")}),
    good=Example({NOISE_PATH: _MATTER, _RULE_PATH: _RULE.format(repealed="2026-03-01")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
