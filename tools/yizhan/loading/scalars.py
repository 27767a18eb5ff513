"""What a plain YAML word means: numbers, true, false and nothing; all else is text."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_STARTS = frozenset("0123456789+-")
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")


def plain(value: str) -> Scalar:
    """Tell what an unquoted word means.

    YAML 1.2's core schema with two words fewer to stumble over: ``012`` (a house, a code) and
    numbers of more than 18 digits stay text, as ``12:30``, ``yes``, ``on`` and ``2020-06-12`` do.
    """
    if value[:1] in _STARTS:
        match = _NUMBER.fullmatch(value)
        if match is None:
            return value
        return int(value) if match.group(1) is None else float(value)
    return _WORDS.get(value, value)
