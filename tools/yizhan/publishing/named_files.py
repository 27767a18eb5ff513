"""Files and pages that a village's ``mkdocs.yml`` names: what nobody has is told before anything is built.

Generators print a link to it all the same, or pass it over, each its own way, and say nothing. What
lies elsewhere (``https://…``, ``/…``, ``../…``) is the village's own affair.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import yaml

from yizhan.exports.data_files import FIGURES
from yizhan.exports.day_script import DAY_SCRIPT
from yizhan.model.text import Lang, Text
from yizhan.pages.links import FOLDERS, localized
from yizhan.pages.manual import SECTION as MANUAL
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.search import FOLDER as SEARCH
from yizhan.publishing.sitemap import is_sitemap
from yizhan.publishing.stylesheets import FOLDER as SHEETS
from yizhan.publishing.stylesheets import JOINED
from yizhan.publishing.yaml_nodes import items, resolved, tree, value_of

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#")
_SHELL = re.compile(r"docs/(?P<folder>.+/)shell\.md")
_MADE = (FIGURES, DAY_SCRIPT, f"{SHEETS}/{JOINED}", "404.html")
"""Files that a build makes beside pages, the index of the search and the sitemap."""

_NEAR = 0.75
_NEAR_NAME = 0.6
"""Of the last part of a path, since what all paths share makes none alike."""

_LONG = 5
"""From so many letters on, a name with one letter of them changed is the same name misspelt."""

_OF_VILLAGE = ("hooks", "watch")
"""Settings that name files of the village's, wherever they lie, not of the site."""

_LINKS = ("nav", "extra.social.link", "extra.alternate.link", "extra.homepage")
_OF_SECTION = ("path", "zh", "en", "holds")
_OF_SETTINGS = (
    *("site_name", "site_url", "site_description", "site_author", "copyright", "repo_url"),
    *("repo_name", "edit_uri", "edit_uri_template", "docs_dir", "site_dir", "use_directory_urls"),
    *("theme", "plugins", "hooks", "nav", "not_in_nav", "exclude_docs", "draft_docs", "watch"),
    *("extra", "extra_css", "extra_javascript", "extra_templates", "markdown_extensions", "strict"),
    *("mdx_configs", "dev_addr", "remote_branch", "remote_name", "validation", "INHERIT"),
)
"""What MkDocs reads; another generator, or a template of the village's, may read more, so that only
what is one letter away from one of these is refused."""


@dataclass(frozen=True, slots=True)
class Named:
    """A value in ``mkdocs.yml`` that names something.

    Attributes:
        setting: where it stands: ``extra.sections.path``.
        value: as it is written, ``!ENV`` answered.
        line: counted from 1.
    """

    setting: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Known:
    """What a site will have.

    Attributes:
        files: every file of the project, by path: ``docs/…``, ``overrides/…``.
        pages: site-relative address of every narrative page.
        folders: those in which records have their pages, and lists of them.
        themes: folders of the theme's files.
        village: the folder that its scripts are named from.
    """

    files: Collection[str]
    pages: Collection[str]
    folders: tuple[str, ...]
    themes: Collection[Path]
    village: Path

    def is_file(self, path: str) -> bool:
        """Whether the site gets a file, from documents, overrides, the theme or the build itself."""
        own = any(f"{part}/{path}" in self.files for part in ("docs", "overrides"))
        made = path in _MADE or path.startswith(f"{SEARCH}/") or is_sitemap(path)
        return own or made or any((folder / path).is_file() for folder in self.themes)

    def is_script(self, path: str) -> bool:
        """Whether the village has a file for the generator to run."""
        return (self.village / path).is_file()

    def is_watched(self, path: str) -> bool:
        """Whether the village has a file or a folder there."""
        return (self.village / path).exists()

    def is_page(self, path: str) -> bool:
        """Whether the site has a page there; those of single records are not known yet."""
        address = path.removesuffix("index.html")
        if address and not address.endswith("/"):
            address += "/"
        return address in self.pages or address.startswith(self.folders)

    def is_beginning(self, path: str) -> bool:
        """Whether the address of some page begins so."""
        begun = (each.startswith(path) for each in (*self.folders, *self.pages))
        return path.startswith(self.folders) or any(begun)


