"""L004: charters, village rules and residents' covenants are filed."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.rule_examples import CHARTER, CHARTER_PATH
from yizhan.checks.shared.rule_making import filing_missed
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{date} 通过以后还没有备案的记录，{law}要求报备案。",
    "Adopted on {date} and no filing is recorded; {law} asks for it.",
)


def _run(record: Rule, archive: Archive, context: Context) -> Iterator[Problem]:
    if record.adopted is None or record.filing is not None:
        return
    missed = filing_missed(record, record.adopted.date, archive, context)
    if missed is not None:
        yield Problem(record, ("filing",), _FOUND.format(**missed))


_RULE = (
    CHARTER
    + """\
chapters:
  - key: general
    articles:
      - key: purpose
        text: 本村的事由村民商量着办。
"""
)
_FILING = """\
filing:
  date: 2025-11-25
  with: shili-office
"""

CHECK = Check(
    code="L004",
    title=Text("规约已经备案", "The rule is filed"),
    why=Text(
        "自治章程、村规民约和居民公约通过后应当报乡镇政府或者街道办事处备案：村民委员会组织法（2025年修正）"
        "第三十一条，城市居民委员会组织法（2025年修订）第三十一条。",
        "Charters, village rules and residents' covenants are to be filed with the town or street: article 31 "
        "of the Organic Law of Villagers' Committees (2025), article 31 of that of Urban Residents' Committees (2025).",
    ),
    fix=Text(
        "报备案以后写上 filing（备案）的日期和备案机关。",
        "File it, then record under filing the day and with whom.",
    ),
    bad=Example({CHARTER_PATH: _RULE}),
    good=Example({CHARTER_PATH: _RULE + _FILING}),
    kinds=(Kind.RULE,),
    run=_run,
    level=Level.DUE,
)
