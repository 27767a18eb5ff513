"""Classes whose methods are written at their first use are those of the standard library."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from yizhan.model import frozen

T = TypeVar("T")
Decorator = Callable[..., Any]


def _classes(dataclass: Decorator) -> list[type[Any]]:
    """The same classes, made by one decorator: plain, derived, ordered, with methods of their own."""
    # Long, since each of them has to be made anew by either decorator.

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Base:
        """Has a default between two fields."""

        kind: ClassVar[str] = "base"

        name: str
        path: str = ""
        number: int | None

        def shown(self) -> str:
            return f"{self.kind} {self.name}"

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Derived(Base):
        """Changes a default and adds a field."""

        kind: ClassVar[str] = "derived"

        path: str = "here"
        many: tuple[int, ...] = ()
        table: dict[str, int] = dataclasses.field(default_factory=dict, compare=False)

        def __repr__(self) -> str:
            return f"<{self.name}>"

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        """Is compared."""

        first: int
        second: str = "b"

    @dataclass(frozen=True, slots=True)
    class Of(Generic[T]):
        """Knows of what it is."""

        value: T

    return [Base, Derived, Ordered, Of]


OURS, THEIRS = _classes(frozen.dataclass), _classes(dataclasses.dataclass)
CALLS: list[tuple[int, dict[str, Any]]] = [
    (0, {"name": "a", "number": 1}),
    (0, {"name": "a", "number": None, "path": "b"}),
    (0, {"number": 1}),
    (1, {"name": "a", "number": 1}),
    (1, {"name": "a", "number": 1, "many": (1, 2), "table": {"x": 1}}),
    (1, {"name": "a", "number": 1, "other": 2}),
    (2, {"first": 1}),
    (2, {"first": 1, "second": "a"}),
    (2, {"first": 0}),
    (3, {"value": "a"}),
]


def _outcome(work: Callable[[], object]) -> object:
    """What comes of it; of an exception its class and words, in which the class is named."""
    try:
        return work()
    except (TypeError, dataclasses.FrozenInstanceError) as error:
        return type(error), str(error)


def _told(classes: list[type[Any]]) -> list[object]:
    made = [
        (number, _outcome(lambda number=number, values=values: classes[number](**values)))
        for number, values in CALLS
    ]
    right = [value for _, value in made if dataclasses.is_dataclass(value)]
    return [
        [repr(value) for _, value in made],
        [[left == other for other in right] for left in right],
        [_outcome(lambda each=each: hash(each)) for each in right],
        [
            _outcome(lambda left=left, other=other: left < other)
            for left in right
            for other in right
        ],
        [dataclasses.asdict(each) for each in right],
        [repr(dataclasses.replace(each)) for each in right],
        [
            [(f.name, f.default, f.kw_only, f.compare) for f in dataclasses.fields(c)]
            for c in classes
        ],
        [c.__match_args__ for c in classes],
        [c.__slots__ for c in classes],
        [str(inspect.signature(c)) for c in classes],
        [c.__doc__ for c in classes],
        [_outcome(lambda each=each: setattr(each, "name", 1)) for each in right[:2]],
        [_outcome(lambda each=each: delattr(each, "name")) for each in right[:2]],
        [each.shown() for each in right[:2]],
        [hasattr(each, "__dict__") for each in right],
        [each.__getstate__() for each in right],
    ]


@pytest.mark.parametrize("number", range(16))
def test_a_class_does_what_one_of_the_standard_library_does(number: int) -> None:
    assert _told(OURS)[number] == _told(THEIRS)[number]


@pytest.mark.parametrize(
    "use",
    [
        dataclasses.fields,
        dataclasses.is_dataclass,
        lambda model: model.__match_args__,
        lambda model: hash(_unmade(model)),
        lambda model: repr(_unmade(model)),
        lambda model: _unmade(model) == _unmade(model),
        lambda model: _unmade(model) < _unmade(model),
    ],
)
def test_the_first_use_of_a_method_writes_them_all(use: Callable[[Any], object]) -> None:
    model = _classes(frozen.dataclass)[2]
    assert model in frozen._pending
    use(model)
    assert model not in frozen._pending
    assert model(first=1) == model(first=1, second="b")


def test_to_make_an_object_writes_nothing_but_what_makes_it() -> None:
    for number, values in ((0, {"name": "a", "number": 1}), (2, {"first": 1}), (3, {"value": 1})):
        model = _classes(frozen.dataclass)[number]
        first, second = model(**values), model(**values)
        assert model in frozen._pending
        assert first == second
        assert model not in frozen._pending


def test_a_class_derived_from_one_that_was_never_used_and_not_marked_itself() -> None:
    base = _classes(frozen.dataclass)[2]

    class Plain(base):  # type: ignore[misc, valid-type]
        """Is no dataclass of its own."""

    assert (Plain(1).first, Plain(1).second) == (1, "b")


def test_what_an_author_wants_done_afterwards_is_done() -> None:
    seen: list[int] = []

    @frozen.dataclass(frozen=True, slots=True)
    class Told:
        number: int

        def __post_init__(self) -> None:
            seen.append(self.number)

    assert Told(3) == Told(3)
    assert seen == [3, 3]


def test_a_method_that_was_held_before_still_does_it() -> None:
    model = _classes(frozen.dataclass)[2]
    made = _unmade(model)
    held = made.__repr__
    assert held() == held() == repr(made)
    model = _classes(frozen.dataclass)[2]
    held = model.__init__
    made = model(first=1)
    held(made, first=2)
    assert made.first == 2


def test_threads_that_come_at_once_find_the_methods_whole() -> None:
    for _ in range(20):
        model = _classes(frozen.dataclass)[2]
        with ThreadPoolExecutor(8) as pool:
            made = list(pool.map(lambda number, model=model: model(first=number), range(8)))
            told = list(pool.map(repr, made))
        assert len(set(told)) == 8


def _unmade(model: type[Any]) -> Any:
    """An object as ``loading.parse`` makes it: without ``__init__``."""
    made = model.__new__(model)
    for name, value in (("first", 1), ("second", "a")):
        getattr(model, name).__set__(made, value)
    return made


def test_defaults_are_known_without_writing_anything() -> None:
    derived = _classes(frozen.dataclass)[1]
    found = frozen.defaults_of(derived)
    assert found is not None
    expected = {each.name: each.default for each in dataclasses.fields(THEIRS[1])}
    del expected["table"]
    assert {name: found[name] for name in expected} == expected
    assert list(found) == [*expected, "table"]
    assert derived in frozen._pending
    assert frozen.defaults_of(THEIRS[1]) is None


def test_a_class_of_another_sort_is_refused() -> None:
    with pytest.raises(TypeError):
        frozen.dataclass(frozen=False, slots=True)


def test_an_object_goes_through_pickle() -> None:
    from yizhan.model.record import Source

    source = Source(title="题", url="https://example.org")
    assert pickle.loads(pickle.dumps(source)) == source
