"""A008: every file in a record's folder is listed by the record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import attachment_folder, attachments
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.last import OfLast
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.loading.schemas import COMMON, load_schema
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文件夹里有“{file}”，记录的附件里却没有写它。",
    "The folder holds “{file}”, which the record does not list as an attachment.",
)

_RENAME = Text(
    "先改文件名；不是图片或 PDF 的，先另存为 PDF 或图片。{rule}然后写进记录的 attachments；"
    "放错的，把文件删掉。",
    "Rename it, or save it as PDF or picture if it is neither. What is allowed: {rule} Then list it "
    "under attachments; if it was put there by mistake, delete it.",
)


def _run(record: Record, _archive: Archive, context: Context) -> Iterator[Problem]:
    folder = attachment_folder(record)
    present = _by_folder(context.files).get(folder, ())
    if not present:
        return
    known = {folder + attachment.file for _, attachment in attachments(record)}
    for path in present:
        if path not in known:
            file = path.removeprefix(folder)
            allowed, rule = _names()
            fix = None if allowed.search(file) else _RENAME.format(rule=rule)
            yield Problem(record, ("attachments",), _FOUND.format(file=file), fix)


@cache
def _names() -> tuple[re.Pattern[str], Text]:
    """What the schema allows as the name of an attachment, and how it says so."""
    schema = load_schema(COMMON)["$defs"]["attachment"]["properties"]["file"]
    english = schema["x-en"]["patternErrorMessage"]
    rule = Text(schema["patternErrorMessage"], english[0].lower() + english[1:])
    return re.compile(schema["pattern"]), rule


def _sorted_in(files: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Sort files by folder, once for all records of a run."""
    found: dict[str, list[str]] = {}
    for path in sorted(files):
        found.setdefault(path.rpartition("/")[0] + "/", []).append(path)
    return {folder: tuple(paths) for folder, paths in found.items()}


_by_folder = OfLast(_sorted_in)


_LISTED = """\
attachments:
  - file: yard.jpg
    title: 走访的院落
"""
_PHOTO = "records/rounds/2026/20260210-shili-walk/yard.jpg"

CHECK = Check(
    code="A008",
    title=Text("附件都写进了记录", "No file lies about unlisted"),
    why=Text(
        "没有写进记录的文件不会出现在页面上，却留在公开的仓库里；误放的表格往往就这样泄露了个人信息。",
        "A file that no record lists is on no page but in the public repository; "
        "that is how a sheet with personal data leaks by mistake.",
    ),
    fix=Text(
        "在记录的 attachments 里写上这个文件和说明；放错的，把文件删掉。",
        "List the file with a title under attachments; if it was put there by mistake, delete it.",
    ),
    bad=Example({WALK_PATH: WALK, _PHOTO: ""}),
    good=Example({WALK_PATH: WALK + _LISTED, _PHOTO: ""}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
