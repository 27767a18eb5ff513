"""What a record acknowledges as irregular: where such a list may be, and what it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from yizhan.checks import with_codes
from yizhan.checks.shared.check import Check, Context, Problem
from yizhan.checks.shared.last import OfLast
from yizhan.loading.late_entries import may_be_moved
from yizhan.loading.presets import load_law_tables, load_presets
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.archive import Archive
from yizhan.model.fields import Field, fields_of, is_model, leaves
from yizhan.model.finding import Level, Pointer
from yizhan.model.record import Irregularity, Record
from yizhan.model.text import Text
from yizhan.wording.numerals import written

FIELD = "irregular"
"""The list's name, wherever one may be."""


class Acknowledged(NamedTuple):
    """One acknowledgment.

    Attributes:
        owner: what it is written in: the record, a log entry, a decision.
        position: in the list, from 0.
    """

    owner: Pointer
    position: int
    said: Irregularity

    def pointer(self, *fields: str) -> Pointer:
        """Where it is in the file, or one of its fields."""
        return (*self.owner, FIELD, self.position, *fields)


def _acknowledgments(record: Record) -> tuple[Acknowledged, ...]:
    found: list[Acknowledged] = []
    for pointer, said, _ in leaves(record, _is_irregularity):
        *owner, _, position = pointer
        assert isinstance(position, int)
        found.append(Acknowledged(tuple(owner), position, said))
    return tuple(found)


def _is_irregularity(field: Field) -> bool:
    return field.type is Irregularity


acknowledgments = OfLast(_acknowledgments)
"""Every acknowledgment of a record."""


def holder_of(record: Record, pointer: Pointer) -> Pointer:
    """The smallest thing around a value that can acknowledge something; the record at last."""
    return max(_holders(record, pointer), key=len)


def _holders(record: Record, pointer: Pointer) -> Iterator[Pointer]:
    """What can acknowledge something on the way to a value, which need not be there."""
    value: Any = record
    for length, part in enumerate(pointer):
        if FIELD in _fields(value):
            yield pointer[:length]
        if isinstance(part, int) and isinstance(value, tuple) and part < len(value):
            value = value[part]
        elif isinstance(part, str) and part in _fields(value):
            value = getattr(value, _fields(value)[part])
        else:
            return
    if FIELD in _fields(value):
        yield pointer


def _fields(value: Any) -> dict[str, str]:
    """Key in the file → attribute, of a dataclass of the model."""
    model: Any = type(value)
    return {each.key: each.name for each in fields_of(model)} if is_model(model) else {}


def item_at(record: Record, pointer: Pointer) -> Any:
    """The value at a pointer that ``holder_of`` gave."""
    value: Any = record
    for part in pointer:
        value = value[part] if isinstance(part, int) else getattr(value, _fields(value)[part])
    return value


_WHOLE = Text("记录的最外层", "the record itself")
NUMBERED = Text("{field}第 {number} 条", "{field}, item {number}")
_NAMED = Text("{field}第 {number} 条（{name}）", "{field}, item {number} ({name})")
_KEYED = Text("{field}里的 {name} 这一条", "{field}, item {name}")
_QUOTED = Text("“{title}”", "“{title}”")
INSIDE = Text("{outer}的{inner}", "{outer}: {inner}")


def place_named(record: Record, place: Pointer) -> Text:
    """What a clerk calls a place: the fields and the numbers of its items, with key or title.

    A number is that of the file: where items may stand elsewhere in it, the key alone is said.

    Args:
        record: where it is.
        place: as ``holder_of`` gives it.
    """
    named: Text | None = None
    moved = bool(record.corrections) or may_be_moved(record)
    for end, part in enumerate(place, start=1):
        if not isinstance(part, int):
            continue
        field = load_vocabulary().field(record.kind, place[: end - 1])
        name = _name(item_at(record, place[:end]))
        form = NUMBERED if name is None else _KEYED if moved else _NAMED
        inner = form.format(field=field, number=part + 1, name=name)
        named = inner if named is None else INSIDE.format(outer=named, inner=inner)
    return named or _WHOLE


