"""G008: representatives' assemblies are made up as the law asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_REPRESENTATIVES, VOTE_PATH, vote
from yizhan.checks.shared.organic import laws_for, laws_of_body
from yizhan.facts.organic_law import assemblies_at, due_by_title, holders_by_title, too_few
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import AttendanceCategory, Meeting
from yizhan.model.organic_law import Law
from yizhan.model.text import Text
from yizhan.model.vocabulary import Basis, BodyKind, Kind, MeetingKind
from yizhan.wording.law import cited, in_chinese
from yizhan.wording.ruling import share_of

_FOUND = Text(
    "{law}：{part}应当占组成人员的{share}；记录是 {have:,}/{whole:,}，至少要 {need:,}。",
    "Under {law}, {part} are to be {share} of the members; the record has {have:,} of {whole:,}, {need:,} at least {need:is|are} needed.",
)
_REPRESENTATIVES = "代表"
"""In the title of a body: of 村民代表会议, and not of 村民会议."""


def _run(record: Meeting | Body, archive: Archive, context: Context) -> Iterator[Problem]:
    if isinstance(record, Meeting):
        yield from _of_meeting(record, archive, context)
    elif record.body_kind is BodyKind.ASSEMBLY and _REPRESENTATIVES in record.title:
        laws = laws_of_body(record, archive, context)
        at = {post.title: ("posts", n, "holders") for n, post in enumerate(record.posts)}
        counts = holders_by_title(record)
        for kind in (MeetingKind.VILLAGERS_REPRESENTATIVES, MeetingKind.RESIDENTS_REPRESENTATIVES):
            yield from _short(record, kind, record.members, counts, at, laws, context)


def _of_meeting(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    attendance = record.attendance
    if attendance is None or attendance.basis is not Basis.REPRESENTATIVES:
        return
    laws = laws_for(record.place, record.date, archive, context)
    at = {
        each.title: ("attendance", "categories", number, "due")
        for number, each in enumerate(attendance.categories)
    }
    wrong = {each.title for each in attendance.categories if _more_than_due(each)}
    counts = {title: due for title, due in due_by_title(attendance).items() if title not in wrong}
    kind = record.meeting_kind
    yield from _short(record, kind, attendance.due, counts, at, laws, context)


def _more_than_due(category: AttendanceCategory) -> bool:
    """Whether one of the two numbers of a category is wrong, which T003 says."""
    return category.due is not None and category.present > category.due


def _short(
    record: Meeting | Body,
    kind: MeetingKind,
    whole: int | None,
    counts: Mapping[str, int],
    at: Mapping[str, Pointer],
    laws: Mapping[str, Law],
    context: Context,
) -> Iterator[Problem]:
    """Yield every part that is too small, at the number that says so.

    Args:
        record: the meeting or the body.
        kind: of the assembly.
        whole: how many members it has; None where that is not recorded.
        counts: how many bear each title.
        at: where the record says so.
        laws: those in force.
        context: holds what they ask.
    """
    for law, assembly in assemblies_at(context.presets.organic, kind, laws):
        for each in too_few(assembly.parts, whole, counts):
            message = _FOUND.format(
                law=cited(law, each.part.article),
                part=each.part.title,
                share=share_of(each.part.share),
                have=each.have,
                whole=each.whole,
                need=each.need,
            )
            articles = (in_chinese(law, each.part.article),)
            yield Problem(record, at[each.title], message, articles=articles)


_MEETING = (
    vote("村民代表会议：修路", BY_REPRESENTATIVES)
    + """\
  categories:
    - title: 妇女代表
      due: {women}
      present: 10
agenda:
  - title: 修路
"""
)

CHECK = Check(
    code="G008",
    title=Text("代表会议的组成合乎比例", "Representatives and women among them as the law asks"),
    why=Text(
        "村民代表应当占村民代表会议组成人员的五分之四以上，妇女村民代表占三分之一以上（村民委员会组织法2025年修正第二十九条第一款）；"
        "居民代表应当占居民代表会议组成人员的五分之四以上（城市居民委员会组织法2025年修订第二十八条第一款）。",
        "Villagers' representatives are to be four fifths or more of the members of their assembly, women among them one third or more "
        "(Organic Law of Villagers' Committees, 2025, article 29, paragraph 1); residents' representatives four fifths "
        "(Organic Law of Urban Residents' Committees, 2025, article 28, paragraph 1).",
    ),
    fix=Text(
        "核对人数：due（应到）是全体组成人员，分类里的 due 是这一类的总数，不是到会的人数；确实不够的，补选代表。",
        "Check the figures: due is all members, and a category's due all of its kind, not those who came; if they really fall short, elect more.",
    ),
    bad=Example({VOTE_PATH: _MEETING.format(women=12)}),
    good=Example({VOTE_PATH: _MEETING.format(women=14)}),
    kinds=(Kind.MEETING, Kind.BODY),
    run=_run,
    level=Level.IRREGULAR,
)
