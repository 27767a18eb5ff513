"""V008: no private person is named."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK, WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.checks.shared.person_names import FIRST, NAMED, SIGNS, SURE, SURNAMES
from yizhan.checks.shared.personal import KEEP_OUT, found_in
from yizhan.checks.shared.personal_numbers import mask
from yizhan.loading.patterns import later
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "文字里好像写了个人的姓名（{found}）。",
    "The text seems to name a person ({found}).",
)
_NAME = later(
    rf"(?=[姓户联当反来申投身名{FIRST}])"  # most places fail at one glance
    r"(?:(?:姓名|户主|联系人|当事人|反映人|来访人|申请人|投诉人|身份证)\s*[：:]\s*[\u4e00-\u9fff·]{2,6}"
    rf"|[{SURNAMES}]某+"
    rf"|(?:居民|村民|住户|业主|群众|老人|组长|楼栋长|网格员)"
    rf"{SURE}[\u4e00-\u9fff]{{1,2}}(?=反映|投诉|举报|来电|来访|报告|提出|主张|建议|要求|希望|询问|发言|申请|说|称(?!赞|呼|号)|表示|认为)"
    rf"|(?:名叫|户主|镇长|书记|主任|村长|队长|组长)(?![于任方万])"
    rf"{SURE}[\u4e00-\u9fff]{{1,2}}(?=[。，、；;,.!！？）)]|$|督办|主持|带队|牵头|负责|到场|现场|先|没|同意|不同意|签字|签名)"
    rf"|(?<![\u4e00-\u9fff])[{SURNAMES}][\u4e00-\u9fff]{{0,2}}(?:先生|女士|大爷|大妈|大娘|阿姨|奶奶|爷爷|婆婆)"
    rf"|{NAMED})"
)
_SIGNS = (
    *(
        "某",
        "举报",
        "来电",
        "来访",
        "报告",
        "主张",
        "建议",
        "要求",
        "希望",
        "询问",
        "发言",
        "申请",
        "称",
    ),
    *("表示", "认为", "名叫", "镇长", "：", ":", "先生", "女士", "大爷", "大妈", "大娘", "阿姨"),
    *("奶奶", "爷爷", "婆婆", *SIGNS),
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in found_in(record, _NAME, _SIGNS, _masked):
        yield Problem(record, pointer, _FOUND.format(found=found))


def _masked(found: str) -> str:
    """Of a name only its surname is shown; of a role before one, the role's beginning."""
    return found[0] + "*" * (len(found) - 1) if found[0] in SURNAMES else mask(found)


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V008",
    title=Text("不写个人姓名", "Nobody is named"),
    why=Text(
        "居民提意见不该担心名字被公开；写身份（居民、楼栋长、网格员）就说得清楚。",
        "Nobody who raises a matter should fear for his name; a role (resident, building head, grid officer) says enough.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="王大爷反映路灯不亮。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="居民反映路灯不亮。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.WARNING,
)
