"""Files of the generator's theme that no page loads are not shipped.

Material brings its own search with a dictionary for each language, its script and source maps: 2.3 MB
that no page of ours asks for. What is asked for is worked out from the pages and from what they load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_ASSETS = "assets"
_NAMED = re.compile(r"""assets/([^"'\s?#<>()]+)""")
_URL = re.compile(r"""url\(\s*["']?([^"'\s?#()]+)""")


def drop_unused(built: Path, docs: Path) -> list[str]:
    """Take away what lies below ``assets/`` and is neither loaded nor the project's own.

    Call it on what the generator wrote, before record pages are there, or it reads all of those too:
    they load what their shells load.

    Args:
        built: the generator's output, changed in place.
        docs: the project's own documents; what lies in their ``assets/`` always stays.

    Returns:
        The addresses that are gone, below ``assets/``.
    """
    folder = built / _ASSETS
    wanted = _loaded(folder, _named(built))
    gone = []
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        address = file.relative_to(folder).as_posix()
        if address not in wanted and not (docs / _ASSETS / address).exists():
            file.unlink()
            gone.append(address)
    for below in sorted(folder.rglob("*"), reverse=True):
        if below.is_dir() and not any(below.iterdir()):
            below.rmdir()
    return gone


def _named(built: Path) -> set[str]:
    """What the pages name, wherever it stands in them: a script's address may be in a setting."""
    return {
        match[1]
        for page in built.rglob("*.html")
        for match in _NAMED.finditer(page.read_text("utf-8", "replace"))
    }


def _loaded(folder: Path, named: Iterable[str]) -> set[str]:
    """What is named, and what the stylesheets among it load."""
    root = folder.resolve()
    loaded: set[str] = set()
    waiting = list(named)
    while waiting:
        address = waiting.pop()
        file = folder / address
        if address in loaded or not file.is_file():
            continue
        loaded.add(address)
        if file.suffix == ".css":
            for match in _URL.finditer(file.read_text("utf-8")):
                target = (file.parent / match[1]).resolve()
                if target.is_relative_to(root):
                    waiting.append(target.relative_to(root).as_posix())
    return loaded
