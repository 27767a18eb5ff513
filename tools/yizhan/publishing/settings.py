"""A village's ``mkdocs.yml`` laid over the package's: what the village says goes first.

Both are joined as trees of YAML nodes, never as values, so that tags such as ``!ENV`` or
``!!python/name:`` reach the generator as they were written and nothing is run here.
"""

from __future__ import annotations

from typing import get_args

import yaml

from yizhan.model.text import Lang, Text
from yizhan.publishing.errors import PublishingError

_ADDED = {"extra_css", "extra_javascript", "markdown_extensions"}
"""Lists to which a village adds; every other list of the village's takes the package's place."""

_OWN_PLUGIN = "yizhan"
_NOT_READ = Text(
    "mkdocs.yml 读不出来：{why}。请按 YAML 的写法改好。",
    "mkdocs.yml cannot be read: {why}. Correct it as YAML.",
)
_NOT_LANGUAGES = Text(
    "mkdocs.yml 的 extra.languages 写的是“{found}”：要写成 [zh] 或 [zh, en]。",
    "extra.languages in mkdocs.yml is “{found}”: write it as [zh] or [zh, en].",
)
_FIXED = {"docs_dir": "docs", "site_dir": "site"}
"""Where the assembled project has its folders, whatever the village calls its own."""


def joined(base: str, own: str) -> str:
    """The settings of the assembled project, as YAML.

    Args:
        base: the package's ``mkdocs.yml``.
        own: the village's.

    Raises:
        PublishingError: the village's cannot be read.
    """
    frame = _tree(base)
    _merge(frame, _tree(own))
    for key, value in _FIXED.items():
        _set(frame, key, yaml.ScalarNode("tag:yaml.org,2002:str", value))
    theme = _get(frame, "theme")
    if isinstance(theme, yaml.MappingNode):
        _set(theme, "custom_dir", yaml.ScalarNode("tag:yaml.org,2002:str", "overrides"))
    plugins = _get(frame, "plugins")
    if isinstance(plugins, yaml.SequenceNode):
        # Records are published by who runs the generator. An empty list must stand: without one,
        # MkDocs would add its search.
        plugins.value = [each for each in plugins.value if _name(each) != _OWN_PLUGIN]
        plugins.flow_style = not plugins.value
    text: str = yaml.serialize(frame, Dumper=yaml.SafeDumper, allow_unicode=True, width=1000)
    return text


def languages(settings: str) -> tuple[Lang, ...]:
    """The languages in which a site is written, Chinese first.

    Args:
        settings: the assembled project's ``mkdocs.yml``; the package's names the languages, so that
            it does in any case.

    Raises:
        PublishingError: they are not a list of known languages with Chinese among them.
    """
    extra = _get(_tree(settings), "extra")
    found = _get(extra, "languages") if isinstance(extra, yaml.MappingNode) else None
    named = (
        [str(each.value) for each in found.value] if isinstance(found, yaml.SequenceNode) else []
    )
    known: tuple[Lang, ...] = get_args(Lang)
    if "zh" not in named or not set(named) <= set(known):
        shown = "" if found is None else _written(found).removesuffix("...\n")
        raise PublishingError(_NOT_LANGUAGES.format(found=" ".join(shown.split())))
    return tuple(lang for lang in known if lang in named)


def theme_name(settings: str) -> str | None:
    """The theme that the assembled project's ``mkdocs.yml`` names."""
    theme = _get(_tree(settings), "theme")
    if isinstance(theme, yaml.MappingNode):
        theme = _get(theme, "name")
    return str(theme.value) if isinstance(theme, yaml.ScalarNode) else None


def keys_of(settings: str, name: str | None = None) -> list[str]:
    """The keys of ``mkdocs.yml``, or of one of its values that has some."""
    node = _tree(settings) if name is None else _get(_tree(settings), name)
    return [str(key.value) for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []


def _tree(text: str) -> yaml.MappingNode:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise PublishingError(_NOT_READ.format(why=" ".join(str(error).split()))) from error
    if isinstance(node, yaml.MappingNode):
        return node
    raise PublishingError(_NOT_READ.format(why="site_name: …"))


def _merge(base: yaml.MappingNode, own: yaml.MappingNode) -> None:
    for key, value in own.value:
        there = _get(base, key.value)
        if isinstance(there, yaml.MappingNode) and isinstance(value, yaml.MappingNode):
            _merge(there, value)
        elif (
            key.value in _ADDED
            and isinstance(there, yaml.SequenceNode)
            and isinstance(value, yaml.SequenceNode)
        ):
            known = {_written(each) for each in there.value}
            there.value += [each for each in value.value if _written(each) not in known]
        else:
            _set(base, key.value, value)


def _get(node: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in node.value if key.value == name), None)


def _set(node: yaml.MappingNode, name: str, value: yaml.Node) -> None:
    for index, (key, _former) in enumerate(node.value):
        if key.value == name:
            node.value[index] = (key, value)
            return
    node.value.append((yaml.ScalarNode("tag:yaml.org,2002:str", name), value))


def _name(plugin: yaml.Node) -> str:
    if isinstance(plugin, yaml.MappingNode):
        return str(plugin.value[0][0].value)
    return str(plugin.value)


def _written(node: yaml.Node) -> str:
    text: str = yaml.serialize(node, Dumper=yaml.SafeDumper)
    return text
