"""Files for programs that lie beside the pages: figures as JSON."""

from __future__ import annotations

from pathlib import Path

from yizhan.pages.metrics import FILE
from yizhan.pages.site import Site
from yizhan.reporting import metrics_json


def write_data_files(built: Path, site: Site) -> None:
    """Write ``data/figures.json``: the same figures as ``yizhan metrics --format json``."""
    file = built / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(metrics_json.write(site.books, site.as_of), "utf-8", newline="\n")
