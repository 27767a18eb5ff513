"""Messages about what somebody meant by a value, where more than the value has to change."""

from __future__ import annotations

from yizhan.model.text import Text

INSIDE = Text(
    "请写成“- {name}: {value}”{rest}。",
    "Write “- {name}: {value}”{rest}.",
)
INSIDE_BELOW = Text(
    "在下一行缩进两格写“{dash}{name}: {value}”{rest}。",
    "Begin a new line, two spaces deeper: “{dash}{name}: {value}”{rest}.",
)
REST = Text("；还要写 {fields}", "; {fields} belong there as well")
WRITE_DATE = Text("请写成 {date}。", "Write {date}.")
STRETCH = Text(
    "请写成开始的一天 {date}；截止的一天另写一行：“{name}: {other}”。",
    "Write the first day, {date}, and the last one in a line of its own: “{name}: {other}”.",
)
WITH_TIME = Text(
    '请写成 {date}；几点另写一行：“{name}: "{time}"”。',
    'Write {date}, and the time in a line of its own: “{name}: "{time}"”.',
)
OPEN_END = Text(
    "没有截止的日子，就把整行删去，不写。",
    "Where there is no last day, remove the line.",
)
OWN_KEY = Text(
    "代号自己起，用小写字母、数字和短横，例如拼音 {example}；不写中文，也不写姓名。",
    "Make up a key of lowercase letters, digits and hyphens, such as {example}: no Chinese, and nobody's name.",
)
ITEMS_IN_BRACKETS = Text(
    "方括号里各项之间用英文逗号加空格：{items}。",
    "Set the items apart by a comma and a space: {items}.",
)
ITEM_FIELDS = (
    Text(
        "{where}里没有“{key}”这样的写法。",
        "In {where} nothing is written as “{key}”.",
    ),
    Text(
        "请分成几行写，一行一个“名称: 内容”：{fields}。",
        "Write lines of “name: value”: {fields}.",
    ),
)
TWICE = Text(
    "就是 {near}（{title}），这里已经写过了：请删去这一行。",
    "It is {near} ({title}), which is given here already: remove this line.",
)
