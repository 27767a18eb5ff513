"""The kinds of record in one table: class, folder, and the id that a path stands for."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from yizhan.model.amendment import Amendment
from yizhan.model.body import Body
from yizhan.model.claims import Claims
from yizhan.model.frozen import dataclass
from yizhan.model.honour import Honour
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.procedure import Procedure
from yizhan.model.record import Record
from yizhan.model.round import Round
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import Kind

RECORDS = "records"
"""The folder of all records, at the project's root."""


@dataclass(frozen=True, slots=True)
class KindInfo:
    """One kind of record.

    Attributes:
        folder: the form of its paths, with ``{year}``, ``{id}`` and, for what belongs to a rule,
            ``{rule}``.
        model: the class its files become.
    """

    kind: Kind
    folder: str
    model: type[Record]


KINDS: dict[Kind, KindInfo] = {
    info.kind: info
    for info in (
        KindInfo(Kind.PLACE, "places/{id}.yaml", Place),
        KindInfo(Kind.BODY, "bodies/{id}.yaml", Body),
        KindInfo(Kind.PROCEDURE, "procedures/{id}.yaml", Procedure),
        KindInfo(Kind.MATTER, "matters/{year}/{id}.yaml", Matter),
        KindInfo(Kind.MEETING, "meetings/{year}/{id}.yaml", Meeting),
        KindInfo(Kind.ROUND, "rounds/{year}/{id}.yaml", Round),
        KindInfo(Kind.RULE, "rules/{id}/rule.yaml", Rule),
        KindInfo(Kind.AMENDMENT, "rules/{rule}/amendments/{id}.yaml", Amendment),
        KindInfo(Kind.SCHEME, "points/schemes/{id}.yaml", Scheme),
        KindInfo(Kind.BATCH, "points/{year}/{id}.yaml", Batch),
        KindInfo(Kind.HONOUR, "honours/{year}/{id}.yaml", Honour),
        KindInfo(Kind.CLAIMS, "claims/{year}/{id}.yaml", Claims),
    )
}


class Identity(NamedTuple):
    """What a path says of its record.

    Attributes:
        year: the folder's year, for kinds kept by year.
        rule: the rule's id, for an amendment.
    """

    kind: Kind
    id: str
    year: str | None = None
    rule: str | None = None


def identify(path: str) -> Identity | None:
    """Tell kind and id from a path such as ``records/matters/2020/20200612-x.yaml``.

    Returns:
        None where no kind of record is kept at such a path.
    """
    folder, _, name = path.rpartition("/")
    for form in _forms_in(folder):
        if form.name is None:
            if name.endswith(".yaml"):
                return Identity(form.kind, name[:-5], form.year, form.rule)
        elif form.name == name:
            return Identity(form.kind, form.id, form.year, form.rule)
    return None


def identities_below(folder: str) -> tuple[Identity, ...]:
    """What can be said of the records in and below a folder, of each kind that may be there.

    Returns:
        Identities with an empty id, and no year or rule, where the folder does not say it.
    """
    top, *parts = folder.split("/")
    if top != RECORDS:
        return ()
    found = []
    for info in KINDS.values():
        wanted_parts = info.folder.split("/")[:-1]
        named = _named(wanted_parts[: len(parts)], parts)
        if named is not None:
            year, rule = named.get("year"), named.get("rule")
            found.append(Identity(info.kind, named.get("id", ""), year, rule))
    return tuple(found)


def kind_in(folder: str) -> tuple[Kind, str | None, str | None] | None:
    """The kind of a folder's files, its year and its rule, where each is named by its id."""
    forms = _forms_in(folder)
    if len(forms) != 1 or forms[0].name is not None:
        return None
    return forms[0].kind, forms[0].year, forms[0].rule


class _Form(NamedTuple):
    """What a folder says of the files in it: their kind, and what they are called.

    Attributes:
        name: the one name; None where each file is named by its id.
        id: where the folder says it.
    """

    kind: Kind
    name: str | None
    id: str
    year: str | None
    rule: str | None


@lru_cache(maxsize=4096)
def _forms_in(folder: str) -> tuple[_Form, ...]:
    """The kinds of record that may be kept in a folder; there is a thousand files to each folder."""
    top, *parts = folder.split("/")
    if top != RECORDS:
        return ()
    return tuple(form for info in KINDS.values() if (form := _form(info, parts)) is not None)


def _form(info: KindInfo, parts: list[str]) -> _Form | None:
    *wanted_parts, last = info.folder.split("/")
    found = _named(wanted_parts, parts)
    if found is None:
        return None
    name = None if last == "{id}.yaml" else last
    return _Form(info.kind, name, found.get("id", ""), found.get("year"), found.get("rule"))


def _named(wanted_parts: list[str], parts: list[str]) -> dict[str, str] | None:
    """What the parts of a path are, by the names that the form of a path has for them."""
    if len(wanted_parts) != len(parts):
        return None
    found: dict[str, str] = {}
    for wanted, part in zip(wanted_parts, parts, strict=True):
        if wanted == "{year}":
            if not (len(part) == 4 and part.isascii() and part.isdigit()):
                return None
            found["year"] = part
        elif wanted in ("{id}", "{rule}"):
            found[wanted.strip("{}")] = part
        elif wanted != part:
            return None
    return found
