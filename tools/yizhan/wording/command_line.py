"""What several commands say of their options and of what comes next."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.model.text import Text

AS_OF_JUDGED = Text("按哪一天判断，默认是今天。", "The day to judge by; today if left out.")
AS_OF_SITE = Text("按哪一天写，默认是今天。", "The day the site holds for; today if left out.")
AS_OF_FIGURES = Text("截至哪一天，默认是今天。", "Nothing later than this day; today if left out.")
PLACE = Text("只看这个地方和它下面各处的事项。", "Only matters of this place and all in it.")
OUTPUT = Text("写到文件里，不显示在屏幕上。", "Write to a file, not to the screen.")
YES = Text(
    "不再问：没有写的用建议的，直接写入。", "Ask nothing: take what is suggested, and write."
)
METAVARS: Mapping[str, Text] = {
    name: Text(zh, name)
    for name, zh in {
        "DATE": "日期",
        "PLACE": "地点编号",
        "DIR": "文件夹",
        "FILE": "文件",
        "YYYY-MM": "年-月",
        "CODE": "代号",
        "[CODE]": "[代号]",
        "[ID]": "[编号]",
        "[PATH]…": "[文件]…",
        "[PATH[:LINE]]": "[文件[:行号]]",
        "HOST:PORT": "地址:端口",
        "[KIND [OPTION]…]": "[种类 [选项]…]",
    }.items()
}
"""What help says in the place of a value."""
MISSING = Text("缺少 {name}；加 --help 看说明。", "{name} is missing; add --help to learn more.")
TO_BE_ADDED = Text("要加的是：\n\n{lines}\n", "To be added:\n\n{lines}\n")
WRITE = Text("写进 {path} 吗？", "Write it to {path}? ")
WRITTEN = Text("已写进 {path}。", "Written to {path}.")
BACK = Text(
    "这一条通不过检查，{path} 已经放回原样，什么也没有改。",
    "The entry breaks a check; {path} is as it was, nothing has changed.",
)
CHANGED = Text(
    "{path} 刚才被别的程序改过，什么也没有写；请重来一次。",
    "{path} was changed by another program meanwhile; nothing was written. Please begin again.",
)
NOT_YET = Text(
    "接下来：先照上面说的改好，再 git add {paths}，git commit。",
    "Next: put right what is said above, then git add {paths} and git commit.",
)
COMMIT = Text("接下来：git add {paths}，再 git commit。", "Next: git add {paths}, then git commit.")
