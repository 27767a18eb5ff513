"""What is known of a folder that a site is to take the place of: a former site of ours, or not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError

LIST = ".yizhan-site"
"""In every site: the names at its top that a build made, one a line. What else is there stays."""

_HEAD = "# yizhan build 写的网站；这里列出的名字，下次搭建会换掉。\n# A site of yizhan build: it replaces the names listed here.\n"
_OF_EARLIER = ("index.html", "assets/stylesheets/yizhan.css")
"""What every site of an earlier version has, which wrote no list."""

_KEPT_OF_EARLIER = ("CNAME",)
_PROTECTED = ("records", "docs", "overrides", "node_modules", ".git", ".github", ".yizhan")
_NOT_A_SITE = Text(
    "{site} 里有别的东西，不是从前搭建的网站，所以没有动它：请换一个空的文件夹。",
    "{site} holds something else than a former site and was left alone: name an empty folder.",
)
_WITHIN = Text(
    "网站不能写到 {site}：{part} 里是村里自己的文件。请换一个文件夹，例如 site。",
    "The site cannot be written to {site}: {part} holds the village's own files. "
    "Name another folder, such as site.",
)
_FILE = Text(
    "网站要写到 {site}，那里却是一个文件：请换一个文件夹名，或先把这个文件移走。",
    "The site is to be written to {site}, which is a file: name another folder, or move that file.",
)


def may_replace(site: Path, project: Path) -> None:
    """Make sure that nothing but a former site is lost when ``site`` is replaced.

    Raises:
        PublishingError: the folder holds the project or is one of its folders of sources, or it is
            neither empty nor a site that a build made.
    """
    site, project = site.resolve(), project.resolve()
    if site == project or site in project.parents:
        raise PublishingError(_NOT_A_SITE.format(site=site))
    if project in site.parents:
        part = site.relative_to(project).parts[0]
        if part in _PROTECTED:
            raise PublishingError(_WITHIN.format(site=site, part=f"{part}/"))
    if site.exists() and not site.is_dir():
        raise PublishingError(_FILE.format(site=site))
    if site.is_dir() and not _is_ours(site) and any(not _hidden(each) for each in site.iterdir()):
        raise PublishingError(_NOT_A_SITE.format(site=site))


def listed(named: Iterable[str]) -> bytes:
    """The content of ``.yizhan-site``.

    Args:
        named: every other file of the site.
    """
    names = sorted({LIST, *(path.partition("/")[0] for path in named)})
    return (_HEAD + "".join(f"{name}\n" for name in names)).encode()


def not_made(site: Path) -> list[str]:
    """What is at the top of a folder and no build made: ``.git``, ``CNAME``, say."""
    made = _made(site)
    if made is not None:
        return sorted(each.name for each in site.iterdir() if each.name not in made)
    return sorted(
        each.name for each in site.iterdir() if _hidden(each) or each.name in _KEPT_OF_EARLIER
    )


def _made(site: Path) -> set[str] | None:
    file = site / LIST
    if file.is_symlink() or not file.is_file():
        return None
    return set(file.read_text("utf-8", "replace").split("\n")[_HEAD.count("\n") :])


def _is_ours(site: Path) -> bool:
    return _made(site) is not None or all((site / path).is_file() for path in _OF_EARLIER)


def _hidden(path: Path) -> bool:
    return path.name.startswith(".")
