"""Messages about files that cannot be read, one pair of sentences a code and form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from yizhan.loading.character_messages import CHARACTER_MESSAGES
from yizhan.loading.file_messages import FILE_MESSAGES
from yizhan.loading.layout_messages import LAYOUT_MESSAGES
from yizhan.model.finding import Finding, Level
from yizhan.model.frozen import dataclass
from yizhan.model.text import Text

_NO_MORE = Text("", "")


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
        values = {"more": _NO_MORE, **self.values}
        return Finding(
            path=path,
            line=self.line,
            column=self.column,
            code=self.code,
            message=message.format(**values),
            fix=fix.format(**values),
            level=Level.WARNING if self.harmless else Level.ERROR,
        )


def character_name(character: str) -> str:
    """A character that cannot be seen, by number and, where it has one, by name."""
    import unicodedata

    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" {name}" if name else "")


_NO_COLON = Text("“{key}”后面没有英文冒号。", "After “{key}” there is no colon.")
_LOST = Text(
    "空格加“#”会被当成注释，“{lost}”这几个字读不进来。",
    "A space and “#” begin a comment: “{lost}” would be lost.",
)
_QUOTE_ALL = Text(
    "请给冒号后面的整段文字加上英文单引号，例如 title: '……'。",
    "Put the whole text after the colon in single quotes, as in title: '…'.",
)

SHEET_FIX = Text(
    "回到表格里查清这一格原来的数，填上；查不到的，把整行删去。",
    "Find out in the spreadsheet what the cell was to be, and put that; if it cannot be found out, remove the line.",
)

MESSAGES: Mapping[tuple[str, str], tuple[Text, Text]] = {
    **CHARACTER_MESSAGES,
    ("Y005", ""): (
        Text(
            "“{key}”的冒号后面少了一个空格{more}。",
            "There is no space after the colon of “{key}”{more}.",
        ),
        Text("请在冒号后加一个空格：“{key}: ……”。", "Put one space after the colon: “{key}: …”."),
    ),
    ("Y005", "none"): (
        _NO_COLON,
        Text(
            "请写成“{key}: ……”：英文冒号，后面一个空格。",
            "Write “{key}: …”: a plain colon and one space.",
        ),
    ),
    ("Y005", "none_below"): (
        _NO_COLON,
        Text("请写成“{key}:”，英文冒号。", "Write “{key}:”, with a plain colon."),
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
            "“{key}”的冒号后面是全角空格或者网页里的空格，应为普通空格{more}。",
            "After the colon of “{key}” stands a full-width or no-break space, not an ordinary one{more}.",
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
            "“{key}”后面是中文冒号“：”，应为英文冒号加空格{more}。",
            "After “{key}” stands the full-width colon “：”, not a colon and a space{more}.",
        ),
        Text("请切换到英文输入法，改成“{key}: ……”。", "Switch to English input: “{key}: …”."),
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
    ("Y008", "stray"): (
        Text(
            "这里多了一个引号“{mark}”，后面没有同样的另一个。",
            "There is a quotation mark “{mark}” too many: none like it follows.",
        ),
        Text("请删去它，写成 {value}。", "Remove it and write {value}."),
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
    ("Y009", "mark"): (
        Text(
            "这里不能以“{character}”开头。",
            "A value cannot begin with “{character}” here.",
        ),
        Text("请删去这个记号，写成 {value}。", "Remove the mark and write {value}."),
    ),
    ("Y009", "hash"): (
        _LOST,
        _QUOTE_ALL,
    ),
    ("Y009", "sheet"): (
        Text(
            "“{lost}”是表格算错时显示的字样，不是内容。",
            "“{lost}” is what a spreadsheet shows where it cannot work a cell out; it says nothing.",
        ),
        SHEET_FIX,
    ),
    ("Y009", "remark"): (
        _LOST,
        Text(
            "只是给自己看的，“#”后面加一个空格：“# {remark}”；没有用的，把“{lost}”删去。",
            "If it is a remark for yourself, put a space after “#”: “# {remark}”; if it is of no use, remove “{lost}”.",
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
    **LAYOUT_MESSAGES,
    **FILE_MESSAGES,
}
