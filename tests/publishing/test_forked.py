from __future__ import annotations

import os
import time

import pytest

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.forked import forked
from yizhan.publishing.output import TakenError


def test_work_is_done_in_another_process_and_its_result_comes_back() -> None:
    with forked(lambda: (os.getpid(), ["en/a/"]), parallel=True) as result:
        child, urls = result()
    assert child != os.getpid()
    assert urls == ["en/a/"]


def test_without_forks_it_is_done_here_when_asked_for() -> None:
    done: list[int] = []
    with forked(lambda: done.append(os.getpid()), parallel=False) as result:
        assert done == []
        result()
    assert done == [os.getpid()]


def refuse(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (PublishingError(Text("缺", "missing")), PublishingError, "missing"),
        (TakenError("en/x/"), PublishingError, "/en/x/"),
        (OSError(28, "No space left on device"), OSError, "No space left"),
        (KeyError("lost"), RuntimeError, "KeyError: 'lost'"),
    ],
)
def test_what_went_wrong_there_is_raised_here(
    error: Exception, kind: type[Exception], says: str
) -> None:
    with (
        forked(lambda: refuse(error), parallel=True) as result,
        pytest.raises(kind) as caught,
    ):
        result()
    assert says in str(caught.value)


def test_a_process_that_was_killed_is_told() -> None:
    with (
        forked(lambda: os.kill(os.getpid(), 9), parallel=True) as result,
        pytest.raises(RuntimeError, match="killed"),
    ):
        result()


def test_leaving_early_ends_the_process() -> None:
    reading, writing = os.pipe()

    def wait_for_ever() -> None:
        os.write(writing, str(os.getpid()).encode())
        time.sleep(600)

    with forked(wait_for_ever, parallel=True):
        child = int(os.read(reading, 20))
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
