"""Where a site and its sources are, as ``mkdocs.yml`` says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from yizhan.pages.site import SiteConfig
from yizhan.publishing.settings import read_settings, setting


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
    """Read ``site_url`` and ``repo_url`` from ``mkdocs.yml`` without the generator, as it reads them.

    Raises:
        PublishingError: ``mkdocs.yml`` cannot be read.
    """
    text = read_settings(project)
    site, repository = setting(text, "site_url"), setting(text, "repo_url")
    return Address(
        site.rstrip("/") + "/" if site else None, repository.rstrip("/") if repository else None
    )
