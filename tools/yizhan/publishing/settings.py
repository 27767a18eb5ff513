"""A village's ``mkdocs.yml`` laid over the package's: what the village says goes first.

Both are joined as trees of YAML nodes, never as values, so that tags such as ``!ENV`` or
``!!python/name:`` reach the generator as they were written and nothing is run here.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import get_args

import yaml

from yizhan.model.text import Lang, Text
from yizhan.publishing.encoding import NOT_UTF8
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.frame import SETTINGS
from yizhan.publishing.own_files import read_own
from yizhan.publishing.yaml_nodes import (
    ENVIRONMENT,
    environment,
    is_null,
    items,
    mapping,
    resolved,
    text_node,
    tree,
    value_of,
    with_value,
    without,
    written,
)

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

_WATCHED = "watch"
_UP = "../../"
"""From the assembled project to the village."""

_MUST_BE = Text(
    "mkdocs.yml 的 {name} 写的是“{found}”：这里只能是 {wanted}，请改过来，或删去这一行。",
    "{name} in mkdocs.yml is “{found}”: it can only be {wanted}; change the line or delete it.",
)
_INHERIT = Text(
    "mkdocs.yml 里写了 INHERIT，没有用上：请把那个文件里的设置直接写在 mkdocs.yml 里，删去这一行。",
    "INHERIT in mkdocs.yml does nothing here: write the settings of that file into mkdocs.yml and "
    "delete the line.",
)
_LIST = Text(
    "mkdocs.yml 的 {name} 写的是“{found}”：要写成列表，每项一行，以“- ”开头。",
    "{name} in mkdocs.yml is “{found}”: write it as a list, a line for each item, which begins "
    "with “- ”.",
)
_NAMES = Text(
    "mkdocs.yml 的 {name} 写的是“{found}”：要在它下面缩进着写，每行一个“名字: 值”。",
    "{name} in mkdocs.yml is “{found}”: write what belongs to it indented below, a “name: value” "
    "on each line.",
)
_PLUGIN = Text(
    "mkdocs.yml 的 plugins 里有一项是“{found}”：每一项要写一个插件的名字。",
    "An item of plugins in mkdocs.yml is “{found}”: each has to name a plugin.",
)
_JUDGED_ELSEWHERE = "extra.languages"


def read_settings(project: Path) -> str:
    """The village's ``mkdocs.yml``.

    Raises:
        PublishingError: it is not UTF-8, is a link, or may not be read.
    """
    try:
        return read_own(project, SETTINGS).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise PublishingError(NOT_UTF8.format(path=SETTINGS)) from error


def joined(base: str, own: str) -> str:
    """The settings of the assembled project, as YAML.

    Args:
        base: the package's ``mkdocs.yml``.
        own: the village's.

    Raises:
        PublishingError: the village's cannot be read, or asks for what is not to be had.
    """
    frame, mine = _tree(base), _tree(own)
    _refuse(mine)
    _theme(mine)
    _plugins(mine)
    _hooks(mine)
    # Of use to a live server only, which reads the village's own file.
    without(mine, _WATCHED)
    _merge(frame, mine)
    for key, value in _FIXED.items():
        with_value(frame, key, text_node(value))
    theme = value_of(frame, "theme")
    if isinstance(theme, yaml.MappingNode):
        with_value(theme, "custom_dir", text_node("overrides"))
    plugins = value_of(frame, "plugins")
    if isinstance(plugins, yaml.SequenceNode):
        # Records are published by who runs the generator. An empty list must stand: without one,
        # MkDocs would add its search.
        plugins.value = [each for each in plugins.value if _name(each) != _OWN_PLUGIN]
        plugins.flow_style = not plugins.value
    text: str = yaml.serialize(frame, Dumper=yaml.SafeDumper, allow_unicode=True, width=1000)
    return text


def setting(settings: str, name: str) -> str | None:
    """What the generator takes for a setting that is a text; None where nothing is said.

    Args:
        settings: a ``mkdocs.yml``.
        name: of the setting.

    Raises:
        PublishingError: the settings cannot be read.
    """
    node = value_of(_tree(settings), name)
    return None if node is None else resolved(node)


def site_folder(project: Path) -> Path:
    """Where ``mkdocs.yml`` says that the site is to be; ``site`` where it says nothing."""
    named = None
    if (project / SETTINGS).is_file():
        named = setting(read_settings(project), "site_dir")
    return project / (named or _FIXED["site_dir"])


def variables(settings: str) -> dict[str, str | None]:
    """What ``mkdocs.yml`` asks of the environment, and the answers.

    Raises:
        PublishingError: the settings cannot be read.
    """
    if ENVIRONMENT not in settings:  # to read the settings takes 10 ms
        return {}
    return environment(_tree(settings))


def hook_files(settings: str) -> list[str]:
    """The village's own scripts that the generator runs, as ``mkdocs.yml`` names them."""
    if "hooks" not in settings:  # as above
        return []
    hooks = value_of(_tree(settings), "hooks")
    return [str(each.value) for each in items(hooks) if isinstance(each, yaml.ScalarNode)]


