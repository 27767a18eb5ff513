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
ROW = Text(
    "像是从表格里粘来的一行：拆成几行，一格一行“名称: 内容”，第一行以“- ”开头；要写 {fields}。",
    "This looks like a row of a table: write a line “name: value” for each cell, the first one after “- ”; {fields} belong there.",
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
WHO = Text(
    "每项写一组：“- body: ……”（组织的编号），岗位写 post，几位村民写 group 和 number；都不写人名。",
    "Each is a group of fields: “- body: …” (the id of a body), with post for a post; for several residents group and number. No names of persons.",
)
NEXT_DAY = Text(
    '过了半夜的：end_date 写第二天的日期，这里写 "{time}"。',
    'It was after midnight: put the next day into end_date, and "{time}" here.',
)
LUNAR = Text(
    "请查日历换算成公历，写成 2025-06-12 这样；只知道月份写 2025-06。",
    "Look the day up in a calendar and write it as 2025-06-12; 2025-06 where only the month is known.",
)
LUNAR_DAY = Text(
    "换算成公历是 {date}，请写成 {date}；要留农历的，写进文字里。",
    "In the common calendar it is {date}: write {date}; the lunar date may go into a text.",
)
LUNAR_IF = Text(
    "请换算成公历：如果是 {year} 年的，就写 {{date}}；不是这一年的，查日历。",
    "Turn it into the common calendar: if it is of {year}, write {{date}}; if not, look it up in a calendar.",
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
