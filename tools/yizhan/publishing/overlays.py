"""Which of the package's files a village overlays, and whether those have changed since.

``overlays.txt`` at the village's root is committed: a line names the digest of the package's file
as it was when the village began to overlay it. Deleting a line says "compared, mine still fits".
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from yizhan.model.text import Text
from yizhan.publishing.own_files import read_own

LIST = "overlays.txt"
_HEAD = (
    "# 盖住安装包原文件的文件，和当时原文件的摘要；比对过新的原文件以后，删去那一行。\n"
    "# Files laid over the package's, with the digest of the original then; delete a line once compared.\n"
)
_CHANGED = Text(
    "{path} 盖住的原文件在新版里改过：请同安装包里的比对，改好后删去 overlays.txt 里的这一行。",
    "The package's own {path} has changed since you overlaid it: compare the two, then delete its "
    "line in overlays.txt.",
)
_GONE = Text(
    "{path} 盖住的原文件新版里没有了：不再需要就删去它，并删去 overlays.txt 里的这一行。",
    "The package no longer has {path}, which you overlaid: delete yours if it is not needed, and "
    "its line in overlays.txt.",
)


def mark(content: bytes) -> str:
    """What ``overlays.txt`` says of a file: 16 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()[:16]


def line_ends(content: bytes) -> tuple[bytes, bytes]:
    """A content with plain line ends: with one at its end, and with none."""
    plain = content.replace(b"\r\n", b"\n").rstrip(b"\n")
    return plain + b"\n", plain


def same_text(one: bytes, other: bytes) -> bool:
    """Whether two contents differ in their line ends only, if at all."""
    return one == other or line_ends(one) == line_ends(other)


def read_list(project: Path) -> dict[str, str]:
    """The marks noted so far, by path; a line that says nothing is passed over.

    Raises:
        PublishingError: the list is a link, or may not be read.
    """
    try:
        lines = read_own(project, LIST).decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return {}
    parts = [line.split(maxsplit=1) for line in lines if not line.startswith("#")]
    return {each[1].strip(): each[0] for each in parts if len(each) == 2}


def write_list(project: Path, marks: Mapping[str, str]) -> None:
    """Write ``overlays.txt``, or remove it where nothing is overlaid."""
    file = project / LIST
    text = _HEAD + "".join(f"{marks[path]}  {path}\n" for path in sorted(marks))
    if marks:
        if not file.is_file() or file.read_text("utf-8", "replace") != text:
            file.write_text(text, "utf-8")
    elif file.is_file():
        file.unlink()


def compare(
    originals: Mapping[str, bytes], own: Mapping[str, bytes], noted: Mapping[str, str]
) -> tuple[dict[str, str], list[Text]]:
    """What ``overlays.txt`` is to say, and what the village is told.

    Args:
        originals: the package's files, by path.
        own: the village's.
        noted: the marks noted so far.
    """
    marks: dict[str, str] = {}
    notices = []
    for path in sorted(own):
        original = originals.get(path)
        if original is None:
            if path in noted:
                marks[path] = noted[path]
                notices.append(_GONE.format(path=path))
        elif not same_text(original, own[path]):
            now = mark(original)
            marks[path] = noted.get(path, now)
            if marks[path] != now:
                notices.append(_CHANGED.format(path=path))
    return marks, notices
