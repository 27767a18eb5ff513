"""Keys of what lists hold: given by the clerk, or derived from the item's own words.

References name keys, never positions: whatever is added to a list, a key goes on naming the same
item. A derived key depends on the item alone and on those before it with the same words, which a
merged list keeps: the first log entry of 2026-03-01 with the step ``accept`` is
``20260301-accept``, the second ``20260301-accept-2``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from yizhan.model.amendment import Amendment, DossierEntry
from yizhan.model.finding import Pointer
from yizhan.model.honour import Honour, Selection
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.meeting import AgendaItem, Decision, Meeting
from yizhan.model.points import Batch, Entry
from yizhan.model.record import Correction, Record
from yizhan.model.voting import Election

Keyed = LogEntry | DossierEntry | Selection | Entry | AgendaItem | Decision | Election | Correction
"""What has a key that need not be given."""


def keys(items: Sequence[Keyed]) -> tuple[str, ...]:
    """The key of every item of a list."""
    derived = numbered(stem(item) for item in items)
    return tuple(item.key or own for item, own in zip(items, derived, strict=True))


def position_of(items: Sequence[Keyed], key: str) -> int | None:
    """Position from 0 of the item with a key; None where there is none."""
    return next((position for position, own in enumerate(keys(items)) if own == key), None)


def stem(item: Keyed) -> str:
    """What an item's key is derived from."""
    match item:
        case LogEntry() | Correction():
            word = "correction" if isinstance(item, Correction) else item.step
            return of_day(item.date, word)
        case DossierEntry() | Selection():
            return of_day(item.date, item.stage)
        case Entry():
            return of_account(item.account, item.item or item.kind)
        case AgendaItem():
            return _of_words("item", item.title)
        case Election():
            return _of_words("election", item.title)
        case _:
            return _of_words("decision", item.text)


def of_day(date: object, word: str) -> str:
    """Day and step or stage, as in ``20260301-accept``; a month or a year where no more is known."""
    return f"{str(date).replace('-', '')}-{word}"


def of_account(account: str, word: str) -> str:
    """Account, and what the points are for, as in ``a-0k3m9x2p-sweep``."""
    return f"{account}-{word}"


def _of_words(lead: str, words: str) -> str:
    """Words that are not ASCII give no readable key: the first digits of their hash take their place."""
    from hashlib import sha256  # brings OpenSSL along, which a run that judges nothing can spare

    return f"{lead}-{sha256(words.encode()).hexdigest()[:8]}"


def numbered(stems: Iterable[str]) -> Iterator[str]:
    """Tell the same words apart: the first as it is, then ``-2``, ``-3``."""
    seen: dict[str, int] = defaultdict(int)
    for each in stems:
        seen[each] += 1
        yield each if seen[each] == 1 else f"{each}-{seen[each]}"


def may_repeat(items: Sequence[Keyed]) -> bool:
    """Whether two items of a list can have one key at all; answered without deriving any.

    Derived keys differ but where a word ends as a count does: the step ``visit-2``, and the second
    ``visit`` of the day. Nearly every log is done with here.
    """
    return any(item.key is not None or _ends_as_a_count(item) for item in items)


def _ends_as_a_count(item: Keyed) -> bool:
    match item:
        case LogEntry():
            return item.step[-1].isdigit()
        case Entry():
            return item.item is not None and item.item[-1].isdigit()
        case _:
            return False


def keyed_lists(record: Record) -> Iterator[tuple[Pointer, tuple[Keyed, ...]]]:
    """The lists of a record whose items have keys, and where they are."""
    if record.corrections:
        yield ("corrections",), record.corrections
    match record:
        case Matter():
            yield ("log",), record.log
        case Amendment():
            yield ("dossier",), record.dossier
        case Honour():
            yield ("stages",), record.stages
        case Batch():
            yield ("entries",), record.entries
        case Meeting():
            yield ("agenda",), record.agenda
            for position, item in enumerate(record.agenda):
                yield ("agenda", position, "decisions"), item.decisions
                yield ("agenda", position, "elections"), item.elections
        case _:
            return
