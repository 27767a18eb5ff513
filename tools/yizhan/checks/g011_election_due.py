"""G011: when a term is over by law, a new election is held."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.place_examples import NEXT_COMMITTEE, NEXT_COMMITTEE_PATH
from yizhan.checks.shared.terms import ground, terms
from yizhan.facts.organic_law import years_after
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "“{post}”从 {start} 起任职，没有写任期到哪天；按{law}，{years} 年到 {end} 届满，还没有记下换届的结果。",
    "“{post}” began on {start} with no last day recorded; the {years} {years:year|years} of a term under {law} ended on {end}, and no election is recorded.",
)


def _run(record: Body, archive: Archive, context: Context) -> Iterator[Problem]:
    day = context.day_of(record)
    if record.dissolved is not None and not record.dissolved.surely_after(day):
        return
    for number, post, law, term in terms(record, archive, context):
        if post.end is not None or post.start is None:
            continue  # B005 asks after a term whose end is recorded
        over = years_after(post.start.latest, term.years)
        later = any(
            each.title == post.title and each.start and post.start.surely_before(each.start)
            for each in record.posts
        )
        if over < day and not later:
            message = _FOUND.format(
                post=post.title,
                start=post.start,
                law=ground(law, term),
                years=term.years,
                end=PartialDate.of(over),
            )
            yield Problem(record, ("posts", number, "start"), message)


_BODY = (
    NEXT_COMMITTEE
    + """\
posts:
  - title: 主任
    holders: 1
    chosen_by: elected
    start: 2021-01-20
"""
)
_NEXT = """\
  - title: 主任
    holders: 1
    chosen_by: elected
    start: 2026-01-22
"""

CHECK = Check(
    code="G011",
    title=Text("届满及时换届", "Elections when the term is over"),
    why=Text(
        "村民委员会、居民委员会每届任期五年，届满应当及时举行换届选举（两部组织法2025年版第十四条第二款）。",
        "Committees serve five years, and a new election is held in time when the term is over (article 14, paragraph 2, of both organic laws of 2025).",
    ),
    fix=Text(
        "换届以后，给原来的岗位写上 end（任期结束），再写一个新任期的岗位。",
        "After the election write end for the old post and add the post for the new term.",
    ),
    bad=Example({NEXT_COMMITTEE_PATH: _BODY}),
    good=Example({NEXT_COMMITTEE_PATH: _BODY + _NEXT}),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.DUE,
)
