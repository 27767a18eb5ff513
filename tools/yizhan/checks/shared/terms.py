"""Elected posts and the law that sets their term."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Context
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.organic_law import is_committee
from yizhan.model.archive import Archive
from yizhan.model.body import Body, Post
from yizhan.model.organic_law import Law, Term
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, ChosenBy, PlaceLevel
from yizhan.wording.law import article, cited


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
        held = [
            (each, each.term)
            for each in organic.seats
            if each.law in laws and each.term is not None
        ]
        of_group = place is not None and place.level is PlaceLevel.GROUP
        named = [(each, term) for each, term in held if _names(term, post, of_group=of_group)]
        plain = [
            (each, term) for each, term in held if each.body is body.body_kind and not term.titles
        ]
        for seats, term in named or plain:
            yield number, post, laws[seats.law], term


def _names(term: Term, post: Post, *, of_group: bool) -> bool:
    """Whether a term is that of posts of such a title, in whichever body they are recorded."""
    return post.title in term.titles or (of_group and post.title in term.group_titles)


_AS_LONG = Text(
    "{law}（任期与委员会的相同）和{committee}",
    "{law} (the term is the committee's), and {committee}",
)


def ground(law: Law, term: Term) -> Text:
    """What sets a term, as cited: its own article, and the one on the committee's where it refers to that."""
    own = cited(law, term.article)
    if term.committee is None:
        return own
    return _AS_LONG.format(law=own, committee=article(term.committee))
