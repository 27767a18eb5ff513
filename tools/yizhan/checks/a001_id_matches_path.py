"""A001: the id written in a file is the id its path stands for."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.loading.file_messages import TAKEN
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.kinds import identify
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文件里写的编号是“{found}”，从文件名看应当是“{expected}”，两者必须一样。",
    "The id in the file is “{found}”; the file's name says “{expected}”: they must be the same.",
)


_WRITE = Text(
    "把文件里的 id 改成 {expected}；已经公开过的文件不要改名。",
    "Write the id {expected} in the file; never rename a file that was published.",
)
_RENAME = Text(
    "别的档案用的是“{found}”：还没有公开过的，把文件改名为 {found}.yaml；已经公开过的，请维护人员处理。",
    "Other records use “{found}”: if the file was not published yet, rename it to {found}.yaml; if it was, ask a maintainer.",
)


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    identity = identify(record.path)
    if identity is None or identity.id == record.id:
        return
    message = _FOUND.format(found=record.id, expected=identity.id)
    if _is_there(record, archive):
        yield Problem(record, ("id",), message, TAKEN.format(right=_named_after(record)))
        return
    used = archive.referring(record.id) and not archive.referring(identity.id)
    fix = (_RENAME if used else _WRITE).format(found=record.id, expected=identity.id)
    yield Problem(record, ("id",), message, fix)


def _named_after(record: Record) -> str:
    """The path that a file would have if it were named after the id in it."""
    return f"{record.path.rpartition('/')[0]}/{record.id}.yaml"


def _is_there(record: Record, archive: Archive) -> bool:
    """Whether another file has that path, which a new name for this one would overwrite."""
    first = archive.find(record.id)
    return first is not None and first.path == _named_after(record)


_PATH = "records/places/shili-cun-2.yaml"
_PLACE = """\
id: {id}
title: 第二村民小组
example: true
level: group
parent: shili-cun
"""

CHECK = Check(
    code="A001",
    title=Text("编号与文件名一致", "The id agrees with the file's name"),
    why=Text(
        "别的记录、网址和检索都靠编号找到这个文件；编号与文件名不一样，就谁也找不准。",
        "Other records, addresses and the search find the file by its id; "
        "with two names for one thing nobody finds it reliably.",
    ),
    fix=Text(
        "把文件里的 id 改成与文件名（不带 .yaml）一样；已经公开过的文件不要改名。",
        "Make the id equal to the file's name without .yaml; never rename a file that was published.",
    ),
    bad=Example({_PATH: _PLACE.format(id="shili-second")}),
    good=Example({_PATH: _PLACE.format(id="shili-cun-2")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
