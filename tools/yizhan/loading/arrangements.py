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
from datetime import date
from pathlib import Path
from typing import Any

from yizhan.loading.digests import blake2b
from yizhan.loading.holiday_law import holiday_law
from yizhan.loading.record_format import FormatError
from yizhan.loading.regular import MAX_BYTES, NotRegularError, TooLargeError, read_regular
from yizhan.model.holidays import Arrangement
from yizhan.model.kinds import RECORDS
from yizhan.model.text import Text, commas

FOLDER = f"{RECORDS}/holidays"
_NAME = re.compile(rf"{FOLDER}/([12][0-9]{{3}})\.yaml", re.ASCII)
_SATURDAY = 5

_WRONG = Text("{path}：{why}", "{path}: {why}")
_UNREADABLE = Text(
    "读不出来。照这样写：year: {year}、source:（写 title）、off: [日期]、worked: [日期]。",
    "it cannot be read. It holds year: {year}, source: with a title, off: [dates], worked: [dates].",
)
_NO_SOURCE = Text(
    "没有写出处：source 里写 title，例如通知的名称。",
    "it names no source: give source a title, such as that of the notice.",
)
_OTHER_YEAR = Text(
    "year 要和文件名一样，写 {year}。", "year is to be that of the file's name, {year}."
)
_NOT_DATES = Text("{field} 里有不是日期的：{found}。", "{field} holds what is no date: {found}.")
_OUTSIDE = Text(
    "{day} 不在 {year} 年（元旦假期可以写到上一年的12月）。",
    "{day} is not in {year} (the New Year holiday may begin in the December before).",
)
_BOTH = Text("{day} 又放假又上班。", "{day} is both off and worked.")
_MISSING = Text("off 里少了法定的假日：{days}。", "off lacks days that are off by law: {days}.")
_NO_WEEKEND = Text(
    "worked 里的 {day} 不是周六、周日。", "{day} in worked is no Saturday or Sunday."
)


def is_arrangement(path: str) -> bool:
    """Whether a path is that of a year's arrangement."""
    return _NAME.fullmatch(path) is not None


def read_arrangements(root: Path) -> tuple[Arrangement, ...]:
    """The arrangements that a project gives, by year; none in most.

    Args:
        root: the folder that holds ``records/``.

    Raises:
        FormatError: one of them cannot be read, or contradicts itself or the law.
    """
    folder = root / FOLDER
    if not folder.is_dir():
        return ()
    paths = sorted(f"{FOLDER}/{file.name}" for file in folder.iterdir())
    return tuple(_read(root, path) for path in paths if is_arrangement(path))


def arrangements_digest(root: Path) -> bytes:
    """A digest of what a project's arrangements hold, read or not: what is kept rests on it."""
    folder = root / FOLDER
    digest = blake2b(digest_size=16)
    if folder.is_dir():
        for file in sorted(folder.iterdir()):
            if is_arrangement(f"{FOLDER}/{file.name}") and file.is_file():
                digest.update(file.name.encode() + file.read_bytes())
    return digest.digest()


def _read(root: Path, path: str) -> Arrangement:
    match = _NAME.fullmatch(path)
    assert match is not None, "only such paths are read"
    found = _arrangement(root / path, int(match[1]))
    if isinstance(found, Text):
        raise FormatError(_WRONG.format(path=path, why=found))
    return found


def _arrangement(file: Path, year: int) -> Arrangement | Text:
    """What a file says of a year, or what is wrong with it."""
    from yizhan.loading.strict_yaml import read

    try:
        data = read(read_regular(file, MAX_BYTES)).data
    except (OSError, NotRegularError, TooLargeError):
        data = None
    if not isinstance(data, dict):
        return _UNREADABLE.format(year=year)
    wrong = _fault_of_head(data, year)
    if wrong is not None:
        return wrong
    off, worked = _days(data, "off"), _days(data, "worked")
    if isinstance(off, Text):
        return off
    if isinstance(worked, Text):
        return worked
    made = Arrangement(year, off, worked)
    return _fault(made) or made


def _fault_of_head(data: dict[str, Any], year: int) -> Text | None:
    if data.get("year") != year:
        return _OTHER_YEAR.format(year=year)
    source = data.get("source")
    titled = isinstance(source, dict) and bool(str(source.get("title") or "").strip())
    return None if titled else _NO_SOURCE


def _days(data: dict[str, Any], field: str) -> frozenset[date] | Text:
    """The days of a list, or what is wrong with it."""
    listed = data.get(field) or []
    if not isinstance(listed, list):
        return _NOT_DATES.format(field=field, found=str(listed))
    found = set()
    for each in listed:
        try:
            found.add(date.fromisoformat(str(each)))
        except ValueError:
            return _NOT_DATES.format(field=field, found=str(each))
    return frozenset(found)


def _fault(made: Arrangement) -> Text | None:
    """What a year's arrangement contradicts: itself, the year, or the law."""
    for day in sorted(made.off | made.worked):
        if day.year != made.year and (day.year, day.month) != (made.year - 1, 12):
            return _OUTSIDE.format(day=day, year=made.year)
    for day in sorted(made.off & made.worked):
        return _BOTH.format(day=day)
    for day in sorted(made.worked):
        if day.weekday() < _SATURDAY:
            return _NO_WEEKEND.format(day=day)
    by_law = holiday_law().days_off(made.year)
    missing = sorted(by_law - made.off)
    return _MISSING.format(days=commas(str(day) for day in missing)) if missing else None
