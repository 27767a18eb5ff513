"""The pages of the manual about each kind of record: written by hand, with tables from the schema.

A page under ``docs/records/`` has prose of its own and one mark; path, example, fields, choices
and template take its place when the project is assembled.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from yizhan.loading.merging import ANNOTATION, read_policy
from yizhan.loading.schemas import COMMON, Schema, load_schema, load_vocabulary
from yizhan.model.kinds import KINDS
from yizhan.model.text import Lang, Text
from yizhan.model.vocabulary import Kind
from yizhan.publishing.plain_yaml import to_yaml
from yizhan.publishing.record_template import record_template
from yizhan.wording.corrections import YES
from yizhan.wording.merging import may_change
from yizhan.wording.terms import FIELDS

FOLDERS: dict[Lang, str] = {"zh": "docs/records", "en": "docs/en/records"}
INDEX = "index"
TABLES = "<!-- yizhan: tables -->"
"""Stands in a page where its tables are to be."""

_FILE = Text("文件放在哪里", "Where the file lies")
_EXAMPLE = Text("完整的例子", "A complete example")
_CHOICES = Text("可写的词", "Choices")
_TEMPLATE = Text("模板", "Template")
_FIELD_HEAD = Text(
    "| 栏目 | 名称 | 必填 | 写法 | 说明 | 合并以后 |",
    "| Field | Name | Required | Form | What it is | Once merged |",
)
_PLAIN_FORMS = {
    "boolean": Text("`true` 或 `false`", "`true` or `false`"),
    "number": Text("数字", "number"),
    None: Text("同所更正的栏目", "as the field that is corrected"),
}
_CHOICE_HEAD = Text("| 词 | 意思 | 说明 |", "| Word | Meaning | Note |")
_INDEX_HEAD = Text("| 种类 | 文件 | 记什么 |", "| Kind | Files | What it is |")
_FORM_HEAD = Text("| 写法 | 说明 | 例子 |", "| Form | What it is | Example |")
_WHERE = Text(
    "`{path}`，文件名去掉 `.yaml` 就是编号。",
    "`{path}`; the file's name without `.yaml` is the id.",
)
_WHERE_RULE = Text("`{path}`，文件夹的名字就是编号。", "`{path}`; the folder's name is the id.")
_COPY = Text(
    "复制下面的内容，照着改。`#:` 后面是可选栏目：要用就删掉 `#: ` 这三个字符（井号、冒号、空格），前面的空格不动。",
    "Copy it and change what differs. What follows `#:` is optional: take away the three characters "
    "`#: ` (hash, colon, blank) to use it, and leave the blanks before it.",
)
_PLACEHOLDERS = {
    "year": Text("年份", "YEAR"),
    "id": Text("编号", "ID"),
    "rule": Text("规约编号", "RULE"),
}


def with_tables(page: str, name: str, lang: Lang) -> str:
    """A page with its tables in the place of the mark; one without the mark stays as it is.

    Args:
        page: the prose, as written by hand.
        name: as for ``generated``.
        lang: the page's language.
    """
    return page.replace(TABLES, generated(name, lang), 1)


def table_pages() -> Iterator[tuple[str, str, Lang]]:
    """Yield path, name and language of every page that has tables."""
    for lang, folder in FOLDERS.items():
        for name in (INDEX, COMMON, *Kind):
            yield f"{folder}/{name}.md", name, lang


@cache
def generated(name: str, lang: Lang) -> str:
    """Return what the schema has to say on one page.

    Args:
        name: a kind of record, ``common`` or ``index``.
        lang: the page's language.
    """
    if name == INDEX:
        return _index(lang)
    if name == COMMON:
        return _common(lang)
    return _kind(Kind(name), lang)


def _index(lang: Lang) -> str:
    rows = (
        f"| [{load_vocabulary().kind(kind).in_(lang)}]({kind}.md) | `{_path(kind, lang)}` "
        f"| {_say(load_schema(kind), 'description', lang)} |"
        for kind in Kind
    )
    return _table(_INDEX_HEAD.in_(lang), rows)


def _common(lang: Lang) -> str:
    definitions = load_schema(COMMON)["$defs"]
    forms = (
        f'| <a id="def-{name}"></a>{_say(each, "title", lang)} | {_say(each, "description", lang)} '
        f"| {_codes(each['examples'])} |"
        for name, each in definitions.items()
        if "properties" not in each and "oneOf" not in each
    )
    return "\n".join(
        (_table(_FORM_HEAD.in_(lang), forms), *_objects(COMMON, lang), *_choices(COMMON, lang))
    )


def _kind(kind: Kind, lang: Lang) -> str:
    schema = load_schema(kind)
    where = _WHERE_RULE if kind is Kind.RULE else _WHERE
    choices = list(_choices(kind, lang))
    parts = [
        f"## {_FILE.in_(lang)}\n",
        where.format(path=_path(kind, lang)).in_(lang) + "\n",
        f'<a id="the-example"></a>\n\n## {_EXAMPLE.in_(lang)}\n',
        f"```yaml\n{to_yaml(schema['examples'][0])}```\n",
        f"## {FIELDS.in_(lang)}\n",
        _fields(schema, kind, lang),
        *_objects(kind, lang),
        *([f"## {_CHOICES.in_(lang)}\n"] if choices else []),
        *choices,
        f'<a id="the-template"></a>\n\n## {_TEMPLATE.in_(lang)}\n',
        _COPY.in_(lang) + "\n",
        f"```yaml\n{record_template(kind)}```\n",
    ]
    return "\n".join(parts)


def _path(kind: Kind, lang: Lang) -> str:
    names = {name: text.in_(lang) for name, text in _PLACEHOLDERS.items()}
    return "records/" + KINDS[kind].folder.format(**names)


def _objects(file: str, lang: Lang) -> Iterator[str]:
    for name, each in load_schema(file).get("$defs", {}).items():
        if "properties" in each:
            yield _section(name, each, lang) + _fields(each, file, lang)


def _choices(file: str, lang: Lang) -> Iterator[str]:
    for name, each in load_schema(file).get("$defs", {}).items():
        if "oneOf" in each:
            rows = (
                f"| `{choice['const']}` | {_say(choice, 'title', lang)} "
                f"| {_say(choice, 'description', lang)} |"
                for choice in each["oneOf"]
            )
            yield _section(name, each, lang) + _table(_CHOICE_HEAD.in_(lang), rows)


def _section(name: str, schema: Schema, lang: Lang) -> str:
    title, text = (_say(schema, word, lang) for word in ("title", "description"))
    return f'<a id="def-{name}"></a>\n\n### {title}\n\n{text}\n\n'


def _fields(schema: Schema, file: str, lang: Lang) -> str:
    required = schema.get("required", ())
    rows = (
        f"| `{name}` | {_say(each, 'title', lang)} | {YES.in_(lang) if name in required else ''} "
        f"| {_form(each, file, lang)} | {_say(each, 'description', lang)} "
        f"| {may_change(read_policy(each[ANNOTATION])).in_(lang)} |"
        for name, each in schema["properties"].items()
    )
    return _table(_FIELD_HEAD.in_(lang), rows)


def _table(head: str, rows: Iterator[str]) -> str:
    return "\n".join((head, "|---" * (head.count("|") - 1) + "|", *rows)) + "\n"


def _say(schema: Schema, word: str, lang: Lang) -> str:
    words = schema if lang == "zh" else schema["x-en"]
    return str(words.get(word, "")).replace("|", "\\|")


def _form(schema: Schema, file: str, lang: Lang) -> str:
    """Say in a few words how a value of a file is written, with a link to where more is said."""
    if "$ref" in schema:
        return _reference(schema["$ref"], file, lang)
    if "pattern" in schema:
        return _say(schema, "patternErrorMessage", lang)
    if schema.get("type") == "array":
        return (
            Text("列表：{each}", "list: {each}")
            .format(each=_form(schema["items"], file, lang))
            .in_(lang)
        )
    if schema.get("type") == "integer":
        return (
            Text("整数，{minimum} 到 {maximum}", "whole number, {minimum} to {maximum}")
            .format(minimum=str(schema["minimum"]), maximum=str(schema["maximum"]))
            .in_(lang)
        )
    return _PLAIN_FORMS[schema.get("type")].in_(lang)


def _reference(reference: str, file: str, lang: Lang) -> str:
    elsewhere, _, name = reference.partition("#/$defs/")
    page = f"{COMMON}.md" if elsewhere else ""
    kind = name.removesuffix("_id")
    if kind != name and kind in set(Kind):
        called = load_vocabulary().kind(Kind(kind))
        return (
            Text("[{title}]({kind}.md)的编号", "id: [{title}]({kind}.md)")
            .format(title=called, kind=kind)
            .in_(lang)
        )
    title = _say(load_schema(COMMON if elsewhere else file)["$defs"][name], "title", lang)
    return f"[{title}]({page}#def-{name})"


def _codes(examples: list[Any]) -> str:
    return " ".join(f"`{example}`" for example in examples)
