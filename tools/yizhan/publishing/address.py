"""Where a site and its sources are, as ``mkdocs.yml`` says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from yizhan.pages.site import SiteConfig

_SITE_URL = re.compile(r"""^site_url\s*:\s*["']?([^"'\s#]+)""", re.MULTILINE)
_REPO_URL = re.compile(r"""^repo_url\s*:\s*["']?([^"'\s#]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the site and its sources are, as ``mkdocs.yml`` says.

    Attributes:
        site: absolute, ending in ``/``; None where the site has no address yet.
        repository: the public repository; None where there is none.
    """

    site: str | None = None
    repository: str | None = None

    @property
    def pages(self) -> SiteConfig:
        """What pages need of it: where a record's file is edited and where its history is."""
        if self.repository is None:
            return SiteConfig()
        dash = "/-" if "gitlab" in urlsplit(self.repository).netloc else ""
        base = f"{self.repository}{dash}"
        return SiteConfig(f"{base}/edit/main/", f"{base}/commits/main/")


def read_address(project: Path) -> Address:
    """Read ``site_url`` and ``repo_url`` from ``mkdocs.yml`` without the generator.

    The generator reads the same two lines; both are plain strings in every project.
    """
    text = (project / "mkdocs.yml").read_text("utf-8")
    site, repository = _SITE_URL.search(text), _REPO_URL.search(text)
    return Address(
        None if site is None else site[1].rstrip("/") + "/",
        None if repository is None else repository[1].rstrip("/"),
    )
