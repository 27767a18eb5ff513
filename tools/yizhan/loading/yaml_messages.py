"""Messages about files that cannot be read, one pair of sentences a code and form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from yizhan.loading.conflict_messages import CONFLICT_MESSAGES
from yizhan.loading.file_messages import FILE_MESSAGES
from yizhan.model.finding import Finding, Level
from yizhan.model.frozen import dataclass
from yizhan.model.text import Text


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """Something in a file that keeps it from being read.

    Attributes:
        line: from 1.
        column: from 1.
        code: a ``Y`` code.
        form: which of the code's messages; empty for the usual one.
        values: what fills the message.
    """

    line: int
    column: int
    code: str
    form: str = ""
    values: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def harmless(self) -> bool:
        """Whether the file can be read all the same."""
        return self.code == "Y024"

    def finding(self, path: str) -> Finding:
        """The finding for a file."""
        message, fix = MESSAGES[self.code, self.form]
        return Finding(
            path=path,
            line=self.line,
            column=self.column,
            code=self.code,
            message=message.format(**self.values),
            fix=fix.format(**self.values),
            level=Level.WARNING if self.harmless else Level.ERROR,
        )


def character_name(character: str) -> str:
    """A character that cannot be seen, by number and, where it has one, by name."""
    import unicodedata

    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" {name}" if name else "")


_SAVE_UTF8 = Text(
    "请用记事本或其他编辑器打开，另存为“UTF-8”编码。",
    "Open it in an editor and save it again in the encoding “UTF-8”.",
)
_QUOTE_ALL = Text(
    "请给冒号后面的整段文字加上英文单引号，例如 title: '……'。",
    "Put the whole text after the colon in single quotes, as in title: '…'.",
)

MESSAGES: Mapping[tuple[str, str], tuple[Text, Text]] = {
    ("Y001", ""): (
        Text("文件不是 UTF-8 编码，读不出来。", "The file is not in UTF-8 and cannot be read."),
        _SAVE_UTF8,
    ),
    ("Y001", "gb18030"): (
        Text(
            "文件像是 GBK（GB18030）编码，不是 UTF-8；Excel 和旧版记事本常这样保存。",
            "The file seems to be in GBK (GB18030), not UTF-8; Excel and old Notepads save so.",
        ),
        _SAVE_UTF8,
    ),
    ("Y001", "utf16"): (
        Text(
            "文件是 UTF-16（记事本里叫“Unicode”）编码，不是 UTF-8。",
            "The file is in UTF-16 (“Unicode” in Notepad), not UTF-8.",
        ),
        _SAVE_UTF8,
    ),
    ("Y001", "lost"): (
        Text(
            "这里的字已经成了乱码，是用错误的编码打开又保存过的。",
            "The letters here are lost: the file was opened in a wrong encoding and saved so.",
        ),
        Text(
            "找回原来的文件，另存为“UTF-8”编码；找不回的，照原件把这里的字重新写一遍。",
            "Take the file as it was before and save it as “UTF-8”; if it is gone, write the words anew from the original.",
        ),
    ),
    ("Y002", ""): (
        Text(
            "这里有一个看不见的控制字符（{character}），多半是复制粘贴带来的。",
            "There is an invisible control character ({character}) here, most likely from pasting.",
        ),
        Text(
            "请删掉这一处，重新手工输入前后几个字。",
            "Delete the place and type the neighbouring words again.",
        ),
    ),
    ("Y002", "return"): (
        Text(
            "文件的换行是旧式的（只有回车符），整个文件成了一行。",
            "The file has line breaks of an old kind (carriage returns alone), so that it is one line.",
        ),
        Text(
            "请用编辑器打开，换行格式选“LF”或“Windows（CRLF）”，另存一次。",
            "Open it in an editor, choose “LF” or “Windows (CRLF)” for its line breaks, and save it again.",
        ),
    ),
    ("Y002", "width"): (
        Text(
            "这里有一个看不见的字符（{character}），多半是从网页或微信粘贴来的。",
            "There is a character here that cannot be seen ({character}), most likely pasted from the web.",
        ),
        Text(
            "请把这一行删掉，重新手工输入；别处还有的，也这样改。",
            "Delete the line and type it again; likewise where there are more.",
        ),
    ),
    ("Y003", ""): (
        Text(
            "文件有 {size} kB，超过 {limit} kB 的上限。",
            "The file has {size} kB, more than the limit of {limit} kB.",
        ),
        Text(
            "一个文件只记一件事；照片和扫描件请作为附件另放。",
            "One file holds one record; keep photos and scans beside it as attachments.",
        ),
    ),
    ("Y004", ""): (
        Text("这里用了制表符（Tab 键）{more}。", "There is a tab (the Tab key) here{more}."),
        Text("请改用空格：每缩进一级用两个空格。", "Use spaces: two for each level."),
    ),
    ("Y004", "after"): (
        Text(
            "这里的文字用制表符（Tab 键）隔开，像是从表格里粘贴来的{more}。",
            "The words here are set apart by a tab (the Tab key), as pasted from a spreadsheet{more}.",
        ),
        Text(
            "请写成“名称: 内容”：英文冒号，后面一个空格，不用制表符。",
            "Write “name: value”: a plain colon and one space, no tab.",
        ),
    ),
    ("Y004", "row"): (
        Text(
            "这一行像是从表格里粘贴来的，各格之间是制表符（Tab 键）{more}。",
            "This line seems to be pasted from a spreadsheet, with tabs between its cells{more}.",
        ),
        Text(
            "表格的一行写成一项：第一格以“- ”开头，每格另起一行，写成“名称: 内容”，照这个列表里别的项的样子；表头不要。",
            "Write each row as an item: “- ” before its first cell, each cell in a line of its own as “name: value”, as in the other items of the list; leave out the heads of the columns.",
        ),
    ),
    ("Y005", ""): (
        Text("“{key}”的冒号后面少了一个空格。", "There is no space after the colon of “{key}”."),
        Text("请在冒号后加一个空格：“{key}: ……”。", "Put one space after the colon: “{key}: …”."),
    ),
    ("Y005", "none"): (
        Text("“{key}”后面没有英文冒号。", "After “{key}” there is no colon."),
        Text(
            "请写成“{key}: ……”：英文冒号，后面一个空格。",
            "Write “{key}: …”: a plain colon and one space.",
        ),
    ),
    ("Y005", "decorated"): (
        Text(
            "“{key}”两边带了多余的记号“{mark}”。",
            "“{key}” has marks around it that do not belong: “{mark}”.",
        ),
        Text("请去掉这些记号，写成“{key}: ……”。", "Remove them and write “{key}: …”."),
    ),
    ("Y005", "wide"): (
        Text(
            "“{key}”的冒号后面是全角空格或者网页里的空格，应为普通空格。",
            "After the colon of “{key}” stands a full-width or no-break space, not an ordinary one.",
        ),
        Text(
            "请切换到英文输入法，把它改成一个普通空格。",
            "Switch to English input and replace it with one ordinary space.",
        ),
    ),
    ("Y006", "named"): (
        Text(
            "“{key}”要写成字段名 {name}，后面用英文冒号加空格。",
            "“{key}” has to be written as the field's name {name}, with a colon and a space.",
        ),
        Text("请改成“{name}: ……”。", "Write “{name}: …”."),
    ),
    ("Y006", ""): (
        Text(
            "“{key}”后面是中文冒号“：”，应为英文冒号加空格。",
            "After “{key}” stands the full-width colon “：”, not a colon and a space.",
        ),
        Text("请切换到英文输入法，改成“{key}: ……”。", "Switch to English input: “{key}: …”."),
    ),
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
    ("Y008", "open"): (
        Text(
            "从这里开始的引号没有结束。",
            "The quotation mark that begins here is never closed.",
        ),
        Text(
            "请在文字末尾补上同样的英文引号。",
            "Close it with the same straight quotation mark.",
        ),
    ),
    ("Y008", "escape"): (
        Text(
            "双引号里的反斜杠“\\”有特殊含义，这里读不懂。",
            "Within double quotes a backslash has a meaning of its own, and this one has none.",
        ),
        Text("请改用单引号把这段文字括起来。", "Put the text in single quotes instead."),
    ),
    ("Y008", "inner"): (
        Text(
            "引号到这里已经结束，后面却还有文字；多半是文字里面也有英文引号。",
            "The quotation has ended, yet text follows; most likely the text holds straight quotes.",
        ),
        Text(
            "文字里的引号请用中文引号“”，或者去掉最外层的引号。",
            "Use curly quotes “” within the text, or drop the outer ones.",
        ),
    ),
    ("Y009", "colon"): (
        Text(
            "这段文字里又出现了“冒号加空格”，会被当成新的一项。",
            "The text holds another colon with a space, which would begin a new field.",
        ),
        _QUOTE_ALL,
    ),
    ("Y009", "start"): (
        Text(
            "文字不能直接以“{character}”开头。",
            "A text cannot begin with “{character}” as it stands.",
        ),
        _QUOTE_ALL,
    ),
    ("Y009", "hash"): (
        Text(
            "空格加“#”会被当成注释，“{lost}”这几个字读不进来。",
            "A space and “#” begin a comment: “{lost}” would be lost.",
        ),
        _QUOTE_ALL,
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
            "请切换到英文输入法，把“{mark}”改成“- ”（短横和一个空格）。",
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
    ("Y008", "pair"): (
        Text(
            "整行“名称: 内容”都加了引号，会被当成一段文字。",
            "The whole line “name: value” is in quotes, which makes it a text.",
        ),
        Text(
            "请去掉引号，写成 {pair}。",
            "Remove the quotes and write {pair}.",
        ),
    ),
    ("Y012", "nothing"): (
        Text(
            "这一行只有符号，不是“名称: 内容”。",
            "This line holds only signs, not “name: value”.",
        ),
        Text("请删去这一行。", "Remove the line."),
    ),
    ("Y012", "stray"): (
        Text(
            "这一行没有“名称: 内容”的形式。",
            "This line has not the form “name: value”.",
        ),
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
            "请换行，缩进两个空格再写“- ……”。",
            "Begin a new line, two spaces deeper, with “- …”.",
        ),
    ),
    ("Y012", "key"): (
        Text(
            "这一行没有“名称: 内容”的形式。",
            "This line has not the form “name: value”.",
        ),
        Text(
            "请补上名称和冒号；如果是上一行文字的继续，请比上一行多缩进两个空格。",
            "Add the name and a colon; if it goes on with the text above, indent it two more.",
        ),
    ),
    ("Y013", ""): (
        Text(
            "“{key}”写了两次（第一次在第 {first} 行）。",
            "“{key}” is written twice (first in line {first}).",
        ),
        Text("请删去其中一处，或合并到一处。", "Remove one, or merge the two."),
    ),
    ("Y013", "record"): (
        Text(
            "从这里开始像是第二份档案（第一份从第 {first} 行开始），一个文件只放一份。",
            "A second record seems to begin here (the first begins in line {first}); a file holds one.",
        ),
        Text(
            "请把从这一行起的内容剪下来，另存成一个文件，文件名就是它的 id；只是重复粘贴的，删去。",
            "Cut what begins here and save it as a file of its own, named by its id; if it was only pasted twice, delete it.",
        ),
    ),
    ("Y013", "item"): (
        Text(
            "“{key}”写了两次（第一次在第 {first} 行），像是新的一条前面少了短横“- ”。",
            "“{key}” is written twice (first in line {first}); the dash of a new item seems to be missing.",
        ),
        Text(
            "是新的一条，就在它的第一行前面加上“- ”；不是的，删去其中一处。",
            "If a new item begins here, put “- ” before its first line; if not, remove one of the two.",
        ),
    ),
    ("Y014", "anchor"): (
        Text(
            "这里用了 YAML 的锚点“&{name}”，档案里不允许。",
            "There is a YAML anchor “&{name}”, which records do not allow.",
        ),
        Text(
            "请去掉它；如果是文字，请加上英文单引号。",
            "Remove it; if it is text, put it in single quotes.",
        ),
    ),
    ("Y014", "alias"): (
        Text(
            "这里用了 YAML 的引用“*{name}”，档案里不允许。",
            "There is a YAML alias “*{name}”, which records do not allow.",
        ),
        Text(
            "请把内容写全；如果是文字，请加上英文单引号。",
            "Write the value out; if it is text, put it in single quotes.",
        ),
    ),
    ("Y014", "merge"): (
        Text(
            "这里用了 YAML 的合并键“<<”，档案里不允许。",
            "There is a YAML merge key “<<”, which records do not allow.",
        ),
        Text("请把要合并的各项写全。", "Write out the fields that it stands for."),
    ),
    ("Y015", ""): (
        Text(
            "这里用了 YAML 标签“{tag}”，档案里不允许。",
            "There is a YAML tag “{tag}”, which records do not allow.",
        ),
        Text(
            "请去掉它；如果文字以叹号开头，请加上英文单引号。",
            "Remove it; if a text begins with an exclamation mark, put it in single quotes.",
        ),
    ),
    ("Y016", ""): (
        Text(
            "一个文件里用“---”写了几份内容。",
            "The file holds several documents separated by “---”.",
        ),
        Text("一个文件只记一件事，请分成几个文件。", "One file holds one record: part them."),
    ),
    ("Y017", ""): (
        Text("嵌套超过 {limit} 层。", "The nesting is deeper than {limit} {limit:level|levels}."),
        Text(
            "没有哪种档案需要这么多层，请检查缩进和括号。",
            "No record needs so many levels: look at the indentation and the brackets.",
        ),
    ),
    ("Y018", ""): (
        Text("文件是空的。", "The file is empty."),
        Text(
            "请补上内容，或删去这个文件。",
            "Fill it in, or remove the file.",
        ),
    ),
    ("Y019", "list"): (
        Text(
            "文件的最外层是列表，应为“名称: 内容”一行行写下来。",
            "The file's outermost level is a list, not lines of “name: value”.",
        ),
        Text("请去掉行首的“- ”，从“id: ……”写起。", "Remove the leading “- ”; begin with “id: …”."),
    ),
    ("Y019", "text"): (
        Text(
            "文件里只有一段文字，应为“名称: 内容”一行行写下来。",
            "The file holds nothing but a text, not lines of “name: value”.",
        ),
        Text(
            "请从“id: ……”写起；冒号用英文冒号，后面加一个空格。",
            "Begin with “id: …”: a plain colon and one space.",
        ),
    ),
    ("Y020", ""): (
        Text(
            "冒号前面应当是字段名，这里却不是。",
            "Before the colon a field's name should stand, and does not.",
        ),
        Text(
            "请在冒号前写上字段名，例如 title: ……。",
            "Write the field's name before the colon, as in title: ….",
        ),
    ),
    **FILE_MESSAGES,
}
