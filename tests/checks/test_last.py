"""The memo that checks of one record share."""

from __future__ import annotations

from yizhan.checks.shared.last import OfLast, OfRecord, next_record


def test_the_last_answer_is_given_again_for_the_same_arguments() -> None:
    asked: list[tuple[object, ...]] = []

    def compute(record: list[int], archive: str) -> int:
        asked.append((record, archive))
        return len(asked)

    remembered = OfLast(compute)
    one, equal = [1], [1]
    assert [remembered(one, "a"), remembered(one, "a")] == [1, 1]
    assert remembered(equal, "a") == 2, "equal is not the same: it may be another run's record"
    assert remembered(one, "a") == 3, "there is one slot"
    assert remembered(one, "b") == 4
    assert remembered(one, "b") == 4


def test_what_an_archive_answered_is_for_the_checks_of_one_record() -> None:
    """The next one is to ask itself, or nothing notes what its findings rest on."""
    asked: list[str] = []
    matter, text = [1], [2]

    def compute(_record: list[int], what: str) -> int:
        asked.append(what)
        return len(asked)

    of_archive, of_record = OfRecord(compute), OfLast(compute)
    for _ in range(2):
        of_archive(matter, "archive")
        of_record(text, "text")
    assert asked == ["archive", "text"]
    next_record()
    of_archive(matter, "archive")
    of_record(text, "text")
    assert asked == ["archive", "text", "archive"]
