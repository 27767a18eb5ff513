"""A year's arrangement of holidays as a project gives it: ``records/holidays/2027.yaml``.

```yaml
year: 2027
source:
  title: 国务院办公厅关于2027年部分节假日安排的通知
  date: 2026-11-10
off: [2027-01-01, 2027-01-02, 2027-01-03]
worked: [2027-02-20]
```

``off`` lists every day off that is no ordinary weekend, or all of them; ``worked`` the weekend days on
which people work in their place. It is no record: it says nothing of the village, and comes over with
the tool's next version.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from yizhan.loading.digests import blake2b
from yizhan.loading.regular import MAX_BYTES, NotRegularError, TooLargeError, read_regular
from yizhan.model.finding import Finding
from yizhan.model.holidays import Arrangement
from yizhan.model.kinds import RECORDS

if TYPE_CHECKING:
    from yizhan.loading.arrangement_faults import Fault

CODE = "Y027"
"""What is wrong with an arrangement, unless it is its YAML."""

FOLDER = f"{RECORDS}/holidays"
_NAME = re.compile(rf"{FOLDER}/([12][0-9]{{3}})\.yaml", re.ASCII)


def is_arrangement(path: str) -> bool:
    """Whether a path is that of a year's arrangement."""
    return _NAME.fullmatch(path) is not None


def read_arrangements(root: Path) -> tuple[Arrangement, ...]:
    """The arrangements that a project gives, by year; none in most.

    One that is wrong is left out, as a record that cannot be read: ``arrangement_findings`` says why.

    Args:
        root: the folder that holds ``records/``.
    """
    folder = root / FOLDER
    if not folder.is_dir():
        return ()
    paths = sorted(f"{FOLDER}/{file.name}" for file in folder.iterdir())
    read = (_read(root, path) for path in paths if is_arrangement(path))
    return tuple(each for each in read if isinstance(each, Arrangement))


def arrangement_findings(root: Path, path: str) -> tuple[Finding, ...]:
    """What is wrong with the arrangement at a path."""
    found = _read(root, path)
    return () if isinstance(found, Arrangement) else found


def arrangements_digest(root: Path) -> bytes:
    """A digest of what a project's arrangements hold, read or not: what is kept rests on it."""
    folder = root / FOLDER
    digest = blake2b(digest_size=16)
    if folder.is_dir():
        for file in sorted(folder.iterdir()):
            if is_arrangement(f"{FOLDER}/{file.name}") and file.is_file():
                digest.update(file.name.encode() + file.read_bytes())
    return digest.digest()


def _read(root: Path, path: str) -> Arrangement | tuple[Finding, ...]:
    """What a file says of a year, or what is wrong with it."""
    from yizhan.loading.arrangement_faults import arrangement, faults
    from yizhan.loading.strict_yaml import read

    match = _NAME.fullmatch(path)
    assert match is not None, "only such paths are read"
    year = int(match[1])
    try:
        raw = read_regular(root / path, MAX_BYTES)
    except (OSError, NotRegularError, TooLargeError):
        return (_unread(path, year),)
    document = read(raw)
    if document.data is None:
        return tuple(trouble.finding(path) for trouble in document.troubles)
    found = faults(document.data, year)
    return _findings(path, raw, found) if found else arrangement(document.data, year)


def _unread(path: str, year: int) -> Finding:
    from yizhan.loading import arrangement_messages as say

    message, fix = say.UNREAD
    return Finding(path, 1, 1, CODE, message, fix.format(year=year))


def _findings(path: str, raw: bytes, found: list[Fault]) -> tuple[Finding, ...]:
    from yizhan.loading.decoding import decode
    from yizhan.loading.strict_yaml import positions

    text, _ = decode(raw)
    assert text is not None, "data was read from it"
    made = []
    for fault in found:
        [(line, column)] = positions(text, fault.pointer, at_key=fault.at_key)
        made.append(Finding(path, line, column, CODE, fault.message, fault.fix))
    return tuple(made)
