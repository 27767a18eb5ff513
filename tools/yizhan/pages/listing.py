"""Lists split into pages: a list's first page, its further pages, and the pager between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from yizhan.pages.page import Page
from yizhan.pages.site import Site

T = TypeVar("T")


class Pager(NamedTuple):
    """Where a page stands in its list; addresses are site-relative.

    Attributes:
        number: from 1.
        pages: how many there are.
        first: position of the first row shown, from 1.
        last: position of the last row shown.
        total: rows of the whole list.
    """

    number: int
    pages: int
    first: int
    last: int
    total: int
    previous: str | None
    next: str | None
    root: str
    end: str


def split(total: int, per_page: int, root: str) -> Iterator[Pager]:
    """The pagers of a list of ``total`` rows whose first page lies at ``root``; at least one."""
    pages = max(1, -(-total // per_page))
    for number in range(1, pages + 1):
        yield Pager(
            number=number,
            pages=pages,
            first=min(total, (number - 1) * per_page + 1),
            last=min(total, number * per_page),
            total=total,
            previous=page_url(root, number - 1) if number > 1 else None,
            next=page_url(root, number + 1) if number < pages else None,
            root=root,
            end=page_url(root, pages),
        )


def page_url(root: str, number: int) -> str:
    """The address of a page of a list."""
    return root if number == 1 else f"{root}page/{number}/"


def rows_of(items: Sequence[T], pager: Pager) -> Sequence[T]:
    """The items a page shows."""
    return items[max(0, pager.first - 1) : pager.last]


def list_page(site: Site, shell: str, title: str, intro: str, pager: Pager, content: str) -> Page:
    """A page of a list: its number is part of the title from the second on."""
    if pager.number > 1:
        title = site.words._("{title}（第 {n} 页）", title=title, n=pager.number)
    url = page_url(pager.root, pager.number)
    return Page(url, shell, title, intro, content, site.lang)
