"""Numbers that lead to a person, in whatever digits and with whatever marks between them.

A number that is spaced, starred, read out, in full-width, Chinese or circled digits is as public as a
plain one. A text is first asked whether any ten digits follow one another with little between them;
few do. Where they do, each number that could begin there is tried by its length, check digit and date,
and by how its digits are grouped: ``138·0013·8000`` is a telephone, ``1500、2000、300`` a list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from string import ascii_letters
from typing import NamedTuple

from yizhan.checks.shared.number_kinds import Joint, NumberKind, kind_of
from yizhan.loading.patterns import later


class PersonalNumber(NamedTuple):
    """A number in a text.

    Attributes:
        kind: of what it is the number.
        start: where it begins.
        end: behind its last sign.
        shown: its first two digits, and a star for each further sign that can be seen.
        digits: what they stand for, 0–9.
    """

    kind: NumberKind
    start: int
    end: int
    shown: str
    digits: str


class _Digit(NamedTuple):
    """A digit of a text: what it stands for, where it is, and what is between it and the next one."""

    value: str
    at: int
    joint: str


_HAN = {
    **dict(zip("〇零○一二三四五六七八九幺", "0001234567891", strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖貳參陸", "123456789236", strict=True)),
    **{chr(0x3220 + n): str(n + 1) for n in range(9)},  # in brackets
    **{chr(0x3280 + n): str(n + 1) for n in range(9)},  # in circles
}
_OTHER = "²³¹٠-٩۰-۹०-९๐-๙༠-༩᠐-᠙⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒０-９\U0001d7ce-\U0001d7ff\U0001fbf0-\U0001fbf9"
_DIGIT = f"[0-9{''.join(_HAN)}{_OTHER}]"
_BETWEEN = r"(?:[^\w\n]|_){0,4}"
_LEAST = 10
_RUN = later(rf"{_DIGIT}(?:{_BETWEEN}{_DIGIT}){{{_LEAST - 1},}}")
"""Digits among which there may be a number; what no text of most records holds."""

_LAST_X = later(rf"({_BETWEEN})[XxＸｘⅩⅹ×✕✖ХхΧχ](?![0-9A-Za-z])")
_WEB = later(r"https?://[!-~]+")
_IN_WEB = later(r"(?<=[/=:])(?:\+?86-?)?1[3-9]\d{9}(?![0-9A-Za-z_.-])")
"""A whole piece of an address; an article's number has more digits, or letters about it."""

