"""A012: texts are plain text, without HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import line_of, texts, wording
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里有网页代码“{found}”，这里只能写普通文字。",
    "The text holds the HTML “{found}”; only plain text belongs here.",
)
_HTML = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--|&(?:[A-Za-z]{2,8}|#\d{2,6});")


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    words = wording(record)
    if "<" not in words and "&" not in words:
        return
    for pointer, text in texts(record):
        found = _HTML.search(text)
        if found is not None:
            here = line_of(pointer, text, found.start())
            yield Problem(record, here, _FOUND.format(found=found.group()[:40]))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="A012",
    title=Text("只写普通文字", "Plain text only"),
    why=Text(
        "网页代码在页面上会原样显示成乱码，也可能被人用来夹带脚本。",
        "HTML is shown as gibberish on the pages, and could be used to smuggle in a script.",
    ),
    fix=Text(
        "删去尖括号里的代码，分段用空行。",
        "Delete the tags; part paragraphs by blank lines.",
    ),
    bad=Example({WALK_PATH: _ROUND.format(summary="查看了<b>排水沟</b>。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="查看了排水沟。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
