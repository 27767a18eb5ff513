"""What holds for every test."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Generator, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is, not whether the tool is right.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

# Whoever tells Python to keep no compiled modules has each of the hundreds of commands that tests start
# compile four hundred files: 0.3 s of the 0.8 s of a check, as much of each process of a build.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What a script starts in the background has Ctrl-C ignored, and so have the programs it starts: those that
# tests interrupt would never hear of it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

HERE = Path(__file__).parent
TRACED = ("checks", "facts", "loading", "meetings", "model", "pages", "reporting")
"""Folders in whose tests coverage is measured: those of single functions, which reach every line. It
doubles what a test costs."""
LONG = ("checks/test_time.py", "loading/test_schema_findings.py")
"""Tests in them that try very many cases, and reach no line that the others do not."""
MEASURED = ("yizhan.model", "yizhan.facts", "yizhan.checks")
"""Packages whose lines are counted, as in ``[tool.coverage.run]``."""
_UNTRACED = pytest.StashKey[bool]()
"""Whether tests ran without being measured since caches were last emptied."""


@pytest.fixture(scope="session", autouse=True)
def _presets_stay() -> Iterator[None]:
    """Presets are read once in a process: a test that changed one would change what later ones see."""
    from yizhan.loading.presets import load_presets  # lines that run on import are measured as well

    before = repr(load_presets())
    yield
    assert repr(load_presets()) == before


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure coverage where tests of single functions are.

    ``no_cover`` of pytest-cov has no effect in a worker, where coverage is started twice and stopped once.
    """
    path = item.path.relative_to(HERE)
    tracer, stash = sys.gettrace(), item.config.stash
    if path.parts[0] not in TRACED or path.as_posix() in LONG:
        sys.settrace(None)
        stash[_UNTRACED] = True
    elif tracer is not None and stash.get(_UNTRACED, False):
        _empty_caches()
        stash[_UNTRACED] = False
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


def _empty_caches() -> None:
    """Have functions that keep what they gave run anew.

    Their lines run once in a process: if a test that is not measured was the first to ask, no other
    would ever be seen to reach them.
    """
    for name in [each for each in sys.modules if each.startswith(MEASURED)]:
        for value in vars(sys.modules[name]).values():
            if isinstance(value, _lru_cache_wrapper):
                value.cache_clear()
