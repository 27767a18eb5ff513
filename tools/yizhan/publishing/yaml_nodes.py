"""Trees of YAML nodes: what stands in a file, with its tags, and nothing of it run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import yaml

_NULL = "tag:yaml.org,2002:null"
_TEXT = "tag:yaml.org,2002:str"
ENVIRONMENT = "!ENV"


def tree(text: str) -> yaml.MappingNode | None:
    """The mapping that a file holds, or None where it holds something else.

    Raises:
        yaml.YAMLError: it is not YAML.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    return node if isinstance(node, yaml.MappingNode) else None


def value_of(node: yaml.MappingNode, name: str) -> yaml.Node | None:
    """The value of a name; of one that is there twice the last, as YAML readers take it."""
    return next((value for key, value in reversed(node.value) if key.value == name), None)


def with_value(node: yaml.MappingNode, name: str, value: yaml.Node) -> None:
    """Give a name a value."""
    for index, (key, _former) in reversed(list(enumerate(node.value))):
        if key.value == name:
            node.value[index] = (key, value)
            return
    node.value.append((text_node(name), value))


def without(node: yaml.MappingNode, name: str) -> None:
    """Take a name and its value away."""
    node.value = [each for each in node.value if each[0].value != name]


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list; none where it is no list."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def text_node(value: str) -> yaml.ScalarNode:
    """A text."""
    return yaml.ScalarNode(_TEXT, value)


def mapping(name: str, value: yaml.Node) -> yaml.MappingNode:
    """A mapping of one name."""
    return yaml.MappingNode("tag:yaml.org,2002:map", [(text_node(name), value)])


def is_null(node: yaml.Node) -> bool:
    """Whether there is nothing: ``name:`` alone, or ``null``."""
    return bool(node.tag == _NULL)


def written(node: yaml.Node) -> str:
    """A node as YAML, on one line."""
    text: str = yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True)
    return " ".join(text.removesuffix("...\n").split())


def resolved(node: yaml.Node) -> str | None:
    """What a reader takes for a text, ``!ENV`` included, which MkDocs reads; None where for nothing."""
    if node.tag == ENVIRONMENT:
        parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
        names = parts[:-1] if len(parts) > 1 else parts
        for name in names:
            if name.value in os.environ:
                return os.environ[name.value]
        return resolved(parts[-1]) if len(parts) > 1 else None
    if not isinstance(node, yaml.ScalarNode) or is_null(node):
        return None
    return str(node.value)


def environment(node: yaml.Node) -> dict[str, str | None]:
    """The variables that a tree asks for with ``!ENV``, and what they are now."""
    return {name: os.environ.get(name) for name in sorted(set(_asked([node])))}


def _asked(nodes: Iterable[yaml.Node]) -> Iterator[str]:
    for node in nodes:
        if node.tag == ENVIRONMENT:
            parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
            names = parts[:-1] if len(parts) > 1 else parts
            yield from (str(each.value) for each in names)
        elif isinstance(node, yaml.MappingNode):
            yield from _asked(value for _key, value in node.value)
        else:
            yield from _asked(items(node))
