"""Points: schemes with what earns how much, batches of entries, and totals that show nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from yizhan.facts.caseload import in_
from yizhan.facts.ledger import Posting, balance, pending, statements
from yizhan.facts.rule_end import end_of
from yizhan.model.keys import keys
from yizhan.model.points import Batch, Entry, Scheme, SchemeItem
from yizhan.model.record import Record
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import EntryKind, Kind
from yizhan.pages.frame import record_page
from yizhan.pages.links import FOLDERS, Link, url_of
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.reading_day import adding, counted, until
from yizhan.pages.record_lists import (
    Block,
    Fact,
    RecordList,
    Row,
    Section,
    day_fact,
    list_pages,
    list_slot,
    lists_of,
    place_fact,
    plain_row,
)
from yizhan.pages.related import related, search_entry
from yizhan.pages.site import Site
from yizhan.pages.standing import place_that_ends
from yizhan.wording.display import OVER
from yizhan.wording.scheme import scheme_ended

FEW = 5
"""Totals over fewer accounts are not shown: they would tell who has how much."""
_SHOWN = 12
"""Schemes and batches on display that stand above the list of all batches."""


class Totals(NamedTuple):
    """What happened under a scheme by the site's day, over all accounts together.

    Attributes:
        pending: points that do not count yet, by the last day on which they are on display.
    """

    accounts: int
    awarded: int
    deducted: int
    exchanged: int
    balance: int
    pending: Mapping[date, int]


class ItemGroup(NamedTuple):
    """Items of a scheme under their common heading."""

    title: str
    items: tuple[SchemeItem, ...]


class EntryView(NamedTuple):
    """An entry of a batch."""

    key: str
    entry: Entry
    item: str
    reverses: Link | None
    reversed_by: Link | None


def pages(site: Site) -> Iterator[Draft]:
    """Lists of batches and schemes, one page each."""
    yield from list_pages(site, _batches(site), lambda record: batch_row(site, record))
    yield from list_pages(site, _schemes(site), lambda record: scheme_row(site, record))
    make_scheme, make_batch = partial(scheme_page, site), partial(batch_page, site)
    accounts = _accounts(site)
    for scheme in site.archive.of(Scheme):
        held = accounts.get(scheme.id, {})
        yield Draft(url_of(scheme, site.lang), make_scheme, scheme, held)
    reversals = _by_batch(_reversals(site))
    for batch in site.archive.of(Batch):
        back = reversals.get(batch.id, {})
        yield Draft(url_of(batch, site.lang), make_batch, batch, back)


def slots(site: Site) -> Iterator[Slot]:
    """Schemes, what is on display, and the first batches."""
    yield list_slot(site, next(_batches(site)), lambda record: batch_row(site, record))


def _batches(site: Site) -> Iterator[RecordList]:
    _ = site.words._
    section = Section(
        Kind.BATCH,
        "points",
        _("做了什么加多少分、能换什么、每一批加减分公示过没有。账户只用代号，不写是谁，也不排名。"),
        _("还没有积分记录。"),
    )
    schemes = [each for each in site.archive.of(Scheme) if not each.example]
    shown = [each for each in site.archive.of(Batch) if on_display(site, each)]
    blocks = []
    if schemes:
        rows = tuple(scheme_row(site, each) for each in schemes[:_SHOWN])
        blocks.append(Block(site.words.kinds(Kind.SCHEME), rows, len(schemes)))
    if shown:
        rows = tuple(batch_row(site, each) for each in shown[:_SHOWN])
        note = _("公示期内可以提异议，公示期满才计入。")
        ends = ((each, each.display.end.latest) for each in shown if each.display is not None)
        lasting = counted(site, ends)
        blocks.append(Block(_("正在公示"), rows, None, note, lasting))
    return lists_of(site, section, tuple(blocks))


def _schemes(site: Site) -> Iterator[RecordList]:
    _ = site.words._
    section = Section(
        Kind.SCHEME,
        "points",
        _("积分办法：做什么加分、什么减分、能换什么，从哪天到哪天有效。"),
        _("还没有积分办法。"),
        by_year=False,
    )
    up = Link(site.url(FOLDERS[Kind.BATCH]), site.words.kinds(Kind.BATCH))
    for number, found in enumerate(lists_of(site, section)):
        yield found if number else found.below(up)


def on_display(site: Site, batch: Batch) -> bool:
    """Whether objections can be raised on the site's day."""
    shown = batch.display
    return (
        shown is not None
        and not shown.start.surely_after(site.day_of(batch))
        and shown.end.latest >= site.day_of(batch)
    )


