"""G014: a request for a meeting comes before it, from no more than there are."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_REPRESENTATIVES, VOTE_PATH, vote
from yizhan.facts.jurisdiction import is_part
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_AFTER = Text(
    "提议的日期 {date} 晚于会议的日期 {held}。",
    "The request of {date} comes after the meeting of {held}.",
)
_MORE = Text(
    "提议的有 {count:,}，总数却只有 {whole:,}。",
    "{count:,} demanded it, of {whole:,} there are in all.",
)
_CALLED_FIRST = Text(
    "提议的日期 {date} 晚于会议通知的日期 {called}。",
    "The request of {date} comes after the notice of the meeting, {called}.",
)
_OTHER_WHOLE = Text(
    "提议时总数是 {whole:,}，会议的应到却是 {due:,}，两个数相差一倍以上。",
    "{whole:,} are said to have been there in all when it was demanded, and {due:,} were due: one is at least twice the other.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    request = record.request
    if request is None:
        return
    if record.date.surely_before(request.date):
        message = _AFTER.format(date=request.date, held=record.date)
        yield Problem(record, ("request", "date"), message)
    elif record.notice is not None and record.notice.date.surely_before(request.date):
        message = _CALLED_FIRST.format(date=request.date, called=record.notice.date)
        yield Problem(record, ("request", "date"), message)
    there, place = record.attendance, archive.place(record.place)
    if place is None or is_part(place.level):
        there = None  # of the village may have been demanded what a part of it then decided: T023
    if there is not None and there.basis is request.basis and _far_apart(request.of, there.due):
        message = _OTHER_WHOLE.format(whole=request.of, due=there.due)
        yield Problem(record, ("request", "of"), message)
    if request.of is not None and request.count > request.of:
        message = _MORE.format(count=request.count, whole=request.of)
        yield Problem(record, ("request", "count"), message)


def _far_apart(whole: int | None, due: int | None) -> bool:
    """Whether two numbers of the same people cannot both be right, though some moved in between."""
    return whole is not None and due is not None and max(whole, due) >= 2 * min(whole, due)


_MEETING = vote("村民代表会议：修路", BY_REPRESENTATIVES)
_AGENDA = """\
request:
  date: 2026-03-01
  basis: representatives
  count: {count}
  of: 36
agenda:
  - title: 修路
"""

CHECK = Check(
    code="G014",
    title=Text("提议召开的人数和日期说得通", "A request's day and numbers are possible"),
    why=Text(
        "够不够法定的比例，要看多少人提议、一共多少人（村民委员会组织法2025年修正第二十五条第二款、第三十条第一款，"
        "城市居民委员会组织法2025年修订第二十六条第二款、第二十八条第二款）；数字写错就说不清该不该召集。",
        "Whether the law's share was reached is told by how many demanded it, of how many (Organic Law of Villagers' Committees, 2025, articles 25 "
        "and 30; of Urban Residents' Committees, 2025, articles 26 and 28); with wrong figures nobody can say whether it had to be called.",
    ),
    fix=Text(
        "对照提议书核对日期和人数。",
        "Compare day and numbers with the written request.",
    ),
    bad=Example({VOTE_PATH: _MEETING + _AGENDA.format(count=63)}),
    good=Example({VOTE_PATH: _MEETING + _AGENDA.format(count=13)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
