"""Messages about numbers of another unit than the field's, and about several where one belongs."""

from __future__ import annotations

from yizhan.model.text import Text

WORKING_DAYS = Text(
    "这里写多少个工作日：一天写 1，一周写 5，只写数字；按小时、自然日或者月算的，先看规程换算成工作日。",
    "Write how many working days: 1 for a day, 5 for a week, digits alone; hours, calendar days and months have to be turned into working days first.",
)
DAYS = Text(
    "这里写多少天：一周写 7，只写数字；按小时或者月算的，先换算成天。",
    "Write how many days: 7 for a week, digits alone; hours and months have to be turned into days first.",
)
NO_PERCENT = Text(
    "这里写数目（多少人、多少户、多少票），不写百分比：查清楚再填；只知道比例的，写进文字里。",
    "Write how many persons, households or votes, no percentage: look the number up; where only the share is known, put that into a text.",
)
PERSONS = Text(
    "这里写人数，不写户数：查清楚有多少人再填。",
    "Write the number of persons, not of households: look up how many there are.",
)
HOUSEHOLDS = Text(
    "这里写户数，不写人数：查清楚有多少户再填。",
    "Write the number of households, not of persons: look up how many there are.",
)
FOREIGN_MONEY = Text(
    "金额以人民币元为单位：请换算以后只写数字，原来的币种写进文字里。",
    "Money is in yuan: convert it and write digits alone; the original currency goes into a text.",
)
MONEY_IN_ALL = Text(
    "这里写一共多少元，不写单价：请算出总数，只写数字。",
    "Write how many yuan in all, not the price of one: work out the sum, digits alone.",
)
APART_BY_HAND = Text(
    "请分成几行写，一行一个数，各写在自己的一栏：{fields}。",
    "Write each number in a line of its own, where it belongs: {fields}.",
)
