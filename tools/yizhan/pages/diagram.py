"""A procedure's stages as a drawing: boxes from top to bottom, steps as arrows, all from the data.

A step to the next stage is a straight arrow. Others leave their box at a side, to the right when
they lead down and to the left when they lead back up, run along a lane of their own and come in at
the same side; steps with the same ends share a lane. What leaves a stage where it is stands in
its box. The layout is a function of the data alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from yizhan.model.procedure import Procedure, Stage, Step
from yizhan.model.vocabulary import Family

WIDTH = 390
"""Units of the drawing; on a phone of 390 px a unit is about a pixel."""
_LEFT, _RIGHT = 122, 250
"""The boxes' edges."""
_TEXT = 13
_LINE = 17
_PORT = 12
_CHARS = 7
"""Characters of a label beside a box in one line."""
_GAP_CHARS = 11
_BOX_CHARS = 8
_LANE = 9
_EDGE = 6


class Label(NamedTuple):
    """Words at a point; ``anchor`` as in SVG."""

    x: int
    y: int
    text: str
    anchor: str


class Box(NamedTuple):
    """A stage."""

    x: int
    y: int
    width: int
    height: int
    family: Family
    title: tuple[Label, ...]
    inside: tuple[Label, ...]


class Arrow(NamedTuple):
    """A line with a head at its end, and the words beside it."""

    path: str
    head: str
    labels: tuple[Label, ...]


class Drawing(NamedTuple):
    """Everything that the template draws."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


@dataclass(slots=True)
class _Trunk:
    """Steps with the same sources and target, on one side."""

    sources: tuple[int, ...]
    target: int
    right: bool
    titles: list[str] = field(default_factory=list)
    lane: int = 0

    @property
    def span(self) -> tuple[int, int]:
        ends = (*self.sources, self.target)
        return min(ends), max(ends)


def draw(procedure: Procedure) -> Drawing:
    """Lay a procedure out."""
    stages = procedure.stages
    place = {stage.key: number for number, stage in enumerate(stages)}
    inside: dict[int, list[str]] = {}
    straight: dict[int, list[str]] = {}
    trunks: dict[tuple[tuple[int, ...], int, bool], _Trunk] = {}
    for step in procedure.steps:
        _sort(step, place, inside, straight, trunks)
    _lanes(trunks.values())
    return _lay_out(stages, inside, straight, sorted(trunks.values(), key=_order))


def _order(trunk: _Trunk) -> tuple[bool, int, int, tuple[int, ...]]:
    return (trunk.right, trunk.lane, trunk.target, trunk.sources)


def _sort(
    step: Step,
    place: dict[str, int],
    inside: dict[int, list[str]],
    straight: dict[int, list[str]],
    trunks: dict[tuple[tuple[int, ...], int, bool], _Trunk],
) -> None:
    """Tell how each start of a step is drawn."""
    target = place.get(step.to) if step.to is not None else None
    aside: dict[bool, list[int]] = {True: [], False: []}
    for key in step.from_:
        source = place.get(key)
        if source is None:
            continue
        if target is None or target == source:
            inside.setdefault(source, []).append(step.title)
        elif target == source + 1:
            straight.setdefault(source, []).append(step.title)
        else:
            aside[target > source].append(source)
    for right, sources in aside.items():
        if sources and target is not None:
            key_of_trunk = (tuple(sorted(sources)), target, right)
            trunk = trunks.setdefault(key_of_trunk, _Trunk(*key_of_trunk))
            trunk.titles.append(step.title)


def _lanes(trunks: Iterable[_Trunk]) -> None:
    """Give every trunk a lane: short ones inside, no two on one lane where they overlap."""
    taken: dict[bool, list[list[tuple[int, int]]]] = {True: [], False: []}
    short_first = sorted(trunks, key=lambda each: (each.span[1] - each.span[0], each.target))
    for trunk in short_first:
        low, high = trunk.span
        lanes = taken[trunk.right]
        for number, spans in enumerate(lanes):
            if all(high < other[0] or low > other[1] for other in spans):
                trunk.lane = number
                spans.append((low, high))
                break
        else:
            trunk.lane = len(lanes)
            lanes.append([(low, high)])


class _Port(NamedTuple):
    """Where a trunk leaves or enters a box: its place on the box's side from the top."""

    trunk: _Trunk
    out: bool
    y: int


def _lay_out(
    stages: Sequence[Stage],
    inside: dict[int, list[str]],
    straight: dict[int, list[str]],
    trunks: Sequence[_Trunk],
) -> Drawing:
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    ports: dict[tuple[int, bool], list[_Port]] = {}
    y = _EDGE
    for number, stage in enumerate(stages):
        sides = [_ports(trunks, number, right=right, top=y) for right in (False, True)]
        box = _box(stage, inside.get(number, []), y, max(end for _side, end in sides) - y)
        for right, (side, _end) in zip((False, True), sides, strict=True):
            ports[number, right] = side
        boxes.append(box)
        y = box.y + box.height
        if number < len(stages) - 1:
            titles = straight.get(number, [])
            y, arrow = _down(y, titles)
            if arrow is not None:
                arrows.append(arrow)
    for trunk in trunks:
        arrows += _aside(trunk, ports)
    return Drawing(WIDTH, y + _EDGE, tuple(boxes), tuple(arrows))


