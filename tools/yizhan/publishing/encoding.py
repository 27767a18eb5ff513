"""The village's pages and templates are UTF-8: a generator would fail at another encoding, unnamed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError

NOT_UTF8 = Text(
    "{path} 不是 UTF-8 编码：请用编辑器另存为 UTF-8。",
    "{path} is not UTF-8: save it as UTF-8 in your editor.",
)
_PAGES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
_TEMPLATES = {".html", ".xml", ".txt", ".js", ".css"}


def refuse_other_encodings(files: Mapping[str, bytes]) -> None:
    """Stop at a file that is read as text and is none in UTF-8.

    Args:
        files: contents, by path from the project's root.

    Raises:
        PublishingError: there is one; it is named.
    """
    for path, content in files.items():
        if _is_read(PurePosixPath(path)):
            try:
                content.decode("utf-8")
            except UnicodeDecodeError as error:
                raise PublishingError(NOT_UTF8.format(path=path)) from error


def _is_read(path: PurePosixPath) -> bool:
    if path.parts[0] == "docs":
        return path.suffix in _PAGES or path.name == "index.html"
    return path.suffix in _TEMPLATES
