"""What holds for every test."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
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
UNTRACED = (
    *("browser", "publishing", "typed"),
    *("checks/test_time.py", "checking/test_past.py", "commands/test_upgrade_layout.py"),
)
"""Tests in which coverage is not measured: it doubles what they cost, and all lines are reached without them."""


@pytest.fixture(scope="session", autouse=True)
def _presets_stay() -> Iterator[None]:
    """Presets are read once in a process: a test that changed one would change what later ones see."""
    from yizhan.loading.presets import load_presets  # lines that run on import are measured as well

    before = repr(load_presets())
    yield
    assert repr(load_presets()) == before


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure coverage where tests of single functions are."""
    untraced = [HERE / each for each in UNTRACED]
    for item in items:
        if any(folder in (item.path, *item.path.parents) for folder in untraced):
            item.add_marker(pytest.mark.no_cover)
