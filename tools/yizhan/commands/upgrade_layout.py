"""``yizhan upgrade``, the part on files: a village laid out by an earlier version is brought over.

What that version wrote and nobody changed is taken away or written anew; what was changed by hand
stays and is named. Records are not touched here.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Literal

import yaml

from yizhan.commands.init import contents
from yizhan.commands.upgrade_requirements import names_today, raised
from yizhan.model.frozen import dataclass
from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.frame import PARTS, SETTINGS, is_source
from yizhan.publishing.layouts import is_unchanged, written_before
from yizhan.publishing.overlays import mark, read_list, same_text, write_list

Action = Literal["remove", "write", "fix", "raise", "keep"]

REQUIREMENTS = "requirements.txt"
_HOLDER = "docs/.gitkeep"
_FRAME = re.compile(
    rb"""^[ ]+custom_dir:[ ]*(["']?)overrides/?\1[ ]*(?:#[^\r\n]*)?\r?\n""", re.MULTILINE
)
"""In an old ``mkdocs.yml``: MkDocs stops where that folder is gone."""

_FRAME_SAID = re.compile(rb"^[^#\r\n]*\bcustom_dir\b", re.MULTILINE)

_FROM_PACKAGE = (*(f"{part}/" for part in PARTS), "schema/")
_KEPT_SETTINGS = re.compile(r"(?:site_url|repo_url|repo_name|edit_uri):.*")

WORDS: dict[Action, Text] = {
    "remove": Text("删去 {path}：现在由安装包提供", "remove {path}: it comes from the package now"),
    "write": Text("重写 {path}", "write {path} anew"),
    "fix": Text(
        "{path}：去掉 custom_dir 一行，其余您写的不动",
        "{path}: take out the line custom_dir; all else stays as you wrote it",
    ),
    "raise": Text(
        "{path}：议栈的一行换成现在的，其余您写的不动",
        "{path}: the line of Yizhan becomes today's; all else stays as you wrote it",
    ),
    "keep": Text(
        "保留 {path}：您改过，不动；请自己比对",
        "keep {path}: you changed it; compare it yourself",
    ),
}
"""What is said of each action."""

_KEPT_LINK = Text(
    "保留 {path}：是符号链接，不动；请用文件本身代替它，再运行一次",
    "keep {path}: it is a symbolic link; put the file itself there and run this again",
)
_KEPT_REQUIREMENTS = Text(
    "保留 {path}：认不出哪一行是装议栈的；请自己把那一行改成 {line}，不然检查用的还是旧版",
    "keep {path}: the line that installs Yizhan is not recognised; make it {line} yourself, or "
    "checks will run the old version",
)
_KEPT_FRAME = Text(
    "保留 {path}：请自己去掉 custom_dir 一项，overrides/ 现在由安装包提供",
    "keep {path}: take out custom_dir yourself, since overrides/ comes from the package now",
)
_NO_SETTINGS = Text(
    "{root} 里没有读得出来的 mkdocs.yml，不是议栈的村庄仓库，或者请先改好它。",
    "There is no readable mkdocs.yml in {root}: it is no village of Yizhan's, or correct that file first.",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One file's fate.

    Attributes:
        action: what becomes of it.
        path: relative to the village's root.
        found: mark of what was there when the plan was made; empty where nothing was.
        content: what is to be written.
        why: what is said in the place of the action's own words.
    """

    action: Action
    path: str
    found: str = ""
    content: bytes = b""
    why: Text | None = None

    @property
    def text(self) -> Text:
        """The step in words."""
        return self.why or WORDS[self.action].format(path=self.path)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an upgrade will do.

    Attributes:
        steps: by path.
        marks: what ``overlays.txt`` is to note of pages that were changed by hand.
    """

    steps: tuple[Step, ...] = ()
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        """Whether anything is to be done."""
        return any(step.action != "keep" for step in self.steps)


def plan(root: Path) -> Plan:
    """Say what is to be done; nothing is written.

    Args:
        root: the village's root.

    Raises:
        PublishingError: there is no ``mkdocs.yml`` that can be read.
    """
    if is_source(root):
        return Plan()
    name = _site_name(root)
    noted = read_list(root)
    steps, marks = [], {}
    for path, known in written_before().items():
        file = root / path
        if not path.startswith(_FROM_PACKAGE) or not file.is_file():
            continue
        if _is_linked(root, path):
            steps.append(Step("keep", path, why=_KEPT_LINK.format(path=path)))
            continue
        content = file.read_bytes()
        if is_unchanged(path, content):
            steps.append(Step("remove", path, mark(content)))
        elif path not in noted:
            steps.append(Step("keep", path, mark(content)))
            if not path.startswith("schema/"):
                marks[path] = known[-1]
    steps += _rewritten(root, name)
    return Plan(tuple(sorted(steps, key=lambda step: step.path)), {**noted, **marks})


def _rewritten(root: Path, name: str) -> Iterator[Step]:
    """Files that a village has still, where they differ from what is laid out today."""
    for path, fresh in contents(name):
        if path.startswith("records/"):
            continue
        file = root / path
        if _is_linked(root, path):
            yield Step("keep", path, why=_KEPT_LINK.format(path=path))
            continue
        if file.is_file():
            yield from _differing(path, file.read_bytes(), fresh)
        elif path in (_HOLDER, SETTINGS) or path.startswith("wheels/"):
            yield Step("write", path, content=fresh)


def _differing(path: str, content: bytes, fresh: bytes) -> Iterator[Step]:
    """What becomes of a file that is there."""
    if path == SETTINGS:
        yield from _of_settings(content, fresh)
    elif path == REQUIREMENTS:
        yield from _of_requirements(content, fresh)
    elif same_text(content, fresh):
        return
    elif is_unchanged(path, content):
        yield Step("write", path, mark(content), fresh)
    elif path in written_before():
        yield Step("keep", path, mark(content))


def _of_settings(content: bytes, fresh: bytes) -> Iterator[Step]:
    if is_unchanged(SETTINGS, content):
        yield Step("write", SETTINGS, mark(content), _settings(content, fresh))
    elif _FRAME.search(content):
        yield Step("fix", SETTINGS, mark(content), _FRAME.sub(b"", content))
    elif _FRAME_SAID.search(content):
        yield Step("keep", SETTINGS, mark(content), why=_KEPT_FRAME.format(path=SETTINGS))


def _of_requirements(content: bytes, fresh: bytes) -> Iterator[Step]:
    made = raised(content, fresh)
    if made is None and names_today(content, fresh):
        return
    if made is None:
        line = fresh.decode().strip()
        why = _KEPT_REQUIREMENTS.format(path=REQUIREMENTS, line=line)
        yield Step("keep", REQUIREMENTS, mark(content), why=why)
    elif not same_text(made, content):
        yield Step(
            "write" if same_text(made, fresh) else "raise", REQUIREMENTS, mark(content), made
        )


def _is_linked(root: Path, path: str) -> bool:
    """Whether a path, or a folder of it within the village, is a link: nothing is written there."""
    parents = Path(path).parents[:-1]
    return any((root / each).is_symlink() for each in (Path(path), *parents))


def apply(root: Path, plan: Plan) -> list[Step]:
    """Carry out a plan; a file that was changed since it was made stays.

    Returns:
        The steps that were done.
    """
    done = []
    for step in plan.steps:
        file = root / step.path
        found = mark(file.read_bytes()) if file.is_file() else ""
        if step.action == "keep" or found != step.found:
            continue
        if step.action == "remove":
            file.unlink()
            _remove_empty(file.parent, root)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(step.content)
        done.append(step)
    if not is_source(root):
        write_list(root, plan.marks)
    return done


def _remove_empty(folder: Path, root: Path) -> None:
    with contextlib.suppress(OSError):  # it holds something still
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def _site_name(root: Path) -> str:
    try:
        node = yaml.compose((root / SETTINGS).read_text("utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise PublishingError(_NO_SETTINGS.format(root=root)) from error
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == "site_name":
            return str(value.value)
    raise PublishingError(_NO_SETTINGS.format(root=root))


def _settings(former: bytes, fresh: bytes) -> bytes:
    """Today's short ``mkdocs.yml`` with the former one's addresses and both languages.

    An earlier version wrote English pages in any case; their addresses may be linked by now.
    """
    fresh = fresh.replace(b"languages: [zh]\n", b"languages: [zh, en]\n")
    lines = former.decode("utf-8").splitlines()
    kept = [line for line in lines if _KEPT_SETTINGS.match(line)]
    return fresh + "".join(f"{line}\n" for line in kept).encode()
