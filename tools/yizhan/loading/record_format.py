"""The number of the format in which ``records/`` is written: ``records/format.yaml``.

A tool that reads records of another shape than it knows would find fault with each of them; the
number lets it say in one line what to do. ``docs/decisions/0025-format-and-migrations.md`` says when it rises.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from yizhan.loading.regular import MAX_BYTES, SHUT, NotRegularError, TooLargeError, read_regular
from yizhan.model.kinds import RECORDS
from yizhan.model.text import Text

_EFFECTIVE = os.access in os.supports_effective_ids

FORMAT = 3
"""The format that this version reads and writes; ``loading/migrations/`` leads to it."""

FIRST = 1
"""The format of records that name none: the number came with the second."""

FORMAT_FILE = f"{RECORDS}/format.yaml"

_HEAD = """\
# 档案的格式是第几版；由 yizhan upgrade 改写，不用手改。
# The number of the records' format; written by yizhan upgrade, not by hand.
"""
_LINE = re.compile(r"format: ([1-9][0-9]{0,3})(?: +#.*)?")
_DAMAGED = Text(
    "{path} 读不出来：里面除了注释只应有一行，例如 format: {known}；请从 Git 里取回这个文件。",
    "{path} cannot be read: apart from comments it holds one line, such as format: {known}; "
    "restore the file from Git.",
)
_NO_FILE = Text(
    "{path} 不是普通文件（例如是符号链接），没有读它：请用文件本身代替它。",
    "{path} is no ordinary file (a symbolic link, say) and was not read: put the file itself there.",
)
_NEWER = Text(
    "records/ 是第 {found} 版格式，这个议栈只认到第 {known} 版：请先装新版的议栈。",
    "records/ is in format {found}, and this Yizhan knows format {known} at most: "
    "install a newer Yizhan.",
)
_OLDER = Text(
    "records/ 还是第 {found} 版格式，现在是第 {known} 版：请运行 yizhan upgrade。",
    "records/ is still in format {found}, today's is {known}: run yizhan upgrade.",
)


class FormatError(Exception):
    """The records cannot be read in their format; the argument is a ``Text`` that says what to do."""


def read_format(root: Path) -> int:
    """The number of the format of a project's records.

    Args:
        root: the folder that holds ``records/``.

    Raises:
        FormatError: the file is damaged, or its number is newer than this version knows.
    """
    try:
        found = parse_format(read_regular(root / FORMAT_FILE, MAX_BYTES))
    except FileNotFoundError:
        return FIRST
    except TooLargeError:
        found = None
    except NotRegularError as error:
        raise FormatError(_NO_FILE.format(path=FORMAT_FILE)) from error
    except OSError as error:
        shut = not os.access(root / RECORDS, os.X_OK, effective_ids=_EFFECTIVE)
        raise FormatError(SHUT.format(path=f"{RECORDS}/" if shut else FORMAT_FILE)) from error
    if found is None:
        raise FormatError(_DAMAGED.format(path=FORMAT_FILE, known=FORMAT))
    if found > FORMAT:
        raise FormatError(_NEWER.format(found=found, known=FORMAT))
    return found


def parse_format(raw: bytes) -> int | None:
    """Read the file: comments, blank lines and one line ``format: 2``; None for anything else.

    It is read without the parser of YAML, which a check that keeps its results never loads.
    """
    lines = (line.strip() for line in raw.decode("utf-8-sig", "replace").splitlines())
    said = [line for line in lines if line and not line.startswith("#")]
    match = _LINE.fullmatch(said[0]) if len(said) == 1 else None
    return int(match.group(1)) if match is not None else None


def format_text(number: int) -> bytes:
    """What the file says of a number."""
    return f"{_HEAD}format: {number}\n".encode()


def require_current(root: Path) -> None:
    """Refuse records of any other format than today's.

    Raises:
        FormatError: see ``read_format``; or the records are older and are to be upgraded.
    """
    found = read_format(root)
    if found < FORMAT:
        raise FormatError(_OLDER.format(found=found, known=FORMAT))
