"""V005: addresses of single households stay out of the records."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.personal import KEEP_OUT, found_in
from yizhan.loading.patterns import later
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里有写到户的地址（{found}）。",
    "The text holds the address of a single household ({found}).",
)
_NUMERAL = r"[0-9〇零一二三四五六七八九十百]"
_N = f"{_NUMERAL}+"
_END = r"(?!\d|\s*[年月日层楼栋幢单户人个米平元余多])"
_ADDRESS = later(
    rf"(?={_NUMERAL})(?:{_N}\s*(?:栋|幢|座|号楼)?\s*(?:{_N}|[甲乙丙丁A-Za-z])\s*单元\s*(?:{_N}\s*[楼层]\s*)?"
    rf"(?:{_N}(?:-{_N})?\s*[室号]|\d{{3,4}}{_END}|\d{{1,2}}-\d{{1,2}}{_END})"
    rf"|{_N}\s*(?:栋|幢|座|号楼)\s*(?:\d{{3,4}}{_END}|\d{{1,4}}-\d{{1,4}}{_END}|{_N}\s*室)"
    rf"|{_N}\s*单元\s*(?:{_N}(?:-{_N})?\s*[室号]|\d{{3,4}}{_END})"
    rf"|\d+-\d+-\d{{2,4}}\s*[室号]"
    rf"|(?<![\d-])\d{{1,2}}-\d{{1,2}}-\d{{3,4}}(?![\d-])"
    rf"|{_N}\s*(?:(?:村民|居民)?小?组|[巷弄])\s*\d+\s*号(?!楼|栋|幢|线|路|井|点|公告)"
    rf"|\d+\s*号附\s*\d+\s*号)"
)
_SIGNS = ("栋", "幢", "座", "号楼", "单元", "室", "附", "组", "巷", "弄", "-")


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in found_in(record, _ADDRESS, _SIGNS):
        yield Problem(record, pointer, _FOUND.format(found=found))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V005",
    title=Text("没有写到户的地址", "No addresses of households"),
    why=Text(
        "地址写到门牌，等于写了名字；写到楼栋或单元就足够办事和监督。",
        "An address down to the door is as good as a name; the building or unit is enough to act and to supervise.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="3栋2单元501室漏水。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="3栋2单元有一户漏水。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
