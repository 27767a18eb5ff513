"""Regular expressions that are compiled when they are first used.

Those that say what is wrong with a file, or what looks like personal data, are large, and few texts
get as far as being compared with them: compiled when they are defined they took 20 ms.
"""

from __future__ import annotations

import re
from typing import Any, cast


def later(form: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, as far as looking for it goes."""
    return cast("re.Pattern[str]", _Later(form, flags))


class _Later:
    def __init__(self, form: str, flags: int) -> None:
        self._form = form
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile at the first question; the answer stays, so that this is not asked again."""
        found = getattr(re.compile(self._form, self._flags), name)
        setattr(self, name, found)
        return found
