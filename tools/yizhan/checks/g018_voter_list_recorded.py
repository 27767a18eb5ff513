"""G018: the record of a committee's election shows when the list of voters was made public."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, elect, vote
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, Subject
from yizhan.wording.law import cited

_FOUND = Text(
    "{law}要求名单在选举日的 {days} 天以前公布，记录没有写哪天公布的，看不出够不够。",
    "Under {law}, the list of voters is made public {days} {days:day|days} before the election; the record does not say when it was.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    for number, pointer, election, law, rule in committee_elections(record, archive, context):
        if record.agenda[number].subject is Subject.BY_ELECTION:
            continue  # 补选程序参照 other articles (村民委员会组织法, 2025: 第二十三条)
        if election.voter_list is None and election.runoff_of is None:
            message = _FOUND.format(law=cited(law, rule.voters.article), days=rule.voters.days)
            yield Problem(record, (*pointer, "voter_list"), message)


_MEETING = vote("选举村民委员会主任", BY_ASSEMBLY)

CHECK = Check(
    code="G018",
    title=Text("写明选民名单哪天公布", "The record says when the voter list was made public"),
    why=Text(
        "登记参加选举的名单在选举日的二十日前公布，有异议的五日内提出（村民委员会组织法2025年修正第十七条，城市居民委员会组织法2025年修订第十七条）。"
        "没有写，不等于没有公布，所以只是提醒。",
        "The list of voters is made public twenty days before the election, and objections are made within five (article 17 of both organic laws of "
        "2025). A silent record does not mean that it was not, so this is a warning only.",
    ),
    fix=Text(
        "在这场选举下面写 voter_list（选民名单）的 published（公布）；来源没有说的，不要编，这条提醒可以留着。",
        "Under the election write voter_list with published; where no source says it, invent nothing and let this warning stand.",
    ),
    bad=Example({VOTE_PATH: _MEETING + elect(more="")}),
    good=Example({VOTE_PATH: _MEETING + elect()}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
