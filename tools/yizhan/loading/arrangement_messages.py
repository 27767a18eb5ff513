"""Messages about a year's arrangement of holidays that a village gives itself, and how to put it right."""

from __future__ import annotations

from yizhan.model.text import Text

UNREAD = (
    Text(
        "这一年的放假安排读不出来，没有照它数。",
        "This year's arrangement of holidays cannot be read, and is not used.",
    ),
    Text(
        "请照这样写：year: {year}、source:（下一行 title）、off:（放假的每一天）、worked:（调休上班的每一天）。",
        "Write year: {year}, source: (with a title below), off: (each day off), worked: (each weekend day worked).",
    ),
)
UNKNOWN = (
    Text("放假安排里没有“{found}”这个字段。", "An arrangement has no field “{found}”."),
    Text(
        "请删去，或改成这里有的：year（年份）、source（出处）、off（放假）、worked（调休上班）。",
        "Remove it, or use one of year, source, off (days off), worked (weekend days worked).",
    ),
)
NEAR = Text("请改成“{near}:”。", "Write “{near}:”.")
YEAR = (
    Text(
        "年份写的是“{found}”，和文件名里的 {year} 不一样。",
        "The year is “{found}”, not {year} as in the file's name.",
    ),
    Text("请写成 year: {year}。", "Write year: {year}."),
)
NO_YEAR = (Text("缺少年份（year）。", "The year is missing."), YEAR[1])
SOURCE = (
    Text("没有写明出处（source）的名称。", "The source has no title."),
    Text(
        "请在“source:”的下一行缩进两个空格，写成“title: {title}”。",
        "Below “source:”, two spaces deeper, write “title: {title}”.",
    ),
)
NOTICE = "国务院办公厅关于{year}年部分节假日安排的通知"
LIST = (
    Text("“{field}”下面应是一天一行的列表。", "Below “{field}” there has to be a list of days."),
    Text(
        "请换行，每天写一行，例如“- {year}-01-01”。",
        "Begin a new line for each day, as in “- {year}-01-01”.",
    ),
)
NO_DAY = Text("“{found}”不是日期的写法。", "“{found}” is not written as a date.")
WRITE = Text("请写成 {day}。", "Write {day}.")
WRITE_DAYS = Text(
    "起止之间的每一天都要写，一天一行：{days}。",
    "Write each day from the first to the last in a line of its own: {days}.",
)
WRITE_FORM = Text("请写成 {year}-01-01 这样。", "Write it as {year}-01-01.")
OUTSIDE = (
    Text(
        "{day} 不在 {year} 年里（元旦假期可以写到上一年的12月）。",
        "{day} is not in {year} (the New Year holiday may begin in the December before).",
    ),
    Text(
        "请核对通知；别的年份写进那一年的文件。",
        "Compare the notice; a day of another year belongs in that year's file.",
    ),
)
BOTH = (
    Text("{day} 又放假（off）又上班（worked）。", "{day} is both off and worked."),
    Text("请对照通知，只留一处。", "Compare the notice, and keep it in one of the two."),
)
NO_WEEKEND = (
    Text(
        "{day} 是{weekday}，本来就上班，不写在 worked 里。",
        "{day} is a {weekday}, on which people work anyway: it does not belong in worked.",
    ),
    Text(
        "请对照通知改成调休的那个星期六或星期日，或者删去。",
        "Compare the notice and write the Saturday or Sunday, or remove the line.",
    ),
)
MISSING = (
    Text("放假的日子里少了法定的 {days}。", "Days off by law are missing: {days}."),
    Text(
        "请补在 off 下面，一天一行；法定的假日一天也不能少。",
        "Add them below off, one in a line: none that is off by law may be missing.",
    ),
)