def known(files: Collection[str], themes: Collection[Path], village: Path) -> Known:
    """What a site will have.

    Args:
        files: every file of the project, by path.
        themes: folders of the theme's files.
        village: the folder that its scripts are named from.
    """
    pages = {_address(path) for path in files if path.startswith("docs/") and path.endswith(".md")}
    shells = {match["folder"] for match in map(_SHELL.fullmatch, files) if match}
    shells -= {f"{MANUAL}/", f"en/{MANUAL}/"}  # its pages are known one by one
    spoken: tuple[Lang, ...] = ("zh", "en") if any(map(_is_english, pages)) else ("zh",)
    lists = {localized(folder, lang) for folder in FOLDERS.values() for lang in spoken}
    folders = tuple(sorted(shells | lists))
    return Known(files, pages, folders, themes, village)


def _is_english(address: str) -> bool:
    return address.startswith(localized("", "en"))


def refuse_unknown(own: str, base: str, there: Known) -> None:
    """Refuse settings that name a file or a page that nobody has.

    Args:
        own: the village's ``mkdocs.yml``.
        base: the package's: what it names is right, be it left out of a village.
        there: what the site will have.

    Raises:
        PublishingError: it names the line, the value and what is probably meant.
    """
    mine = tree(own)
    theirs = tree(base)
    assert mine is not None, "the settings were read before"
    right = set() if theirs is None else {(each.setting, each.value) for each in _all(theirs)}
    _refuse_misspelt("", mine, _OF_SETTINGS)
    for section in items(_at(mine, "extra", "sections")):
        _refuse_misspelt("extra.sections.", section, _OF_SECTION)
    for each in _all(mine):
        if (each.setting, each.value) not in right:
            _refuse(each, there)


def _all(settings: yaml.MappingNode) -> Iterator[Named]:
    for name in ("extra_css", "extra_javascript", "extra_templates", *_OF_VILLAGE):
        for node in items(value_of(settings, name)):
            inner = value_of(node, "path") if isinstance(node, yaml.MappingNode) else node
            yield from _named(name, inner)
    for name in ("favicon", "logo"):
        yield from _named(f"theme.{name}", _at(settings, "theme", name))
    for section in items(_at(settings, "extra", "sections")):
        yield from _named("extra.sections.path", _at(section, "path"))
        for node in items(_at(section, "holds")):
            yield from _named("extra.sections.holds", node)
    for node in items(_at(settings, "extra", "one_language")):
        yield from _named("extra.one_language", node)
    for name in ("social", "alternate"):
        for item in items(_at(settings, "extra", name)):
            yield from _named(f"extra.{name}.link", _at(item, "link"))
    yield from _named("extra.homepage", _at(settings, "extra", "homepage"))
    yield from _navigation(value_of(settings, "nav"))


def _navigation(node: yaml.Node | None) -> Iterator[Named]:
    if isinstance(node, yaml.ScalarNode):
        yield from _named("nav", node)
    elif isinstance(node, yaml.MappingNode):
        for _title, value in node.value:
            yield from _navigation(value)
    else:
        for each in items(node):
            yield from _navigation(each)


def _named(setting: str, node: yaml.Node | None) -> Iterator[Named]:
    value = None if node is None else resolved(node)
    if node is not None and value is not None:
        yield Named(setting, value, node.start_mark.line + 1)


def _at(node: yaml.Node | None, *names: str) -> yaml.Node | None:
    for name in names:
        node = value_of(node, name) if isinstance(node, yaml.MappingNode) else None
    return node


def _refuse_misspelt(within: str, node: yaml.Node, known: Collection[str]) -> None:
    """Refuse a name that is none of those known and one slip away from one."""
    for key, _value in node.value if isinstance(node, yaml.MappingNode) else ():
        name = str(key.value)
        near = next((each for each in known if _one_slip(name, each)), None)
        if name not in known and near is not None:
            about = {"line": str(key.start_mark.line + 1), "found": f"{within}{name}"}
            raise PublishingError(MISSPELT.format(**about, near=near))


