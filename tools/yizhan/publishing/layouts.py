"""What earlier versions laid out in a village, so that it is told from what somebody changed.

``presets/layouts.json`` names, for every path, the marks of the contents that a version wrote.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from yizhan.model.text import Text
from yizhan.publishing.frame import SETTINGS
from yizhan.publishing.overlays import line_ends, mark

OLD = Text(
    "这个村还是旧的布局：有 {n} 个文件是从前的版本写的，现在由安装包提供，没有再用；请运行 yizhan upgrade。",
    "This village has the layout of an earlier version: {n} {n:file|files} that it wrote now "
    "{n:comes|come} from the package and {n:is|are} passed over; run yizhan upgrade.",
)

_ADDRESS = re.compile(r"#? ?(?:site_name|site_url|repo_url|repo_name|edit_uri):")


@cache
def written_before() -> Mapping[str, tuple[str, ...]]:
    """The marks of everything that earlier versions wrote, by path, oldest first."""
    text = (files("yizhan") / "presets" / "layouts.json").read_text("utf-8")
    return {path: tuple(marks) for path, marks in json.loads(text).items()}


def is_unchanged(path: str, content: bytes) -> bool:
    """Whether a file is as an earlier version wrote it.

    A site's name and address do not count, nor do the ends of lines, which Git for Windows writes
    its own way, nor a line end more or less at the end of the file.
    """
    marks = written_before().get(path, ())
    return marked(path, content) in marks or any(
        marked(path, each) in marks for each in line_ends(content)
    )


def marked(path: str, content: bytes) -> str:
    """The mark of a file that was laid out, whatever the village's name and address."""
    if path == SETTINGS:
        content = b"".join(
            line
            for line in content.splitlines(keepends=True)
            if not _ADDRESS.match(line.decode("utf-8", "replace"))
        )
    return mark(content)
