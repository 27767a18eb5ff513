"""N012: an amendment takes effect while the rule is in force."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.facts.irregular import rule_binds
from yizhan.facts.rule_text import comes_too_late
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind

_FOUND = Text(
    "{rule}施行到 {repealed} 就废止了，这里写从 {effect} 起施行：修改没有施行。",
    "{rule} was in force until {repealed}; with effect from {effect} the amendment never took effect.",
)


_GOES_ON = Text(
    "{rule}施行到 {repealed} 就废止了，{date} 的这一步已经没有可以修改的。",
    "{rule} was in force until {repealed}; on {date} there was nothing left to be amended.",
)
_NO_EFFECT = Text(
    "{rule}在 {date} 没有效力：没有通过，或者已经撤销；没有可以修改的。",
    "{rule} had no effect on {date}: it was not adopted, or was annulled; there was nothing to be amended.",
)
_ON_THE_WAY = frozenset((DossierStage.DRAFT, DossierStage.CONSULTATION, DossierStage.VOTE))


def _run(record: Amendment, archive: Archive, _context: Context) -> Iterator[Problem]:
    """What is withdrawn later was recorded as in force all the same; of the way to it, one step is told."""
    rule = archive.get(Rule, record.rule)
    if rule is None:
        return
    on_the_way = False
    for number, entry in enumerate(record.dossier):
        if not comes_too_late(rule, entry.date):
            asked = entry.stage is DossierStage.EFFECT or entry.stage in _ON_THE_WAY
            if asked and not on_the_way and not rule_binds(rule, archive, entry.date.earliest):
                on_the_way = True
                message = _NO_EFFECT.format(rule=named(rule), date=entry.date)
                yield Problem(record, ("dossier", number, "date"), message)
            continue
        values = {"rule": named(rule), "repealed": rule.repealed}
        pointer = ("dossier", number, "date")
        if entry.stage is DossierStage.EFFECT and not on_the_way:
            yield Problem(record, pointer, _FOUND.format(**values, effect=entry.date))
        elif entry.stage in _ON_THE_WAY and not on_the_way:
            on_the_way = True
            yield Problem(record, pointer, _GOES_ON.format(**values, date=entry.date))


_RULE_PATH = "records/rules/shili-square/rule.yaml"
_RULE = """\
id: shili-square
title: 广场使用办法
example: true
rule_kind: measures
place: shili-cun
wording: verbatim
adopted:
  date: 2026-01-05
  body: shili-committee
effective: 2026-01-10
repealed: 2026-02-28
chapters:
  - key: main
    articles:
      - key: hours
        text: 晚上九点以后不放音响。
"""
_PATH = "records/rules/shili-square/amendments/shili-square-lights.yaml"
_AMENDMENT = """\
id: shili-square-lights
title: 增加关灯时间
example: true
rule: shili-square
changes:
  - operation: insert
    article: lights
    after: hours
    text: 晚上十点关灯。
dossier:
  - stage: review
    date: 2026-02-10
    body: shili-committee
  - stage: publication
    date: 2026-02-12
  - stage: effect
    date: {effect}
"""

CHECK = Check(
    code="N012",
    title=Text("规约废止以后不再修改", "Nothing amends what has ended"),
    why=Text(
        "规约废止、撤销了就不再约束谁，没有通过的没有约束过谁，后来的修改也没有施行；写成已经施行，居民会照着一条不存在的规定办事。",
        "A rule that has ended or was annulled binds nobody, nor does one that was not adopted, and what was to amend it later never took effect; shown as in force, "
        "residents would follow an article that does not exist.",
    ),
    fix=Text(
        "核对施行日期和规约的废止日期（repealed）；修改没有来得及施行的，用更正把施行（effect）这一步作废，"
        "不再办的再加一条撤回（withdrawal）。",
        "Check the day of effect and the rule's repealed; where the amendment came too late, annul the effect by a "
        "correction, and add a withdrawal once it is given up.",
    ),
    bad=Example({_RULE_PATH: _RULE, _PATH: _AMENDMENT.format(effect="2026-03-10")}),
    good=Example({_RULE_PATH: _RULE, _PATH: _AMENDMENT.format(effect="2026-02-20")}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.IRREGULAR,
)
