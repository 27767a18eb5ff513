"""The checks: one a file, found by being there.

A module of this package that holds ``CHECK`` is a check; there is no list to keep.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from importlib import import_module
from pkgutil import ModuleInfo, iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yizhan.checks.shared.check import Check

RETIRED: frozenset[str] = frozenset({"M014"})
"""Codes of checks that are gone; a code is never given to another check."""


def with_codes(codes: Collection[str]) -> tuple[Check, ...] | None:
    """The checks with some codes, by code, without importing the others.

    Returns:
        None where one of them is not in the file that its code begins.
    """
    beginnings = {module.name.partition("_")[0].upper(): module.name for module in _modules()}
    found: list[Check] = []
    for code in sorted(codes):
        if code not in beginnings:
            return None
        check = getattr(import_module(f"{__name__}.{beginnings[code]}"), "CHECK", None)
        if check is None or check.code != code:
            return None
        found.append(check)
    return tuple(found)


def _modules() -> Iterator[ModuleInfo]:
    return iter_modules(__path__)


@cache
def discover() -> tuple[Check, ...]:
    """Every check, by code.

    Raises:
        ValueError: two checks share a code, or one has a code that is retired.
    """
    found: dict[str, Check] = {}
    for module in _modules():
        check = getattr(import_module(f"{__name__}.{module.name}"), "CHECK", None)
        if check is None:
            continue
        if check.code in RETIRED:
            raise ValueError(f"code {check.code} is retired, and {module.name} has it")
        if check.code in found:
            raise ValueError(f"code {check.code} is used twice, the second time in {module.name}")
        found[check.code] = check
    return tuple(found[code] for code in sorted(found))
