"""V010: numbers of passports, permits and personal cards stay out of the records."""

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
    "文字里有护照或者别的证件号码（{found}）。",
    "The text holds the number of a passport or another personal document ({found}).",
)
_SIGNS = (
    *("护照", "通行证", "居留证", "军官证", "士兵证", "驾驶证", "驾照"),
    *("社保卡", "医保卡", "残疾证", "残疾人证", "低保证"),
)
_DOCUMENT = later(
    rf"(?:{'|'.join(_SIGNS)})\s*(?:号码?|编号)?\s*(?:是|为|[：:])?\s*[A-Za-z]{{0,2}}\d{{7,20}}(?!\d|\s*[人元份])"
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, found in found_in(record, _DOCUMENT, _SIGNS):
        yield Problem(record, pointer, _FOUND.format(found=found))


_ROUND = WALK + "summary: {summary}\n"

CHECK = Check(
    code="V010",
    title=Text("没有证件号码", "No numbers of personal documents"),
    why=Text(
        "护照、通行证、社保卡的号码能拿去冒名办事；个人信息保护法第二十八条把特定身份列为敏感个人信息。",
        "With the number of a passport, permit or card somebody else can act in its holder's name; article 28 of the Personal Information Protection Law counts a specific identity as sensitive.",
    ),
    fix=KEEP_OUT,
    bad=Example({WALK_PATH: _ROUND.format(summary="来人的护照号是 E12345678。")}),
    good=Example({WALK_PATH: _ROUND.format(summary="来人出示了护照。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
