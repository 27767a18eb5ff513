"""What every record's page has around its own content: head, sources, files, edit link."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import quote

from yizhan.model.kinds import RECORDS
from yizhan.model.record import Attachment, Record
from yizhan.pages.corrections import correction_views
from yizhan.pages.links import FOLDERS, Link, url_of
from yizhan.pages.marks import ROOT, marked_entry, marks, resting_on
from yizhan.pages.page import Page, SearchEntry
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.pages.source_views import source_view
from yizhan.pages.struck import struck
from yizhan.wording.irregular import RESTS

_IMAGES = (".jpg", ".jpeg", ".png", ".webp")


class FileView(NamedTuple):
    """An attachment as a template shows it; ``url`` is site-relative."""

    url: str
    title: str
    image: bool


def frame(site: Site, record: Record) -> dict[str, Any]:
    """The values that ``record.html`` needs of any record."""
    corrections = correction_views(site, record) if record.corrections else ()
    return {
        "record": record,
        "section": section_link(site, record),
        "example_day": site.example_day,
        "corrects": site.link(record.corrects),
        "corrected_by": corrected_by(site, record),
        "corrected": struck(site, record, corrections),
        "corrections": corrections,
        "sources": tuple(source_view(source) for source in record.sources),
        "irregular": marks(site, record),
        "resting": resting_on(site, record),
        "rests": site.words.say(RESTS),
        "all_irregular": site.url(ROOT),
        "attachments": file_views(record, record.attachments),
        "edit_url": file_url(site.config.edit_url, record),
        "history_url": file_url(site.config.history_url, record),
    }


def record_page(
    site: Site,
    record: Record,
    template: str,
    shell: str,
    description: str,
    values: dict[str, Any],
    search: SearchEntry | None = None,
) -> Page:
    """Render a record's page from its template, the frame and the kind's own values."""
    url = url_of(record, site.lang)
    return Page(
        url=url,
        shell=shell,
        title=record.title,
        description=description,
        content=render(template, url, site.lang, **frame(site, record), **values),
        lang=site.lang,
        source=record.path if record.path.startswith(f"{RECORDS}/") else None,
        search=marked_entry(site, record, search) if site.lang == "zh" else None,
    )


def section_link(site: Site, record: Record) -> Link:
    """A link to the list of all records of this kind."""
    return Link(site.url(FOLDERS[record.kind]), site.words.kinds(record.kind))


def corrected_by(site: Site, record: Record) -> tuple[Link, ...]:
    """Links to the records that set this one right."""
    return site.links_to(
        referrer
        for referrer, reference in site.archive.referrers_of(type(record), record.id)
        if reference.pointer == ("corrects",)
    )


def file_views(record: Record, attachments: Iterable[Attachment]) -> tuple[FileView, ...]:
    """Attachments beside the Chinese page of their record, where publishing puts them."""
    folder = f"{FOLDERS[record.kind]}{record.id}/"
    return tuple(
        FileView(folder + quote(each.file), each.title, each.file.lower().endswith(_IMAGES))
        for each in attachments
    )


def file_url(base: str | None, record: Record) -> str | None:
    """The address of a record's file in the project's public repository."""
    if base is None or not record.path.startswith(f"{RECORDS}/"):
        return None
    return base + quote(str(PurePosixPath(record.path)))