_MAIL = later(r"[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LENGTHS = (18, 17, 15, 19, 16, 14, 13, 12, 11, 10)
_WEAK = frozenset(",，、;；/／:：")
_DECIMAL = frozenset(".．")
_CELL = re.compile(r"\s*[|｜]\s+|\s+[|｜]\s*|[,，;；]\s+")
"""Cells of a table, items of a list: their figures are no one number."""

_UNIT = re.compile(r"\s*[元人户票份分亩米个件次%％年月日时天号吨斤]")
_HEX = re.compile(r"[A-Fa-f]+").fullmatch


_NAMED = later(
    rf"(?:手机|电话|座机|联系方式|[Tt][Ee][Ll]|[Pp]hone|[Mm]obile)(?:号码?|是|为)?(?:[^\w\n]|_){{0,4}}"
    rf"({_DIGIT}(?:[ -]?{_DIGIT}){{6,11}})(?!{_DIGIT})"
)
_LIKE_A_MOBILE = re.compile(r"1[3-9][0-9]+").fullmatch
_LOCAL = re.compile(r"(?!20[0-9]{2}[01][0-9][0-3][0-9])[2-8][0-9]{6,7}").fullmatch
"""A number without an area code; a day is none."""

_NAMES = ("手机", "电话", "座机", "联系方式", "el", "EL", "hone", "obile")
"""Of which every ``_NAMED`` holds one."""


def personal_numbers(text: str) -> list[PersonalNumber]:
    """The numbers of persons in a text, from left to right.

    Addresses on the web are passed by, but for one that holds a telephone as a piece of its own: an
    article's number is none.
    """
    named = list(_named(text)) if any(name in text for name in _NAMES) else []
    if not may_hold_number(text):
        return named
    found: list[PersonalNumber] = []
    if "://" in text:
        for web in _WEB.finditer(text):
            pieces = _IN_WEB.finditer(text, *web.span())
            found += (_number(NumberKind.MOBILE, text, *piece.span()) for piece in pieces)
        text = _WEB.sub(lambda web: "\n" * len(web.group()), text)
    for run in _RUN.finditer(text):
        found += _in_run(text, _digits(text, *run.span()))
    ends = {each.end for each in found}
    found += (each for each in named if not any(each.start < end <= each.end for end in ends))
    return sorted(found, key=lambda each: each.start)


def may_hold_number(text: str) -> bool:
    """Whether ten digits follow one another with little between them: most texts are passed by so."""
    return _RUN.search(text) is not None


def hidden(text: str) -> str:
    """A text without the numbers and addresses of persons that it may quote; as long as it was."""
    text = _MAIL.sub(lambda found: mask(found.group()), text)
    end, kept = 0, ""
    for each in personal_numbers(text):
        kept += text[end : each.start] + mask(text[each.start : each.end])
        end = each.end
    return kept + text[end:]


def mask(value: str) -> str:
    """Hide all but the first two characters: a finding must not publish what it warns of."""
    return value[:2] + "*" * (len(value) - 2)


def _number(kind: NumberKind, text: str, start: int, end: int) -> PersonalNumber:
    seen = [letter for letter in text[start:end] if not _is_unseen(letter)]
    values = [_value(letter) for letter in seen]
    shown = mask("".join(value or letter for value, letter in zip(values, seen, strict=True)))
    digits = "".join(value or "" for value in values)
    return PersonalNumber(kind, start, end, shown, digits)


def _value(letter: str) -> str | None:
    """The digit that a letter stands for."""
    if letter in _HAN:
        return _HAN[letter]
    digit = unicodedata.digit(letter, None)
    return None if digit is None else str(digit)


def _is_unseen(letter: str) -> bool:
    """Whether it has no width, or only surrounds the digit before it."""
    return not letter.isascii() and unicodedata.category(letter) in ("Cf", "Mn", "Me")


def _digits(text: str, start: int, end: int) -> list[_Digit]:
    """The digits of a run, each with what can be seen between it and the next one."""
    found: list[_Digit] = []
    between = ""
    for at in range(start, end):
        value = _value(text[at])
        if value is None:
            between += "" if _is_unseen(text[at]) else text[at]
            continue
        if found:
            found[-1] = found[-1]._replace(joint=between)
        found.append(_Digit(value, at, ""))
        between = ""
    return found


def _in_run(text: str, digits: list[_Digit]) -> Iterator[PersonalNumber]:
    at = 0
    while at < len(digits):
        found = _first_at(text, digits, at)
        if found is None:
            at += 1
            continue
        yield found
        at = next((n for n, each in enumerate(digits) if each.at >= found.end), len(digits))


def _first_at(text: str, digits: list[_Digit], at: int) -> PersonalNumber | None:
    """The number that begins with a digit; the longest forms are tried first."""
    if at and not _apart(text, digits, at):
        return None
    for length in _LENGTHS:
        end = at + length
        if end > len(digits):
            continue
        if length == 17 and (found := _with_x(text, digits, at, end)):
            return found
        if end < len(digits) and not _apart(text, digits, end):
            continue
        kind = _kind(text, digits, at, end)
        if kind is not None:
            return _number(kind, text, digits[at].at, digits[end - 1].at + 1)
    return None


def _apart(text: str, digits: list[_Digit], at: int) -> bool:
    """Whether a number may end before a digit: something is between, or the one is said in words.

    “一” is a word as well as a digit: a number that is read out may be followed by one.
    """
    before, after = digits[at - 1], digits[at]
    if before.joint or (text[before.at] in _HAN) is not (text[after.at] in _HAN):
        return True
    last = at + 1 == len(digits) or bool(after.joint)
    return text[after.at] == "一" and last


def _with_x(text: str, digits: list[_Digit], at: int, end: int) -> PersonalNumber | None:
    """An identity number whose last sign is an X, of whichever script."""
    found = _LAST_X.match(text, digits[end - 1].at + 1)
    if found is None:
        return None
    value = "".join(each.value for each in digits[at:end]) + "X"
    groups, joints = _groups(digits[at:end])
    groups = (*groups, 1) if found[1] else (*groups[:-1], groups[-1] + 1)
    kind = kind_of(value, groups, joints, alone=True)
    return None if kind is None else _number(kind, text, digits[at].at, found.end())


def _kind(text: str, digits: list[_Digit], at: int, end: int) -> NumberKind | None:
    value = "".join(each.value for each in digits[at:end])
    inside = [each.joint for each in digits[at : end - 1] if each.joint]
    if any(_CELL.fullmatch(joint) for joint in inside):
        return None
    groups, joints = _groups(digits[at:end])
    outside = (digits[at - 1].joint if at else "", digits[end - 1].joint)
    alone = not any(joint in inside for joint in outside if joint)
    if inside and _UNIT.match(text, digits[end - 1].at + 1):
        alone = False
    kind = kind_of(value, groups, joints, alone=alone)
    if kind in (None, NumberKind.IDENTITY, NumberKind.NEAR_IDENTITY):
        return kind
    in_a_row = any(joint and not joint.strip() for joint in outside)
    if kind is NumberKind.LANDLINE and in_a_row:
        return None
    return None if _part_of_more(text, digits, at, end) else kind


def _groups(digits: list[_Digit]) -> tuple[tuple[int, ...], frozenset[Joint]]:
    groups = [1]
    joints: set[Joint] = set()
    for each in digits[:-1]:
        if not each.joint:
            groups[-1] += 1
            continue
        groups.append(1)
        mark = each.joint.strip()
        joints.add(
            Joint.DECIMAL if mark in _DECIMAL else Joint.WEAK if mark in _WEAK else Joint.STRONG
        )
    return tuple(groups), frozenset(joints)


def _part_of_more(text: str, digits: list[_Digit], at: int, end: int) -> bool:
    """Whether digits are a piece of a code with letters, or the decimals of a figure."""
    start, stop = digits[at].at, digits[end - 1].at + 1
    before = text[:start]
    left = before[len(before.rstrip(ascii_letters)) :]
    right = text[stop:][: len(text[stop:]) - len(text[stop:].lstrip(ascii_letters))]
    if left in ("t", "T") or (
        left + right and _in_a_code(text, start - len(left), stop + len(right))
    ):
        return True
    if at and digits[at - 1].joint in _DECIMAL:
        whole = next((n for n in range(at - 1, 0, -1) if digits[n - 1].joint), 0)
        return at - whole in (2, 3) or digits[whole].value == "0"
    return False


def _in_a_code(text: str, start: int, end: int) -> bool:
    """Whether letters and digits alternate further, or are all hexadecimal and many."""
    around = text[start - 1 : start] + text[end : end + 1]
    if any(letter.isdecimal() for letter in around):
        return True
    letters = [each for each in text[start:end] if each.isascii() and each.isalpha()]
    return end - start >= 16 and _HEX("".join(letters)) is not None


def _named(text: str) -> Iterator[PersonalNumber]:
    """What is called a telephone and has fewer digits, or one too few or too many."""
    for found in _NAMED.finditer(text):
        value = "".join(_value(each) or "" for each in found[1])
        kind = None
        if len(value) in (10, 12) and _LIKE_A_MOBILE(value):
            kind = NumberKind.NEAR_MOBILE
        elif len(value) in (7, 8) and _LOCAL(value) and not _UNIT.match(text, found.end()):
            kind = NumberKind.LANDLINE
        if kind is not None:
            yield _number(kind, text, *found.span(1))
