"""Documentation of the codes ``Y…``: files that cannot be read as YAML, or are in a wrong place."""

from __future__ import annotations

from yizhan.checks.shared.check import Example
from yizhan.checks.shared.reading.form import GOOD, PATH, TO_ITS_FOLDER, Reading, document, swapped
from yizhan.model.finding import Level
from yizhan.model.text import Text

_ENCODING = document(
    "Y001",
    (
        Text("文件是 UTF-8 编码", "The file is in UTF-8"),
        Text(
            "别的编码（GBK、UTF-16）在网站上会变成乱码，Git 也比较不出改了哪些字。",
            "In another encoding (GBK, UTF-16) the text turns to gibberish, and Git cannot tell what changed.",
        ),
        Text("在编辑器里另存为“UTF-8”编码。", "Save it again in the encoding “UTF-8”."),
    ),
    Example(
        {PATH: GOOD.encode("gb18030").decode("utf-8", "surrogateescape")},
    ),
)
_CONTROL = document(
    "Y002",
    (
        Text("没有看不见的控制字符", "No invisible control characters"),
        Text(
            "从网页或微信复制来的文字可能带着看不见的字符：有的让搜索找不到这件事，有的能让审阅的人看到的和写的不一样。",
            "Pasted text may carry invisible characters: some hide a record from the search, some show a reviewer something else than what is written.",
        ),
        Text("删掉这一处，重新手工输入。", "Delete the place and type it again."),
    ),
    swapped("文化广场", "文化\u202e广场"),
)
_SIZE = document(
    "Y003",
    (
        Text("文件不超过 512 kB", "The file has at most 512 kB"),
        Text(
            "一份档案只有几千字；这么大的文件多半是误放的表格或图片。",
            "A record has a few thousand characters; so large a file is a sheet or a picture by mistake.",
        ),
        Text("一个文件只记一件事，照片作为附件。", "One record a file; photos are attachments."),
    ),
    Example({PATH: GOOD + "# " + "很长" * 90_000 + "\n"}),
)
_TAB = document(
    "Y004",
    (
        Text("缩进用空格，不用 Tab 键", "Indentation is made of spaces"),
        Text(
            "制表符在不同的编辑器里宽度不同，看着对齐的行，机器读出来并不对齐，所以 YAML 禁止用它缩进。",
            "A tab has another width in every editor, so that YAML forbids it for indentation.",
        ),
        Text("每缩进一级用两个空格。", "Use two spaces for each level."),
    ),
    swapped("title: 文化广场", "title:\t文化广场"),
)
_NO_SPACE = document(
    "Y005",
    (
        Text("冒号后面有一个空格", "A space after the colon"),
        Text(
            "少了空格，整行会被当成一段文字，这一项就等于没有写。",
            "Without the space the whole line is one text, and the field is not there at all.",
        ),
        Text("在冒号后加一个空格。", "Put one space after the colon."),
    ),
    swapped("title: 文化广场", "title:文化广场"),
)
_WIDE_COLON = document(
    "Y006",
    (
        Text("冒号是英文冒号", "The colon is a plain one"),
        Text(
            "中文冒号“：”在 YAML 里只是一个字，不能把名称和内容分开。",
            "The full-width colon “：” is a letter like any other in YAML and parts nothing.",
        ),
        Text("切换到英文输入法，写冒号加空格。", "Switch to English input: a colon and a space."),
    ),
    swapped("title: 文化广场", "title：文化广场"),
)
_INDENT = document(
    "Y007",
    (
        Text("同一级的行对齐", "Lines of one level are aligned"),
        Text(
            "一项属于哪一级，全看行首有几个空格。",
            "Which level a line belongs to is told by the spaces before it alone.",
        ),
        Text("同一级行首空格一样多，每深一级多两个。", "Same spaces for a level, two more below."),
    ),
    swapped("example: true\nlevel: site", "example: true\n  level: site"),
)
_QUOTES = document(
    "Y008",
    (
        Text("引号成对", "Quotation marks come in pairs"),
        Text(
            "英文引号在行首表示“到下一个引号为止都是文字”；少了一个，后面的内容就全被吞进去。",
            "A straight quote at the start means “text up to the next one”; where that is missing, all the rest is swallowed.",
        ),
        Text("补上另一个引号；文字里的引号用中文引号。", "Close it; within text use curly quotes."),
    ),
    swapped("文化广场", "'文化广场"),
)
_NEEDS_QUOTES = document(
    "Y009",
    (
        Text("有特殊符号的文字加引号", "Text with special signs is quoted"),
        Text(
            "冒号加空格，或以 @ % ` [ { 等符号开头，在 YAML 里另有含义。",
            "A colon with a space, or a beginning such as @ % ` [ {, has a meaning of its own.",
        ),
        Text("给整段文字加上英文单引号。", "Put the whole text in single quotes."),
    ),
    swapped("文化广场", "广场: 东区"),
    GOOD.replace("文化广场", "'广场: 东区'"),
)
_DASH = document(
    "Y010",
    (
        Text("列表的短横后面有空格", "A space after the dash of a list"),
        Text("没有空格，短横就成了文字的一部分。", "Without it the dash is part of the text."),
        Text("写成“- ……”。", "Write “- …”."),
    ),
    Example({PATH: GOOD + "aliases:\n  - 村口广场\n  -老戏台\n  - 大坪\n"}),
    GOOD + "aliases:\n  - 村口广场\n  - 老戏台\n  - 大坪\n",
)
_BRACKET = document(
    "Y011",
    (
        Text("方括号、花括号写完整", "Brackets are complete"),
        Text(
            "YAML 里方括号是列表；少了一半，后面的行都读不出来。",
            "In YAML brackets hold a list; with one half missing the rest cannot be read.",
        ),
        Text("列表改成一行一项；文字加引号。", "One item a line; quote it if it is text."),
    ),
    Example({PATH: GOOD + "aliases: [村口广场\n"}),
    GOOD + "aliases:\n  - 村口广场\n",
)
_SYNTAX = document(
    "Y012",
    (
        Text("每一行都是“名称: 内容”", "Every line is “name: value”"),
        Text(
            "整个文件要么读得出来，要么读不出来；一行写错，这份档案就不在网站上。",
            "A file can be read or it cannot; one wrong line keeps the record from the site.",
        ),
        Text("对照同类档案检查冒号、空格、引号。", "Compare colons, spaces, quotes with another."),
    ),
    Example({PATH: GOOD + "aliases: - 村口广场\n"}),
    GOOD + "aliases:\n  - 村口广场\n",
)
_DOUBLE = document(
    "Y013",
    (
        Text("一项只写一次", "A field is written once"),
        Text(
            "写了两次，机器只留一个，另一个悄悄丢掉，谁也不知道丢的是哪一个。",
            "Of two values one is silently dropped, and nobody knows which.",
        ),
        Text("删去一处。", "Remove one."),
    ),
    Example({PATH: GOOD + "title: 广场\n"}),
)
_ALIAS = document(
    "Y014",
    (
        Text("不用锚点、引用和合并键", "No anchors, aliases and merge keys"),
        Text(
            "它们让一处的改动悄悄影响另一处，几行就能膨胀成几个 GB。",
            "They let a change in one place act in another, and a few lines grow to gigabytes.",
        ),
        Text("把内容写全。", "Write the value out."),
    ),
    swapped("文化广场", "&name 文化广场"),
)
_TAG = document(
    "Y015",
    (
        Text("不用 YAML 标签", "No YAML tags"),
        Text(
            "标签能让某些程序执行文件里写的东西。",
            "Tags can make some programs execute what a file says.",
        ),
        Text("去掉它，或给文字加引号。", "Remove it, or quote the text."),
    ),
    swapped("文化广场", "!local 文化广场"),
)
_DOCUMENTS = document(
    "Y016",
    (
        Text("一个文件一份档案", "One record a file"),
        Text(
            "编号就是文件名；两份内容挤在一个文件里，第二份就没有编号。",
            "The id is the file's name; a second document in it would have none.",
        ),
        Text("分成几个文件。", "Part them."),
    ),
    Example({PATH: GOOD + "---\n" + GOOD}),
)
_DEPTH = document(
    "Y017",
    (
        Text("嵌套不超过 20 层", "At most 20 levels"),
        Text(
            "没有哪种档案超过八层；更深的只会是写错了，或者有人想拖垮程序。",
            "No record has more than eight; more is a mistake, or an attempt to bring programs down.",
        ),
        Text("检查缩进和括号。", "Look at indentation and brackets."),
    ),
    Example({PATH: GOOD + "aliases: " + "[" * 25 + "]" * 25 + "\n"}),
)
_EMPTY = document(
    "Y018",
    (
        Text("文件不是空的", "The file is not empty"),
        Text("空文件占着编号，却什么也没说。", "An empty file takes an id and says nothing."),
        Text("补上内容或删去。", "Fill it in or remove it."),
    ),
    Example({PATH: "# 还没写\n"}),
)
_TOP = document(
    "Y019",
    (
        Text("最外层是“名称: 内容”", "The outermost level is “name: value”"),
        Text("列表或一段文字里找不到编号和标题。", "A list or a text has no id and no title."),
        Text("从“id: ……”写起。", "Begin with “id: …”."),
    ),
    Example({PATH: "- id: shili-square\n- title: 文化广场\n"}),
)
_KEY = document(
    "Y020",
    (
        Text("冒号前面是字段名", "A field's name before the colon"),
        Text("没有名称的内容，机器不知道是什么。", "Nobody knows what a value without name is."),
        Text("在冒号前写上字段名。", "Write the field's name before the colon."),
    ),
    Example({PATH: GOOD + "'': 村口\n"}),
)
_PLACE = document(
    "Y021",
    (
        Text("文件放在该放的文件夹", "Files lie in the folder of their kind"),
        Text(
            "一份档案是哪一类，由文件夹决定；放错地方，就不会被读取，也不会出现在网站上。",
            "The folder tells the kind of a record; elsewhere it is neither read nor shown.",
        ),
        TO_ITS_FOLDER,
    ),
    Example({"records/shili-square.yaml": GOOD}),
)
_EXTENSION = document(
    "Y022",
    (
        Text("扩展名是 .yaml", "The extension is .yaml"),
        Text(
            "只有一种写法，才不会有两个文件争一个编号（x.yml 和 x.yaml）。",
            "With one spelling no two files contend for an id (x.yml and x.yaml).",
        ),
        Text("改名为 .yaml。", "Rename it to .yaml."),
    ),
    Example({"records/places/shili-square.yml": GOOD}),
)
_UNREADABLE = document(
    "Y023",
    (
        Text("是打得开的普通文件", "An ordinary file that can be opened"),
        Text(
            "符号链接可以指到仓库外面，别人拿到的就不是同一份东西。",
            "A symbolic link may point out of the repository; others would get something else.",
        ),
        Text("用文件本身代替，检查读取权限。", "Put the file itself there; see to permissions."),
    ),
    Example({PATH: "-> ../../elsewhere.yaml"}),
)
_BOM = Reading(
    "Y024",
    Text("开头没有看不见的标记", "No invisible mark at the start"),
    Text(
        "旧版记事本会在开头加一个看不见的标记（BOM）。档案照样能读，但每次保存都会让 Git 显示第一行有改动。",
        "Old Notepads put an invisible mark (BOM) first. The record is read all the same, but Git shows its first line as changed at each save.",
    ),
    Text("另存为“UTF-8”，不带 BOM。", "Save it as “UTF-8” without BOM."),
    Example({PATH: "\ufeff" + GOOD}),
    Example({PATH: GOOD}),
    Level.WARNING,
)
_STRAY = document(
    "Y025",
    (
        Text("没有无主的文件", "No file without a record"),
        Text(
            "不属于任何档案的文件不在网站上，却公开在仓库里，误放的名单就是这样泄露的。",
            "A file of no record is not on the site but public in the repository: lists leak that way.",
        ),
        Text("移到档案的附件文件夹，或删去。", "Move it to a record's folder, or remove it."),
    ),
    Example({PATH: GOOD, "records/places/mingdan.xlsx": "x"}),
)
_NAME = document(
    "Y026",
    (
        Text("文件名是编号的写法", "File names have the form of an id"),
        Text(
            "文件名就是编号，编号会变成网址；空格、汉字和大写在有的电脑上打不开，“副本”会与原件争一个编号。",
            "The file name is the id, and the id an address; spaces, Chinese and capitals fail on some machines, and a copy contends with the original.",
        ),
        Text(
            "改成小写字母、数字和短横线；副本删去。",
            "Use lowercase letters, digits, hyphens; delete copies.",
        ),
    ),
    Example({"records/places/shili-square - 副本.yaml": GOOD}),
)
_HOLIDAYS = document(
    "Y027",
    (
        Text("放假安排写得对", "The arrangement of holidays holds"),
        Text(
            "期限按工作日数，放假的日子写错一天，许多事项的期限都跟着错；写错的安排不会照着数。",
            "Deadlines count working days: with one day wrong many of them are; a wrong arrangement is not used.",
        ),
        Text(
            "对照国务院办公厅的通知改；法定的假日一天也不能少，worked 里只写星期六、星期日。",
            "Compare the notice of the State Council's office: no day off by law is left out, and worked has Saturdays and Sundays only.",
        ),
    ),
    Example({PATH: GOOD, "records/holidays/2027.yaml": "year: 2026\nsource:\n  title: 通知\n"}),
)

YAML = (
    *(_ENCODING, _CONTROL, _SIZE, _TAB, _NO_SPACE, _WIDE_COLON, _INDENT, _QUOTES, _NEEDS_QUOTES),
    *(_DASH, _BRACKET, _SYNTAX, _DOUBLE, _ALIAS, _TAG, _DOCUMENTS, _DEPTH, _EMPTY, _TOP, _KEY),
    *(_PLACE, _EXTENSION, _UNREADABLE, _BOM, _STRAY, _NAME, _HOLIDAYS),
)
