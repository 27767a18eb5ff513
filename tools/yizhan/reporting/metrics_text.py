"""Figures for people on a terminal: one line each, then tables by place, tier, category and so on."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from yizhan.facts.metric_definitions import REASONS, Reason, Unit, positions
from yizhan.facts.metrics import OTHERS, THRESHOLD, Book, Dimension, Figure, Table, percent
from yizhan.model.text import Lang, Text

_HEAD = {
    "real": Text("真实数据，截至 {day}", "Real data, as of {day}"),
    "example": Text("示例数据（虚构），截至 {day}", "Example data (fictitious), as of {day}"),
}
_COUNT = Text("{n} 件", "{n}")
_DAYS = Text("{n} 天（{base} 件）", "{n} {n:day|days} (of {base})")
_SHARE = Text("{n}%（{part}/{base}）", "{n}% ({part}/{base})")
_NOTHING = Text("没有可算的事项", "nothing to count")
_WITHHELD = Text("不足 {n} 件，不公布", "fewer than {n}, not published")
_LEFT_OUT = Text("    不计 {n} 件：{why}", "    left out {n}: {why}")
_VAGUE = Text(
    "另有 {n} 件提出日期不够确切，看不出在不在这段时间里，没有计入。",
    "{n} more {n:was|were} raised on dates too vague to tell whether {n:it belongs|they belong} to the period.",
)
_BY = {
    Dimension.PLACE: Text("按地方（含下级）", "By place, with everything in it"),
    Dimension.TIER: Text("按分类", "By tier"),
    Dimension.CATEGORY: Text("按类别", "By category"),
    Dimension.BODY: Text("按承办单位", "By body"),
    Dimension.MONTH: Text("按提出的月份", "By month of raising"),
}
_OF = Text("{by}：{place}", "{by}: {place}")
_OTHERS = Text("其他（{n} 组合并）", "others ({n} {n:group|groups})")
_NONE = Text(
    "  各组都不足 {n} 件，不分组公布。", "  Every group has fewer than {n}; none is shown."
)
_COLUMNS = positions(
    "total", "open", "response", "resolution", "satisfaction", "late_ever", "reopened"
)
_DASH = "—"
_LEGEND = Text(
    "* 分母不足 {n} 件，或者为防止倒算一并不公布；— 没有可算的事项。",
    "* denominator under {n}, or withheld so that none can be computed; — nothing to count.",
)

_ONCE = (Reason.MERGED, Reason.SPLIT)
"""Said of the first figure; true of all."""

TitleOf = Callable[[Dimension, str], str]
"""What a group is called, from its dimension and key."""


def write(books: Mapping[str, Book], as_of: date, lang: Lang, title_of: TitleOf) -> str:
    """Write books of figures as text."""
    lines: list[str] = []
    for data, book in books.items():
        lines += [_HEAD[data].format(day=as_of.isoformat()).in_(lang), ""]
        if book.sheet.vague:
            lines += [_VAGUE.format(n=len(book.sheet.vague)).in_(lang), ""]
        width = max(_width(each.definition.title.in_(lang)) for each in book.figures)
        for figure in book.figures:
            title = _padded(figure.definition.title.in_(lang), width)
            lines.append(f"{title}  {said(figure).in_(lang)}")
            lines += [
                _LEFT_OUT.format(n=len(ids), why=REASONS[reason]).in_(lang)
                for reason, ids in figure.exclusions.items()
                if reason not in _ONCE or figure.key == "total"
            ]
        for table in book.tables:
            lines += ["", *_table(table, lang, title_of)]
        lines += ["", _LEGEND.format(n=THRESHOLD).in_(lang), ""]
    return "\n".join(lines)


def said(figure: Figure) -> Text:
    """A figure's value with what it is a figure of."""
    if figure.suppressed:
        return _WITHHELD.format(n=THRESHOLD)
    if figure.value is None:
        return _NOTHING
    if figure.definition.unit is Unit.COUNT:
        return _COUNT.format(n=int(figure.value))
    if figure.definition.unit is Unit.DAYS:
        return _DAYS.format(n=int(figure.value), base=figure.denominator)
    part, base = figure.numerator, figure.denominator
    return _SHARE.format(n=percent(figure.value), part=part, base=base)


def _table(table: Table, lang: Lang, title_of: TitleOf) -> list[str]:
    by = _BY[table.dimension]
    if table.of is not None:
        by = _OF.format(by=by, place=title_of(Dimension.PLACE, table.of))
    if not table.rows:
        return [by.in_(lang), _NONE.format(n=THRESHOLD).in_(lang)]
    figures = [table.rows[0].figures[position] for position in _COLUMNS]
    head = ["", *(figure.definition.title.in_(lang) for figure in figures)]
    rows = [head]
    for row in table.rows:
        others = _OTHERS.format(n=len(table.pooled)).in_(lang)
        name = others if row.key == OTHERS else title_of(table.dimension, row.key)
        rows.append([name, *(_cell(row.figures[position]) for position in _COLUMNS)])
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = [
        "  "
        + _padded(cells[0], widths[0])
        + "".join(
            "  " + " " * (width - _width(cell)) + cell
            for cell, width in zip(cells[1:], widths[1:], strict=True)
        )
        for cells in rows
    ]
    return [by.in_(lang), *lines]


def _cell(figure: Figure) -> str:
    if figure.value is None:
        return "*" if figure.suppressed else _DASH
    return (
        f"{percent(figure.value)}%" if figure.definition.unit is Unit.SHARE else str(figure.value)
    )


def _width(text: str) -> int:
    """Columns on a terminal: Chinese letters take two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