def scheme_row(site: Site, record: Record) -> Row:
    """A scheme in a list."""
    assert isinstance(record, Scheme)
    words = site.words
    valid = record.valid
    return plain_row(
        site,
        record,
        place_fact(site, record.place),
        Fact(words.period(valid.from_, valid.to) if valid is not None else ""),
        Fact(words.n_("{n} 项", len(record.items)) if record.items else ""),
        word=_ended(site, record)[0],
    )


def _ended(site: Site, scheme: Scheme) -> tuple[str, str]:
    """What is said of a scheme whose place or rule is gone on the site's day: a word, a sentence."""
    place, rule = place_that_ends(site, scheme.place), site.archive.get(Rule, scheme.rule)
    end = end_of(rule, site.archive) if rule is not None else None
    return scheme_ended(site.words, scheme, place, rule, site.day_of(scheme), end)


def batch_row(site: Site, record: Record) -> Row:
    """A batch in a list."""
    assert isinstance(record, Batch)
    words = site.words
    scheme = site.link(record.scheme)
    shown = on_display(site, record)
    return plain_row(
        site,
        record,
        day_fact(site, record),
        place_fact(site, record.place),
        Fact(scheme.title if scheme else "", own=True),
        Fact(words.n_("{n} 笔", len(record.entries))),
        Fact(words._("示例") if record.example else ""),
        word=words._("正在公示") if shown else "",
        until=until(site, record, record.display.end if record.display is not None else None, ""),
    )


def _accounts(site: Site) -> dict[str, dict[str, tuple[Posting, ...]]]:
    """Every account's postings, by scheme; one pass over all batches."""
    by_scheme: dict[str, list[Batch]] = {}
    for batch in site.archive.of(Batch):
        if not batch.date.surely_after(site.day_of(batch)):
            by_scheme.setdefault(batch.scheme, []).append(batch)
    return {key: dict(statements(batches)) for key, batches in by_scheme.items()}


def totals(day: date, accounts: dict[str, tuple[Posting, ...]]) -> Totals:
    """Sum up the accounts of a scheme; a reversal goes back into what it takes back."""
    sums = dict.fromkeys(EntryKind, 0)
    on_display: Counter[date] = Counter()
    given_back = {EntryKind.AWARD: 0, EntryKind.DEDUCTION: 0}
    for postings in accounts.values():
        on_display.update(pending(postings, day))
        for posting in postings:
            entry = posting.entry
            if entry.kind is EntryKind.REVERSAL:
                kind = EntryKind.AWARD if entry.points < 0 else EntryKind.DEDUCTION
                given_back[kind] += entry.points
            else:
                sums[entry.kind] += entry.points
    return Totals(
        accounts=len(accounts),
        awarded=sums[EntryKind.AWARD] + given_back[EntryKind.AWARD],
        deducted=-(sums[EntryKind.DEDUCTION] + given_back[EntryKind.DEDUCTION]),
        exchanged=-sums[EntryKind.EXCHANGE],
        balance=sum(balance(each, day) for each in accounts.values()),
        pending=on_display,
    )


def _groups(items: Sequence[SchemeItem]) -> tuple[ItemGroup, ...]:
    found: dict[str, list[SchemeItem]] = {}
    for item in items:
        found.setdefault(item.group or "", []).append(item)
    return tuple(ItemGroup(title, tuple(group)) for title, group in found.items())


