"""Files that are no records: documents put where a record belongs, pictures beside it, and what else lies about."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path

from yizhan.loading.leftovers import is_passed_over
from yizhan.loading.yaml_messages import Trouble
from yizhan.model.finding import Finding
from yizhan.model.kinds import RECORDS, identify

_OFFICE = (
    ".xlsx",
    ".xls",
    ".csv",
    ".et",
    ".wps",
    ".doc",
    ".docx",
    ".ppt",
    ".pptx",
    ".zip",
    ".rar",
    ".7z",
)
_DOCUMENT = (".xlsx", ".xls", ".et", ".wps", ".doc", ".docx", ".rtf")
_SHOWN = (
    ".pdf",
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".gif",
    ".bmp",
    ".heic",
    ".tif",
    ".tiff",
    ".mp4",
)
_LIKE_RECORDS = re.compile(r"rec?o?rds?|records?[ _-]?\d*|档案|记录|数据|data", re.IGNORECASE)
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


def stray(path: str, records: Collection[str]) -> Finding:
    """The finding for a file under ``records/`` that is neither a record nor an attachment.

    Args:
        path: of the file.
        records: the paths of the records that there are.
    """
    stem, dot, ending = path.rpartition(".")
    home = f"{stem}.yaml" if dot else ""
    form, values = "", {"record": home, "folder": f"{stem}/", "found": f".{ending.lower()}"}
    identity = identify(home) if home else None
    named = identity is not None and _ID.fullmatch(identity.id) is not None
    if path.lower().endswith(_OFFICE):
        form = "beside" if home in records else "in_place" if named else "office"
    elif path.lower().endswith(_SHOWN) and named:
        form = "picture" if home in records else "alone"
    return Trouble(1, 1, "Y025", form, values).finding(path)


def documents_outside(root: Path) -> Iterator[Finding]:
    """Documents at the root, or in a folder there that is named as if records were kept in it."""
    folders = [""]
    with suppress(OSError), os.scandir(root) as entries:
        folders += sorted(
            entry.name
            for entry in entries
            if entry.name != RECORDS
            and _LIKE_RECORDS.fullmatch(entry.name)
            and entry.is_dir(follow_symlinks=False)
        )
    for folder in folders:
        with suppress(OSError), os.scandir(root / folder) as found:
            for entry in sorted(found, key=attrgetter("name")):
                document = entry.name.lower().endswith(_DOCUMENT)
                if document and entry.is_file() and not is_passed_over(entry.name):
                    path = f"{folder}/{entry.name}" if folder else entry.name
                    yield Trouble(1, 1, "Y021", "document").finding(path)
