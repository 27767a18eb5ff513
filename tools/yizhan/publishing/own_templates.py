"""A village's own templates: what they ask for that is not there, and those that nothing uses.

Jinja prints nothing for a name that does not exist, and so does MiniJinja, Zensical's, which cannot
be told otherwise. So the village's templates are read before any generator runs. What the theme's
and the package's templates ask for or set is known, whoever gives it to them: a name is refused
only where nobody else in the whole theme uses it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from operator import itemgetter
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.settings import keys_of, theme_name

FOLDER = "overrides/"
_SHELL = re.compile(r"docs/.+/shell(?:\.md|/index\.md)")
_CONTEXT = {
    *("nav", "pages", "page", "config", "base_url", "extra_css", "extra_javascript"),
    *("mkdocs_version", "properdocs_version", "build_date_utc"),
    *("loop", "self", "super", "caller", "varargs", "kwargs", "_", "gettext", "ngettext"),
    *DEFAULT_NAMESPACE,
}
"""What MkDocs gives to each template, and what Jinja knows itself."""
_PAGE = {
    *("title", "content", "markdown", "meta", "toc", "url", "abs_url", "canonical_url", "edit_url"),
    *("file", "parent", "children", "ancestors", "previous_page", "next_page", "update_date"),
    *("active", "is_homepage", "is_page", "is_section", "is_link", "is_top_level"),
}
"""What MkDocs says a page has (user guide, “Customizing your theme”, ``page``)."""
_OPTIONAL_TESTS = frozenset({"defined", "undefined"})
_OPTIONAL_FILTERS = frozenset({"default", "d"})


_ENVIRONMENT = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
"""Reads what MkDocs' own environment reads; nothing is rendered."""


@dataclass(slots=True)
class _Asked:
    """What a template says.

    Attributes:
        names: each name and dotted path that it reads, with its first line: ``config.site_name``.
        optional: those of them that it says may be missing.
        tested: those in the condition of an ``if``.
        given: names that it sets, imports or takes.
        templates: those it extends, includes or imports.
        imported: by the name that it gives to an imported template, that template; nothing where
            it is worked out.
        called: what it calls of those, with the first line: ``yz.title``.
    """

    names: dict[str, int] = field(default_factory=dict)
    optional: set[str] = field(default_factory=set)
    tested: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    templates: set[str] = field(default_factory=set)
    imported: dict[str, str] = field(default_factory=dict)
    called: dict[str, int] = field(default_factory=dict)


def look_at(own: Mapping[str, bytes], originals: Mapping[str, bytes], settings: str) -> list[Text]:
    """Look at the templates and shells of a village.

    Args:
        own: the village's files, by path.
        originals: the package's.
        settings: the ``mkdocs.yml`` of both.

    Returns:
        What the village is told: files that take the place of nothing and that nothing uses.

    Raises:
        PublishingError: a template asks for something that is not there; names both and the line.
    """
    notices = [
        STRAY_SHELL.format(path=path)
        for path in sorted(own)
        if _SHELL.fullmatch(path) and path not in originals
    ]
    mine = {path: asked for path, asked in _read_all(own) if originals.get(path) != own[path]}
    themes = theme_folders(theme_name(settings))
    if not mine or not themes:  # without its theme the generator stops by itself
        return notices
    frame = dict(_read_all({path: originals[path] for path in originals if path not in mine}))
    theme = {path: asked for folder in themes for path, asked in _read_theme(folder).items()}
    _refuse_unknown(mine, [*frame.values(), *theme.values()], settings)
    _refuse_unknown_macros(mine, {**theme, **frame, **mine})
    used = {
        name
        for each in (*mine.values(), *frame.values(), *theme.values())
        for name in each.templates
    }
    known = {*originals, *theme}
    for path in sorted(set(mine) - known):
        name = path.removeprefix(FOLDER)
        if name not in used and name not in settings and not _named_by_page(name, own):
            notices.append(_of_no_use(path, known))
    return notices


def _of_no_use(path: str, known: Collection[str]) -> Text:
    """What is said of a template that takes the place of nothing and that nothing uses."""
    near = _resembling(path, known)
    return MISSPELT.format(path=path, near=near) if near else UNUSED.format(path=path)


def _read_all(files: Mapping[str, bytes]) -> Iterator[tuple[str, _Asked]]:
    for path, content in files.items():
        if path.startswith(FOLDER) and path.endswith(".html"):
            yield path, _read(content)


@cache
def _read_theme(folder: Path) -> Mapping[str, _Asked]:
    """What a theme's templates say; some hundred files, which take half a second."""
    return {
        f"{FOLDER}{path.relative_to(folder).as_posix()}": _read(path.read_bytes())
        for path in sorted(folder.rglob("*.html"))
    }


