"""Elected posts and the law that sets their term."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Context
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.organic_law import is_committee
from yizhan.model.archive import Archive
from yizhan.model.body import Body, Post
from yizhan.model.organic_law import Law, Term
from yizhan.model.vocabulary import BodyKind, ChosenBy


def terms(body: Body, archive: Archive, context: Context) -> Iterator[tuple[int, Post, Law, Term]]:
    """Yield every elected post whose term a law in force on its first day sets, with its number.

    A committee's sub-committees and bodies that are more than the committee are left out.
    """
    organic = context.presets.organic
    place, parent = archive.place(body.place), archive.body(body.parent)
    if body.body_kind is BodyKind.COMMITTEE and not is_committee(body, place, parent, organic):
        return
    for number, post in enumerate(body.posts):
        if post.chosen_by is not ChosenBy.ELECTED or post.start is None:
            continue
        laws = laws_for(body.place, post.start, archive, context)
        for seats in organic.seats:
            term = seats.term
            if seats.body is not body.body_kind or seats.law not in laws or term is None:
                continue
            if not term.titles or post.title in term.titles:
                yield number, post, laws[seats.law], term
