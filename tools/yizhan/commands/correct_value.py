"""What is asked for the new value of something that is corrected: as its field is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from yizhan.commands.interview import answers, dates, search
from yizhan.commands.interview.question import Choice, Question, UnclearError
from yizhan.commands.interview.session import Session
from yizhan.loading.corrections import FIELD, Place
from yizhan.loading.schema_errors import Draft, SchemaError
from yizhan.loading.schema_values import not_a_word, wrong_pattern, wrong_type
from yizhan.loading.schemas import Schema, bundle, load_vocabulary, schema_at
from yizhan.loading.strict_yaml import read
from yizhan.loading.typed_numbers import NumberForm, read_number
from yizhan.loading.typed_words import likely_word
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import KINDS
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

ANNULLED: Any = object()
"""The answer that annuls the thing."""

_WORDS = frozenset({"作废", "annul"})
_HINT = Text(
    "现在怎么算？这一处根本不该有，就写“作废”。",
    "What holds now? Write “annul” where it should not be there at all.",
)
_NEEDED = Text(
    "“{title}”是一定要写的，不能作废；请写改成什么。整条都不该有的，改为作废那一条。",
    "“{title}” is needed and cannot be annulled: write what holds now. If the whole item should not be there, annul that.",
)
_YES = frozenset({"true", "yes", "是", "有"})
_NO = frozenset({"false", "no", "否", "不是", "没有"})
_YES_NO = Text("写 true 或者 false。", "Write true or false.")
_NOT_PLAIN = Text(
    "“{typed}”读不出来；这一处有几栏，写成 {{栏目: 内容, 栏目: 内容}}。",
    "“{typed}” cannot be read; this has several fields: write {{field: value, field: value}}.",
)
_SAYS = Text("{message}{fix}", "{message} {fix}")
_NO_NUMBER = Text(
    "“{typed}”不是数；例如写 12.5。", "“{typed}” is no number; write one such as 12.5."
)


def value_question(session: Session, draft: Draft, place: Place) -> Question:
    """Ask what holds now.

    Args:
        session: for the records that may be named.
        draft: of the record, as its file holds it.
        place: what is corrected.
    """
    kind = draft.kind
    schema = schema_at(kind, place.pointer) or {}
    title = None if _may_go(kind, place) else load_vocabulary().field(kind, place.pointer)
    listed = load_vocabulary().choices(kind, place.pointer)
    return Question(
        name="value",
        text=load_vocabulary().field(kind, (FIELD, 0, "value")),
        hint=_HINT,
        read=_OrAnnulled(_AsChecked(_reader(session, kind, place, schema), draft, place), title),
        choices=tuple(Choice(code, title) for code, title in listed.items()),
    )


@dataclass(frozen=True, slots=True)
class _OrAnnulled:
    """Reads a new value, or the word that annuls the thing.

    Attributes:
        read: what reads the value.
        needed: the title of a field that a record cannot do without; None where it can go.
    """

    read: Callable[[str], Any]
    needed: Text | None

    def __call__(self, typed: str) -> Any:
        return self._taken(typed, self.read)

    def exactly(self, typed: str) -> Any:
        """As where nobody sees what was understood."""
        return self._taken(typed, getattr(self.read, "exactly", self.read))

    def _taken(self, typed: str, read_value: Callable[[str], Any]) -> Any:
        if typed.strip() not in _WORDS:
            return read_value(typed)
        if self.needed is not None:
            raise UnclearError(_NEEDED.format(title=self.needed))
        return ANNULLED


@dataclass(frozen=True, slots=True)
class _AsChecked:
    """Reads a new value, and says of one that cannot be taken what the checks say of it in a file.

    Attributes:
        read: what reads the value.
        draft: of the record.
        place: what is corrected.
    """

    read: Callable[[str], Any]
    draft: Draft
    place: Place

    def __call__(self, typed: str) -> Any:
        try:
            return self.read(typed)
        except UnclearError:
            self._refuse(typed)
            raise

    def exactly(self, typed: str) -> Any:
        """As where nobody sees what was understood."""
        try:
            return getattr(self.read, "exactly", self.read)(typed)
        except UnclearError:
            self._refuse(typed)
            raise

    def _refuse(self, typed: str) -> None:
        """Say what the checks would of the value; nothing where that is the same for any."""
        schema = schema_at(self.draft.kind, self.place.pointer) or {}
        keyword = _keyword(schema, typed)
        if keyword is None:
            return
        wanted = schema.get("type") if keyword == "type" else schema.get(keyword)
        error = SchemaError(keyword, wanted, self.place.pointer, typed, schema)
        with suppress(KeyError, IndexError, TypeError):  # where the place is not there yet
            wrong = next(_SAID[keyword](self.draft, error))
            raise UnclearError(_SAYS.format(message=wrong.message, fix=wrong.fix))


_SAID = {"oneOf": not_a_word, "pattern": wrong_pattern, "type": wrong_type}


def _keyword(schema: Schema, typed: str) -> str | None:
    """What of a schema refuses a value, of which the checks know what was meant; else None."""
    if "x-ref" in schema or schema.get("type") == ["string", "integer"]:
        return None
    if "oneOf" in schema:
        return "oneOf" if likely_word(typed, _words(schema)) is not None else None
    if schema.get("type") in ("integer", "number"):
        found = read_number(typed)
        told = found.number is not None or found.form is NumberForm.SEVERAL
        return "type" if told else None
    pattern = schema.get("pattern")
    return "pattern" if pattern is not None and re.search(pattern, typed) is None else None


def _words(schema: Schema) -> dict[str, Text]:
    return {each["const"]: Text(each["title"], each["x-en"]["title"]) for each in schema["oneOf"]}


def _may_go(kind: Kind, place: Place) -> bool:
    """Whether a record can do without something: an item of a list, or a field that is not required."""
    name = place.pointer[-1]
    parent = schema_at(kind, place.pointer[:-1]) if len(place.pointer) > 1 else bundle(kind)
    return isinstance(name, int) or name not in (parent or {}).get("required", ())


def _reader(session: Session, kind: Kind, place: Place, schema: Schema) -> Callable[[str], Any]:
    """What reads the value of a field, by what its schema asks."""
    choices = load_vocabulary().choices(kind, place.pointer)
    if choices:
        words = tuple(Choice(code, title) for code, title in choices.items())
        return search.reader(words, listed=True)
    if "x-ref" in schema:
        return search.reader(_records(session, schema["x-ref"]), elsewhere=session.elsewhere)
    if schema.get("type") == ["string", "integer"]:
        return dates.reader(session.as_of, dates.Span())
    readers: dict[Any, Callable[[str], Any]] = {
        "integer": answers.number_reader(int(schema.get("minimum", 0))),
        "number": _number,
        "boolean": _boolean,
        "string": answers.reader(kind, place.pointer),
    }
    return readers.get(schema.get("type"), _several)


def _records(session: Session, kinds: list[str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(each.id, Text(each.title, each.title))
        for kind in kinds
        for each in session.archive.of(KINDS[Kind(kind)].model)
    )


def _number(typed: str) -> float:
    if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", typed.strip()) is None:
        raise UnclearError(_NO_NUMBER.format(typed=typed))
    return float(typed)


def _boolean(typed: str) -> bool:
    word = typed.strip().casefold()
    if word not in _YES | _NO:
        raise UnclearError(_YES_NO)
    return word in _YES


def _several(typed: str) -> Any:
    """Several fields, or a list: as in a file, on one line."""
    data = read(f"value: {typed}\n".encode()).data
    if data is None or not isinstance(data["value"], dict | list):
        raise UnclearError(_NOT_PLAIN.format(typed=typed))
    return data["value"]
