"""N012: an amendment takes effect while the rule is in force."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.facts.rule_end import Ended, end_of
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind

_FOUND = {
    Ended.REPEALED: Text(
        "{rule}施行到 {ended} 就废止了，这里写从 {date} 起施行：修改没有施行。",
        "{rule} was in force until {ended}; with effect from {date} the amendment never took effect.",
    ),
    Ended.ANNULLED: Text(
        "{rule}已经撤销，效力只到 {ended}，这里写从 {date} 起施行：修改没有施行。",
        "{rule} was annulled and had effect until {ended}; with effect from {date} the amendment never took effect.",
    ),
    Ended.VOID: Text(
        "{rule}已经撤销，自始没有效力，这里写从 {date} 起施行：没有可以修改的。",
        "{rule} was annulled without effect from the beginning; with effect from {date} there was nothing to be amended.",
    ),
    Ended.NEVER: Text(
        "{rule}没有通过，没有效力，这里写从 {date} 起施行：没有可以修改的。",
        "{rule} was not adopted and has no effect; with effect from {date} there was nothing to be amended.",
    ),
    Ended.UNSETTLED: Text(
        "{rule}没有通过，后来的处理算不算数没有定论；这里写从 {date} 起施行，看不出有可以修改的。",
        "{rule} was not adopted, and whether what kept it later counts is not settled; with effect from {date} nothing is seen to be amended.",
    ),
}
_GOES_ON = {
    Ended.REPEALED: Text(
        "{rule}施行到 {ended} 就废止了，{date} 的这一步已经没有可以修改的。",
        "{rule} was in force until {ended}; on {date} there was nothing left to be amended.",
    ),
    Ended.ANNULLED: Text(
        "{rule}已经撤销，效力只到 {ended}，{date} 的这一步已经没有可以修改的。",
        "{rule} was annulled and had effect until {ended}; on {date} there was nothing left to be amended.",
    ),
}
"""Of a rule that never bound only the effect is told: a draft may well be made meanwhile."""
_ON_THE_WAY = frozenset((DossierStage.DRAFT, DossierStage.CONSULTATION, DossierStage.VOTE))


def _run(record: Amendment, archive: Archive, _context: Context) -> Iterator[Problem]:
    """What is withdrawn later was recorded as in force all the same; of the way to it, one step is told."""
    rule = archive.get(Rule, record.rule)
    if rule is None:
        return
    end, on_the_way = end_of(rule, archive), False
    for number, entry in enumerate(record.dossier):
        if end is None or not end.day.surely_before(entry.date):
            continue
        values = {"rule": named(rule), "ended": end.day, "date": entry.date}
        pointer = ("dossier", number, "date")
        if entry.stage is DossierStage.EFFECT and not on_the_way:
            yield Problem(record, pointer, _FOUND[end.why].format(**values))
        elif entry.stage in _ON_THE_WAY and end.why in _GOES_ON and not on_the_way:
            on_the_way = True
            yield Problem(record, pointer, _GOES_ON[end.why].format(**values))


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
        "规约废止、撤销了，或者本来没有通过，就不约束谁，后来的修改也没有施行；写成已经施行，居民会照着一条不存在的规定办事。",
        "A rule that was repealed, annulled or never adopted binds nobody, and what was to amend it later never took effect; shown as in force, "
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
