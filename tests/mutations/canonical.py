"""Records as plain data, as canonical YAML, and the lines on which each value of it stands.

A mutation changes data, never text: what was changed is then written in one form, and its lines are
looked up in what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

Path = tuple[str | int, ...]
"""The way from a record's root to a value: keys and list positions (from 0)."""

_BOOL = re.compile(r"^(?:true|false)$")
_INT = re.compile(r"^-?[0-9]+$")
_FLOAT = re.compile(r"^-?[0-9]+\.[0-9]+$")
_NULL = re.compile(r"^(?:null|~|)$")
_LIKE_OTHERS = re.compile(
    r"^(?:[0-9]{2}:[0-9]{2}|[yYnN]|[yY]es|[nN]o|[oO]n|[oO]ff|True|False|Null)$"
)


class _Loader(yaml.CSafeLoader):
    """Dates and times stay text."""


class _Dumper(yaml.CSafeDumper):
    """Text that another reader takes for something else stands in quotes."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


for _form in (_Loader, _Dumper):
    _form.yaml_implicit_resolvers = {}
    _form.add_implicit_resolver("tag:yaml.org,2002:bool", _BOOL, list("tf"))
    _form.add_implicit_resolver("tag:yaml.org,2002:int", _INT, list("-0123456789"))
    _form.add_implicit_resolver("tag:yaml.org,2002:float", _FLOAT, list("-0123456789"))
    _form.add_implicit_resolver("tag:yaml.org,2002:null", _NULL, ["n", "~", ""])
_Dumper.add_implicit_resolver("tag:like-others", _LIKE_OTHERS, None)


def _text(dumper: _Dumper, value: str) -> yaml.Node:
    style = "|" if "\n" in value.strip("\n") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def read(text: str) -> dict[str, Any]:
    """What a record's file holds; dates as text."""
    data: dict[str, Any] = yaml.load(text, Loader=_Loader)
    return data


def write(data: Any) -> str:
    """The one form in which the catalogue writes records."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)
    return text


class Lines:
    """Where the values of a file stand.

    Args:
        text: as ``write`` gives it.
    """

    def __init__(self, text: str) -> None:
        self._spans: dict[Path, tuple[int, int]] = {}
        root = yaml.compose(text, Loader=_Loader)
        if root is not None:
            self._note(root, (), 1)

    def _note(self, node: yaml.Node, at: Path, first: int) -> None:
        last = node.end_mark.line + (1 if node.end_mark.column else 0)
        self._spans[at] = (first, max(first, last))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._note(value, (*at, key.value), key.start_mark.line + 1)
        elif isinstance(node, yaml.SequenceNode):
            for position, value in enumerate(node.value):
                self._note(value, (*at, position), value.start_mark.line + 1)

    def first(self, at: Path) -> int:
        """The line of a value's key, or that of the nearest thing around it that is there."""
        while at not in self._spans:
            at = at[:-1]
        return self._spans[at][0]

    def all(self, at: Path) -> set[int]:
        """Every line of a value, or the first line of the nearest thing around it."""
        if at not in self._spans:
            return {self.first(at)}
        first, last = self._spans[at]
        return set(range(first, last + 1))


def walk(data: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value of a record and the way to it, from the outside in."""
    yield at, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from walk(value, (*at, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from walk(value, (*at, position))


def follow(data: Any, at: Path) -> Any:
    """The value at the end of a way.

    Raises:
        LookupError: there is none.
    """
    for step in at:
        data = data[step]
    return data
