"""Figures for people on a terminal: one line each, then tables by place, tier, category and so on."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from yizhan.facts.metric_definitions import RATES, Reason, positions
from yizhan.facts.metric_tables import OTHERS, THRESHOLD, Dimension, Table
from yizhan.facts.metrics import Figure, percent
from yizhan.model.text import Lang, Text
from yizhan.reporting.figures import Figures
from yizhan.reporting.formats import TO_READ, Format
from yizhan.wording import figures as say
from yizhan.wording.succession import with_parts_of, with_taken_over
from yizhan.wording.words import words_in

_HEAD = {
    "real": Text("真实数据，截至 {day}", "Real data, as of {day}"),
    "example": Text("示例数据（虚构），截至 {day}", "Example data (fictitious), as of {day}"),
}
_NOTHING = Text("截至 {day} 没有事项可数。", "As of {day} there is no matter to be counted.")
_LEFT_OUT = Text("    {left_out}：{why}", "    {left_out}: {why}")
_VAGUE = Text(
    "另有 {n} 件提出日期不够确切，看不出在不在这段时间里，没有计入。",
    "{n} more {n:was|were} raised on dates too vague to tell whether {n:it belongs|they belong} to the period.",
)
_OF = Text("{by}：{place}", "{by}: {place}")
_OTHERS = Text("其他（{n} 组合并）", "others ({n} {n:group|groups})")
_COLUMNS = positions(
    "total", "open", "response", "resolution", "satisfaction", "late_ever", "irregular", "reopened"
)
_DASH = "—"
_ONCE = (Reason.MERGED, Reason.SPLIT)
"""Said of the first figure; true of all."""

TitleOf = Callable[[Dimension, str, Lang], str]
"""What a group is called, from its dimension and key."""


def write(figures: Figures, lang: Lang) -> str:
    """Write books of figures as text."""
    as_of = figures.as_of
    lines: list[str] = []
    if not figures.books:
        return _NOTHING.in_(lang, day=as_of.isoformat()) + "\n"
    if figures.taken_over:
        lines += [with_taken_over(words_in(lang), figures.taken_over), ""]
    if figures.parted:
        lines += [with_parts_of(words_in(lang), figures.parted), ""]
    for data, book in figures.books.items():
        lines += [_HEAD[data].format(day=as_of.isoformat()).in_(lang), ""]
        if book.sheet.vague:
            lines += [_VAGUE.format(n=len(book.sheet.vague)).in_(lang), ""]
        width = max(_width(say.title(each.definition).in_(lang)) for each in book.figures)
        for figure in book.figures:
            title = _padded(say.title(figure.definition).in_(lang), width)
            lines.append(f"{title}  {say.value(figure).in_(lang)}")
            lines += [
                _LEFT_OUT.in_(
                    lang,
                    left_out=say.LEFT_OUT.format(n=len(ids)),
                    why=say.REASONS[reason],
                )
                for reason, ids in figure.exclusions.items()
                if reason not in _ONCE or figure.key == "total"
            ]
        for table in book.tables:
            lines += ["", *_table(table, lang, figures.title_of)]
        lines += ["", say.MARKS.in_(lang, star="*", n=THRESHOLD), ""]
    return "\n".join(lines)


FORMAT: Format[Figures] = Format(TO_READ, write)


def _table(table: Table, lang: Lang, title_of: TitleOf) -> list[str]:
    by = words_in(lang).label(say.BY[table.dimension])
    if table.of is not None:
        by = _OF.in_(lang, by=by, place=title_of(Dimension.PLACE, table.of, lang))
    if not table.rows:
        return [by, f"  {say.NO_GROUPS.in_(lang, n=THRESHOLD)}"]
    columns = [table.rows[0].figures[position].definition for position in _COLUMNS]
    head = ["", *(say.title(each).in_(lang) for each in columns)]
    rows = [head]
    for row in table.rows:
        others = _OTHERS.format(n=len(table.pooled)).in_(lang)
        name = others if row.key == OTHERS else title_of(table.dimension, row.key, lang)
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
    note = say.NOTES.get(table.dimension)
    return [by, *lines, *([] if note is None else [f"  {note.in_(lang)}"])]


def _cell(figure: Figure) -> str:
    if figure.value is None:
        return "*" if figure.suppressed else _DASH
    return f"{percent(figure.value)}%" if figure.definition.unit in RATES else str(figure.value)


def _width(text: str) -> int:
    """Columns on a terminal: Chinese letters take two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