def _read(content: bytes) -> _Asked:
    """What a template says; nothing where it cannot be read, which the generator reports."""
    asked = _Asked()
    try:
        tree = _ENVIRONMENT.parse(content.decode("utf-8", "replace"))
    except TemplateSyntaxError:
        return asked
    for node in tree.find_all(nodes.Node):
        reader = _READERS.get(type(node))
        if reader is not None:
            reader(node, asked)
    return asked


def _name(node: nodes.Name, asked: _Asked) -> None:
    if node.ctx == "load":
        _read_at(node.name, node.lineno, asked)
    else:
        asked.given.add(node.name)


def _part(node: nodes.Getattr | nodes.Getitem, asked: _Asked) -> None:
    path = _path(node)
    if path:
        _read_at(path, node.lineno, asked)


def _read_at(name: str, line: int, asked: _Asked) -> None:
    asked.names[name] = min(line, asked.names.get(name, line))


def _macro(node: nodes.Macro, asked: _Asked) -> None:
    asked.given.add(node.name)


def _import(node: nodes.Import, asked: _Asked) -> None:
    named = node.template.value if isinstance(node.template, nodes.Const) else ""
    asked.imported[node.target] = str(named)
    _template(node, asked)


def _call(node: nodes.Call, asked: _Asked) -> None:
    name = _path(node.node)
    if "." in name:
        asked.called[name] = min(node.lineno, asked.called.get(name, node.lineno))


def _names_of_import(node: nodes.FromImport, asked: _Asked) -> None:
    asked.given.update(each if isinstance(each, str) else each[1] for each in node.names)
    _template(node, asked)


def _template(
    node: nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport, asked: _Asked
) -> None:
    asked.templates.update(each.value for each in node.template.find_all(nodes.Const))
    if isinstance(node.template, nodes.Const):
        asked.templates.add(str(node.template.value))


def _test(node: nodes.Test, asked: _Asked) -> None:
    if node.name in _OPTIONAL_TESTS:
        asked.optional.add(_path(node.node))


def _filter(node: nodes.Filter, asked: _Asked) -> None:
    if node.name in _OPTIONAL_FILTERS and node.node is not None:
        asked.optional.add(_path(node.node))


def _condition(node: nodes.If | nodes.CondExpr, asked: _Asked) -> None:
    asked.tested.add(_path(node.test))
    asked.tested.update(_path(each) for each in node.test.find_all((nodes.Getattr, nodes.Getitem)))


_READERS: Mapping[type[nodes.Node], Callable[..., None]] = {
    nodes.Name: _name,
    nodes.Getattr: _part,
    nodes.Getitem: _part,
    nodes.Macro: _macro,
    nodes.Call: _call,
    nodes.Import: _import,
    nodes.FromImport: _names_of_import,
    nodes.Extends: _template,
    nodes.Include: _template,
    nodes.Test: _test,
    nodes.Filter: _filter,
    nodes.If: _condition,
    nodes.CondExpr: _condition,
}


