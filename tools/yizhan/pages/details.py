"""What minutes say in a few words each: a label and pieces, in the words of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yizhan.loading.schemas import load_vocabulary
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import in_force
from yizhan.model.meeting import Attendance, Proxies, Recusal
from yizhan.model.vocabulary import Kind
from yizhan.model.voting import Actor, Ballots
from yizhan.pages.site import Site
from yizhan.wording.meeting import PEOPLE, WITHOUT
from yizhan.wording.words import Words


class Piece(NamedTuple):
    """A few words.

    Attributes:
        own: whether they are a record's own.
        url: where they lead; empty for nowhere.
    """

    text: str
    own: bool = False
    url: str = ""


class Detail(NamedTuple):
    """A label and what it stands for."""

    label: str
    pieces: tuple[Piece, ...]


def field(words: Words, *pointer: str | int) -> str:
    """What a field of a meeting is called."""
    return words.label(load_vocabulary().field(Kind.MEETING, pointer))


def details(*found: Detail | None) -> tuple[Detail, ...]:
    """Those that say something."""
    return tuple(each for each in found if each is not None and each.pieces)


def said(label: str, text: str | None, *, own: bool = False) -> Detail | None:
    """A detail of one piece; None without text."""
    return Detail(label, (Piece(text, own),)) if text else None


def linked(site: Site, label: str, *identifiers: str | None) -> Detail:
    """A detail of links to records, by their titles."""
    links = [site.link(each) for each in identifiers]
    return Detail(label, tuple(Piece(each.title, True, each.url) for each in links if each))


def people(site: Site, label: str, actors: Iterable[Actor]) -> Detail:
    """Who acts: bodies and posts as links, people by their number."""
    return Detail(label, tuple(piece for each in actors for piece in _actor(site, each)))


def _actor(site: Site, actor: Actor) -> Iterator[Piece]:
    link = site.link(actor.body)
    if link is not None:
        yield Piece(with_post(link.title, actor.post), True, link.url)
    if actor.group is not None:
        known = actor.number is not None
        text = site.words.say(PEOPLE[actor.group], n=actor.number) if known else None
        yield Piece(text or site.words.title(actor.group))


def with_post(body: str, post: str | None) -> str:
    """A body and a post in it, both in the record's own words."""
    if post is None:
        return body
    return f"{body}（{post}）" if body else post


def recusals(words: Words, label: str, found: Iterable[Recusal]) -> Detail:
    """Who took no part in an item, and why."""
    pieces = []
    for each in found:
        group = each.group
        who = words.n_("{n} 人", each.number)
        pieces.append(Piece(who if group is None else words.say(PEOPLE[group], n=each.number)))
        if each.stayed:
            pieces.append(Piece(field(words, "agenda", 0, "recused", 0, "stayed")))
        if each.reason:
            pieces.append(Piece(each.reason, own=True))
    return Detail(label, tuple(pieces))


def counted(
    words: Words, pointer: tuple[str | int, ...], found: object, *names: str
) -> list[Piece]:
    """The numbers of some fields, each after what it is called; left out where not recorded."""
    numbers = ((name, getattr(found, name)) for name in names)
    return [
        Piece(f"{field(words, *pointer, name)} {words.number(number)}")
        for name, number in numbers
        if number is not None
    ]


def papers(words: Words, found: Ballots | None) -> Detail | None:
    """Ballots issued, returned, valid, invalid and blank."""
    if found is None:
        return None
    pointer = ("agenda", 0, "elections", 0, "ballots")
    pieces = counted(words, pointer, found, "issued", "returned", "valid", "invalid", "blank")
    pieces += [Piece(found.note, own=True)] if found.note else []
    return Detail(field(words, *pointer), tuple(pieces))


def attendance_line(
    words: Words, label: str, found: Attendance | None, whole: Attendance | None
) -> Detail | None:
    """Who was there, in one line: for an item or a session.

    Args:
        words: the language.
        label: what the line is called.
        found: who was there.
        whole: who was at the meeting; what is counted is said where it is another.
    """
    if found is None:
        return None
    pointer = ("attendance",)
    pieces = counted(words, pointer, found, "due", "present", "excused", "online", "excluded")
    pieces += [Piece(found.excluded_reason, own=True)] if found.excluded_reason else []
    if found.area is not None:
        area = f"{words.number(found.area.present)} / {words.number(found.area.due)}"
        pieces.append(Piece(f"{field(words, *pointer, 'area')} {area}"))
    for each in found.categories:
        due = "" if each.due is None else f" / {words.number(each.due)}"
        pieces.append(Piece(f"{each.title} {words.number(each.present)}{due}", own=True))
    if whole is None or whole.basis is not found.basis:
        pieces.append(Piece(words.title(found.basis)))
    return Detail(label, tuple(pieces))


def proxies(words: Words, found: Attendance | None) -> Detail | None:
    """Who had others act for them."""
    if found is None or found.proxies is None:
        return None
    pointer = ("attendance", "proxies")
    mandate: Proxies = found.proxies
    pieces = counted(words, pointer, mandate, "number", "holders", "most")
    for name in ("written", "listed"):
        answer = getattr(mandate, name)
        if answer is not None:
            said = field(words, *pointer, name) if answer else words.say(WITHOUT[name])
            pieces.append(Piece(said))
    pieces += [Piece(mandate.note, own=True)] if mandate.note else []
    return Detail(field(words, *pointer), tuple(pieces))


def rule_title(site: Site, key: str | None, day: PartialDate) -> str | None:
    """What a named rule of decision is called on a day; its key where nobody knows it."""
    found = [each for each in site.presets.decision_rules if each.key == key]
    found.sort(key=lambda each: in_force(each.valid, day) is False)
    return found[0].title if found else key


def percent(part: int, whole: int) -> str:
    """A share of a hundred with one place, half rounded up; exact."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%"