def _name(item: Any) -> Text | None:
    """The key that somebody gave an item, or its title in quotes; None where it has neither."""
    key = getattr(item, "key", None)
    title = getattr(item, "title", None) or getattr(item, "text", None)
    if key is not None:
        return Text(key, key)
    return None if title is None else _QUOTED.format(title=title.rstrip("。"))


def said_twice(record: Record) -> Iterator[Acknowledged]:
    """Yield every acknowledgment that says what one before it at the same place says: code and article."""
    seen: set[tuple[Pointer, str, str | None]] = set()
    for each in acknowledgments(record):
        key = (each.owner, each.said.code, each.said.article)
        if key in seen:
            yield each
        seen.add(key)


class Covering(NamedTuple):
    """What acknowledges the problems of one code in one record.

    Attributes:
        by: for each problem, in order, the acknowledgment; None where there is none.
        misplaced: those that cover from further out than where they belong, with that place.
        wrong: those whose article is not the one, with the articles that it would have to be.
        stale: those for which there is nothing to acknowledge.
        left: the places of the problems that nobody acknowledges.
        compared: those that name an article which the check cites itself.
    """

    by: tuple[Acknowledged | None, ...]
    misplaced: tuple[tuple[Acknowledged, Pointer], ...]
    wrong: tuple[tuple[Acknowledged, tuple[str, ...]], ...]
    stale: tuple[Acknowledged, ...]
    left: tuple[Pointer, ...] = ()
    compared: tuple[Acknowledged, ...] = ()


def covering(record: Record, code: str, problems: Sequence[Problem]) -> Covering:
    """Which of a code's problems a record acknowledges, and what of its acknowledgments is amiss.

    An acknowledgment at the problem's own place covers those whose article it names; where it names
    none of theirs, all, so that one mistake is told once. One further out covers what nobody at the
    place itself acknowledges, unless it has problems of its own there.
    """
    given = [each for each in acknowledgments(record) if each.said.code == code]
    if not given:
        return Covering((None,) * len(problems), (), (), ())
    places = [holder_of(record, problem.act or problem.pointer) for problem in problems]
    by, compared, left = _at_their_place(given, places, problems, code)
    wrong: list[tuple[Acknowledged, tuple[str, ...]]] = []
    misplaced: list[tuple[Acknowledged, Pointer]] = []
    stale: list[Acknowledged] = []
    for each in left:
        own = [n for n, place in enumerate(places) if place == each.owner and by[n] is None]
        below = [] if each.owner in places else _below(each, places, by)
        if own:
            articles = (article for n in own for article in problems[n].articles)
            wrong.append((each, tuple(dict.fromkeys(articles))))
        elif below:
            misplaced.append((each, places[below[0]]))
        else:
            stale.append(each)
        for n in own or below:
            by[n] = each
    elsewhere = dict.fromkeys(place for n, place in enumerate(places) if by[n] is None)
    return Covering(
        tuple(by),
        tuple(misplaced),
        tuple(wrong),
        tuple(stale),
        tuple(elsewhere),
        tuple(compared),
    )


def _at_their_place(
    given: Sequence[Acknowledged], places: Sequence[Pointer], problems: Sequence[Problem], code: str
) -> tuple[list[Acknowledged | None], list[Acknowledged], list[Acknowledged]]:
    """What each problem's own place acknowledges; those compared with an article; those that fit none."""
    by: list[Acknowledged | None] = [None] * len(problems)
    left: list[Acknowledged] = []
    compared: list[Acknowledged] = []
    for each in given:
        fitting = [
            n
            for n, place in enumerate(places)
            if place == each.owner and by[n] is None
            if names(each.said.article, problems[n].articles, code)
        ]
        for n in fitting:
            by[n] = each
        left += [] if fitting else [each]
        compared += [each] if any(problems[n].articles for n in fitting) else []
    return by, compared, left


