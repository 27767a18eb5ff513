"""What every page is made from: the archive, the derived states, a date, a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from yizhan.model.archive import Archive
from yizhan.model.text import Lang

if TYPE_CHECKING:
    from yizhan.model.matter_state import MatterState
    from yizhan.model.presets import Presets


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What the project's ``mkdocs.yml`` says and pages need.

    Attributes:
        edit_url: address under which a file's path is edited
            (``https://github.com/o/r/edit/main/``); None where the project has no public home.
        history_url: address under which a file's path shows its history.
        per_page: rows of a list page.
    """

    edit_url: str | None = None
    history_url: str | None = None
    per_page: int = 50


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a page module may read.

    Attributes:
        states: derived state of every matter whose procedure is known, by the matter's id.
        as_of: the day all statements hold for.
    """

    archive: Archive
    states: Mapping[str, MatterState]
    as_of: date
    lang: Lang
    presets: Presets
    config: SiteConfig = SiteConfig()

    def in_(self, lang: Lang) -> Site:
        """The same site in another language."""
        return replace(self, lang=lang)
