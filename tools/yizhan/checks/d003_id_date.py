"""D003: the id of a dated record begins with its date, as far as the date is known.

An id never changes: where the date was corrected since, it is the date as first recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import when
from yizhan.checks.shared.examples import WALK_PATH
from yizhan.checks.shared.naming import DATED_KINDS
from yizhan.facts.first_words import first_recorded
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.periods import periods
from yizhan.model.record import Record
from yizhan.model.text import Text

_MISSING = Text(
    "编号“{id}”没有以日期开头，应当以 {expected} 开头。",
    "The id “{id}” does not begin with a date; it should begin with {expected}.",
)
_DIFFERENT = Text(
    "编号以 {found} 开头，记录的日期却是 {date}。",
    "The id begins with {found}, but the record's date is {date}.",
)
_FORM = re.compile(r"(\d{8}|\d{6}|\d{4})-")


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    about = when(record)
    assert about is not None
    first = first_recorded(record, about[0])
    expected = str(about[1] if first is None else first[0]).replace("-", "")
    found = _FORM.match(record.id)
    if found is not None and (
        expected.startswith(found.group(1)) or _turned(record, about[0], found.group(1))
    ):
        return
    if found is None:
        yield Problem(record, ("id",), _MISSING.format(id=record.id, expected=expected))
    else:
        message = _DIFFERENT.format(found=found.group(1), date=about[1])
        yield Problem(record, about[0], message)


def _turned(record: Record, pointer: Pointer, told: str) -> bool:
    """Whether the id's day is the other end of a period that is the wrong way round, as D002 says."""
    return any(
        pointer in (each.pointer, each.begins)
        and each.start is not None
        and each.end is not None
        and each.end.surely_before(each.start)
        and told in (str(each.start).replace("-", ""), str(each.end).replace("-", ""))
        for each in periods(record)
    )


_ROUND = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: {date}
place: shili-cun
by: shili-committee
"""

CHECK = Check(
    code="D003",
    title=Text("编号里的日期与记录一致", "The id's date agrees with the record's"),
    why=Text(
        "编号开头的日期让人一看文件名就知道时间。来源只写到月的，编号也只写到月，不能凑出一天来。",
        "The date that begins an id lets anyone read the time off the file's name. "
        "Where the source says only the month, so does the id: no day is made up.",
    ),
    fix=Text(
        "新文件：日期写错的改日期，编号起错的改编号和文件名。已经合并的：日期写错的加一条更正（corrections），编号不变。",
        "In a new file correct the date, or the id together with the file's name. Once merged, put a wrong date right "
        "by adding to corrections; the id stays.",
    ),
    bad=Example({WALK_PATH: _ROUND.format(date="2026-02-11")}),
    good=Example({WALK_PATH: _ROUND.format(date="2026-02-10")}),
    kinds=DATED_KINDS,
    run=_run,
    level=Level.ERROR,
)
