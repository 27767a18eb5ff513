"""Stylesheets that every page loads one after another become one file.

Four links take 0.25 kB of each page, and a phone four requests before it draws anything.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "assets/stylesheets"
JOINED = "all.css"
"""The file that the sheets of most pages become."""

_LINK = rf"""<link rel="?stylesheet"? href="?((?:[^"'\s<>:]*/)?){FOLDER}/([\w.-]+\.css)"?\s*/?>"""
_ONE = re.compile(_LINK)
_RUN = re.compile(rf"{_LINK}(?:\s*{_LINK})+")
_FIRST_ONLY = re.compile(r"@(?:import|namespace)\b")
"""What CSS allows at a file's beginning only."""


def join_stylesheets(built: Path) -> list[str]:
    """Let pages load one file in the place of several, wherever they stand next to each other.

    It lies in the same folder, so that what they load keeps its address; their order stays. A sheet that
    is not there, or may only stand alone, leaves the pages that load it as they are.

    Args:
        built: the generator's output, changed in place.

    Returns:
        The names of the files written.
    """
    names: dict[tuple[str, ...], str | None] = {}

    def joined(run: re.Match[str]) -> str:
        links = [(link[1], link[2]) for link in _ONE.finditer(run[0])]
        sheets = tuple(sheet for _base, sheet in links)
        if sheets not in names:
            names[sheets] = _join(built / FOLDER, sheets, len(names))
        name, base = names[sheets], links[0][0]
        if name is None or any(other != base for other, _sheet in links):
            return run[0]
        return f'<link rel="stylesheet" href="{base}{FOLDER}/{name}">'

    for page in sorted(built.rglob("*.html")):
        html = page.read_text("utf-8")
        if (changed := _RUN.sub(joined, html)) != html:
            page.write_text(changed, "utf-8")
    return [name for name in names.values() if name is not None]


def _join(folder: Path, sheets: tuple[str, ...], number: int) -> str | None:
    """Write what the sheets hold into one; its name, or None where that would change what they do."""
    files = [folder / sheet for sheet in sheets]
    if not all(file.is_file() for file in files):
        return None
    texts = [file.read_text("utf-8-sig") for file in files]  # a mark between two would be a name
    if any(_FIRST_ONLY.search(text) for text in texts[1:]):
        return None
    name = JOINED if number == 0 else JOINED.replace(".", f"{number}.")
    (folder / name).write_text("\n".join(texts), "utf-8")
    return name
