"""Forms of ``yizhan check --format``: what was found, as a ``reporting.report.Report``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from yizhan.reporting.formats import Format, formats_in

if TYPE_CHECKING:
    from yizhan.reporting.report import Report


def formats() -> Mapping[str, Format[Report]]:
    """The forms, by name."""
    return formats_in(sys.modules[__name__])
