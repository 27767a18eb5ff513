"""J007: no account gets more from an item than the scheme allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yizhan.checks.shared.check import Check, Context, Example, Problem, in_years
from yizhan.checks.shared.examples import HELP, HELP_PATH
from yizhan.checks.shared.indexes import accounts
from yizhan.facts.ledger import Posting
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Batch, Scheme
from yizhan.model.text import Text
from yizhan.model.vocabulary import EntryKind, Kind

_FOUND = Text(
    "“{title}”每户最多 {limit} 分，加上这一笔是 {total} 分。",
    "An account can get {limit} {limit:point|points} at most for “{title}”; with this entry it has {total}.",
)


def _run(record: Batch, archive: Archive, _context: Context) -> Iterator[Problem]:
    scheme = archive.get(Scheme, record.scheme)
    if scheme is None or archive.find(record.id) is not record:
        return  # a batch whose id is taken (A003) is in no account's book
    limited = {item.key: item for item in scheme.items if item.limit is not None}
    books = accounts(archive.of(Batch)) if limited else {}
    for number, entry in enumerate(record.entries):
        item = limited.get(entry.item or "")
        if item is None or item.limit is None or entry.kind is not EntryKind.AWARD:
            continue
        total = _total(books[entry.account], record, number, item.key)
        if total > item.limit:
            message = _FOUND.format(title=item.title, limit=item.limit, total=total)
            reversal = in_years(Kind.BATCH)
            pointer, cites = ("entries", number, "points"), (scheme.title,)
            about = f"{scheme.id}/items/{scheme.items.index(item)}/limit"
            yield Problem(record, pointer, message, hinges_on=reversal, articles=cites, about=about)


def _total(postings: Sequence[Posting], record: Batch, number: int, item: str) -> int:
    """Add up what an account got from an item under one scheme, up to one entry."""
    back = {posting.entry.reverses for posting in postings}
    own = (record.id, number)
    last = [(posting.batch.id, posting.position) for posting in postings].index(own)
    return sum(
        posting.entry.points
        for posting in postings[: last + 1]
        if posting.batch.scheme == record.scheme
        and posting.entry.kind is EntryKind.AWARD
        and posting.entry.item == item
        and posting.name not in back
    )


_AWARD = """\
  - account: a-9c4d7e2b
    kind: award
    item: cleanup
    points: 10
"""

CHECK = Check(
    code="J007",
    title=Text("不超过单项上限", "Limits of items are kept"),
    why=Text(
        "办法给单项定上限，是为了不让一件事刷出很多分；超过了，对别的住户不公平。",
        "A scheme limits an item so that no single thing is milked for points; beyond it, others are wronged.",
    ),
    fix=Text(
        "超出上限的部分不记；已经公开的，另记一笔撤销。",
        "Leave out what is beyond the limit; if it was published, take it back by a reversal.",
    ),
    bad=Example({HELP_PATH: HELP + _AWARD * 5}),
    good=Example({HELP_PATH: HELP + _AWARD * 4}),
    kinds=(Kind.BATCH,),
    run=_run,
    level=Level.IRREGULAR,
)
