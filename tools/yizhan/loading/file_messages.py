"""Messages about files as such: where they are, what they are called, whether they open."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.model.text import Text

_RENAME = Text("请把文件改名为 {name}。", "Rename the file to {name}.")
_MOVE = Text("请移到 {home}。", "Move it to {home}.")
TAKEN = Text(
    "{right} 已经有了，不要盖掉它：先对照两份的内容，这一份里新写的补到那一份里，再删去这一份；记的不是同一件事的，另起一个编号，文件名照它写，再放到那个文件夹里。",
    "{right} is there already and must not be overwritten: compare the two, put what is new here into it, then delete this one; if it records something else, give it another id, name the file after that, and put it into that folder.",
)
_NO_KIND = Text(
    "这个位置不放任何一类档案，文件没有被读取。",
    "No kind of record is kept at this place, and the file was not read.",
)
_NO_ID = Text(
    "文件名“{found}”不是编号的写法，文件没有被读取。",
    "The file name “{found}” has not the form of an id; the file was not read.",
)

FILE_MESSAGES: Mapping[tuple[str, str], tuple[Text, Text]] = {
    ("Y021", ""): (
        _NO_KIND,
        _MOVE,
    ),
    ("Y021", "kinds"): (
        _NO_KIND,
        Text(
            "请移到该类档案的文件夹：{folders}。",
            "Move it to the folder of its kind: {folders}.",
        ),
    ),
    ("Y021", "outside"): (
        Text(
            "这像是一份档案，却不在 records/ 文件夹里，没有被读取。",
            "This seems to be a record, but it is not in the folder records/, and was not read.",
        ),
        _MOVE,
    ),
    ("Y021", "document"): (
        Text(
            "文档和表格不能放在仓库里：网站读不了它，里面又常常有个人信息。",
            "Documents and sheets do not belong in the repository: the site cannot read them, and they often hold personal data.",
        ),
        Text(
            "请移到仓库外面；里面记的事，用 yizhan new 写成 records/ 里的 .yaml 档案。",
            "Move it out of the repository, and write what it records as .yaml in records/, with yizhan new.",
        ),
    ),
    ("Y021", "holidays"): (
        Text(
            "放假安排的文件名只写四位年份，这个文件没有被读取。",
            "An arrangement of holidays is named by its year alone; this file was not read.",
        ),
        _RENAME,
    ),
    ("Y026", ""): (
        _NO_ID,
        _RENAME,
    ),
    ("Y026", "twice"): (
        Text(
            "文件名的结尾写了两次扩展名“{found}”，文件没有被读取。",
            "The file's name has its extension twice, “{found}”; the file was not read.",
        ),
        _RENAME,
    ),
    ("Y026", "unlike"): (
        _NO_ID,
        Text(
            "请改成小写字母、数字和短横线的名字，例如 {right}，文件里的 id 也这样写。",
            "Give it a name of lowercase letters, digits and hyphens, such as {right}, and write the id in it likewise.",
        ),
    ),
    ("Y026", "copy"): (
        Text(
            "文件名“{found}”不是编号的写法，像是 {right} 的副本，没有被读取。",
            "The file name “{found}” has not the form of an id: it seems to be a copy of {right}, and was not read.",
        ),
        Text(
            "先对照两份的内容，这一份里新写的补到 {right} 里，再删去这一份。",
            "Compare the two first, put what is new here into {right}, then delete this one.",
        ),
    ),
    ("Y022", "text"): (
        Text(
            "这像是一份档案，扩展名却是“{found}”，应为“.yaml”，文件没有被读取。",
            "This seems to be a record, but its extension is “{found}”, not “.yaml”, and it was not read.",
        ),
        _RENAME,
    ),
    ("Y022", "bare"): (
        Text(
            "这像是一份档案，文件名却没有扩展名“.yaml”，没有被读取。",
            "This seems to be a record, but its name lacks the extension “.yaml”, and it was not read.",
        ),
        _RENAME,
    ),
    ("Y022", ""): (
        Text(
            "扩展名是“{found}”，应为小写的“.yaml”，文件没有被读取。",
            "The extension is “{found}”, not “.yaml” in small letters; the file was not read.",
        ),
        _RENAME,
    ),
    ("Y023", ""): (
        Text("文件打不开：{reason}。", "The file cannot be opened: {reason}."),
        Text(
            "请检查它是不是普通文件，有没有读取权限。",
            "See that it is an ordinary file and that you may read it.",
        ),
    ),
    ("Y023", "link"): (
        Text(
            "这是一个符号链接，不是文件，没有被读取。",
            "This is a symbolic link, not a file, and was not read.",
        ),
        Text("请用文件本身代替它。", "Put the file itself in its place."),
    ),
    ("Y023", "folder"): (
        Text("文件夹打不开：{reason}。", "The folder cannot be opened: {reason}."),
        Text(
            "请检查有没有打开它的权限；里面的档案都没有被读取。",
            "See that you may open it; none of the records in it were read.",
        ),
    ),
    ("Y023", "special"): (
        Text(
            "这是管道或设备，不是普通文件，没有被读取。",
            "This is a pipe or a device, not an ordinary file, and was not read.",
        ),
        Text(
            "请删去它；要放的是档案，就用文件本身代替它。",
            "Delete it; if a record belongs here, put the file itself in its place.",
        ),
    ),
    ("Y024", ""): (
        Text(
            "文件开头有看不见的标记（BOM），旧版记事本会这样保存。",
            "The file begins with an invisible mark (BOM), as old Notepads save it.",
        ),
        Text(
            "请另存为“UTF-8”（不是“带有 BOM 的 UTF-8”）。",
            "Save it as “UTF-8”, not as “UTF-8 with BOM”.",
        ),
    ),
    ("Y025", "office"): (
        Text(
            "表格、文档和压缩包不能放进 records/，里面常常有个人信息。",
            "Sheets, documents and archives do not belong in records/: they often hold personal data.",
        ),
        Text(
            "请移到仓库外面；要公开的扫描件存成 PDF，放进档案的附件文件夹。",
            "Move it out of the repository; save a scan to be published as PDF in its record's folder.",
        ),
    ),
    ("Y025", "in_place"): (
        Text(
            "档案是 .yaml 文本文件，这里放的是“{found}”，读不了，里面又常常有个人信息。",
            "A record is a text file, .yaml; “{found}” cannot be read, and such files often hold personal data.",
        ),
        Text(
            "请把要公开的内容写成 {record}，再把这个文件移到仓库外面；要公开的扫描件存成 PDF，放进 {folder}。",
            "Write what is to be published as {record}, then move this file out of the repository; a scan to be published goes into {folder} as PDF.",
        ),
    ),
    ("Y025", "beside"): (
        Text(
            "表格、文档和压缩包不能放进 records/，里面常常有个人信息；这份档案已经有 {record} 了。",
            "Sheets, documents and archives do not belong in records/, and often hold personal data; the record is {record}.",
        ),
        Text(
            "请移到仓库外面；要公开的存成 PDF，放进 {folder}，再写进 {record} 的 attachments（附件）。",
            "Move it out of the repository; what is to be published is saved as PDF in {folder} and listed under attachments of {record}.",
        ),
    ),
    ("Y025", "picture"): (
        Text(
            "照片和扫描件不直接放在这里，要放进档案自己的附件文件夹。",
            "Pictures and scans do not lie here but in their record's folder of attachments.",
        ),
        Text(
            "请移到 {folder}，再写进 {record} 的 attachments（附件）：文件名 file 和说明 title。",
            "Move it to {folder} and list it under attachments of {record}, with file and title.",
        ),
    ),
    ("Y025", "alone"): (
        Text(
            "这是照片或扫描件，不是档案，也没有 {record} 这份档案。",
            "This is a picture or a scan, not a record, and there is no record {record}.",
        ),
        Text(
            "请先把要公开的内容写成 {record}，再把它移到 {folder}，写进档案的 attachments（附件）；不公开的，移到仓库外面。",
            "First write what is to be published as {record}, then move this to {folder} and list it under attachments; if it is not to be published, move it out of the repository.",
        ),
    ),
    ("Y025", "hidden"): (
        Text(
            "文件名以“{found}”结尾，系统藏起了真正的扩展名，文件没有被读取。",
            "The name ends in “{found}”, an extension that the system hides; the file was not read.",
        ),
        _RENAME,
    ),
    ("Y025", ""): (
        Text(
            "这个文件不在任何一份档案的附件文件夹里。",
            "The file lies in no record's folder of attachments.",
        ),
        Text(
            "请移到与档案同名的文件夹（例如 records/matters/2025/编号/），或者删去。",
            "Move it to the folder named like its record (records/matters/2025/id/), or remove it.",
        ),
    ),
}
