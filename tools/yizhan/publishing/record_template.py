"""A file to copy for each kind of record, made from its schema: every field, with what it is for.

What must be filled in stands plain, what may be left out behind ``#: ``; both are examples of the
schema, so that the file is valid as it is and with everything switched on. A shape that a record
uses in several places (a public display, an acknowledgment of what is irregular) is written out
once: where the record itself has it, else where it stands first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from yizhan.loading.schemas import Schema, load_schema
from yizhan.model.kinds import KINDS
from yizhan.model.vocabulary import Kind
from yizhan.publishing.plain_yaml import to_yaml

_HEAD = """\
# {title}：{description}
# 文件放在 {path}，{where}就是编号。
# “# ”后面是说明，用不着的可以删掉。
# “#: ”后面是可选栏目：要用就删掉“#: ”这三个字符（井号、冒号、空格），前面的空格不动；一个栏目分几行的，各行都要删。

"""
_PLACES = {"year": "年份", "id": "编号", "rule": "规约编号"}
_UNLESS = {
    ("rule", "chapters"): "文本未知时不写",
    ("change", "text"): "删去一条时不写",
    ("entry", "item"): "冲回时不写",
}
"""Fields that are required but in one case, by the shape they are of."""
_INSTEAD = {
    ("share", "more_than"): "at_least",
    ("correction", "annul"): "value",
    ("entry", "reverses"): "item",
}
"""Fields that are written instead of another, by the shape they are of."""


@cache
def record_template(kind: Kind) -> str:
    """The file to copy for a new record, in Chinese as the records are."""
    schema = load_schema(kind)
    names = KINDS[kind].folder.format(**_PLACES)
    where = "文件夹的名字" if kind is Kind.RULE else "文件名去掉 .yaml "
    head = _HEAD.format(
        title=schema["title"],
        description=schema["description"],
        path=f"records/{names}",
        where=where,
    )
    return head + "\n".join(_Template(kind).lines()) + "\n"


class _Template:
    """Writes one template, and remembers which shapes it has written out."""

    def __init__(self, kind: Kind) -> None:
        self._root = _Node(str(kind), load_schema(kind))
        self._own: dict[str, str] = {}
        for each in self._root.fields.values():
            if each.shape is not None:
                self._own.setdefault(each.shape, each.full["title"])
        self._written: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        """Every line; within a shape those of the required fields first."""
        yield from self._fields(self._root, self._root.home, "", on=True)

    def _fields(self, of: _Node, shape: str, indent: str, *, on: bool) -> Iterator[str]:
        unless = {name: text for (where, name), text in _UNLESS.items() if where == shape}
        required = {*of.full.get("required", ()), *unless}
        whole = of is self._root
        for name, node in sorted(
            of.fields.items(), key=lambda each: not whole and each[0] not in required
        ):
            other = _INSTEAD.get((shape, name))
            if other is not None:
                yield f"{_says(node, indent)}；栏目是 {name}，与 {other} 只写一个。"
                continue
            must = f"（{unless.get(name, '必填')}）" if name in required else ""
            shown = on and name in required
            yield from self._field(name, node, must, indent, on=shown, top=whole)

    def _field(
        self, name: str, node: _Node, must: str, indent: str, *, on: bool, top: bool
    ) -> Iterator[str]:
        before = None if must else self._written_out(node.shape, top=top)
        if before is not None:
            yield f"{_says(node, indent)}；栏目是 {name}，写法同{before}。"
            return
        yield f"{_says(node, indent, must)}。"
        if node.shape is not None:
            self._written[node.shape] = node.full["title"]
        yield from self._value(name, node, indent, on=on)

    def _written_out(self, shape: str | None, *, top: bool) -> str | None:
        """What the field is called that shows a shape in full; None where this one is to."""
        if shape is None or (shape in self._own and not top):
            return None if shape is None else f"最外层的“{self._own[shape]}”"
        return f"上面的“{self._written[shape]}”" if shape in self._written else None

    def _value(self, name: str, node: _Node, indent: str, *, on: bool) -> Iterator[str]:
        switch = "" if on else "#: "
        inner = node.items or node
        yield from _choices(inner.full, indent)
        if inner.shape is None:
            for line in _written({name: node.full["examples"][0]}):
                yield f"{indent}{_with_switch(line, switch)}"
            return
        yield f"{indent}{switch}{name}:"
        deeper = f"{indent}  "
        inside = self._fields(inner, inner.shape, deeper, on=on)
        yield from inside if node.items is None else _dashed(inside, deeper)


class _Node:
    """A part of a schema, with what its ``$ref`` names worked in.

    Attributes:
        home: the file it stands in: what a ``$ref`` without a file is about.
        full: the schema.
        shape: the name of the definition whose fields it or each of its items has; None where it
            has none.
    """

    def __init__(self, home: str, schema: Schema, shape: str | None = None) -> None:
        self.home, self.full = home, schema
        while "$ref" in self.full:
            file, _, name = self.full["$ref"].partition("#/$defs/")
            self.home = file.removesuffix(".schema.json") or self.home
            beside = {key: value for key, value in self.full.items() if key != "$ref"}
            self.full = {**load_schema(self.home)["$defs"][name], **beside}
            shape = name
        items = self.full.get("items") if self.full.get("type") == "array" else None
        self.items: _Node | None = None if items is None else _Node(self.home, items)
        if "properties" not in self.full:
            shape = None if self.items is None else self.items.shape
        self.shape: str | None = shape

    @property
    def fields(self) -> Mapping[str, _Node]:
        """Its fields, in the schema's order."""
        return {name: _Node(self.home, each) for name, each in self.full["properties"].items()}


def _says(node: _Node, indent: str, must: str = "") -> str:
    """What a field is called and is for, without the full stop."""
    return f"{indent}# {node.full['title']}{must}：{node.full['description'].removesuffix('。')}"


def _choices(schema: Schema, indent: str) -> Iterator[str]:
    words = "、".join(f"{each['const']} {each['title']}" for each in schema.get("oneOf", ()))
    if words:
        yield f"{indent}#   可写：{words}"


def _written(data: dict[str, Any]) -> list[str]:
    return to_yaml(data).splitlines()


def _with_switch(line: str, switch: str) -> str:
    """A line with the switch behind its indentation."""
    blank = len(line) - len(line.lstrip())
    return f"{line[:blank]}{switch}{line[blank:]}"


def _dashed(lines: Iterable[str], indent: str) -> Iterator[str]:
    """The fields of an item, with the list mark before the first of them."""
    dashed = False
    for line in lines:
        own = line.removeprefix(indent)
        field = not own.startswith("#") or own.startswith("#: ")
        if dashed or not field or own.startswith(" "):
            yield f"{indent}  {own}" if dashed else line
        else:
            dashed = True
            switch = "#: " if own.startswith("#: ") else ""
            yield f"{indent}{switch}- {own.removeprefix(switch)}"
