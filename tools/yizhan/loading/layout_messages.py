"""Messages about the lines of a file: how they are indented, what marks an item, what is no field."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.loading.conflict_messages import CONFLICT_MESSAGES
from yizhan.loading.left_out_messages import LEFT_OUT_MESSAGES
from yizhan.model.text import Text

_EMPTY_ITEM = Text(
    "这里多了一个空项，什么也没有填。", "Here is an empty item: nothing is filled in."
)
_NO_FIELD = Text(
    "这一行没有“名称: 内容”的形式。",
    "This line has not the form “name: value”.",
)

LAYOUT_MESSAGES: Mapping[tuple[str, str], tuple[Text, Text]] = {
    ("Y007", ""): (
        Text(
            "这一行的缩进和同级的行没有对齐。",
            "This line is not aligned with the lines of its level.",
        ),
        Text(
            "同一级的各行，行首空格数要相同；每深一级多两个空格。",
            "Begin lines of one level with the same number of spaces; two more for each level.",
        ),
    ),
    ("Y007", "deeper"): (
        Text(
            "这一行比上一行缩进得深，可上一行已经有了内容。",
            "This line is indented deeper than the one before, which has a value already.",
        ),
        Text(
            "请把行首空格减到和上一行一样多。",
            "Begin it with as many spaces as the line before.",
        ),
    ),
    ("Y007", "one_more"): (
        Text("这一行缩进得不够。", "This line is not indented far enough."),
        Text(
            "请在这一行的行首再加 {by} 个空格，共 {wanted} 个。",
            "Put {by} more {by:space|spaces} before it: {wanted} in all.",
        ),
    ),
    ("Y007", "one_less"): (
        Text("这一行缩进得太多。", "This line is indented too far."),
        Text(
            "请在这一行的行首删去 {by} 个空格，留 {wanted} 个。",
            "Remove {by} {by:space|spaces} before it and leave {wanted}.",
        ),
    ),
    ("Y007", "several_more"): (
        Text(
            "从这一行到第 {last} 行缩进得不够。",
            "The lines from here to {last} are not indented far enough.",
        ),
        Text(
            "请在第 {first} 行到第 {last} 行的行首各加 {by} 个空格。",
            "Put {by} more {by:space|spaces} before each of the lines {first} to {last}.",
        ),
    ),
    ("Y007", "several_less"): (
        Text(
            "从这一行到第 {last} 行缩进得太多。",
            "The lines from here to {last} are indented too far.",
        ),
        Text(
            "请在第 {first} 行到第 {last} 行的行首各删去 {by} 个空格。",
            "Remove {by} {by:space|spaces} before each of the lines {first} to {last}.",
        ),
    ),
    ("Y007", "wide"): (
        Text(
            "行首是全角空格或者网页里的空格，不是普通空格。",
            "The line begins with full-width or no-break spaces, not with ordinary ones.",
        ),
        Text(
            "请删去行首的空格，切换到英文输入法重新打。",
            "Delete the spaces at its start and type ordinary ones.",
        ),
    ),
    ("Y010", ""): (
        Text("列表的短横“-”后面少了一个空格。", "There is no space after the dash of a list."),
        Text("请写成“- ……”。", "Write “- …”."),
    ),
    ("Y010", "mark"): (
        Text(
            "列表的每一项要以英文短横“-”开头，这里写的是“{mark}”。",
            "Each item of a list begins with a plain dash; here is “{mark}”.",
        ),
        Text(
            "请把“{mark}”改成英文短横加一个空格：“- ”。",
            "Replace “{mark}” with “- ”: a plain dash and one space.",
        ),
    ),
    ("Y010", "marks"): (
        Text(
            "列表的每一项要以英文短横“-”开头，这里写的是“{mark}”，下面还有 {others} 处。",
            "Each item of a list begins with a plain dash; here is “{mark}”, and {others} more {others:mark follows|marks follow}.",
        ),
        Text(
            "请切换到英文输入法，把这些行首的记号都改成“- ”（短横和一个空格）。",
            "Replace each mark at the start of a line with “- ”: a plain dash and one space.",
        ),
    ),
    ("Y010", "missing"): (
        Text(
            "这里开始新的一项，前面少了短横“- ”。",
            "A new item begins here, without the dash before it.",
        ),
        Text(
            "请在这一行的文字前面加上“- ”，并让这一项的各行左边对齐。",
            "Put “- ” before what the line says, and keep the lines of the item in line with it.",
        ),
    ),
    ("Y011", ""): (
        Text(
            "从这里开始的方括号或花括号没有写完整。",
            "The bracket that begins here is not complete.",
        ),
        Text(
            "列表请改成一行一项、以“- ”开头；是文字的话，请加上英文单引号。",
            "Write lists with one “- ” line an item; if it is text, put it in single quotes.",
        ),
    ),
    ("Y012", ""): (
        Text("这里不符合 YAML 的写法。", "This is not valid YAML."),
        Text(
            "请对照同类记录的写法，检查这一行和上一行的冒号、空格、引号。",
            "Compare with a record of its kind: colon, spaces and quotes of this and the last line.",
        ),
    ),
    **CONFLICT_MESSAGES,
    **LEFT_OUT_MESSAGES,
    ("Y012", "text"): (
        Text(
            "第 {first} 行的文字没有写完，接到了这一行，要先说明是几行文字。",
            "The text of line {first} goes on in this line, which has to be said first.",
        ),
        Text(
            "请把第 {first} 行改成“{head}”，原来冒号后面的文字移到下一行；这段文字的各行（到第 {last} 行）行首都空 {depth} 格。",
            "End line {first} with “{head}”, move its text to a line of its own, and begin each line of the text, up to {last}, with {depth} spaces.",
        ),
    ),
    ("Y012", "block"): (
        Text(
            "这一行是第 {first} 行“|”下面的文字，缩进得不够。",
            "This line belongs to the text below the “|” of line {first} and is not indented far enough.",
        ),
        Text(
            "请让这段文字的各行（到第 {last} 行）行首都空 {depth} 格。",
            "Begin each line of the text, up to {last}, with {depth} spaces.",
        ),
    ),
    ("Y012", "brackets"): (
        Text(
            "“{key}”后面写了“[]”（空列表），下面却又有内容。",
            "After “{key}” stands “[]”, an empty list, yet items follow below.",
        ),
        Text("请删去“[]”，只留“{key}:”。", "Delete the “[]” and leave “{key}:”."),
    ),
    ("Y012", "beside"): (
        Text(
            "“{key}:”下面还有几行，它后面就不能再写字。",
            "Lines follow below “{key}:”, so nothing can stand beside it.",
        ),
        Text(
            "请把“{value}”移到下面合适的一行里，或者删去；这一行只留“{key}:”。",
            "Move “{value}” into a fitting line below, or remove it; only “{key}:” stays here.",
        ),
    ),
    ("Y012", "together"): (
        Text(
            "一行里写了两个字段，“{second}”要另起一行。",
            "Two fields are in one line; “{second}” begins a new one.",
        ),
        Text(
            "请在“{second}”前面换行，行首的空格数同这一行一样。",
            "Break the line before “{second}” and indent it as this line is.",
        ),
    ),
    ("Y012", "one_line"): (
        Text(
            "“{key}”下面的几项挤在了一行。",
            "The fields below “{key}” are all in one line.",
        ),
        Text(
            "请换行：“{key}:”单独一行，下面每项另起一行，行首空 {depth} 格，写成“名称: 内容”。",
            "Give each a line of its own: “{key}:” alone, and below it each field with {depth} spaces before it, as “name: value”.",
        ),
    ),
    ("Y012", "pipe"): (
        Text("“{mark}”后面不能直接写文字。", "No text can follow “{mark}” in the same line."),
        Text(
            "请在“{mark}”后面换行，文字从下一行写起，行首空 {depth} 格；“{mark}”是文字的一部分的，给整段文字加上英文单引号。",
            "Begin the text in the next line, with {depth} spaces before it; if “{mark}” is part of the text, put the whole text in single quotes.",
        ),
    ),
    ("Y012", "fence"): (
        Text(
            "“{line}”是别处用来框住代码的记号，不是档案的内容。",
            "“{line}” is a mark that frames code elsewhere, and no part of a record.",
        ),
        Text("请删去以“```”开头的行。", "Delete the lines that begin with “```”."),
    ),
    ("Y012", "strays"): (
        Text(
            "从这一行到第 {last} 行没有“名称: 内容”的形式。",
            "The lines from here to {last} have not the form “name: value”.",
        ),
        Text(
            "要公开的内容写进概述（summary）或说明（note）里，再删去这几行；只给自己看的，在行首加上“# ”。",
            "Put what is to be published into summary or note and remove the lines; if it is only for yourselves, begin each with “# ”.",
        ),
    ),
    ("Y012", "prefix"): (
        Text(
            "从这一行起，行首带了多余的“{mark}”，像是从别处连着粘贴来的。",
            "From here on lines begin with “{mark}”, which seems to be pasted along from elsewhere.",
        ),
        Text(
            "请把各行行首的“{mark}”这样的记号（行号、引用号、加号）删去。",
            "Delete such marks (numbers, quotation signs, plus signs) at the start of each line.",
        ),
    ),
    ("Y012", "suffix"): (
        Text(
            "从这一行起，行末带了多余的“{mark}”（逗号、分号）。",
            "From here on lines end with “{mark}”, which does not belong.",
        ),
        Text(
            "请删去各行行末的逗号、分号。",
            "Delete the commas and semicolons at the end of each line.",
        ),
    ),
    ("Y012", "items"): (
        Text(
            "一项里的每一行都加了短横“-”，拆成了几项。",
            "Each line of an item has a dash of its own, which makes it several items.",
        ),
        Text(
            "同一项只在第一行写“- ”；第 {first} 行到第 {last} 行的“-”换成空格，同第一行“- ”后面的字对齐。",
            "Only the first line of an item has “- ”; replace the dashes of the lines {first} to {last} by spaces, in line with the first.",
        ),
    ),
    ("Y012", "above"): (
        Text(
            "第 {first} 行到第 {last} 行属于“{key}:”，却写在它的上面。",
            "The lines {first} to {last} belong to “{key}:” and are written above it.",
        ),
        Text(
            "请把这几行原样移到“{key}:”的下面。",
            "Move these lines as they are below “{key}:”.",
        ),
    ),
    ("Y012", "page"): (
        Text(
            "“{line}”像是从别的文件里带来的页码或者分隔线，不是档案的内容。",
            "“{line}” looks like a page number or a rule that came along from another document.",
        ),
        Text(
            "请把这一行整行删掉，别的行不用改。",
            "Remove the whole line; the others stay as they are.",
        ),
    ),
    ("Y012", "unfinished"): (
        Text(
            "“{line}”像是“{name}”没有写完，后面也没有内容。",
            "“{line}” looks like “{name}” that was not finished, and nothing follows.",
        ),
        Text(
            "请补全成“{name}: ……”：英文冒号，一个空格，再写内容；用不着就把这一行删去。",
            "Complete it to “{name}: …”: a colon, a space and what it is; remove the line if it is not needed.",
        ),
    ),
    ("Y012", "notation"): (
        Text(
            "这一行是从网页、表格或者程序里带来的写法，不是“名称: 内容”。",
            "This line is as a web page, a table or a program has it, not “name: content”.",
        ),
        Text("请写成 {value}", "Write {value}"),
    ),
    ("Y012", "empty_item"): (
        _EMPTY_ITEM,
        Text(
            "用不着就把这一项整项删去（第 {first} 行）；要用就填全。",
            "Remove the whole item (line {first}) if it is not needed, or fill it in.",
        ),
    ),
    ("Y012", "empty_items"): (
        _EMPTY_ITEM,
        Text(
            "用不着就把这一项整项删去（第 {first} 行到第 {last} 行）；要用就填全。",
            "Remove the whole item (lines {first} to {last}) if it is not needed, or fill it in.",
        ),
    ),
    ("Y010", "extra"): (
        Text(
            "“{key}:”下面只有一组内容，不是一项一项的列表，这一行多了短横“-”。",
            "Below “{key}:” is one group of fields, not a list of items: this dash is too many.",
        ),
        Text(
            "请把“- ”换成两个空格，同下面的行对齐；内容都留着。",
            "Replace “- ” by two spaces, in line with the lines below; keep what they say.",
        ),
    ),
    ("Y012", "nothing"): (
        Text(
            "这一行只有符号，不是“名称: 内容”。",
            "This line holds only signs, not “name: value”.",
        ),
        Text("请把这一行整行删掉。", "Remove the whole line."),
    ),
    ("Y012", "stray"): (
        _NO_FIELD,
        Text(
            "要公开的内容写进概述（summary）或说明（note）里，再删去这一行；只给自己看的，在行首加上“# ”。",
            "Put what is to be published into summary or note and remove the line; if it is only for yourselves, begin it with “# ”.",
        ),
    ),
    ("Y012", "dash"): (
        Text(
            "同一行的冒号后面不能直接开始列表。",
            "A list cannot begin on the line of its colon.",
        ),
        Text(
            "列表从下一行开始写：行首空两格，再写“- ……”。",
            "Begin a new line, two spaces deeper, with “- …”.",
        ),
    ),
    ("Y012", "key"): (
        _NO_FIELD,
        Text(
            "请补上名称和冒号；如果是上一行文字的继续，请比上一行多缩进两个空格。",
            "Add the name and a colon; if it goes on with the text above, indent it two more.",
        ),
    ),
}
