"""M040: a matter is not handled under a rule that no longer holds."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.naming import named
from yizhan.facts.rule_end import Ended, end_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = {
    Ended.REPEALED: Text(
        "{rule}只施行到 {day}，这件事项在 {raised} 才提出。",
        "{rule} held until {day} only; this matter was raised ({raised}).",
    ),
    Ended.ANNULLED: Text(
        "{rule}已经撤销，效力只到 {day}，这件事项在 {raised} 才提出。",
        "{rule} was annulled and had effect until {day} only; this matter was raised ({raised}).",
    ),
    Ended.VOID: Text(
        "{rule}已经撤销，自始没有效力，管不着这件事项。",
        "{rule} was annulled without effect from the beginning; it does not bind this matter.",
    ),
    Ended.NEVER: Text(
        "{rule}没有通过，没有效力，管不着这件事项。",
        "{rule} was not adopted and has no effect; it does not bind this matter.",
    ),
    Ended.UNSETTLED: Text(
        "{rule}没有通过，后来的处理算不算数没有定论，不能拿它当这件事项的依据。",
        "{rule} was not adopted, and whether what kept it later counts is not settled; this matter cannot rest on it.",
    ),
}


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, identifier in enumerate(record.rules):
        rule = archive.get(Rule, identifier)
        end = end_of(rule, archive) if rule is not None else None
        if rule is None or end is None:
            continue
        raised = record.raised.date
        if end.day.surely_before(raised):
            message = _FOUND[end.why].format(rule=named(rule), day=end.day, raised=raised)
            pointer, about = ("rules", number), f"{rule.id}/repealed"
            yield Problem(record, pointer, message, articles=(rule.title,), about=about)


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
        "已经废止、撤销或者没有通过的规约管不着后来的事；照它办，居民可以不认。",
        "A rule that was repealed, annulled or never adopted binds nothing that comes after it, and residents need not accept what rests on it.",
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
