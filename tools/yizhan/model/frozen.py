"""``@dataclass(frozen=True, slots=True)`` whose methods are written when one of them is first used.

The standard library writes and compiles six methods for each class when it is defined: some 0.4 ms
a class, and a check of one changed file defines 130 of them. Hardly any is ever called: records are
built by ``loading.parse`` without ``__init__``, and few are compared. Here a definition costs a
class with slots and a stand-in for each method; the first use of one has the standard library do
its work on the class as it was written, and takes over what it wrote. ``__init__`` alone, which is
used most, is written here: it sets the slots directly, in half of the time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from threading import RLock
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, **settings: bool) -> Any:
        """As in the standard library; both words are written out so that a reader sees them."""
        if not (frozen and slots):
            raise TypeError("any other class is for the standard library")
        return lambda written: _with_stand_ins(written, settings)


__all__ = ["dataclass", "defaults_of"]

_pending: dict[type[Any], tuple[type[Any], dict[str, Any]]] = {}
"""Class whose methods are not written yet → the class as it was written, and the settings."""

_lock = RLock()

_defaults: dict[type[Any], dict[str, Any]] = {}


def defaults_of(model: type[Any]) -> Mapping[str, Any] | None:
    """The names of a class's fields in their order, each with its default or ``MISSING``.

    Asking here, and not ``dataclasses.fields``, leaves the methods unwritten.

    Returns:
        None for a class that is no dataclass of this module.
    """
    return _defaults.get(model)


def _with_stand_ins(written: type[Any], settings: dict[str, Any]) -> type[Any]:
    """The class with slots, without defaults (they would be in the way), with stand-ins."""
    body = dict(vars(written))
    own = {
        name: body.pop(name, dataclasses.MISSING)
        for name, hint in body.get("__annotations__", {}).items()
        if not hint.startswith("ClassVar")
    }
    inherited: dict[str, Any] = {}
    for base in reversed(written.__mro__[1:]):
        inherited.update(_defaults.get(base, {}))
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    weakly = ("__weakref__",) if settings.pop("weakref_slot", False) else ()
    body["__slots__"] = (*(name for name in own if name not in inherited), *weakly)
    for name, stand_in in _STAND_INS.items():
        if name not in _ORDER or settings.get("order"):
            body.setdefault(name, stand_in)
    metaclass: Any = type(written)
    made: type[Any] = metaclass(written.__name__, written.__bases__, body)
    made.__qualname__ = written.__qualname__
    _pending[made] = (written, settings)
    _defaults[made] = {**inherited, **own}
    return made


def _complete(model: type[Any]) -> None:
    """Have the methods written for a class, or for the one among its bases that lacks them."""
    with _lock:
        lacking = next((each for each in model.__mro__ if each in _pending), None)
        if lacking is None:  # by now: another thread did it, or an old method was held
            return
        written, settings = _pending[lacking]
        done = vars(dataclasses.dataclass(frozen=True, **settings)(written))
        for name in _WRITTEN:
            if name in done and vars(lacking).get(name) is _STAND_INS[name]:
                setattr(lacking, name, done[name])
        del _pending[lacking]


def _init_of(model: type[Any], *, kw_only: bool) -> Any:
    """``__init__`` as the standard library would write it; None where the fields are no plain ones."""
    fields = _defaults[model]
    special = any(isinstance(default, dataclasses.Field) for default in fields.values())
    if special or hasattr(model, "__post_init__"):
        return None
    names: dict[str, Any] = {}
    heads = ["self", "*"] if kw_only else ["self"]
    lines = []
    for number, (name, default) in enumerate(fields.items()):
        names[f"set{number}"] = getattr(model, name).__set__
        names[f"default{number}"] = default
        heads.append(name if default is dataclasses.MISSING else f"{name}=default{number}")
        lines.append(f"    set{number}(self, {name})")
    code = f"def __init__({', '.join(heads)}):\n" + "\n".join(lines or ["    pass"])
    exec(code, names)  # noqa: S102  # made of the model's own field names, of no input
    init = names["__init__"]
    init.__qualname__ = f"{model.__qualname__}.__init__"
    init.__module__ = model.__module__
    hints = {name: hint for base in reversed(model.__mro__) for name, hint in _hints(base).items()}
    init.__annotations__ = {**{name: hints[name] for name in fields}, "return": None}
    return init


def _hints(model: type[Any]) -> dict[str, Any]:
    hints: dict[str, Any] = vars(model).get("__annotations__", {})
    return hints


def _init(self: Any, *arguments: Any, **named: Any) -> None:
    """Stand in for ``__init__``."""
    with _lock:
        classes = type(self).__mro__
        model = next((each for each in classes if vars(each).get("__init__") is _init), None)
        if model is not None:  # otherwise another thread did it by now
            init = _init_of(model, kw_only=_pending[model][1].get("kw_only", False))
            if init is None:
                _complete(model)
            else:
                setattr(model, "__init__", init)  # noqa: B010  # not of an object, says mypy
    self.__init__(*arguments, **named)


class _Attribute:
    """Something about the class itself, such as its fields: asking for it completes the class."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, _instance: object, model: type[Any]) -> Any:
        _complete(model)
        return getattr(model, self._name)


def _method(name: str) -> Any:
    def stand_in(self: Any, *arguments: Any, **named: Any) -> Any:
        _complete(type(self))
        return getattr(self, name)(*arguments, **named)

    return stand_in


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in _defaults[type(self)]]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(_defaults[type(self)], state, strict=True):
        object.__setattr__(self, name, value)


_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")
_METHODS = ("__init__", "__repr__", "__eq__", "__hash__", *_ORDER)
_OF_THE_CLASS = ("__dataclass_fields__", "__dataclass_params__", "__match_args__")
_WRITTEN = (*_METHODS, *_OF_THE_CLASS)
_STAND_INS: dict[str, Any] = {
    **{name: _method(name) for name in _METHODS},
    "__init__": _init,
    **{name: _Attribute(name) for name in _OF_THE_CLASS},
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}
