"""``yizhan upgrade``, the part on ``requirements.txt``: the line that names the tool is raised.

Whatever else the file says stays: other packages, comments, and the extra of the tool that the
maintainers' guide tells to write.
"""

from __future__ import annotations

import re

_EXTRA = rb"(?:[ \t]*\[([\w.,\t -]*)\])?"
_LINE = re.compile(
    rb"[ \t]*(?:\./)?(?:wheels/yizhan-[^/\s\[\]]+\.whl"
    + _EXTRA
    + rb"|yizhan"
    + _EXTRA
    + rb"(?:[ \t]*==[ \t]*[^\s\[\];,#\\]+|[ \t]*@[ \t]*[^\s\[\];]+)"
    + _EXTRA
    + rb")((?:[ \t]+#[^\r\n]*)?[ \t]*(?:\r?\n)?)"
)
"""The tool as ``init`` writes it, perhaps with an extra (pip takes it at one place only, at the end
after a wheel, behind the name else) and a comment."""

_NAMED = re.compile(rb"[^#]*\byizhan\b", re.IGNORECASE)


def raised(content: bytes, fresh: bytes) -> bytes | None:
    """The file with today's tool in it.

    Args:
        content: the village's ``requirements.txt``.
        fresh: today's, of one line.

    Returns:
        None where the one line that names the tool is not found, or cannot be understood.
    """
    lines = content.splitlines(keepends=True)
    named = [number for number, line in enumerate(lines) if _NAMED.match(line)]
    found = _LINE.fullmatch(lines[named[0]]) if len(named) == 1 else None
    if found is None:
        return None
    *extras, rest = found.groups()
    extra = next((each for each in extras if each), b"")
    lines[named[0]] = _with_extra(fresh.strip(), extra) + rest
    return b"".join(lines)


def names_today(content: bytes, fresh: bytes) -> bool:
    """Whether today's version, wheel or commit is named somewhere in the village's file."""
    return _bare(fresh).strip().removeprefix(b"yizhan") in _bare(content)


def _bare(text: bytes) -> bytes:
    return text.replace(b" ", b"").replace(b"\0", b"")  # UTF-16 as well


def _with_extra(line: bytes, extra: bytes) -> bytes:
    """A line of ``init`` with an extra where pip takes it; none where it is empty."""
    if not extra:
        return line
    bracket = b"[" + extra + b"]"
    return (
        line + bracket
        if line.endswith(b".whl")
        else line.replace(b"yizhan", b"yizhan" + bracket, 1)
    )
