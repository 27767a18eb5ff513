"""The memo that checks of one record share."""

from __future__ import annotations

from yizhan.checks.shared.last import OfLast


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
