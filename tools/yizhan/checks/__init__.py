"""The checks: one a file, found by being there.

A module of this package that holds ``CHECK`` is a check; there is no list to keep.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yizhan.checks.shared.check import Check

RETIRED: frozenset[str] = frozenset()
"""Codes of checks that are gone; a code is never given to another check."""


@cache
def discover() -> tuple[Check, ...]:
    """Every check, by code.

    Raises:
        ValueError: two checks share a code, or one has a code that is retired.
    """
    found: dict[str, Check] = {}
    for module in iter_modules(__path__):
        check = getattr(import_module(f"{__name__}.{module.name}"), "CHECK", None)
        if check is None:
            continue
        if check.code in RETIRED:
            raise ValueError(f"code {check.code} is retired, and {module.name} has it")
        if check.code in found:
            raise ValueError(f"code {check.code} is used twice, the second time in {module.name}")
        found[check.code] = check
    return tuple(found[code] for code in sorted(found))
