"""Messages about marks that Git left in a file; what they advise keeps what both people wrote."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.model.text import Text

_CONFLICT = Text(
    "这是 Git 合并冲突的标记，两个人改了同一处，还没有选定用哪一份。",
    "This is a mark of a Git conflict: two people changed the place, and none was chosen yet.",
)

CONFLICT_MESSAGES: Mapping[tuple[str, str], tuple[Text, Text]] = {
    ("Y012", "conflict"): (
        _CONFLICT,
        Text(
            "先把“<<<<<<<”到“>>>>>>>”的两份都抄下来；对照着留下正确的内容，两份都是新记的就都留，每一条要完整；再删去以“<<<<<<<”“=======”“>>>>>>>”开头的三行。拿不准就找维护人员。",
            "Copy both versions first; keep what is right, and both where both are new, each of them whole; then delete the lines that begin with <<<<<<<, ======= and >>>>>>>. If in doubt ask a maintainer.",
        ),
    ),
    ("Y012", "conflict_both"): (
        _CONFLICT,
        Text(
            "两份都是新记的，都要留：只删去以“<<<<<<<”“=======”“>>>>>>>”开头的三行。",
            "Both are new, and both stay: delete only the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        ),
    ),
    ("Y012", "conflict_tail"): (
        _CONFLICT,
        Text(
            "两份都是新记的，都要留：先把第 {first} 行到第 {last} 行（两份共有的结尾）照抄一份，插到第 {middle} 行“=======”的上面，再删去以“<<<<<<<”“=======”“>>>>>>>”开头的三行。",
            "Both are new, and both stay: first copy the lines {first} to {last}, with which both end, to above the ======= of line {middle}; then delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        ),
    ),
    ("Y012", "conflict_ours"): (
        _CONFLICT,
        Text(
            "上面一份里已经有下面一份的全部内容：删去“=======”到“>>>>>>>”的下面一份和“<<<<<<<”那一行。",
            "The upper version has all that the lower one has: delete the lower one, from ======= to >>>>>>>, and the line that begins with <<<<<<<.",
        ),
    ),
    ("Y012", "conflict_theirs"): (
        _CONFLICT,
        Text(
            "下面一份里已经有上面一份的全部内容：删去“<<<<<<<”到“=======”的上面一份和“>>>>>>>”那一行。",
            "The lower version has all that the upper one has: delete the upper one, from <<<<<<< to =======, and the line that begins with >>>>>>>.",
        ),
    ),
    ("Y012", "conflict_one"): (
        _CONFLICT,
        Text(
            "两份只能留一份：问清楚哪一份对，删去另一份，再删去以“<<<<<<<”“=======”“>>>>>>>”开头的三行；另一份里要紧的话写进说明（note）里。",
            "Only one can stay: ask which is right, delete the other, then the lines that begin with <<<<<<<, ======= and >>>>>>>; what matters of the other goes into note.",
        ),
    ),
    ("Y012", "half_conflict"): (
        Text(
            "这是 Git 合并冲突留下的标记，和它成对的标记已经不在了。",
            "This is a mark that a Git conflict left, and the ones that go with it are gone.",
        ),
        Text(
            "先对照上下文，看有没有重复的、缺行的条目，补全以后再删去这一行；拿不准就找维护人员。",
            "See first whether something near it stands twice or lacks lines, and put it right; then remove the line. If in doubt ask a maintainer.",
        ),
    ),
}
CONFLICT_MESSAGES = {
    **CONFLICT_MESSAGES,
    ("Y012", "conflict_other"): CONFLICT_MESSAGES["Y012", "conflict_one"],
}