def _ports(
    trunks: Sequence[_Trunk], number: int, *, right: bool, top: int
) -> tuple[list[_Port], int]:
    """The ports on one side of a box, arrivals from above first, and where they end."""
    found: list[_Port] = []
    y = top + 4
    for trunk in trunks:
        if trunk.right is right and trunk.target == number and right:
            found.append(_Port(trunk, out=False, y=y + _PORT))
            y += _PORT + 6
    for trunk in trunks:
        if trunk.right is right and number in trunk.sources:
            height = len(_label_lines(trunk)) * _LINE
            found.append(_Port(trunk, out=True, y=y + height + 2))
            y += height + 8
    for trunk in trunks:
        if trunk.right is right and trunk.target == number and not right:
            found.append(_Port(trunk, out=False, y=y + _PORT))
            y += _PORT + 6
    return found, y + 4


def _label_lines(trunk: _Trunk) -> list[str]:
    return [line for title in trunk.titles for line in wrap(title, _CHARS)]


def wrap(text: str, width: int) -> list[str]:
    """Break Chinese text into lines of at most so many characters, after marks where it can."""
    if len(text) <= width:
        return [text] if text else []
    marks = [text.rfind(mark, 1, width) + 1 for mark in "，、"] + [text.rfind("或", 2, width)]
    lines = -(-len(text) // width)
    cut = max((mark for mark in marks if mark > 1), default=-(-len(text) // lines))
    return [text[:cut], *wrap(text[cut:], width)]


def _box(stage: Stage, inside: Sequence[str], y: int, least: int) -> Box:
    title = wrap(stage.title, _BOX_CHARS)
    notes = wrap("、".join(inside), _BOX_CHARS + 1) if inside else []
    needed = len(title) * (_LINE + 3) + len(notes) * _LINE + 18
    height = max(needed, least, 46)
    top = y + (height - needed) // 2 + 9
    middle = (_LEFT + _RIGHT) // 2
    lines = tuple(
        Label(middle, top + 15 + row * (_LINE + 3), text, "middle")
        for row, text in enumerate(title)
    )
    top += len(title) * (_LINE + 3)
    small = tuple(
        Label(middle, top + 13 + row * _LINE, text, "middle") for row, text in enumerate(notes)
    )
    return Box(_LEFT, y, _RIGHT - _LEFT, height, stage.family, lines, small)


def _down(y: int, titles: Sequence[str]) -> tuple[int, Arrow | None]:
    """A straight arrow to the next box, with its words to the right; or a plain gap."""
    if not titles:
        return y + 26, None
    lines = [line for title in titles for line in wrap(title, _GAP_CHARS)]
    end = y + max(34, len(lines) * _LINE + 16)
    middle = (_LEFT + _RIGHT) // 2
    labels = tuple(
        Label(middle + 9, y + 20 + row * _LINE, line, "start") for row, line in enumerate(lines)
    )
    return end, Arrow(f"M{middle} {y}V{end - 7}", _head(middle, end, 0, 1), labels)


def _head(x: int, y: int, dx: int, dy: int) -> str:
    """A triangle whose tip is at a point, pointing along ``dx, dy``."""
    back_x, back_y = x - 9 * dx, y - 9 * dy
    return f"M{x} {y}L{back_x - 5 * dy} {back_y - 5 * dx}L{back_x + 5 * dy} {back_y + 5 * dx}z"


def _aside(trunk: _Trunk, ports: dict[tuple[int, bool], list[_Port]]) -> list[Arrow]:
    """One arrow a source, along the trunk's lane; the head is drawn with the last."""
    edge, sign = (_RIGHT, 1) if trunk.right else (_LEFT, -1)
    outer = WIDTH - _EDGE if trunk.right else _EDGE
    lane = outer - sign * _LANE * trunk.lane
    entry = next(
        port for port in ports[trunk.target, trunk.right] if port.trunk is trunk and not port.out
    )
    arrows = []
    for source in trunk.sources:
        port = next(each for each in ports[source, trunk.right] if each.trunk is trunk and each.out)
        lines = _label_lines(trunk)
        labels = tuple(
            Label(
                edge + sign * 5,
                port.y - 4 - (len(lines) - 1 - row) * _LINE,
                line,
                "start" if trunk.right else "end",
            )
            for row, line in enumerate(lines)
        )
        path = f"M{edge} {port.y}H{lane}V{entry.y}H{edge + sign * 7}"
        arrows.append(Arrow(path, _head(edge, entry.y, -sign, 0), labels))
    return arrows
