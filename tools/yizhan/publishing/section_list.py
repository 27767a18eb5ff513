"""The list of the pages of a section beside a page that fills a shell.

The generator wrote it once, into the shell, with all pages of the section. Of checks there are hundreds: a list of
all of them was two thirds of each check's page, and half of a small village's site (9.4 of 17.6 MB). A check's
page keeps those of its own letter, the table of all checks, and whatever a village put beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache

START = "<aside class=yz-side>"
"""Before the list, as a shell has it."""
_LIST = re.compile(rf"{START}.*?</aside>", re.DOTALL)
_ITEM = re.compile(
    r"""<li>\s*<a\b[^>]*?\shref=["']?([^"'\s>]+)[^>]*>.*?</a>(?:\s*</li>)?\s*""", re.DOTALL
)
_CODE = re.compile(r"(?P<letter>(?:en/)?checks/[A-Z])[0-9]{3}/")
"""The address of a check's page, up to the letter and to its end."""


def narrowed(shell: str, url: str, root: str) -> str:
    """A shell with the list as the page at ``url`` has it.

    Args:
        shell: HTML; what has no list stays as it is.
        url: site-relative.
        root: what leads to the root in the shell's links.
    """
    code = _CODE.fullmatch(url)
    return shell if code is None else _of_letter(shell, code["letter"], root)


@lru_cache(maxsize=64)
def _of_letter(shell: str, letter: str, root: str) -> str:
    def kept(item: re.Match[str]) -> str:
        code = _CODE.fullmatch(item[1].removeprefix(root))
        return item[0] if code is None or code["letter"] == letter else ""

    return _LIST.sub(lambda whole: _ITEM.sub(kept, whole[0]), shell, count=1)


def marked_as_current(html: str, link: str) -> str:
    """A page with its own link in the list marked, as generators mark it.

    Args:
        html: a whole page.
        link: from the page to itself by way of the root, as the list has it.
    """
    before, start, after = html.partition(START)
    opening = f"href={link}>"
    return before + start + after.replace(opening, f"{opening[:-1]} aria-current=page>", 1)
