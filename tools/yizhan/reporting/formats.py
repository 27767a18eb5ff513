"""The forms in which something can be written: a module each, found by being there.

A module of ``findings/``, ``figures/`` or ``month/`` that holds ``FORMAT`` is a form; its file's
name is the word on the command line. Choices, help and use follow from it: there is no list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Generic, TypeVar

from yizhan.model.frozen import dataclass
from yizhan.model.text import Lang, Text

T = TypeVar("T")

TO_READ = Text("看屏幕用", "to read")
FOR_PROGRAMS = Text("程序用", "for programs")


@dataclass(frozen=True, slots=True)
class Summary(Generic[T]):
    """A second, shorter text that a service takes from a file.

    Attributes:
        variable: the environment variable that names the file, to whose end it is written.
        write: writes it.
    """

    variable: str
    write: Callable[[T, Lang], str]


@dataclass(frozen=True, slots=True)
class Format(Generic[T]):
    """One form of writing.

    Attributes:
        purpose: for whom it is, in a few words, for the help of the command.
        write: writes it; the text ends with a line end.
        coloured: writes the same for a terminal with colours, where that differs.
        summary: what is written besides, where a service asks for it.
    """

    purpose: Text
    write: Callable[[T, Lang], str]
    coloured: Callable[[T, Lang], str] | None = None
    summary: Summary[T] | None = None


def formats_in(package: ModuleType) -> Mapping[str, Format[Any]]:
    """The forms that a package holds, by name."""
    found: dict[str, Format[Any]] = {}
    for module in iter_modules(package.__path__):
        form = getattr(import_module(f"{package.__name__}.{module.name}"), "FORMAT", None)
        if form is not None:
            found[module.name] = form
    return found
