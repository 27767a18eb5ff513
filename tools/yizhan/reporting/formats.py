"""The forms in which something can be written: a module each, found by being there.

A module of ``findings/``, ``figures/`` or ``month/`` that holds ``FORMAT`` is a form; its file's
name is the word on the command line. Choices, help and use follow from it: there is no list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Generic, TypeVar, cast

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
        summary: what is written in addition, where a service asks for it.
    """

    purpose: Text
    write: Callable[[T, Lang], str]
    coloured: Callable[[T, Lang], str] | None = None
    summary: Summary[T] | None = None


def formats_in(package: ModuleType) -> Mapping[str, Format[Any]]:
    """The forms that a package holds, by name; one that is asked for is imported without the rest."""
    return _Forms(package)


class _Forms(Mapping[str, Format[Any]]):
    def __init__(self, package: ModuleType) -> None:
        self._package = package
        self._names = [module.name for module in iter_modules(package.__path__)]

    def __getitem__(self, name: str) -> Format[Any]:
        if name not in self._names:
            raise KeyError(name)
        form = getattr(import_module(f"{self._package.__name__}.{name}"), "FORMAT", None)
        if form is None:
            raise KeyError(name)
        return cast("Format[Any]", form)

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
