"""The manual: what is said of records, checks and laws, made from ``schema/``, checks and presets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.publishing.check_docs import check_pages
from yizhan.publishing.law_docs import law_pages
from yizhan.publishing.record_pages import table_pages, with_tables


def manual(prose: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every page that is made.

    Args:
        prose: the pages written by hand, by path; those on kinds of record get their tables.
    """
    for path, text in (*check_pages(), *law_pages()):
        yield path, text.encode("utf-8", "surrogateescape")
    for path, name, lang in table_pages():
        if path in prose:
            yield path, with_tables(prose[path].decode("utf-8", "replace"), name, lang).encode()
