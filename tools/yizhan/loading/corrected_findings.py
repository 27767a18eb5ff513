"""What is wrong in a record only since it was corrected: told at the correction, remedied by another.

What is merged is never edited, so a remedy that adds a line to it would be refused elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from yizhan.loading.corrections import FIELD
from yizhan.loading.schema_errors import Wrong
from yizhan.model.finding import Pointer
from yizhan.model.text import Text

_ALSO = Text(
    "再加一条更正，at 写“{at}”，value 写内容；这一条本身写错了的，也用一条更正改回来。",
    "Add another correction with at: “{at}” and the value; if this one itself is wrong, correct it back.",
)
_NEEDED = Text(
    "“{at}”必须有，不能作废；原来写错的，把 annul 换成 value，写对的内容。",
    "“{at}” has to be there and cannot be annulled; give the right value in place of annul.",
)


def in_file(wrong: Wrong, data: Mapping[str, Any], origin: Callable[[Pointer], Pointer]) -> Wrong:
    """Where in the file something is wrong that the schema found in the data as corrected.

    Args:
        wrong: at a place of the data.
        data: with the corrections as they are written.
        origin: where in the file each value of it is.
    """
    if wrong.code == "S002":
        for position in range(len(data[FIELD]) - 1, -1, -1):
            given = data[FIELD][position]
            *lead, last = str(given["at"]).split("/")
            if not _beside(lead, wrong.pointer):
                continue
            at = "/".join((*lead, str(wrong.pointer[-1])))
            if given.get("annul"):
                if last == wrong.pointer[-1]:
                    fix = _NEEDED.format(at=at)
                    return replace(wrong, pointer=(FIELD, position, "annul"), fix=fix)
                continue
            return replace(wrong, pointer=(FIELD, position, "value"), fix=_ALSO.format(at=at))
    return replace(wrong, pointer=origin(wrong.pointer))


def _beside(lead: list[str], missing: Pointer) -> bool:
    """Whether what is missing is in the same thing as what a correction names."""
    names = [part for part in missing[:-1] if isinstance(part, str)]
    if len(lead) != len(missing) - 1:
        return False
    return all(name in lead for name in names)
