"""L010: a kind of rule belongs to the kind of place that the law gives it to."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.facts.rule_making import of_other_places
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.law import law_name
from yizhan.wording.terms import one

_FOUND = Text(
    "“{place}”没有{kind}（{law}{article}）。",
    "“{place}” is no place that has {kind} ({law}, {article}).",
)


def _run(record: Rule, archive: Archive, context: Context) -> Iterator[Problem]:
    line = archive.lineage(record.place)
    if record.adopted is None or not line:
        return
    law = of_other_places(record, record.adopted.date, line, context.presets.rule_making)
    if law is not None:
        name = Text(law.law.zh, law.law.en)
        message = _FOUND.format(
            place=line[-1].title, kind=one(record.rule_kind), law=name, article=law.article
        )
        articles = (law_name(law.law.zh) + law.article.zh,)
        yield Problem(record, ("rule_kind",), message, articles=articles)


_PATH = "records/rules/shili-covenant/rule.yaml"
_RULE = """\
id: shili-covenant
title: 示例公约
example: true
rule_kind: {kind}
place: shili-cun
wording: unknown
adopted:
  date: 2026-01-20
"""

CHECK = Check(
    code="L010",
    title=Text("规约的种类合乎地方", "Rules fit their place"),
    why=Text(
        "村规民约是村里的（村民委员会组织法2025年修正第三十一条第一款），居民公约是社区的（城市居民委员会组织法2025年修订第三十条第一款），"
        "管理规约是小区业主的（民法典第二百七十八条第一款）；种类写错，就按错了法来看谁能通过、报谁备案。",
        "Village rules are of villages (Organic Law of Villagers' Committees, 2025, article 31), residents' covenants of communities (Organic Law of "
        "Urban Residents' Committees, 2025, article 30), owners' covenants of those who own a compound (Civil Code, article 278); of the wrong kind, a rule "
        "is held to the wrong law on who adopts it and with whom it is filed.",
    ),
    fix=Text(
        "核对 rule_kind（种类）和 place（地点）。",
        "Check rule_kind and place.",
    ),
    bad=Example({_PATH: _RULE.format(kind="residents_covenant")}),
    good=Example({_PATH: _RULE.format(kind="village_rules")}),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.IRREGULAR,
)