def scheme_page(site: Site, scheme: Scheme, accounts: dict[str, tuple[Posting, ...]]) -> Page:
    """The page of one scheme."""
    words = site.words
    summed = totals(site.day_of(scheme), accounts) if len(accounts) >= FEW else None
    coming = sorted(summed.pending.items()) if summed is not None else []
    word, sentence = _ended(site, scheme)
    values: dict[str, Any] = {
        "scheme": scheme,
        "line": site.line(scheme.place),
        "ended": sentence,
        "rule": site.link(scheme.rule),
        "body": site.link(scheme.body),
        "groups": _groups(scheme.items),
        "limits": any(item.limit for item in scheme.items),
        "totals": summed,
        "adding": adding(site, scheme, dict(coming)),
        "coming": tuple((last, until(site, scheme, last, ""), number) for last, number in coming),
        "accounts": len(accounts),
        "few": FEW,
        "batches": _list_of(site, scheme),
        "related": related(site, scheme),
    }
    description = words._("{place}：{title}。", place=site.where(scheme.place), title=scheme.title)
    lines = [*(item.title for item in scheme.items), *(each.title for each in scheme.goods)]
    lines += [scheme.exchange or ""]
    day = scheme.valid.from_ if scheme.valid is not None else None
    entry = search_entry(site, scheme, lines, scheme.place, day, word)
    return record_page(site, scheme, "scheme.html", "points", description, values, entry)


def _list_of(site: Site, scheme: Scheme) -> str:
    """The list of the batches at the scheme's place, or of all where none is recorded there."""
    here = in_(site.caseload.within, Kind.BATCH, scheme.place)
    return site.url(f"points/place/{scheme.place}/" if here else "points/")


def _reversals(site: Site) -> dict[str, str]:
    """Which entry is taken back by which, both as ``<batch id>#<key>``."""
    return {
        entry.reverses: f"{batch.id}#{key}"
        for batch in site.archive.of(Batch)
        for key, entry in zip(keys(batch.entries), batch.entries, strict=True)
        if entry.reverses is not None
    }


def _by_batch(reversals: dict[str, str]) -> dict[str, dict[str, str]]:
    """The same by the batch whose entries are taken back, which alone a page has to know."""
    found: dict[str, dict[str, str]] = {}
    for name, back in reversals.items():
        found.setdefault(name.partition("#")[0], {})[name] = back
    return found


def batch_page(site: Site, batch: Batch, reversals: dict[str, str]) -> Page:
    """The page of one batch."""
    words = site.words
    scheme = site.archive.get(Scheme, batch.scheme)
    last = batch.display.end if batch.display is not None else None
    over = last is not None and last.latest < site.day_of(batch)
    place = batch.place or (scheme.place if scheme is not None else None)
    values: dict[str, Any] = {
        "batch": batch,
        "line": site.line(place) if place is not None else (),
        "scheme": site.link(batch.scheme),
        "matter": site.link(batch.matter),
        "meeting": site.link(batch.meeting),
        "shown": on_display(site, batch),
        "over": words.label(OVER) if over else "",
        "until": until(site, batch, last, words.label(OVER)),
        "entries": tuple(_entries(site, batch, scheme, reversals)),
        "sum": sum(entry.points for entry in batch.entries),
        "related": related(site, batch),
    }
    description = words._("{place}：{title}。", place=_name(site, place), title=batch.title)
    lines = [batch.evidence, *(view.item for view in values["entries"])]
    entry = search_entry(site, batch, dict.fromkeys(lines), place, batch.date)
    return record_page(site, batch, "batch.html", "points", description, values, entry)


def _name(site: Site, place: str | None) -> str:
    return site.where(place) if place is not None else ""


def _entries(
    site: Site, batch: Batch, scheme: Scheme | None, reversals: dict[str, str]
) -> Iterator[EntryView]:
    titles: dict[str, str] = {}
    if scheme is not None:
        titles |= {item.key: item.title for item in scheme.items}
        titles |= {goods.key: goods.title for goods in scheme.goods}
    for key, entry in zip(keys(batch.entries), batch.entries, strict=True):
        yield EntryView(
            key,
            entry,
            titles.get(entry.item or "", entry.item or ""),
            _entry_link(site, entry.reverses),
            _entry_link(site, reversals.get(f"{batch.id}#{key}")),
        )


def _entry_link(site: Site, name: str | None) -> Link | None:
    """A link to an entry named ``<batch id>#<key>``."""
    if name is None:
        return None
    identifier, _mark, key = name.partition("#")
    link = site.link(identifier)
    return Link(f"{link.url}#entry-{key}", link.title) if link is not None else None