def _below(
    each: Acknowledged, places: Sequence[Pointer], by: Sequence[Acknowledged | None]
) -> list[int]:
    length = len(each.owner)
    return [
        n
        for n, place in enumerate(places)
        if by[n] is None and len(place) > length and place[:length] == each.owner
    ]


def _coverings(
    record: Record, archive: Archive, context: Context
) -> tuple[tuple[str, Check | None, Covering], ...]:
    found: list[tuple[str, Check | None, Covering]] = []
    for code in dict.fromkeys(each.said.code for each in acknowledgments(record)):
        check = (with_codes((code,)) or (None,))[0]
        problems: list[Problem] = []
        if check is not None and check.level is Level.IRREGULAR and record.kind in check.kinds:
            every = check.run(record, archive, context)
            problems = [problem for problem in every if problem.record is record]
        found.append((code, check, covering(record, code, problems)))
    return tuple(found)


coverings = OfLast(_coverings)
"""For each code that a record acknowledges: its check, where there is one, and what it covers.

A check is run a second time for it; few records acknowledge anything.
"""


def stale(
    record: Record, archive: Archive, context: Context
) -> Iterator[tuple[str, Acknowledged, tuple[Pointer, ...]]]:
    """Yield every acknowledgment that nothing backs: its code, itself, the places where that is found.

    One that R002 refuses is none; of a past day, what it acknowledges may not have happened yet.
    """
    twice = frozenset(said_twice(record))
    for code, check, found in coverings(record, archive, context):
        if check is None or check.level is not Level.IRREGULAR or record.kind not in check.kinds:
            continue
        for each in found.stale:
            if each in twice:
                continue  # R007 says that it is there once more
            if not each.said.date.surely_after(context.day_of(record)):
                yield code, each, found.left


_VERSION = re.compile(r"（\d{4}年[^（）]{2,4}）")
_NOT_READ = str.maketrans("", "", "《》〈〉“”\"' \u3000")


def names(article: str | None, cited: Sequence[str], code: str) -> bool:
    """Whether an acknowledgment names one of the articles that a problem cites.

    Title marks, 中华人民共和国, Arabic numerals and a version left out do not count. Paragraph and item may be left out. A
    paragraph may be added where the laws article by article (``presets/law/articles/``) say that the check
    judges that paragraph: 村民委员会组织法第三十条第二款 is 《中华人民共和国村民委员会组织法》（2025年修正）
    第三十条, of which the first paragraph asks something else, and which has no third.

    Args:
        article: as it is acknowledged.
        cited: by the problem.
        code: of the problem's check.
    """
    if not cited:
        return True
    return article is not None and any(_same(article, each, code) for each in cited)


def _same(said: str, cited: str, code: str) -> bool:
    versions = [_VERSION.findall(each) for each in (said, cited)]
    if versions[0] and versions[0] != versions[1]:
        return False
    one, other = (_plain(each) for each in (said, cited))
    if _ends_before(one, other):
        return True
    added = _ends_before(other, one)
    return one == other or (added and (*versions[1], one, code) in judged_paragraphs())


def _ends_before(shorter: str, longer: str) -> bool:
    """Whether one of two articles is the other without its last paragraph or item."""
    rest = longer.removeprefix(shorter)
    return rest != longer and shorter.endswith(("条", "款")) and rest.startswith("第")


@cache
def judged_paragraphs() -> frozenset[tuple[str, ...]]:
    """Version, article and code of everything that the laws article by article say is judged.

    Read only once an acknowledgment adds a paragraph to what its check cites.
    """
    titles = {law.key: law.title.zh for law in load_presets().organic.laws}
    tables, _ = load_law_tables()
    return frozenset(
        (*_VERSION.findall(titles[table.law]), _plain(titles[table.law] + each.article), code)
        for table in tables
        for each in table.table
        for code in each.judged_by
    )


def _plain(text: str) -> str:
    return _VERSION.sub("", written(text)).translate(_NOT_READ).replace("中华人民共和国", "")
