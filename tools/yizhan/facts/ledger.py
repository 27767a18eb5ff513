"""The ledger of points: what stands on an account, computed from the entries alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from yizhan.model.frozen import dataclass
from yizhan.model.keys import keys
from yizhan.model.points import Batch, Entry
from yizhan.model.vocabulary import EntryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One entry as it stands on its account.

    Attributes:
        batch: the batch that holds the entry.
        position: the entry's place in the batch, from 0.
        key: the entry's, within the batch.
        counts_from: first day on which the points count.
        balance: points on the account once this entry counts.
    """

    batch: Batch
    position: int
    key: str
    entry: Entry
    counts_from: date
    balance: int

    @property
    def name(self) -> str:
        """What ``reverses`` calls this entry: ``<batch id>#<key>``."""
        return f"{self.batch.id}#{self.key}"


_Row = tuple[date, bool, str, int, str, Batch, Entry]


def counts_from(batch: Batch, entry: Entry) -> date:
    """Return the first day on which an entry counts.

    An award that is on display counts from the day after the display ends, so that points which
    somebody may still object to cannot be spent. Everything else counts on the batch's day.
    """
    if entry.kind is EntryKind.AWARD and batch.display is not None:
        return batch.display.end.latest + timedelta(days=1)
    return batch.date.earliest


def statements(batches: Iterable[Batch]) -> Mapping[str, tuple[Posting, ...]]:
    """Return every account's postings, in the order in which they count.

    On one day what adds goes before what takes away: the day of an award is known, its hour is not.
    """
    waiting: dict[str, list[_Row]] = defaultdict(list)
    for batch in batches:
        for position, (entry, key) in enumerate(
            zip(batch.entries, keys(batch.entries), strict=True)
        ):
            order = (counts_from(batch, entry), entry.points < 0, batch.id, position)
            waiting[entry.account].append((*order, key, batch, entry))
    return {account: _post(rows) for account, rows in sorted(waiting.items())}


def balance(postings: Iterable[Posting], day: date) -> int:
    """Return the points that count on an account on a day."""
    return sum(posting.entry.points for posting in postings if posting.counts_from <= day)


def pending(postings: Iterable[Posting], day: date) -> Mapping[date, int]:
    """Return the points awarded by a day that do not count yet, by their last day on display."""
    found: Counter[date] = Counter()
    for posting in postings:
        if posting.batch.date.earliest <= day < posting.counts_from:
            found[posting.counts_from - timedelta(days=1)] += posting.entry.points
    return found


def _post(rows: list[_Row]) -> tuple[Posting, ...]:
    postings: list[Posting] = []
    total = 0
    for day, _, _, position, key, batch, entry in sorted(rows, key=lambda row: row[:4]):
        total += entry.points
        postings.append(
            Posting(
                batch=batch,
                position=position,
                key=key,
                entry=entry,
                counts_from=day,
                balance=total,
            )
        )
    return tuple(postings)
