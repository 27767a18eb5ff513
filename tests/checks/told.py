"""Meetings in few lines, all laid into one village, and what is found in each: code and line."""

import shutil
from collections import defaultdict
from datetime import date
from pathlib import Path

from yizhan.checking.engine import run
from yizhan.model.finding import Level

VILLAGE = Path(__file__).resolve().parents[1] / "village"
AS_OF = date(2026, 3, 31)
SHOWN = "published: {start: 2026-02-23, end: 2026-03-12, where: 村务公开栏}"


def meeting(kind, attendance, *items, more=""):
    """A meeting with these items; whatever is in ``more`` comes before its attendance."""
    agenda = "".join(items)
    return f"""\
meeting_kind: {kind}
date: 2026-02-22
{more}attendance: {{{attendance}}}
agenda:
{agenda}"""


def item(title, votes, before="", after=""):
    """An item with a motion that was adopted."""
    return f"""\
  - title: {title}
{before}    decisions:
      - text: {title}
        result: adopted
        vote: {{{votes}}}
        {SHOWN}
{after}"""


def election(title, candidates, before="", after=""):
    """An item with an election."""
    return f"""\
  - title: {title}
{before}    elections:
      - title: {title}
        seats: 1
        candidates: [{candidates}]
        result: elected
{after}"""


def council(*motions, more=""):
    """A council's meeting, for which no law sets anything, with these motions in one item."""
    text = "  - title: 甲\n    decisions:\n" + "".join(f"      - {each}\n" for each in motions)
    return meeting(
        "council_meeting", "basis: representatives, due: 15, present: 13", text, more=more
    )


def chosen(candidates, before=""):
    """A council's meeting that fills one seat."""
    return meeting(
        "council_meeting",
        "basis: representatives, due: 15, present: 13",
        election("召集人", candidates, before),
    )


def path_of(number):
    """Where the meeting of a case lies."""
    return f"records/meetings/2026/20260222-case-{number}.yaml"


def _file(path, text):
    place = "" if "\nplace: " in text else "place: shili-cun\n"
    identifier = path.rsplit("/", 1)[-1].removesuffix(".yaml")
    return f"id: {identifier}\ntitle: {identifier}\nexample: true\n{place}{text}"


def found_in(root, cases, more=()):
    """What is found in every case, by its name; all of them lie in one village.

    Args:
        root: an empty folder.
        cases: name → text of a meeting, and what is expected.
        more: path → text of other files.
    """
    shutil.copytree(VILLAGE, root, dirs_exist_ok=True)
    names = {path_of(number): name for number, name in enumerate(cases)}
    files = {path: _file(path, cases[name][0]) for path, name in names.items()} | dict(more)
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = defaultdict(list)
    for each in run(root, AS_OF, cached=False).findings:
        if each.level is not Level.DUE and each.path in names:
            line = files[each.path].splitlines()[each.line - 1]
            found[names[each.path]].append((each.code, line.strip()))
    return found
