"""Which digits, grouped as they are, form a number that leads to a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum


class NumberKind(Enum):
    """What a number is the number of."""

    IDENTITY = "identity"
    NEAR_IDENTITY = "near identity"
    CARD = "card"
    MOBILE = "mobile"
    NEAR_MOBILE = "near mobile"
    LANDLINE = "landline"


class Joint(Enum):
    """What is between two groups of digits, by what else it could be.

    Attributes:
        STRONG: blanks, dashes, stars and whatever no list, amount, date or time is written with.
        WEAK: what those are written with: comma, slash, colon.
        DECIMAL: the point of a figure or of the degrees of a place on earth.
    """

    STRONG = "strong"
    WEAK = "weak"
    DECIMAL = "decimal"


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PROVINCES = frozenset(
    [
        *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"),
        *("41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54"),
        *("61", "62", "63", "64", "65", "71", "81", "82", "83"),
    ]
)
"""Codes of provinces with which an identity number begins (GB/T 2260)."""

_CHECK_DIGITS = "10X98765432"
_CODE = r"(?:10|2[0-9]|[3-9][1-9][0-9]|[79]0[0-9])"
"""Area codes without their 0: two digits of the largest cities, three of the others; none is 30 or 80."""

_LANDLINE = re.compile(rf"((?:0|(?:00)?86){_CODE})([2-8][0-9]{{6,7}})").fullmatch
_MOBILE = re.compile(r"(?:0|(?:00)?86)?(1[3-9][0-9]{9})").fullmatch
_CARD = re.compile(r"(?:62|60|65|4[0-9]|5[1-5]|95)[0-9]{14,17}").fullmatch
_FORMER = 15
_MOBILE_DIGITS = 11
_USUAL = ((3, 4, 4), (3, 8), (7, 4))
_IDENTITY_GROUPS = frozenset(
    [
        *((6, 8, 4), (6, 8, 3), (6, 8, 3, 1), (6, 4, 4, 4), (6, 4, 4, 3), (6, 4, 2, 2, 4)),
        *((6, 4, 2, 2, 3), (6, 12), (6, 11), (14, 4), (14, 3), (17, 1), (6, 2, 4, 2, 4)),
        *((3, 3, 4, 4, 4), (3, 3, 8, 4), (4, 4, 4, 4, 2), (4, 4, 4, 4, 1), (2, 4, 8, 4)),
        *(
            (6, 6, 3),
            (3, 3, 3, 3, 3),
            (3, 3, 6, 3),
            (5, 5, 5),
            (3, 3, 3, 3, 3, 3),
            (6, 6, 6),
            (9, 9),
        ),
    ]
)
"""How the digits of an identity number are written apart: by what they mean, or evenly."""

_PAIRS = 2
_LONG_GROUP = 3
_MOST_GROUPS = 5


def kind_of(
    digits: str, groups: tuple[int, ...], joints: frozenset[Joint], *, alone: bool
) -> NumberKind | None:
    """What digits are the number of; None where they are nobody's.

    Args:
        digits: 0–9; the last may be an X.
        groups: how many of them stand together each time.
        joints: what there is between the groups.
        alone: no further digits are joined to them, on either side.
    """
    even = set(groups) == {1}
    if even and not alone:
        return None
    plain = even or len(groups) == 1 or groups in _IDENTITY_GROUPS
    spaced = even and not joints - {Joint.STRONG}
    landline = _LANDLINE(digits)
    forms = {
        NumberKind.IDENTITY: identity_number(digits) and (plain or len(digits) > _FORMER),
        NumberKind.NEAR_IDENTITY: plain and near_identity_number(digits),
        NumberKind.CARD: _CARD(digits) is not None
        and bank_card(digits)
        and (spaced or _like_a_card(digits, groups, joints)),
        NumberKind.MOBILE: _MOBILE(digits) is not None
        and (spaced or _like_a_mobile(digits, groups, joints, alone=alone)),
        NumberKind.LANDLINE: landline is not None
        and (spaced or _like_a_landline(landline, groups)),
    }
    return next((kind for kind, fits in forms.items() if fits), None)


def _like_a_card(digits: str, groups: Sequence[int], joints: frozenset[Joint]) -> bool:
    if len(groups) == 1:
        return True
    if joints - {Joint.STRONG}:
        return digits.startswith("62") and set(groups[:-1]) == {4}
    return min(groups[:-1]) >= _LONG_GROUP


def _like_a_mobile(
    digits: str, groups: tuple[int, ...], joints: frozenset[Joint], *, alone: bool
) -> bool:
    """As people write it; in any other grouping only with marks that no list or date is written with."""
    own = _behind(groups, len(digits) - _MOBILE_DIGITS)
    if len(own) == 1:
        return True
    if joints - {Joint.STRONG}:
        usual = _USUAL[:1] if Joint.DECIMAL in joints else _USUAL
        return alone and own in usual
    if own in _USUAL:
        return True
    if not alone or _like_a_day(digits, groups):
        return False
    return len(groups) <= _MOST_GROUPS or max(groups) <= _PAIRS


def _behind(groups: tuple[int, ...], before: int) -> tuple[int, ...]:
    """The groups without the digits of a country's code."""
    if before == 0:
        return groups
    return (groups[0] - before, *groups[1:]) if groups[0] > before else groups[1:]


def _like_a_day(digits: str, groups: Sequence[int]) -> bool:
    return digits.startswith("19") and groups[0] == 4 and len(groups) > 2 and groups[1] <= _PAIRS


def _like_a_landline(found: re.Match[str], groups: Sequence[int]) -> bool:
    """Its area code stands apart, or nothing does; a time and a date are none."""
    if _is_day(found[2]) and found[2].startswith("20"):
        return False
    ends = {sum(groups[: number + 1]) for number in range(len(groups))}
    return len(groups) == 1 or (len(found[1]) in ends and min(groups) >= _PAIRS)


def identity_number(value: str) -> bool:
    """Tell whether digits form a resident identity number.

    18 digits: date of birth and check digit after GB 11643-1999; 15 digits: the former form, which
    has no check digit, with the province and the date of birth.
    """
    if len(value) == _FORMER:
        return value[:2] in _PROVINCES and _is_day("19" + value[6:12])
    if len(value) != 18 or not _is_day(value[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(value[:17], _WEIGHTS, strict=True))
    return _CHECK_DIGITS[total % 11] == value[17].upper()


def near_identity_number(value: str) -> bool:
    """Tell whether digits are nearly a resident identity number: one of them wrong, or missing.

    A number of a province and a date of birth in their places are enough to tell whose it is; that the
    check digit is wrong protects nobody. What passes as a bank card is one.
    """
    if len(value) not in (17, 18) or value[:2] not in _PROVINCES or bank_card(value):
        return False
    return _is_day(value[6:14]) and not identity_number(value)


def bank_card(value: str) -> bool:
    """Tell whether digits pass the check of ISO/IEC 7812-1 (Luhn) and are no identity number."""
    if identity_number(value) or not value.isdecimal():
        return False
    total = 0
    for position, digit in enumerate(reversed(value)):
        number = int(digit) * (2 if position % 2 else 1)
        total += number - 9 if number > 9 else number
    return total % 10 == 0


def _is_day(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1880 <= day.year <= 2100
