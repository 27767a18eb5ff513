"""G021: the chair, deputies and members of a committee are elected, not appointed."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.organic import laws_of_body
from yizhan.checks.shared.place_examples import NEXT_COMMITTEE, NEXT_COMMITTEE_PATH
from yizhan.facts.organic_law import SEATS, is_committee
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import ChosenBy, Kind
from yizhan.wording.law import cited, in_chinese

_FOUND = Text(
    "“{title}”写的是任命；{law}规定由选举产生。",
    "“{title}” is said to be appointed; under {law}, it is elected.",
)


def _run(record: Body, archive: Archive, context: Context) -> Iterator[Problem]:
    organic = context.presets.organic
    if not is_committee(record, archive.place(record.place), archive.body(record.parent), organic):
        return
    laws = laws_of_body(record, archive, context)
    rule = next((each for each in organic.elections if each.law in laws), None)
    for number, post in enumerate(record.posts):
        if rule is None or post.chosen_by is not ChosenBy.APPOINTED or post.title not in SEATS:
            continue
        law = laws[rule.law]
        message = _FOUND.format(title=post.title, law=cited(law, rule.direct))
        articles = (in_chinese(law, rule.direct),)
        yield Problem(record, ("posts", number, "chosen_by"), message, articles=articles)


_BODY = (
    NEXT_COMMITTEE
    + """\
posts:
  - title: 主任
    chosen_by: {how}
"""
)

CHECK = Check(
    code="G021",
    title=Text("委员会成员由选举产生", "A committee's members are elected"),
    why=Text(
        "村民委员会、居民委员会的主任、副主任和委员由选举产生，任何组织或者个人不得指定、委派（村民委员会组织法2025年修正第十四条第一款）。",
        "Chair, deputies and members of the committees are elected; nobody appoints them (Organic Law of Villagers' Committees, 2025, article 14, paragraph 1).",
    ),
    fix=Text(
        "核对 chosen_by（产生方式）；确实是任命的，如实写进 irregular（不合规的说明）。",
        "Check chosen_by; if it was really so, acknowledge it under irregular.",
    ),
    bad=Example({NEXT_COMMITTEE_PATH: _BODY.format(how="appointed")}),
    good=Example({NEXT_COMMITTEE_PATH: _BODY.format(how="elected")}),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.IRREGULAR,
)
