"""The ledger: what counts when, in which order, and what is still on display."""

from datetime import date

from yizhan.facts.ledger import balance, counts_from, pending, statements
from yizhan.model.dates import PartialDate
from yizhan.model.points import Batch, Entry
from yizhan.model.record import Display
from yizhan.model.vocabulary import EntryKind


def day(text):
    return PartialDate.parse(text)


def award(account, points=10):
    return Entry(account=account, kind=EntryKind.AWARD, item="cleanup", points=points)


def exchange(account, points=-8):
    return Entry(account=account, kind=EntryKind.EXCHANGE, item="soap", points=points)


def batch(identifier, when, *entries, display=None):
    return Batch(
        id=identifier,
        title=identifier,
        scheme="scheme",
        date=day(when),
        entries=entries,
        display=display and Display(start=day(display[0]), end=day(display[1])),
    )


def test_an_award_counts_the_day_after_its_display():
    shown = batch("a", "2026-02-20", award("x"), display=("2026-02-20", "2026-02-25"))
    assert counts_from(shown, shown.entries[0]) == date(2026, 2, 26)


def test_what_is_not_on_display_counts_at_once():
    plain = batch("a", "2026-02", award("x"), exchange("x"))
    assert counts_from(plain, plain.entries[0]) == date(2026, 2, 1)
    shown = batch("b", "2026-02-20", exchange("x"), display=("2026-02-20", "2026-02-25"))
    assert counts_from(shown, shown.entries[0]) == date(2026, 2, 20)


def test_postings_run_in_the_order_in_which_they_count():
    late = batch("a", "2026-02-01", award("x"), display=("2026-02-01", "2026-02-10"))
    early = batch("b", "2026-02-05", award("x", 3), exchange("x", -2))
    postings = statements([late, early])["x"]
    assert [(posting.name, posting.balance) for posting in postings] == [
        ("b#x-cleanup", 3),
        ("b#x-soap", 1),
        ("a#x-cleanup", 11),
    ]


def test_on_one_day_what_adds_goes_before_what_takes_away():
    postings = statements(
        [batch("a", "2026-02-01", exchange("x")), batch("b", "2026-02-01", award("x"))]
    )
    assert [posting.balance for posting in postings["x"]] == [10, 2]


def test_accounts_are_kept_apart_and_sorted():
    books = statements([batch("a", "2026-02-01", award("y"), award("x", 4))])
    assert list(books) == ["x", "y"]
    assert books["x"][0].name == "a#x-cleanup"


def test_balance_and_pending_on_a_day():
    postings = statements(
        [
            batch("a", "2026-02-01", award("x")),
            batch("b", "2026-02-10", award("x", 5), display=("2026-02-10", "2026-02-15")),
        ]
    )["x"]
    assert [balance(postings, date(2026, 2, n)) for n in (1, 10, 15, 16)] == [10, 10, 10, 15]
    last = {date(2026, 2, 15): 5}
    assert [pending(postings, date(2026, 2, n)) for n in (9, 10, 15, 16)] == [{}, last, last, {}]
