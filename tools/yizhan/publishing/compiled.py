"""What a build keeps of the package's own templates: their code, and words in English."""

from __future__ import annotations

from pathlib import Path

from yizhan.checking.fingerprint import fingerprint
from yizhan.loading import store
from yizhan.pages.rendering import CODE
from yizhan.wording.words import ENGLISH

FILE = f"{store.FOLDER}/templates.cache"
"""Where it lies, relative to the project's root."""

_LIBRARIES = ("jinja2", "markupsafe", "babel")


class Compiled:
    """Templates compiled by an earlier build of the same version, and where those of this one are kept.

    To compile all of them in two languages takes a second, a fifth of a small village's first build.
    """

    def __init__(self, project: Path) -> None:
        self._file = project / FILE
        self._key = fingerprint(("",), _LIBRARIES)
        self._known = (0, 0)

    def recall(self) -> None:
        """Take what was kept."""
        code, english = store.recall(self._file, self._key) or ({}, {})
        self._known = (len(code), len(english))
        CODE.update(code)
        ENGLISH.update(english)

    def keep(self) -> None:
        """Keep what is new since."""
        if (len(CODE), len(ENGLISH)) != self._known:
            store.keep(self._file, self._key, (CODE, ENGLISH))