def languages(settings: str) -> tuple[Lang, ...]:
    """The languages in which a site is written, Chinese first.

    Args:
        settings: the assembled project's ``mkdocs.yml``; the package's names the languages, so that
            it does in any case.

    Raises:
        PublishingError: they are not a list of known languages with Chinese among them.
    """
    extra = value_of(_tree(settings), "extra")
    found = value_of(extra, "languages") if isinstance(extra, yaml.MappingNode) else None
    named = [str(each.value) for each in items(found)]
    known: tuple[Lang, ...] = get_args(Lang)
    if "zh" not in named or not set(named) <= set(known):
        shown = "" if found is None else written(found)
        raise PublishingError(_NOT_LANGUAGES.format(found=shown))
    return tuple(lang for lang in known if lang in named)


def theme_name(settings: str) -> str | None:
    """The theme that the assembled project's ``mkdocs.yml`` names."""
    theme = value_of(_tree(settings), "theme")
    if isinstance(theme, yaml.MappingNode):
        theme = value_of(theme, "name")
    return str(theme.value) if isinstance(theme, yaml.ScalarNode) else None


def keys_of(settings: str, name: str | None = None) -> list[str]:
    """The keys of ``mkdocs.yml``, or of one of its values that has some."""
    node = _tree(settings) if name is None else value_of(_tree(settings), name)
    return [str(key.value) for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []


def _tree(text: str) -> yaml.MappingNode:
    try:
        node = tree(text)
    except yaml.YAMLError as error:
        raise PublishingError(_NOT_READ.format(why=" ".join(str(error).split()))) from error
    if node is None:
        raise PublishingError(_NOT_READ.format(why="site_name: …"))
    return node


def _refuse(own: yaml.MappingNode) -> None:
    """Stop at what the assembled project would pass over in silence."""
    if value_of(own, "INHERIT") is not None:
        raise PublishingError(_INHERIT)
    docs = value_of(own, "docs_dir")
    if docs is not None and not is_null(docs):
        _must_be(docs, "docs_dir", "docs")
    addresses = value_of(own, "use_directory_urls")
    if addresses is not None and (resolved(addresses) or "").lower() in {"false", "no", "off"}:
        raise _unwanted(addresses, "use_directory_urls", "true")


def _must_be(node: yaml.Node, name: str, wanted: str) -> None:
    if posixpath.normpath(resolved(node) or "") != wanted:
        raise _unwanted(node, name, wanted)


def _unwanted(node: yaml.Node, name: str, wanted: str) -> PublishingError:
    return PublishingError(_MUST_BE.format(name=name, found=written(node), wanted=wanted))


def _theme(own: yaml.MappingNode) -> None:
    """Read ``theme: material`` as MkDocs does; any other theme would build, with a foreign look."""
    theme = value_of(own, "theme")
    if theme is None or is_null(theme):
        return
    if not isinstance(theme, yaml.MappingNode):
        _must_be(theme, "theme", "material")
        with_value(own, "theme", mapping("name", text_node("material")))
        return
    for key, wanted in (("name", "material"), ("custom_dir", "overrides")):
        node = value_of(theme, key)
        if node is not None:
            _must_be(node, f"theme.{key}", wanted)


def _plugins(own: yaml.MappingNode) -> None:
    """Make a list of plugins of both forms that MkDocs reads."""
    plugins = value_of(own, "plugins")
    if isinstance(plugins, yaml.MappingNode):
        each = [
            key if is_null(value) or value.value == [] else mapping(str(key.value), value)
            for key, value in plugins.value
        ]
        plugins = yaml.SequenceNode("tag:yaml.org,2002:seq", each)
        with_value(own, "plugins", plugins)
    for node in items(plugins):
        named = isinstance(node, yaml.ScalarNode) and not is_null(node)
        if not named and not (isinstance(node, yaml.MappingNode) and len(node.value) == 1):
            raise PublishingError(_PLUGIN.format(found=written(node)))


def _hooks(own: yaml.MappingNode) -> None:
    """Have the generator find the village's scripts, which it looks for beside its settings."""
    hooks = value_of(own, "hooks")
    if hooks is not None and not is_null(hooks) and not isinstance(hooks, yaml.SequenceNode):
        raise PublishingError(_LIST.format(name="hooks", found=written(hooks)))
    for node in items(hooks):
        if isinstance(node, yaml.ScalarNode) and not posixpath.isabs(node.value):
            node.value = f"{_UP}{node.value}"


def _merge(base: yaml.MappingNode, own: yaml.MappingNode, within: str = "") -> None:
    """Lay one tree over another; a name with nothing behind it says nothing."""
    for key, value in own.value:
        there = value_of(base, key.value)
        path = f"{within}{key.value}"
        judged = path == _JUDGED_ELSEWHERE or value.tag.startswith("!")
        if there is None or isinstance(there, yaml.ScalarNode) or judged:
            with_value(base, key.value, value)
        elif is_null(value):
            continue
        elif isinstance(there, yaml.MappingNode) and isinstance(value, yaml.MappingNode):
            _merge(there, value, f"{path}.")
        elif isinstance(there, yaml.SequenceNode) and isinstance(value, yaml.SequenceNode):
            _add(there, value) if key.value in _ADDED else with_value(base, key.value, value)
        else:
            text = _NAMES if isinstance(there, yaml.MappingNode) else _LIST
            raise PublishingError(text.format(name=path, found=written(value)))


def _add(there: yaml.SequenceNode, own: yaml.SequenceNode) -> None:
    known = {written(each) for each in there.value}
    there.value += [each for each in own.value if written(each) not in known]


def _name(plugin: yaml.Node) -> str:
    if isinstance(plugin, yaml.MappingNode):
        return str(plugin.value[0][0].value)
    return str(plugin.value)
