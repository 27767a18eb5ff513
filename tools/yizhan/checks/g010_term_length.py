"""G010: no elected term is longer than the law says."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.place_examples import NEXT_COMMITTEE, NEXT_COMMITTEE_PATH
from yizhan.checks.shared.terms import ground, terms
from yizhan.facts.organic_law import years_after
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.law import in_chinese

_FOUND = Text(
    "“{post}”的任期从 {start} 到 {end}，超过了 {years} 年；{law}规定每届任期 {years} 年。",
    "The term of “{post}” from {start} to {end} is longer than the {years} {years:year|years} that a term lasts under {law}.",
)


def _run(record: Body, archive: Archive, context: Context) -> Iterator[Problem]:
    for number, post, law, term in terms(record, archive, context):
        if post.end is None or post.start is None:
            continue
        if post.end.earliest > years_after(post.start.latest, term.years):
            message = _FOUND.format(
                post=post.title,
                start=post.start,
                end=post.end,
                years=term.years,
                law=ground(law, term),
            )
            articles = (in_chinese(law, term.article),)
            yield Problem(record, ("posts", number, "end"), message, articles=articles)


_BODY = (
    NEXT_COMMITTEE
    + """\
posts:
  - title: 主任
    holders: 1
    chosen_by: elected
    start: 2026-01-20
    end: {end}
"""
)

CHECK = Check(
    code="G010",
    title=Text("任期不超过法定年限", "No term longer than the law's"),
    why=Text(
        "村民委员会、居民委员会每届任期五年（两部组织法2025年版第十四条第二款），监督委员会、村（居）民代表的任期与委员会相同。"
        "2018年12月29日以前开始的任期不判断。",
        "Committees are elected for five years (article 14, paragraph 2, of both organic laws of 2025); supervisors and representatives "
        "serve as long. Terms that began before 29 December 2018 are not judged.",
    ),
    fix=Text(
        "核对任期的开始和结束；确实超过的，及时换届。",
        "Check first and last day of the term; if it really is longer, hold the election.",
    ),
    bad=Example({NEXT_COMMITTEE_PATH: _BODY.format(end="2031-06-30")}),
    good=Example({NEXT_COMMITTEE_PATH: _BODY.format(end="2031-01-20")}),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.IRREGULAR,
)