def _one_slip(name: str, right: str) -> bool:
    """Whether a letter is missing, too many or, in a long name, another, or two have changed places."""
    pairs = enumerate(zip(name, right, strict=False))
    at = next((place for place, (a, b) in pairs if a != b), min(len(name), len(right)))
    one, other = name[at:], right[at:]
    missing, added = one == other[1:], one[1:] == other
    changed = len(right) >= _LONG and one[1:] == other[1:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return missing or added or changed or swapped


def _refuse(named: Named, there: Known) -> None:
    path = _path(named.value)
    if path is None or (path.split("/")[0] == ".." and named.setting not in _OF_VILLAGE):
        return
    setting, pages, files = named.setting, there.pages, _documents(there.files)
    others: Iterable[str]
    match setting:
        case "hooks":
            right, what, others = there.is_script(path), SCRIPT, ()
        case "watch":
            right, what, others = there.is_watched(path), WATCHED, ()
        case "extra.sections.holds" | "extra.one_language":
            right, what, others = there.is_beginning(path), BEGINNING, (*there.folders, *pages)
        case "extra.sections.path":
            right, what, others = there.is_page(path) or there.is_file(path), PAGE, pages
        case _:
            right, what, others = there.is_file(path), FILE, files
            if setting in _LINKS and not path.endswith(".md"):
                right = right or there.is_page(path)
    if not right:
        raise _unknown(named, what, path, others)


def _path(value: str) -> str | None:
    """The path that a value names, from the site's root; None where it is none of that kind."""
    if _ELSEWHERE.match(value):
        return None
    path = unquote(re.split(r"[?#]", value, maxsplit=1)[0])
    plain = posixpath.normpath(path) if path else ""
    if plain == ".":
        return ""
    return f"{plain}/" if path.endswith("/") else plain


def _address(path: str) -> str:
    """The address of a document's page."""
    name = path.removeprefix("docs/").removesuffix(".md")
    folder, _slash, last = name.rpartition("/")
    if last in ("index", "README"):
        return f"{folder}/" if folder else ""
    return f"{name}/"


def _documents(files: Iterable[str]) -> list[str]:
    return [path.partition("/")[2] for path in files if path.startswith("docs/")]


def _unknown(named: Named, what: Text, path: str, others: Iterable[str]) -> PublishingError:
    about = {"line": str(named.line), "name": named.setting, "found": named.value}
    missing = what.format(path=path)
    near = _nearest(path, others)
    if near is None:
        return PublishingError(UNKNOWN.format(**about, missing=missing))
    return PublishingError(NEARLY.format(**about, missing=missing, near=near))


def _nearest(path: str, others: Iterable[str]) -> str | None:
    for near in difflib.get_close_matches(path, sorted(set(others)), n=5, cutoff=_NEAR):
        last, other = (posixpath.basename(each.rstrip("/")) for each in (path, near))
        if difflib.SequenceMatcher(None, last, other).ratio() >= _NEAR_NAME:
            return near
    return None


FILE = Text("没有 docs/{path} 这个文件", "there is no file docs/{path}")
SCRIPT = Text("没有 {path} 这个文件", "there is no file {path}")
WATCHED = Text("没有 {path} 这个文件或文件夹", "there is no file or folder {path}")
PAGE = Text("没有地址是 /{path} 的网页", "there is no page /{path}")
BEGINNING = Text(
    "没有地址以 /{path} 开头的网页", "there is no page with an address that begins with /{path}"
)
NEARLY = Text(
    "mkdocs.yml 第 {line} 行，{name} 写的是“{found}”，{missing}：是不是要写 {near}？",
    "mkdocs.yml, line {line}: {name} is “{found}”, but {missing}: is {near} meant?",
)
UNKNOWN = Text(
    "mkdocs.yml 第 {line} 行，{name} 写的是“{found}”，{missing}：请改正，或删去这一项。",
    "mkdocs.yml, line {line}: {name} is “{found}”, but {missing}: correct or delete it.",
)
MISSPELT = Text(
    "mkdocs.yml 第 {line} 行写了 {found}，没有这个设置：是不是要写 {near}？",
    "mkdocs.yml, line {line}, has {found}, which is no setting: is {near} meant?",
)
