"""Personal data where no check of a record looks, and findings that would repeat it.

The checks of privacy read the texts of records. A number is as public in a comment, in an id, in a
file's name, in a file that cannot be read, and in the finding that quotes what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from yizhan.checks import with_codes
from yizhan.checks.shared.check import Check
from yizhan.checks.shared.contents import first_words, wording
from yizhan.checks.shared.personal import bank_card, identity_number, mask, near_identity_number
from yizhan.model.finding import Finding
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import PlaceLevel

PRIVACY = "V"
"""What the codes of the checks of privacy begin with."""

_ANYWHERE = ("V001", "V002", "V003", "V006")
"""What is personal in whatever place it stands; the others' forms are also those of dates and ids."""

_IN_NAMES = (*_ANYWHERE, "V004")
_IN_COMMENTS = (*_IN_NAMES, "V005", "V009", "V010")
_MOBILE = r"(?<![0-9])1[3-9][0-9](?:[ .-]?[0-9]{4}){2}(?![0-9])"
_LONG = r"(?<![0-9])[0-9](?:[ -]?[0-9]){13,17}[ -]?[0-9Xx](?![0-9])"
_LIKELY = re.compile(f"{_MOBILE}|{_LONG}")
_WIDE = re.compile("[０-９〇零一二三四五六七八九幺]{7}|[@＠]")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ADDRESS = re.compile(r"https?://[^\s\"']+")
"""An article's number is no telephone; what an address may not hold is said of the record's sources."""
_COMMENT = re.compile(r"(?:^|[ \t])#(.*)$")
_MOBILE_DIGITS = 11
_NOBODY: Any = None
"""The checks of privacy ask neither the archive nor the day."""
_IN_A_NAME = (
    ("文字里", "文件名里"),
    ("The text holds", "The name of the file or its folder holds"),
)
_RENAME = Text(
    "请改名，不写号码，记录里的编号一起改。已经提交过的，光改名没有用，Git 的历史里还留着：先不要推送，马上告诉维护人员。",
    "Rename it without the number, and the record's id with it. If it was committed already, renaming is not enough, for Git remembers: do not push, tell the maintainer at once.",
)


def private_in(path: str, raw: bytes, record: Record | None) -> Iterator[Finding]:
    """What is personal in a file that the checks do not see, by line.

    Args:
        path: the file, relative to the project's root.
        raw: whatever it holds.
        record: made of it; None where it is refused, and the checks see nothing of it.
    """
    yield from private_name(path)
    text = _ADDRESS.sub("", raw.decode("utf-8", "replace"))
    likely = _LIKELY.search(text) is not None
    if record is None:
        if likely or _WIDE.search(text):
            lines = enumerate(text.split("\n"), 1)
            yield from _in_lines(path, lines, _ANYWHERE)
        return
    if not likely and "#" not in text:
        return
    addresses = (source.url or "" for source in record.sources)  # of which V002 knows more
    said = "\n".join((wording(record), *addresses, *(words for _, words in first_words(record))))
    digits = _digits(said)
    for number, line in enumerate(text.split("\n"), 1):
        comment = _COMMENT.search(line)
        if comment is not None and comment[1].strip(" '\"") not in said:
            yield from _in_lines(path, [(number, comment[1])], _IN_COMMENTS)
        elif any(_digits(each.group()) not in digits for each in _LIKELY.finditer(line)):
            yield from _in_lines(path, [(number, line)], _ANYWHERE)


def private_name(path: str) -> Iterator[Finding]:
    """What is personal in the name of a file or a folder."""
    if not path.isascii() or _LIKELY.search(path) or "@" in path:
        for check, message in _found(path, path, _IN_NAMES):
            (zh, its_zh), (en, its_en) = _IN_A_NAME
            named = Text(message.zh.replace(zh, its_zh, 1), message.en.replace(en, its_en, 1))
            yield Finding(path, 1, 1, check.code, named, _RENAME, check.level)


def discreet(findings: Iterable[Finding]) -> set[Finding]:
    """The findings without what they must not repeat: a number is said by the check of privacy alone.

    What else is said of the same line hinges on a value that has to go; what another line's finding
    quotes is hidden.
    """
    told = sorted(findings)
    private = {(each.path, each.line) for each in told if each.code in _IN_NAMES}
    kept: dict[object, Finding] = {}
    for each in told:
        if each.code in _IN_COMMENTS:
            kept[each.path, each.line, each.code] = each  # the value's column, not the line's
            continue
        quiet = replace(each, message=_hidden(each.message), fix=_hidden(each.fix))
        quotes = quiet != each
        if (each.path, each.line) in private and (quotes or each.code[0] in "SY"):
            continue
        kept[quiet] = quiet
    return set(kept.values())


def _in_lines(
    path: str, lines: Iterable[tuple[int, str]], codes: tuple[str, ...]
) -> Iterator[Finding]:
    for number, line in lines:
        for check, message in _found(path, line, codes):
            yield Finding(path, number, 1, check.code, message, check.fix, check.level)


def _found(path: str, text: str, codes: tuple[str, ...]) -> Iterator[tuple[Check, Text]]:
    """What checks of privacy say of a text: they are asked about a record that says only this."""
    record = Place(id="", path=path, title=text, level=PlaceLevel.VILLAGE)
    for check in with_codes(codes) or ():
        for problem in check.run(record, _NOBODY, _NOBODY):
            yield check, problem.message


def _digits(text: str) -> str:
    return re.sub(r"[ .-]", "", text)


def hidden(text: str) -> str:
    """A text without the numbers and addresses of persons that it may quote; as long as it was."""
    for form in (_MAIL.pattern, _MOBILE, _LONG):
        text = re.sub(form, _mask, text)
    return text


def _hidden(text: Text) -> Text:
    return Text(hidden(text.zh), hidden(text.en))


def _mask(match: re.Match[str]) -> str:
    found = match.group()
    digits = _digits(found)
    harmless = len(digits) > _MOBILE_DIGITS and not any(
        is_one(digits) for is_one in (identity_number, near_identity_number, bank_card)
    )
    return found if harmless and "@" not in found else mask(found)
