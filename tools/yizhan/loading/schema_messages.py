"""Messages about records that their schema does not allow, one pair of sentences a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
UNKNOWN_HOME = Text(
    "请移到“{home}”（{name}）下面，多缩进两个空格。",
    "Move it below “{home}” ({name}), indented two more spaces.",
)
UNKNOWN_ALL = Text(
    "请删去，或改用这里可用的字段：{fields}。",
    "Remove it, or use a field that is allowed here: {fields}.",
)
MISSING = Text("缺少{where}。", "{where} is missing.")
MISSING_LINES = Text(
    "请补上“{name}:”，换行缩进两个空格，写 {fields}。",
    "Add “{name}:” and below it, two spaces deeper, {fields}.",
)
MISSING_FIX = Text("请补上一行：{example}", "Add a line: {example}")
MISSING_BESIDE = Text(
    "写了 {given} 就必须写{where}。", "Where {given} is given, {where} is needed as well."
)
_FILL_IN = Text(
    "请填上内容；不知道就把整行删去。", "Fill it in; if it is not known, remove the line."
)
EMPTY = (Text("{where}后面没有内容。", "{where} has no value."), _FILL_IN)
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
    "请写成 {number}：只写阿拉伯数字，金额以元为单位。",
    "Write {number}: digits alone, money in yuan.",
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
DATE = Text("{where}写的是“{found}”，日期的写法不对。", "{where} is “{found}”, not a date's form.")
DATE_NEAR = Text("请写成 {date}。", "Write {date}.")
NO_SUCH_DAY = (
    Text(
        "{where}写的是“{found}”，日历上没有这一天。", "{where} is “{found}”, a day that never was."
    ),
    Text(
        "请核对；记不清哪一天就只写到月，例如 2025-06。",
        "Look it up; where the day is not known write only the month, such as 2025-06.",
    ),
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
TOO_SHORT = (
    Text("{where}是空的。", "{where} is empty."),
    _FILL_IN,
)
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
    Text("请删去这一行。", "Remove the line."),
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
