"""Settings of Material that our header and footer do not read: told, where nothing else may read them.

A template, a script or a plugin of the village's may, and then they are its own affair.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.yaml_nodes import is_null, tree, value_of

_OWN_PLUGIN = "yizhan"
_READERS = ("hooks", "extra_templates")

_UNREAD = Text(
    "mkdocs.yml 第 {line} 行写了 {name}，页眉页脚都不用它，哪一页上都不会有：请删去，{instead}。",
    "mkdocs.yml, line {line}, has {name}, which neither header nor footer reads, so that no page "
    "would show it: delete it and {instead}.",
)
_SEAL = Text(
    "把图存成 docs/assets/images/seal.svg",
    "save the picture as docs/assets/images/seal.svg",
)
_FOOTER = Text(
    "把安装包里的 overrides/partials/footer.html 抄到村里的同一位置，写在里面",
    "copy the package's overrides/partials/footer.html to the same place in the village and write "
    "it there",
)
_SETTINGS = (
    (("theme", "logo"), _SEAL),
    (("copyright",), _FOOTER),
    (("extra", "social"), _FOOTER),
)


def refuse_unread(own: str, overlays: Mapping[str, bytes]) -> None:
    """Refuse a setting that no page would show.

    Args:
        own: the village's ``mkdocs.yml``.
        overlays: the village's files, by path.

    Raises:
        PublishingError: it names the line and what to do instead.
    """
    settings = tree(own)
    assert settings is not None, "the settings were read before"
    if _has_readers(settings):
        return
    templates = [raw for path, raw in overlays.items() if path.startswith("overrides/")]
    for names, instead in _SETTINGS:
        node = _at(settings, names)
        word = re.compile(rb"\b%s\b" % names[-1].encode())
        if node is not None and not any(map(word.search, templates)):
            about = {"line": node.start_mark.line + 1, "name": ".".join(names)}
            raise PublishingError(_UNREAD.format(**about, instead=instead))


def _has_readers(settings: yaml.MappingNode) -> bool:
    """Whether the village has scripts, templates or plugins of its own, which may read anything."""
    plugins = value_of(settings, "plugins")
    named = [] if plugins is None or isinstance(plugins, yaml.ScalarNode) else plugins.value
    keys = [each[0] if isinstance(each, tuple) else each for each in named]
    more = any(key.value != _OWN_PLUGIN and not _is_own(key) for key in keys)
    return more or any(value_of(settings, name) is not None for name in _READERS)


def _is_own(plugin: yaml.Node) -> bool:
    """Whether a plugin with options is ours."""
    return isinstance(plugin, yaml.MappingNode) and plugin.value[0][0].value == _OWN_PLUGIN


def _at(settings: yaml.MappingNode, names: tuple[str, ...]) -> yaml.Node | None:
    node: yaml.Node | None = settings
    for name in names:
        node = value_of(node, name) if isinstance(node, yaml.MappingNode) else None
    return None if node is None or is_null(node) or not node.value else node
