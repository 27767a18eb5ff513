"""The village's pages, templates and whatever else is text are UTF-8.

A generator would fail at another encoding, unnamed, or publish what no browser reads: servers say of
text that it is UTF-8. An older file of the Web or of a spreadsheet may be in another encoding that
it names itself (SVG, XML), or that its program expects (CSV).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError

NOT_UTF8 = Text(
    "{path} 不是 UTF-8 编码：请用编辑器另存为 UTF-8。",
    "{path} is not UTF-8: save it as UTF-8 in your editor.",
)
_TEXTS = {
    *(".md", ".markdown", ".mdown", ".mkdn", ".mkd"),
    *(".html", ".htm", ".css", ".js", ".mjs", ".json", ".webmanifest", ".txt", ".xml", ".svg"),
}
_NAMES_ITS_OWN = {".xml", ".svg"}
_NAMED = re.compile(
    rb"""\s*<\?xml\s[^>]*?encoding\s*=\s*["'](?!utf-?8)|\xff\xfe|\xfe\xff""", re.IGNORECASE
)


def refuse_other_encodings(files: Mapping[str, bytes]) -> None:
    """Stop at a file that is read as text and is none in UTF-8.

    Args:
        files: contents, by path from the project's root.

    Raises:
        PublishingError: there is one; it is named.
    """
    for path, content in files.items():
        if not _is_text(PurePosixPath(path), content):
            continue
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise PublishingError(NOT_UTF8.format(path=path)) from error


def _is_text(path: PurePosixPath, content: bytes) -> bool:
    """Whether a file has to be UTF-8; what is laid over a template is read, whatever it says."""
    kind = path.suffix.lower()
    if path.parts[0] == "docs" and kind in _NAMES_ITS_OWN and _NAMED.match(content):
        return False
    return kind in _TEXTS
