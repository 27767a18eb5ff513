"""Messages about the bytes and characters of a file, before anything is read as YAML."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.model.text import Text

_SAVE_UTF8 = Text(
    "请用记事本或其他编辑器打开，另存为“UTF-8”编码。",
    "Open it in an editor and save it again in the encoding “UTF-8”.",
)

CHARACTER_MESSAGES: Mapping[tuple[str, str], tuple[Text, Text]] = {
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
    ("Y001", "packed"): (
        Text(
            "这是 Word、WPS 或表格的文件，只是名字以 .yaml 结尾，读不出来。",
            "This is a file of Word, WPS or a spreadsheet under a name that ends in .yaml; it cannot be read.",
        ),
        Text(
            "改扩展名没有用：请用记事本新建一个文本文件，把内容照档案的写法写进去，存成“UTF-8”；原来的文件移到仓库外面。",
            "To change its ending does not help: make a new text file in Notepad, write the record into it and save it as “UTF-8”; move the other one out of the repository.",
        ),
    ),
    ("Y001", "scan"): (
        Text(
            "这是图片或 PDF，只是名字以 .yaml 结尾，读不出来。",
            "This is a picture or a PDF under a name that ends in .yaml; it cannot be read.",
        ),
        Text(
            "请改回原来的扩展名，放进档案的附件文件夹；档案另写成文本文件。",
            "Give it its own ending again and put it into the record's folder of attachments; write the record as a text file.",
        ),
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
}