def _path(node: nodes.Node) -> str:
    """``config.extra.name`` of an expression that is no more than that; else nothing."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        name: object = node.attr
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        name = node.arg.value
    else:
        return ""
    before = _path(node.node)
    return f"{before}.{name}" if before and isinstance(name, str) else ""


def _refuse_unknown(mine: Mapping[str, _Asked], others: list[_Asked], settings: str) -> None:
    known = set(_CONTEXT)
    for each in others:
        known |= each.given | set(each.names) | set(each.imported)
    for each in mine.values():
        known |= each.given | set(each.imported)
    known |= {f"page.{name}" for name in _PAGE}
    known |= {f"config.{name}" for name in (*_config_names(), *keys_of(settings))}
    known |= {f"config.extra.{name}" for name in (*keys_of(settings, "extra"), *dir(dict))}
    for path, asked in mine.items():
        for name, line in sorted(asked.names.items(), key=itemgetter(1)):
            if name not in known and name not in asked.optional and _can_be_told(name, asked):
                near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.75)
                about = {"path": path, "line": str(line), "name": name}
                if near:
                    raise PublishingError(NEARLY.format(**about, near=near[0]))
                raise PublishingError(UNKNOWN.format(**about))


def _refuse_unknown_macros(mine: Mapping[str, _Asked], every: Mapping[str, _Asked]) -> None:
    """Refuse a call of a macro that the imported template has not; generators stop there.

    Args:
        mine: the village's templates, by path.
        every: all templates, the village's in the place of those that they lie over.
    """
    for path, asked in mine.items():
        for name, line in sorted(asked.called.items(), key=itemgetter(1)):
            alias, _dot, macro = name.partition(".")
            if alias in asked.given or "." in macro or name in asked.optional:
                continue
            sources = _imported_as(alias, [asked] if alias in asked.imported else every.values())
            if not sources or not all(each in every for each in sources):
                continue
            known = {given for each in sources for given in every[each].given}
            if macro not in known:
                about = {"path": path, "line": str(line), "name": name}
                about["files"] = ", ".join(sources)
                near = difflib.get_close_matches(macro, sorted(known), n=1, cutoff=0.6)
                if near:
                    raise PublishingError(NEARLY_MACRO.format(**about, near=f"{alias}.{near[0]}"))
                raise PublishingError(NO_MACRO.format(**about))


def _imported_as(alias: str, templates: Iterable[_Asked]) -> list[str]:
    """The paths of the templates that some import under a name."""
    found = {each.imported[alias] for each in templates if alias in each.imported}
    return sorted(f"{FOLDER}{each}" for each in found)


def _can_be_told(name: str, asked: _Asked) -> bool:
    """Whether a name is one of those of which everything is known; ``extra`` holds what may be missing."""
    if "." not in name:
        return True
    if re.fullmatch(r"config\.extra\.\w+", name):
        return name not in asked.tested
    return re.fullmatch(r"(?:page|config)\.\w+", name) is not None


def _config_names() -> list[str]:
    """Everything that MkDocs knows of a configuration."""
    from mkdocs.config.defaults import MkDocsConfig

    return dir(MkDocsConfig)


def theme_folders(name: str | None) -> list[Path]:
    """Where the theme's templates are: MkDocs' and ProperDocs', and Zensical's own."""
    from importlib.metadata import entry_points

    modules = [each.module for each in entry_points(group="mkdocs.themes") if each.name == name]
    specs = [find_spec(module) for module in modules]
    if modules and (zensical := find_spec("zensical")) is not None:
        specs.append(find_spec(f"{zensical.name}.templates"))
    return [
        Path(place)
        for spec in specs
        if spec is not None
        for place in spec.submodule_search_locations or ()
    ]


def _resembling(path: str, known: Iterable[str]) -> str | None:
    """The template that is probably meant; what all paths share makes none alike."""
    names = {_bare(each): each for each in sorted(known) if each.endswith(".html")}
    near = difflib.get_close_matches(_bare(path), names, n=1, cutoff=0.75)
    return names[near[0]] if near else None


def _bare(path: str) -> str:
    return path.removeprefix(FOLDER).removesuffix(".html")


def _named_by_page(name: str, own: Mapping[str, bytes]) -> bool:
    """Whether a document asks to be shown by a template, in the lines at its top."""
    asks = re.compile(rb"^template:\s*[\"']?" + re.escape(name.encode()), re.MULTILINE)
    return any(asks.search(text) for path, text in own.items() if path.endswith(".md"))


UNKNOWN = Text(
    "{path} 第 {line} 行用了 {name}，没有这样的变量，那里会是空的：请改正；"
    '可以没有的，写成 {name} | default("")。',
    "{path}, line {line}, asks for {name}, which does not exist, so that nothing would be there: "
    'correct it, or write {name} | default("") if it may be missing.',
)
NEARLY = Text(
    "{path} 第 {line} 行用了 {name}，没有这样的变量，那里会是空的：是不是要写 {near}？"
    '可以没有的，写成 {name} | default("")。',
    "{path}, line {line}, asks for {name}, which does not exist, so that nothing would be there: is "
    '{near} meant? Write {name} | default("") if it may be missing.',
)
NO_MACRO = Text(
    "{path} 第 {line} 行用了 {name}，{files} 里没有这个宏：请改正。",
    "{path}, line {line}, asks for {name}, which is no macro of {files}: correct it.",
)
NEARLY_MACRO = Text(
    "{path} 第 {line} 行用了 {name}，{files} 里没有这个宏：是不是要写 {near}？",
    "{path}, line {line}, asks for {name}, which is no macro of {files}: is {near} meant?",
)
MISSPELT = Text(
    "{path} 没有盖住安装包或主题里的文件，也没有模板用到它：是不是要写成 {near}？",
    "{path} lies over no file of the package or the theme, and no template uses it: is {near} meant?",
)
UNUSED = Text(
    "{path} 没有盖住安装包或主题里的文件，也没有模板用到它：不需要就删去。",
    "{path} lies over no file of the package or the theme, and no template uses it: delete it if it "
    "is not needed.",
)
STRAY_SHELL = Text(
    "{path} 不会成为网页：shell 这个名字只用于安装包里有的外壳页，请换个名字。",
    "{path} will be no page: the name shell is that of the package's shells; give it another one.",
)
