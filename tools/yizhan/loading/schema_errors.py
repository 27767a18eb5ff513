"""What the authority, ``jsonschema``, refuses in a file's data, one error at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yizhan.loading.neighbours import Neighbours
from yizhan.loading.schemas import Schema, bundle, load_vocabulary, schema_at
from yizhan.loading.validators import authority
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import Identity
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing wrong, before its line is known; ``at_key`` where the key is wrong."""

    code: str
    pointer: Pointer
    message: Text
    fix: Text
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class SchemaError:
    """One error of the authority.

    Attributes:
        keyword: the schema's word that refused, such as ``pattern``; empty for ``false``.
        wanted: what is beside that word.
        instance: the value that was refused.
        schema: the part of the schema the word is in.
    """

    keyword: str
    wanted: Any
    pointer: Pointer
    instance: Any
    schema: Schema


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is to become a record: what it holds, and what is beside it.

    Attributes:
        identity: what its path says of it.
        neighbours: the other records; None where they are not known, as of a file in Git's past.
    """

    identity: Identity
    data: dict[str, Any]
    neighbours: Neighbours | None = None

    @property
    def kind(self) -> Kind:
        """Of record that it is to become."""
        return self.identity.kind

    def errors(self) -> Iterator[SchemaError]:
        """What the kind's schema refuses."""
        for error in authority(self.kind).iter_errors(self.data):
            schema: Any = error.schema
            yield SchemaError(
                keyword=error.validator if isinstance(error.validator, str) else "",
                wanted=error.validator_value,
                pointer=_pointer(self.data, error),
                instance=error.instance,
                schema=schema if isinstance(schema, dict) else {},
            )

    def is_needed(self, pointer: Pointer) -> bool:
        """Whether a record without this value would be refused."""
        if isinstance(pointer[-1], int):
            return False
        parent = bundle(self.kind) if len(pointer) == 1 else schema_at(self.kind, pointer[:-1])
        return pointer[-1] in (parent or {}).get("required", ())

    def example(self, pointer: Pointer) -> object:
        """What the schema gives as an example of a value; three dots where it gives none in a line."""
        schema = schema_at(self.kind, pointer) or {}
        found = next(iter(schema.get("examples", ())), "…")
        return "…" if isinstance(found, dict | list) else found


def fields(kind: Kind, pointer: Pointer, allowed: dict[str, Schema]) -> Text:
    """The fields of an object with their titles: ``date（日期）、by（提出人身份）``."""
    titles = {name: load_vocabulary().field(kind, (*pointer, name)) for name in allowed}
    return listed(titles)


def listed(titles: dict[str, Text]) -> Text:
    """Words with their titles, joined."""
    return commas(
        Text(f"{name}（{title.zh}）", f"{name} ({title.en})") for name, title in titles.items()
    )


def _pointer(data: dict[str, Any], error: Any) -> Pointer:
    """Where an error is; of a field under ``false`` the authority names its parent only."""
    pointer: Pointer = tuple(error.absolute_path)
    if error.validator is not None:
        return pointer
    parent: Any = data
    for part in pointer:
        parent = parent[part]
    return (*pointer, next(key for key, value in parent.items() if value is error.instance))
