"""Messages about a line that was left out, and those of more than one that it may have been."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.model.text import Text

_NOWHERE_TWO = Text(
    "从这一行起的内容没有归处，前面少了两行，第一行可能是{choices}。",
    "What begins here belongs nowhere: two lines before it are missing, of which the first may be {choices}.",
)

LEFT_OUT_MESSAGES: Mapping[tuple[str, str], tuple[Text, Text]] = {
    ("Y012", "group_left_out"): (
        Text(
            "从这一行起像是{what}的内容，前面少了一行“{name}:”。",
            "What begins here seems to be the content of {what}: the line “{name}:” before it is missing.",
        ),
        Text(
            "请在第 {first} 行前面补上一行“{name}:”（{indent}）。",
            "Put the line “{name}:” before line {first} ({indent}).",
        ),
    ),
    ("Y012", "either_left_out"): (
        Text(
            "从这一行起的内容没有归处，前面少了一行，可能是{choices}。",
            "What begins here belongs nowhere: a line before it is missing, which may be {choices}.",
        ),
        Text(
            "请看这些内容是哪一样的，在第 {first} 行前面补上那一行（{indent}）：{choices}。",
            "See which it is and put that line before line {first} ({indent}): {choices}.",
        ),
    ),
    ("Y012", "either_both"): (
        _NOWHERE_TWO,
        Text(
            "请看这些内容是哪一样的，在第 {first} 行前面补上两行：先是 {choices}（{indent}），再是“- {key}: …”（{inner}），“…”换成这一项的{title}。",
            "See which it is and put two lines before line {first}: {choices} ({indent}), then “- {key}: …” ({inner}), with its {title} in place of the dots.",
        ),
    ),
    ("Y012", "item_left_out"): (
        Text(
            "从这一行起像是{what}里新的一项，少了第一行“- {key}: …”。",
            "A new item of {what} seems to begin here: its first line “- {key}: …” is missing.",
        ),
        Text(
            "请在第 {first} 行前面补上一行“- {key}: …”（{indent}），“…”换成这一项的{title}。",
            "Put the line “- {key}: …” before line {first} ({indent}), with its {title} in place of the dots.",
        ),
    ),
    ("Y012", "item_or_twice"): (
        Text(
            "“{again}”在同一项里写了两次；从这一行起像是{what}里新的一项，少了第一行“- {key}: …”。",
            "“{again}” is twice in one item; a new one of {what} seems to begin here, and its first line “- {key}: …” to be missing.",
        ),
        Text(
            "请在第 {first} 行前面补上一行“- {key}: …”（{indent}），“…”换成这一项的{title}；不是新的一项，就在两次里删去写错的一次。",
            "Put the line “- {key}: …” before line {first} ({indent}), with its {title} in place of the dots; if it is no new item, remove the wrong one of the two.",
        ),
    ),
    ("Y012", "both_left_out"): (
        Text(
            "从这一行起像是{what}的第一项，前面少了两行：“{name}:”和“- {key}: …”。",
            "The first item of {what} seems to begin here: the two lines “{name}:” and “- {key}: …” before it are missing.",
        ),
        Text(
            "请在第 {first} 行前面补上两行：先是“{name}:”（{indent}），再是“- {key}: …”（{inner}），“…”换成这一项的{title}。",
            "Put two lines before line {first}: “{name}:” ({indent}), then “- {key}: …” ({inner}), with its {title} in place of the dots.",
        ),
    ),
}

INDENT = Text("行首空 {depth} 格", "with {depth} {depth:space|spaces} before it")
NO_INDENT = Text("行首不空格", "with no space before it")
NAMED = Text("“{title}”（{name}）", "“{title}” ({name})")
CHOICE = Text("“{name}:”（{title}）", "“{name}:” ({title})")
OR = Text("或者", " or ")
