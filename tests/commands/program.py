"""The program as it is typed, in the miniature village."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan import cli

VILLAGE = Path(__file__).parents[1] / "village"
DRAIN = "records/matters/2026/20260308-shili-drain.yaml"
AS_OF = ["--as-of", "2026-04-10"]


def yizhan(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a command."""
    code = cli.run(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err
