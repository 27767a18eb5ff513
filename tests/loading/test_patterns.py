"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from yizhan.loading.patterns import later


def test_a_pattern_is_compiled_when_it_is_first_used_and_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []

    def compile_(form: str, flags: int) -> re.Pattern[str]:
        compiled.append(form)
        return original(form, flags)

    original = re.compile
    monkeypatch.setattr(re, "compile", compile_)
    pattern = later("^b", re.MULTILINE)
    assert compiled == []
    assert pattern.search("a\nb") is not None
    assert pattern.search("a") is None
    assert compiled == ["^b"]
