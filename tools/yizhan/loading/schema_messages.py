"""Messages about records that their schema does not allow, one pair of sentences a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yizhan.loading.schema_meant_messages import WRITE_DATE
from yizhan.loading.typed_dates import DateForm
from yizhan.model.text import Text

DERIVED = (
    Text(
        "{where}不用填：状态由办理记录（log）推算出来，不能手写。",
        "{where} is not filled in: the status is derived from the log and never typed.",
    ),
    Text(
        "请删去这一行；要写办理进展，在 log 里加一条，写上 date、step 和 note。",
        "Remove the line; to record progress add an entry to the log, with date, step and note.",
    ),
)
UNKNOWN = Text("没有{where}这个字段。", "There is no field {where}.")
UNKNOWN_NEAR = Text("是不是想写 {near}（{title}）？", "Did you mean {near} ({title})?")
WHOLE_LINE = Text(
    "请写成“{name}: {rest}”：行首的“? ”删去，名称后面写英文冒号和一个空格。",
    "Write “{name}: {rest}”: remove “? ” at the start of the line, and put a colon and a space after the name.",
)
UNKNOWN_HOME = Text(
    "请移到“{home}”（{name}）下面，多缩进两个空格。",
    "Move it below “{home}” ({name}), indented two more spaces.",
)
UNKNOWN_HOME_ITEM = Text(
    "请移到“{home}”（{name}）里它所属的那一项下面，与那一项的其他各行左边对齐。",
    "Move it into the item of “{home}” ({name}) that it belongs to, in line with the item's other lines.",
)
UNKNOWN_ALL = Text(
    "请改用这里可用的字段：{fields}；都对不上的，再删去这一行。",
    "Use a field that is allowed here: {fields}; remove the line if none of them fits.",
)
UNKNOWN_GROUP = (
    Text(
        "{fields} 不写在这里，要写在“{home}”（{name}）下面。",
        "{fields} do not belong here but below “{home}” ({name}).",
    ),
    Text(
        "请在它们前面加一行“{name}:”，这几行各多缩进两个空格。",
        "Put a line “{name}:” before them, and indent each of them two more spaces.",
    ),
    Text(
        "请移到“{name}:”那一行的下面，各多缩进两个空格。",
        "Move them below the line “{name}:”, each indented two more spaces.",
    ),
)
MISSING = Text("缺少{where}。", "{where} is missing.")
MISSING_LINES = Text(
    "请补上“{name}:”，换行缩进两个空格，写 {fields}。",
    "Add “{name}:” and below it, two spaces deeper, {fields}.",
)
MISSING_FIX = Text("请补上一行，例如：{example}", "Add a line, for example: {example}")
MISSING_BESIDE = Text(
    "写了 {given} 就必须写{where}。", "Where {given} is given, {where} is needed as well."
)
FILL_IN = Text(
    "请填上内容；不知道就把整行删去。", "Fill it in; if it is not known, remove the line."
)
FILL_IN_NEEDED = Text(
    "请填上内容，例如 {example}；这一项必须写，不能删去。",
    "Fill it in, as in {example}; it is needed, so do not remove the line.",
)
EMPTY = Text("{where}后面没有内容。", "{where} has no value.")
WRONG_TYPE = Text(
    "{where}应是{wanted}，写的却是{found}。", "{where} must be {wanted}, not {found}."
)
TYPES: Mapping[str, Text] = {
    "string": Text("文字", "text"),
    "integer": Text("整数", "a whole number"),
    "number": Text("数字", "a number"),
    "boolean": Text("true（是）或 false（否）", "true or false"),
    "array": Text("列表", "a list"),
    "object": Text("一组“名称: 内容”", "lines of “name: value”"),
}
_DIGITS = Text(
    "请只写阿拉伯数字，不带单位、不加引号。", "Write digits alone, without unit or quotes."
)
REMOVE_LINE = Text("请删去这一行。", "Remove the line.")
TYPE_FIXES: Mapping[str, Text] = {
    "string": Text("请写成一段文字。", "Write it as one text."),
    "integer": _DIGITS,
    "number": _DIGITS,
    "boolean": Text("请写 true 或 false，不加引号。", "Write true or false, without quotes."),
    "array": Text(
        "请换行，每项写一行，以“- ”开头；只有一项也这样写。",
        "Begin a new line for each item, with “- ”; a single one as well.",
    ),
    "object": Text(
        "请换行，缩进两个空格，一行写一个“名称: 内容”。",
        "Begin new lines, two spaces deeper, each with “name: value”.",
    ),
}
NUMBER_NEAR = Text(
    "请写成 {number}：只写阿拉伯数字；要说明的写进文字里。",
    "Write {number}: digits alone; what is to be said of it goes into a text.",
)
MONEY_NEAR = Text(
    "请写成 {number}：只写阿拉伯数字，金额以元为单位。",
    "Write {number}: digits alone, money in yuan.",
)
NUMBER_ABOUT = Text(
    "请写成 {number}：只写阿拉伯数字；“约”“多”这样的话写进概述（summary）或说明（note）里。",
    "Write {number}: digits alone; that it is about so many goes into summary or note.",
)
NUMBER_ONE = Text(
    "这里只能写一个数：核对后写确切的数；只知道大概的，原话写进概述（summary）或说明（note）里，这一行删去。",
    "One number belongs here: look it up; where only a range is known, put it into summary or note and remove this line.",
)
NUMBER_NOTHING = Text(
    "一个也没有就写 0；不知道就把整行删去。",
    "Write 0 for none; if it is not known, remove the line.",
)
NUMBER_NOTHING_NEEDED = Text(
    "一个也没有就写 0；不知道的请查清楚再填，这一项必须写。",
    "Write 0 for none; if it is not known, look it up: it is needed.",
)
WHOLE = Text(
    "请写整数，不带小数；小数部分要紧的，写进文字里。",
    "Write a whole number; if the rest matters, put it into a text.",
)
UNKNOWN_VALUE = Text(
    "不知道、没有，就把整行删去。", "If it is not known, or there is none, remove the line."
)
UNKNOWN_NEEDED = Text(
    "请查清楚再填，例如 {example}；这一项必须写，不能删去。",
    "Look it up, and write it as in {example}; it is needed, so do not remove the line.",
)
UNKNOWN_ITEM = Text("没有就把这一项删去。", "If there is none, remove the item.")
WORD = Text("请写 {word}，不加引号。", "Write {word}, without quotes.")
NO_DASH = Text(
    "请把短横“-”换成一个空格：这里不是列表，直接写“名称: 内容”。",
    "Replace the dash with a space: this is no list, only lines of “name: value”.",
)
ONLY_ONE = Text(
    "这里只能写一个：留下最主要的一个，其余的写进文字里，去掉方括号和短横。",
    "Only one belongs here: keep the main one, put the others into a text, without brackets or dashes.",
)
NO_LIST = Text(
    "请写成 {value}：不加方括号，前面也不加短横。", "Write {value}, without brackets or a dash."
)
LINES = Text("{how}可以写的是：{fields}。", "{how} What can be written: {fields}.")
ITEM_DASH = Text(
    "这里是列表：在第一行前面加上“- ”，其余各行多缩进两个空格，同“- ”后面的字对齐。",
    "This is a list: put “- ” before the first line and indent the others two more spaces, in line with what follows the dash.",
)
ITEMS = Text("请换行，每项写一行：{items}。", "Begin new lines, one for each item: {items}.")
REFERENCE_NEAR = Text("请写编号 {id}（{title}）。", "Write the id {id} ({title}).")
REFERENCE_EITHER = Text(
    "这里写编号；像是其中一个：{those}。", "Write an id; one of these may be meant: {those}."
)
ONE_ID = Text(
    "这里只能写一个{kind}的编号：留下最主要的，其余的写进文字里。",
    "One id of a {kind} belongs here: keep the main one and put the others into a text.",
)
NO_SUCH_TITLE = Text(
    "这里写编号，也没有哪份{kind}档案叫这个名称：现有 {those}{rest}；是新的，先建好它的档案。",
    "An id belongs here, and no {kind} has this title: there are {those}{rest}; if it is new, make its record first.",
)
NO_SUCH_ID = Text(
    "编号只有小写字母、数字和短横线，也没有哪份{kind}档案与它相近：现有 {those}{rest}。",
    "An id has lowercase letters, digits and hyphens only, and no {kind} has one like it: there are {those}{rest}.",
)
MORE = Text("，另有 {more} 份", ", and {more} more")
NONE_YET = Text(
    "这里写编号；{kind}的档案一份也还没有，先建好它。",
    "An id belongs here; there is no record of a {kind} yet: make it first.",
)
OWN_ID = Text(
    "请写成 {id}，与文件名（不带 .yaml）一样。",
    "Write {id}, as the file's name without .yaml.",
)
TIME_NEAR = Text('请写成 "{time}"，连同引号。', 'Write "{time}", with the quotes.')
ADDRESS = Text(
    "请写全，写成 {address}（http:// 或者 https:// 打头）。",
    "Write all of it: {address} (http:// or https:// goes first).",
)
WRITE = Text("请写成 {value}。", "Write {value}.")
APART = Text(
    "请分成几行写，每行一个数：{lines}。", "Write each number in a line of its own: {lines}."
)
KEY_NO_NUMBER = Text(
    "这里写代号（key），不写序号；可以写：{those}。",
    "A key belongs here, not a number; there are {those}.",
)
KEY_ALL = Text(
    "这里写代号（key），不写名称；可以写：{those}。",
    "A key belongs here, not a title; there are {those}.",
)
IDENTIFIER = Text(
    "这里写的是编号，不是名称：照抄那份{kind}档案的文件名，不带 .yaml，例如 {example}。",
    "This is an id, not a name: copy the file name of that {kind}, without .yaml, such as {example}.",
)
SEVERAL = Text(
    "这里有几项连在一起：一项写一行，以“- ”开头，不用中文逗号、顿号。",
    "These are several items: write one on a line, each with “- ”, without full-width commas.",
)
KEY = Text(
    "这里写的是代号（key），不是中文名称：照抄规程或办法里的 key，例如 {example}。",
    "This is a key, not a title: copy it from the procedure or the scheme, such as {example}.",
)
QUOTE = Text("请加上英文单引号：'{value}'", "Put it in single quotes: '{value}'")
NOT_A_WORD = Text(
    "{where}写的是“{found}”，不是规定的词。", "{where} is “{found}”, which is not an allowed word."
)
WORD_NEAR = Text("请写 {word}（{title}）。", "Write {word} ({title}).")
WORD_ALL = Text("可以写：{words}。", "Allowed are: {words}.")
_DATE = Text("{where}写的是“{found}”，日期的写法不对。", "{where} is “{found}”, not a date's form.")
DATES: Mapping[DateForm, tuple[Text, Text]] = {
    DateForm.PLAIN: (_DATE, WRITE_DATE),
    DateForm.OTHER: (_DATE, Text("", "")),
    DateForm.WORLD_TIME: (
        _DATE,
        Text(
            "请写成 {date}：只写日期，不写几点；这是换算成北京时间的那一天。",
            "Write {date}: the day alone, without the hour; it is the day in Beijing.",
        ),
    ),
    DateForm.REPUBLIC: (
        Text(
            "{where}写的是“{found}”，像是民国纪年，这里用公历。",
            "{where} is “{found}”, which seems to count the years of the Republic; here the common calendar is used.",
        ),
        WRITE_DATE,
    ),
    DateForm.LUNAR: (
        Text(
            "{where}写的是“{found}”，像是农历或者节日，这里用公历。",
            "{where} is “{found}”, which seems to be of the lunar calendar or a feast; here the common calendar is used.",
        ),
        Text("", ""),
    ),
    DateForm.NO_YEAR: (
        Text("{where}写的是“{found}”，没有写年份。", "{where} is “{found}”, without the year."),
        Text("请补上年份，写成 {date} 这样。", "Add the year, as in {date}."),
    ),
    DateForm.RELATIVE: (
        Text(
            "{where}写的是“{found}”，过后就不知道是哪一天了。",
            "{where} is “{found}”: later nobody will know which day that was.",
        ),
        Text(
            "请写明年月日，例如 2025-06-12；只知道月份写 2025-06。",
            "Write year, month and day, such as 2025-06-12; 2025-06 where only the month is known.",
        ),
    ),
    DateForm.UNKNOWN: (
        _DATE,
        Text(
            "只知道月份写 2025-06，只知道年份写 2025；全不知道就把整行删去。",
            "Write 2025-06 where only the month is known, 2025 where only the year is; if nothing is, remove the line.",
        ),
    ),
    DateForm.SEVERAL: (
        Text(
            "{where}写的是“{found}”，这里只能写一天。",
            "{where} is “{found}”; a single day belongs here.",
        ),
        Text(
            "请写成开始的一天 {date}；到 {other} 为止，写进说明（note）或概述（summary）里。",
            "Write the first day, {date}; that it lasted until {other} goes into note or summary.",
        ),
    ),
    DateForm.EITHER: (
        _DATE,
        Text(
            "年份写在最前面：请核对哪个是月、哪个是日，写成 {date} 或者 {other}。",
            "The year comes first: see which is the month and which the day, and write {date} or {other}.",
        ),
    ),
    DateForm.ABOUT: (
        Text(
            "{where}写的是“{found}”，是大概的日子。",
            "{where} is “{found}”, about which nobody is sure.",
        ),
        Text(
            "只写拿得准的：{date}；来源写明了哪一天的，照那一天写。",
            "Write what is certain: {date}; where a source gives the day, write that day.",
        ),
    ),
    DateForm.NO_SUCH_DAY: (
        Text(
            "{where}写的是“{found}”，日历上没有这一天。",
            "{where} is “{found}”, a day that never was.",
        ),
        Text(
            "请核对；记不清哪一天就只写到月，例如 2025-06。",
            "Look it up; where the day is not known write only the month, such as 2025-06.",
        ),
    ),
}
DATE_BARE = Text("请写成 {date}，不加引号。", "Write {date}, without quotes.")
DATE_TURNED = Text(
    "请核对；像是月和日写颠倒了，那就写成 {date}。",
    "Look it up; month and day seem to have changed places: then write {date}.",
)
DATE_UNKNOWN_NEEDED = Text(
    "只知道月份写 2025-06，只知道年份写 2025；这一项必须写，不能删去。",
    "Write 2025-06 where only the month is known, 2025 where only the year is; it is needed, so do not remove the line.",
)
PATTERN = Text(
    "{where}写的是“{found}”，写法不对。",
    "{where} is “{found}”, which is not written the way it has to be.",
)
TOO_LONG = (
    Text(
        "{where}有 {size} 个字，最多 {limit} 个。",
        "{where} has {size} {size:character|characters}; {limit} at most.",
    ),
    Text("请写短一些；来龙去脉写到概述（summary）里。", "Shorten it; the story goes to summary."),
)
TOO_SHORT = Text("{where}是空的。", "{where} is empty.")
TOO_FEW = (
    Text(
        "{where}有 {size} 项，至少要 {limit} 项。",
        "{where} has {size} {size:item|items}; at least {limit}.",
    ),
    Text("请补上。", "Add what is missing."),
)
TOO_MANY = (
    Text(
        "{where}有 {size} 项，最多 {limit} 项。",
        "{where} has {size} {size:item|items}; at most {limit}.",
    ),
    Text("请删去多余的项。", "Remove what is too much."),
)
_LOOK_UP = Text("请核对数字。", "Look the number up.")
TOO_SMALL = (
    Text(
        "{where}是 {found}，不能小于 {limit}。", "{where} is {found}; it cannot be below {limit}."
    ),
    _LOOK_UP,
)
TOO_LARGE = (
    Text(
        "{where}是 {found}，不能大于 {limit}。", "{where} is {found}; it cannot be above {limit}."
    ),
    _LOOK_UP,
)
REPEATED = (
    Text("{where}里有重复的项：{found}。", "{where} holds an item twice: {found}."),
    Text("请只留一项。", "Keep one of them."),
)
WRONG_FOLDER = (
    Text(
        "这个文件放在“{folder}”的文件夹里，内容却像是一份“{kind}”。",
        "The file lies in the folder for “{folder}”, but reads like a “{kind}”.",
    ),
    Text("请移到 {home} 那样的位置。", "Move it to a place such as {home}."),
)
NOT_HERE = (
    Text("这种情况下不写{where}。", "In this case {where} is not written."),
    REMOVE_LINE,
)
OTHER = (
    Text("{where}不合要求。", "{where} is not as it should be."),
    Text(
        "请对照网站“帮助”里这类档案的说明和例子。",
        "Compare with the description and the example of its kind in the help pages of the site.",
    ),
)


def shown(value: Any) -> Text:
    """A value as a clerk would name it."""
    if value is None:
        return Text("空着没写", "nothing")
    if isinstance(value, bool):
        word = "true" if value else "false"
        return Text(f"“{word}”", f"“{word}”")
    if isinstance(value, list):
        return TYPES["array"]
    if isinstance(value, dict):
        return TYPES["object"]
    quoted = f"“{shortened(value)}”"
    if isinstance(value, int | float):
        return Text(f"数字{quoted}", f"the number {quoted}")
    return Text(f"文字{quoted}", f"the text {quoted}")


def shortened(value: Any) -> str:
    """A value on one line of at most 40 characters."""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"
