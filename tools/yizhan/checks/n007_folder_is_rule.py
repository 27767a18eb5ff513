"""N007: an amendment is in the folder of the rule it amends."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.kinds import identify
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "文件在规约“{folder}”的文件夹里，里面写的却是修改“{rule}”。",
    "The file lies in the folder of the rule “{folder}”, but says that it amends “{rule}”.",
)


def _run(record: Amendment, _archive: Archive, _context: Context) -> Iterator[Problem]:
    identity = identify(record.path)
    if identity is not None and identity.rule is not None and identity.rule != record.rule:
        yield Problem(record, ("rule",), _FOUND.format(folder=identity.rule, rule=record.rule))


_AMENDMENT = """\
id: shili-feasts-gifts
title: 增加礼金的约定
example: true
rule: shili-feasts
changes:
  - operation: insert
    article: gifts
    text: 礼金不超过一百元。
dossier:
  - stage: draft
    date: 2026-03-25
"""
_RULE_PATH = "records/rules/shili-feasts/rule.yaml"
_RULE = """\
id: shili-feasts
title: 红白事约定
example: true
rule_kind: customs
place: shili-cun
wording: unknown
summary: 红白事从简办理。
"""

CHECK = Check(
    code="N007",
    title=Text("修正案放在所修改规约的文件夹里", "An amendment lies with its rule"),
    why=Text(
        "规约的全部修改放在一处，翻开文件夹就能看到它是怎样一步步改过来的。",
        "With all amendments in the rule's folder, anyone can follow how it came to be what it is.",
    ),
    fix=Text(
        "把文件移到所修改规约的 amendments 文件夹，或者改正 rule（修改哪一份）。",
        "Move the file to the amendments folder of its rule, or correct rule.",
    ),
    bad=Example(
        {
            _RULE_PATH: _RULE,
            "records/rules/shili-rules/amendments/shili-feasts-gifts.yaml": _AMENDMENT,
        }
    ),
    good=Example(
        {
            _RULE_PATH: _RULE,
            "records/rules/shili-feasts/amendments/shili-feasts-gifts.yaml": _AMENDMENT,
        }
    ),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.ERROR,
)
