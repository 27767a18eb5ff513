"""What systems and office programs leave in folders, and nobody put there: it is passed over.

Explorer makes ``Thumbs.db`` where somebody looks at photos, Office a lock file beside what is open.
"""

from __future__ import annotations

_OF_WINDOWS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
"""In lower case; Windows writes them in several ways. It hides them, so that nobody sees what to delete."""

_HIDDEN = (".", "~$")
"""How names begin of what is hidden, ``.DS_Store`` among it, and of Office's lock files."""


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of that name is neither read nor published."""
    return name.startswith(_HIDDEN) or name.lower() in _OF_WINDOWS
