"""Where every record's page lies, and links to it."""

from __future__ import annotations

from typing import NamedTuple

from yizhan.model.record import Record
from yizhan.model.text import Lang
from yizhan.model.vocabulary import Kind

FOLDERS: dict[Kind, str] = {
    Kind.PLACE: "places/",
    Kind.BODY: "bodies/",
    Kind.PROCEDURE: "procedures/",
    Kind.MATTER: "matters/",
    Kind.MEETING: "meetings/",
    Kind.ROUND: "rounds/",
    Kind.RULE: "rules/",
    Kind.AMENDMENT: "amendments/",
    Kind.SCHEME: "points/schemes/",
    Kind.BATCH: "points/",
    Kind.HONOUR: "honours/",
    Kind.CLAIMS: "claims/",
}
"""The folder of each kind's pages on the site."""


class Link(NamedTuple):
    """A link to a page of the site; templates write ``{{ base }}{{ link.url }}``.

    Attributes:
        url: site-relative, no leading slash, English pages beginning with ``en/``.
        title: plain text.
    """

    url: str
    title: str


def url_of(record: Record, lang: Lang) -> str:
    """The site-relative address of a record's page."""
    return page_of(record.kind, record.id, lang)


def page_of(kind: Kind, identifier: str, lang: Lang) -> str:
    """The site-relative address of the page of a record that need not be at hand."""
    return localized(f"{FOLDERS[kind]}{identifier}/", lang)


def link_to(record: Record, lang: Lang) -> Link:
    """A link with the record's title."""
    return Link(url_of(record, lang), record.title)


def localized(url: str, lang: Lang) -> str:
    """The address of the same page in a language, from its Chinese one."""
    return url if lang == "zh" else f"en/{url}"


def way_to(folder: str, url: str) -> str:
    """What leads from a page to a folder, as short as can be: ``../../`` from ``matters/year/2026/`` to ``matters/``.

    Args:
        folder: site-relative, ending with a slash.
        url: address of the page.
    """
    here, there = url.split("/")[:-1], folder.split("/")[:-1]
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "".join(f"{each}/" for each in there[shared:])


def base_of(url: str) -> str:
    """What leads from a page back to the root of the site: ``../../`` for ``matters/x/``."""
    return "../" * url.count("/") or "./"
