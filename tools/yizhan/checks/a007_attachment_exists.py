"""A007: every attachment that a record lists is there."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Hinge, Problem
from yizhan.checks.shared.contents import attachment_folder, attachments
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.wording.there_are import there_are

_FOUND = Text(
    "没有找到附件“{file}”，它应当在 {folder} 里。",
    "The attachment “{file}” was not found; it belongs in {folder}.",
)

_PUT = Text(
    "把文件放进与记录同名的文件夹；没有这个附件的，删去这一条。",
    "Put the file into the folder named like the record; if there is none, delete the line.",
)


def _run(record: Record, _archive: Archive, context: Context) -> Iterator[Problem]:
    for pointer, attachment in attachments(record):
        folder = attachment_folder(record)
        if folder + attachment.file not in context.files:
            message = _FOUND.format(file=attachment.file, folder=folder)
            hinge = Hinge(file=folder + attachment.file)
            names = [path.removeprefix(folder) for path in context.files if path.startswith(folder)]
            there = dict.fromkeys(sorted(names), "")
            fix = there_are(attachment.file, there, _PUT) if there else None
            yield Problem(record, (*pointer, "file"), message, fix, hinge)


_ROUND = (
    WALK
    + """\
attachments:
  - file: yard.jpg
    title: 走访的院落
"""
)
_PHOTO = "records/rounds/2026/20260210-shili-walk/yard.jpg"

CHECK = Check(
    code="A007",
    title=Text("附件存在", "Attachments exist"),
    why=Text(
        "页面上写着有照片、有扫描件，点开却没有，居民会以为证据被拿走了。",
        "A page that promises a photo or a scan and has none looks as if the evidence had been removed.",
    ),
    fix=_PUT,
    bad=Example({WALK_PATH: _ROUND}),
    good=Example({WALK_PATH: _ROUND, _PHOTO: ""}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
