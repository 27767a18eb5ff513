"""``yizhan upgrade``, the part on records: an older format is brought over to today's.

Files are written beside their place and then moved there, the number of the format last: what was
broken off is finished by running it again. In a file that changes, the words that change are
replaced and every other byte stays.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from yizhan.git.status import uncommitted
from yizhan.loading.migrations import migrated, move
from yizhan.loading.record_format import FORMAT, FORMAT_FILE, format_text, read_format
from yizhan.loading.regular import MAX_BYTES, TooLargeError, read_regular
from yizhan.loading.restructure import restructure
from yizhan.loading.round_trip import NoPlaceError
from yizhan.loading.strict_yaml import read
from yizhan.loading.tree import require_project
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import RECORDS
from yizhan.model.text import Text

Action = Literal["move", "rewrite", "remove", "number", "keep"]

WORDS: dict[Action, Text] = {
    "move": Text("移动 {path} → {target}", "move {path} → {target}"),
    "rewrite": Text(
        "改写 {target}：{count} 处，其余一字不动",
        "rewrite {target}: {count} {count:place|places}, all else stays",
    ),
    "remove": Text(
        "删去 {path}：{target} 里已经是同样的内容", "remove {path}: {target} holds the same"
    ),
    "number": Text("写上 {target}", "write {target}"),
    "keep": Text(
        "{target}：有些写法要换成新的，这里改不了，做完请运行 yizhan check 再手工改",
        "{target}: what is to be written otherwise cannot be changed here; run yizhan check "
        "afterwards and change it by hand",
    ),
}
"""What is said of each action."""

_TAKEN = Text(
    "{path} 应当移到 {target}，那里却已有另一个文件；请先把其中一个改名。什么都没有动。",
    "{path} belongs at {target}, where another file is; rename one of them first. "
    "Nothing was changed.",
)
_UNCOMMITTED = Text(
    "records/ 里有没提交到 Git 的改动（{path}）；请先提交，再升级。什么都没有动。",
    "records/ has changes that are not committed to Git ({path}); commit them first. "
    "Nothing was changed.",
)
_CHANGED = Text(
    "{path} 刚刚被改过；请重新运行 yizhan upgrade。什么都没有动。",
    "{path} was changed in the meantime; run yizhan upgrade again. Nothing was changed.",
)


class UpgradeError(Exception):
    """The records stay as they are; the argument is a ``Text`` that says why."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file's fate.

    Attributes:
        action: what becomes of it.
        path: where it is, relative to the project's root; for a new file as ``target``.
        target: where it will be.
        found: mark of what was there when the plan was made; empty for a new file.
        content: what is to be at ``target``; None where the file itself goes there or stays.
        count: how many values are written otherwise.
    """

    action: Action
    path: str
    target: str
    found: str = ""
    content: bytes | None = None
    count: int = 0

    @property
    def text(self) -> Text:
        """The step in words."""
        return WORDS[self.action].format(path=self.path, target=self.target, count=self.count)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an upgrade of the records will do, by path; the number of the format comes last."""

    steps: tuple[Step, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether anything is to be done."""
        return bool(self.steps)


def plan(root: Path) -> Plan:
    """Say what is to be done; nothing is written.

    Args:
        root: the folder that holds ``records/``.

    Raises:
        NoProjectError: it holds none.
        FormatError: the number of the format is damaged, or newer than this version knows.
        UpgradeError: two files would get one path.
    """
    require_project(root)
    number = read_format(root)
    if number == FORMAT:
        return Plan()
    data = {path: _data(root, path) for path in _files(root)}
    steps = []
    for path, _, after in migrated(data, number):
        step = _step(root, path, move(path, number), data[path], after)
        if step is not None:
            steps.append(step)
    last = Step("number", FORMAT_FILE, FORMAT_FILE, _mark(root / FORMAT_FILE), format_text(FORMAT))
    return Plan((*sorted(steps, key=lambda step: step.path), last))


def _files(root: Path) -> Iterator[str]:
    """Every file below ``records/`` but the number of its format; links are left alone."""
    for folder, _, names in os.walk(root / RECORDS):
        for name in names:
            file = Path(folder, name)
            path = file.relative_to(root).as_posix()
            if path != FORMAT_FILE and file.is_file() and not file.is_symlink():
                yield path


def _data(root: Path, path: str) -> Any:
    if not path.endswith(".yaml"):
        return None
    try:
        return read(read_regular(root / path, MAX_BYTES)).data
    except TooLargeError:  # which no check reads either
        return None


def _step(root: Path, path: str, target: str, before: Any, after: Any) -> Step | None:
    file, content, count = root / path, None, 0
    action: Action = "move"
    if before != after:
        try:
            content, count = restructure(read_regular(file, MAX_BYTES), after)
            action = "rewrite"
        except NoPlaceError:
            action = "keep"
    elif path == target:
        return None
    if path != target and (root / target).exists():
        # A run that was broken off has put the file there and not taken the old one away.
        if _mark(root / target) != (_mark(file) if content is None else _digest(content)):
            raise UpgradeError(_TAKEN.format(path=path, target=target))
        action = "remove"
    return Step(action, path, target, _mark(file), content, count)


def apply(root: Path, plan: Plan, *, forced: bool = False) -> list[Step]:
    """Carry out a plan.

    Args:
        root: the folder that holds ``records/``.
        plan: made for it.
        forced: go ahead though ``records/`` has changes that are not committed to Git.

    Returns:
        The steps that were done.

    Raises:
        UpgradeError: there are such changes, or a file was changed since the plan was made;
            nothing was touched.
        OSError: the disk is full, say; records are at their old place or their new one.
    """
    if not plan.changes:
        return []
    open_changes = () if forced else uncommitted(root, RECORDS)
    if open_changes:
        raise UpgradeError(_UNCOMMITTED.format(path=open_changes[0]))
    for step in plan.steps:
        if _mark(root / step.path) != step.found:
            raise UpgradeError(_CHANGED.format(path=step.path))
    _write_beside(root, plan)
    for step in plan.steps:
        _carry_out(root, step)
    return list(plan.steps)


def _carry_out(root: Path, step: Step) -> None:
    old, new = root / step.path, root / step.target
    if step.action != "remove" and step.content is not None:
        _beside(new).replace(new)
    elif step.action != "remove" and old != new:
        new.parent.mkdir(parents=True, exist_ok=True)
        old.replace(new)
    if old != new:
        old.unlink(missing_ok=True)
        _remove_empty(old.parent, root / RECORDS)


def _write_beside(root: Path, plan: Plan) -> None:
    """Write what is new under a hidden name beside its place; where one fails, take all away."""
    written: list[Path] = []
    try:
        for step in plan.steps:
            if step.action != "remove" and step.content is not None:
                file = _beside(root / step.target)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.unlink(missing_ok=True)  # a link that a repository brought is not followed
                written.append(file)
                file.write_bytes(step.content)
    except OSError:
        for file in written:
            file.unlink(missing_ok=True)
            _remove_empty(file.parent, root / RECORDS)
        raise


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.upgrade")


def _remove_empty(folder: Path, top: Path) -> None:
    with contextlib.suppress(OSError):  # it holds something still
        while folder != top:
            folder.rmdir()
            folder = folder.parent


def _mark(file: Path) -> str:
    if not file.is_file():
        return ""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
