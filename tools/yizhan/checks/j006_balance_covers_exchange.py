"""J006: nobody spends points that do not count yet."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, in_years
from yizhan.checks.shared.examples import SHOP, SHOP_PATH
from yizhan.checks.shared.indexes import accounts
from yizhan.checks.shared.log import titles_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Batch, Scheme
from yizhan.model.text import Text
from yizhan.model.vocabulary import EntryKind, Kind

_FOUND = Text(
    "这次兑换 {points} 分，当时可用的只有 {available} 分。",
    "This exchange takes {points} {points:point|points}; only {available} counted at the time.",
)


def _run(record: Batch, archive: Archive, _context: Context) -> Iterator[Problem]:
    spending = {entry.account for entry in record.entries if entry.kind is EntryKind.EXCHANGE}
    if not spending:
        return
    books = accounts(archive.of(Batch))
    earned = in_years(Kind.BATCH, until=record.date.latest.year)
    for account in sorted(spending):
        for posting in books.get(account, ()):
            spent = posting.entry.kind is EntryKind.EXCHANGE and posting.batch.id == record.id
            if spent and posting.balance < 0:
                points = -posting.entry.points
                message = _FOUND.format(points=points, available=max(posting.balance + points, 0))
                pointer = ("entries", posting.position, "points")
                cites = titles_of(archive.get(Scheme, record.scheme))
                about = " ".join(sorted({f"{each.batch.id}/entries" for each in books[account]}))
                yield Problem(
                    record, pointer, message, hinges_on=earned, articles=cites, about=about
                )


CHECK = Check(
    code="J006",
    title=Text("有多少分换多少东西", "No account is overdrawn"),
    why=Text(
        "公示期满以后积分才算数；先换后补，等于别人的异议不起作用。",
        "Points count once their display is over; spent before, an objection comes too late.",
    ),
    fix=Text(
        "核对账户、日期和分值；分数不够的兑换，另记一笔撤销。",
        "Check account, date and points; take back an exchange that was not covered.",
    ),
    bad=Example({SHOP_PATH: SHOP + "    points: -16\n"}),
    good=Example({SHOP_PATH: SHOP + "    points: -8\n"}),
    kinds=(Kind.BATCH,),
    run=_run,
    level=Level.IRREGULAR,
)
