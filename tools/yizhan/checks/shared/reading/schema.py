"""Documentation of the codes ``S…``: records that their kind's schema does not allow."""

from __future__ import annotations

from yizhan.checks.shared.check import Example
from yizhan.checks.shared.reading.form import GOOD, PATH, TO_ITS_FOLDER, Reading, document, swapped
from yizhan.model.text import Text

_UNKNOWN = document(
    "S001",
    (
        Text("只写规定的字段", "Only known fields"),
        Text(
            "写错一个字母的字段会被当作没有写；状态这样由办理记录推算的东西，手写了就会过时。",
            "A field with a typo in its name counts as missing; what follows from the log, such as a status, goes stale when typed.",
        ),
        Text("改成规定的字段名，或删去。", "Use the field's right name, or remove it."),
    ),
    swapped("level: site", "levle: site\nlevel: site"),
)
_MISSING = document(
    "S002",
    (
        Text("必填的字段都写了", "Required fields are there"),
        Text(
            "没有标题、地点这样的基本内容，居民找不到也看不懂这件事。",
            "Without title or place nobody finds the record or makes sense of it.",
        ),
        Text("补上这一行。", "Add the line."),
    ),
    swapped("title: 文化广场\n", ""),
)
_TYPE = document(
    "S003",
    (
        Text("内容的形式对", "Values have the right form"),
        Text(
            "该是数字的写了文字，就没法相加；像数字的编号不加引号，开头的 0 会丢。",
            "Text where a number belongs cannot be added up; a code that looks like a number loses its zeros without quotes.",
        ),
        Text(
            "数字不加引号和单位；像数字的文字加引号；列表一行一项。",
            "Numbers bare, number-like text in quotes, lists with an item a line.",
        ),
    ),
    swapped("title: 文化广场", "title: 2025"),
)
_WORD = document(
    "S004",
    (
        Text("用规定的词", "Only allowed words"),
        Text(
            "同一个意思只有一个词，各地才能放在一起统计；网站上显示的是它的中文名称。",
            "One word for one meaning lets all places be counted together; the site shows its title.",
        ),
        Text("改成提示里列出的词。", "Use one of the words that are listed."),
    ),
    swapped("level: site", "level: 场所"),
)
_DATE = document(
    "S005",
    (
        Text("日期写成 2025-06-12", "Dates as 2025-06-12"),
        Text(
            "只有一种写法才能排先后（EDTF 0 级，ISO 8601-2:2019）；不知道哪一天就只写到月或年，不能编一个。",
            "One form only can be put in order (EDTF level 0, ISO 8601-2:2019); where the day is not known, the month or year is written and none made up.",
        ),
        Text("写成 2025-06-12、2025-06 或 2025。", "Write 2025-06-12, 2025-06 or 2025."),
    ),
    Example({PATH: GOOD + "established: 2020/6/12\n"}),
    GOOD + "established: 2020-06-12\n",
)
_PATTERN = document(
    "S006",
    (
        Text("编号、网址等写法对", "Ids, addresses and the like are written correctly"),
        Text(
            "编号会变成网址，网址会被点击；大写、空格和中文在有的电脑上打不开。",
            "An id becomes an address; capitals, spaces and Chinese fail on some machines.",
        ),
        Text("照提示里的写法改。", "Write it as the message says."),
    ),
    Example({PATH: GOOD + "sources:\n  - title: 村务公开栏\n    url: www.gov.cn\n"}),
    GOOD + "sources:\n  - title: 村务公开栏\n    url: https://www.gov.cn/\n",
)
_SIZE = document(
    "S007",
    (
        Text("长短合适", "Neither too long nor too short"),
        Text(
            "标题要在手机上一眼看完；空的内容等于没有写。",
            "A title must be taken in at a glance on a phone; an empty value says nothing.",
        ),
        Text("写短一些，或补上内容。", "Shorten it, or fill it in."),
    ),
    swapped("文化广场", "广场" * 41),
)
_RANGE = document(
    "S008",
    (
        Text("数字在合理范围", "Numbers within reason"),
        Text("负的户数、几十亿的人数都是笔误。", "Negative households or billions are mistakes."),
        Text("核对数字。", "Look the number up."),
    ),
    Example({PATH: GOOD + "extent:\n  households: -3\n"}),
    GOOD + "extent:\n  households: 3\n",
)
_OTHER = document(
    "S009",
    (
        Text("字段之间不冲突", "Fields go together"),
        Text(
            "有的字段只在某种情况下写，列表里的一项只写一次。",
            "Some fields belong to some cases only, and a list holds an item once.",
        ),
        Text("照提示删去多余的。", "Remove what the message names."),
    ),
    Example({PATH: GOOD + "aliases:\n  - 大坪\n  - 大坪\n"}),
    GOOD + "aliases:\n  - 大坪\n",
)

_FOLDER = document(
    "S010",
    (
        Text("内容与文件夹是同一类", "Content and folder are of one kind"),
        Text(
            "一份档案是哪一类，由文件夹决定；会议放进了事项的文件夹，每一行都会对不上。",
            "The folder tells the kind of a record; with a meeting among the matters no line fits.",
        ),
        TO_ITS_FOLDER,
    ),
    Example(
        {
            "records/bodies/shili-square.yaml": "id: shili-square\ntitle: 文化广场\nexample: true\n"
            "level: site\nparent: shili-cun\n"
        }
    ),
)

SCHEMA: tuple[Reading, ...] = (
    *(_UNKNOWN, _MISSING, _TYPE, _WORD, _DATE, _PATTERN, _SIZE, _RANGE, _OTHER, _FOLDER),
)
