"""Personal data where no check of a record looks, and findings that would repeat it.

The checks of privacy read the texts of records. A number is as public in a comment, in an id, in a
file's name, in a file that cannot be read, and in the finding that quotes what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from yizhan.checks import with_codes
from yizhan.checks.shared.check import Check
from yizhan.checks.shared.contents import first_words, wording
from yizhan.checks.shared.personal_numbers import (
    hidden,
    may_hold_number,
    personal_numbers,
)
from yizhan.loading.arrangements import FOLDER
from yizhan.loading.regular import MAX_BYTES, read_regular
from yizhan.loading.tree import Tree
from yizhan.model.finding import Finding
from yizhan.model.kinds import RECORDS
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
_IN_OTHER_FILES = ("V001", "V002", "V003", "V004", "V009", "V010")
"""An office's own address and telephone may be told in a page beside the records."""

_PUBLIC = ("docs/data", "docs/en/data")
"""Folders of pages and tables that a village may add to, which a build publishes as they are."""

_READ = (".md", ".txt", ".text", ".csv", ".tsv", ".yml", ".yaml", ".json", ".html", ".svg", ".log")
_MAY_BE_PRIVATE = re.compile("微信|[Qq]{2}|证|照|卡|[\u4e00-\u9fff][A-HJ-NP-Z]")
_MAIL_SIGN = re.compile("[@＠]")
_USUAL = re.compile(rf"{RECORDS}/[a-z]+/(?:[12][0-9]{{3}}/(?:[0-9]{{8}}-)?)?")
"""How nearly all paths begin: with a year and a day, which are digits enough to be looked at."""

_COMMENT = re.compile(r"(?:^|[ \t])#(.*)$")
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
    text = raw.decode("utf-8", "replace")
    likely = may_hold_number(text)
    if record is None:
        if likely or _MAIL_SIGN.search(text):
            yield from _in_lines(path, enumerate(text.split("\n"), 1), _ANYWHERE)
        return
    if not likely and "#" not in text:
        return
    addresses = (source.url or "" for source in record.sources)  # of which V002 knows more
    said = "\n".join((wording(record), *addresses, *(words for _, words in first_words(record))))
    known = {each.digits for each in personal_numbers(said)} if likely else set()
    for number, line in enumerate(text.split("\n"), 1):
        comment = _COMMENT.search(line)
        if comment is not None and comment[1].strip(" '\"") not in said:
            yield from _in_lines(path, [(number, comment[1])], _IN_COMMENTS)
        elif likely and any(each.digits not in known for each in personal_numbers(line)):
            yield from _in_lines(path, [(number, line)], _ANYWHERE)


def private_around(root: Path, tree: Tree) -> Iterator[Finding]:
    """What is personal in files that are no records, but as public: a page, a table, a list of days.

    Args:
        root: the folder that holds ``records/``.
        tree: what is under it.
    """
    paths = {*tree.files, *(each.path for each in tree.findings)}
    for path in sorted(paths):
        yield from private_name(path)
    paths.difference_update(each.path for each in tree.records)
    for folder in _PUBLIC:
        paths.update(path.relative_to(root).as_posix() for path in (root / folder).glob("**/*.*"))
    paths.update(path.relative_to(root).as_posix() for path in (root / RECORDS).glob("*.*"))
    paths.update(path.relative_to(root).as_posix() for path in (root / FOLDER).glob("*.*"))
    for path in sorted(path for path in paths if path.lower().endswith(_READ)):
        yield from _in_page(root, path)


def _in_page(root: Path, path: str) -> Iterator[Finding]:
    try:
        raw = read_regular(root / path, MAX_BYTES)
    except OSError:
        return
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("gb18030", "replace")
    if may_hold_number(text) or _MAY_BE_PRIVATE.search(text):
        yield from _in_lines(path, enumerate(text.split("\n"), 1), _IN_OTHER_FILES)


def private_name(path: str) -> Iterator[Finding]:
    """What is personal in the name of a file or a folder."""
    own = _USUAL.sub("", path, 1)
    if not own.isascii() or "@" in own or may_hold_number(own):
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
    for check in _checks(codes):
        for problem in check.run(record, _NOBODY, _NOBODY):
            yield check, problem.message


@cache
def _checks(codes: tuple[str, ...]) -> tuple[Check, ...]:
    return with_codes(codes) or ()


def _hidden(text: Text) -> Text:
    return Text(hidden(text.zh), hidden(text.en))
