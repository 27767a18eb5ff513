"""``yizhan init``: a new village's repository that passes the checks and builds at once.

It holds what is the village's own: records, settings, workflows. Shells, styles, schemas and the
manual come from the package at build time (decision 22).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from yizhan.model.frozen import dataclass
from yizhan.model.text import Text
from yizhan.publishing.assemble import assemble
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.frame import frame_folder

COPIED = ("package.json", "package-lock.json", ".npmrc", ".vscode")
"""What a village takes along from the package as it is: npm and editors ask for it at the root."""

TEXT_ENDINGS = {".md", ".yaml", ".yml", ".json", ".txt"}


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What ``init`` did.

    Attributes:
        written: files that are new, relative to the target.
        kept: files that were there already and stay as they are.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]


class TargetTakenError(Exception):
    """The target or its ``.yizhan`` is a file; its argument is a ``Text``."""


def init(target: Path, name: str) -> LaidOut:
    """Lay out a repository for a village; never writes over a file.

    Args:
        target: folder, made where it is missing.
        name: the village's or community's name as the site shows it.

    Raises:
        TargetTakenError: there is a file of that name, or ``.yizhan/`` cannot be written.
    """
    if target.is_file():
        raise TargetTakenError(
            Text(f"{target} 是一个文件；请换一个文件夹名。", f"{target} is a file; name a folder.")
        )
    written, kept = _lay_out(target, name)
    try:
        assemble(target)  # so that editors find the schemas at once
    except PublishingError as error:
        raise TargetTakenError(error.text) from error
    return LaidOut(tuple(written), tuple(kept))


def _lay_out(target: Path, name: str) -> tuple[list[str], list[str]]:
    written, kept = [], []
    for path, content in sorted(contents(name)):
        file = target / path
        if file.exists() or file.is_symlink():
            kept.append(path)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        written.append(path)
    return written, kept


def contents(name: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file of a new village.

    Args:
        name: the village's or community's.
    """
    package = Path(str(files("yizhan")))
    yield from requirement(distribution("yizhan"))
    for path, file in _tree(package / "presets" / "project"):
        yield path.replace("dot-", "."), _named(file, name)
    for part in COPIED:
        for path, file in _tree(frame_folder() / part):
            full = f"{part}/{path}" if path else part
            settings = full == ".vscode/settings.json"
            yield full, _editor(file) if settings else file.read_bytes()


def _editor(file: Path) -> bytes:
    """Editor settings that read the schemas from where they are assembled."""
    settings = json.loads(file.read_text("utf-8"))
    settings["yaml.schemas"] = {
        schema.replace("./schema/", "./.yizhan/schema/"): [
            each for each in patterns if each.startswith("records/")
        ]
        for schema, patterns in settings["yaml.schemas"].items()
    }
    return (json.dumps(settings, ensure_ascii=False, indent=2) + "\n").encode()


def requirement(own: Distribution) -> Iterator[tuple[str, bytes]]:
    """Where another machine, the one that checks pull requests say, gets this Yizhan from.

    As installed here (PEP 610): the commit of a repository, the wheel itself, which the village
    then takes along, or else the version that a package index has.

    Args:
        own: how Yizhan is installed.
    """
    origin = json.loads(own.read_text("direct_url.json") or "{}")
    url = urlsplit(origin.get("url", ""))
    wheel = Path(url2pathname(url.path))
    line = f"yizhan=={own.version}"
    if "vcs_info" in origin:
        vcs = origin["vcs_info"]
        line = f"yizhan @ {vcs['vcs']}+{origin['url']}@{vcs['commit_id']}"
    elif url.scheme == "file" and wheel.suffix == ".whl" and wheel.is_file():
        line = f"./wheels/{wheel.name}"
        yield f"wheels/{wheel.name}", wheel.read_bytes()
    yield "requirements.txt", f"{line}\n".encode()


def _tree(root: Path) -> Iterator[tuple[str, Path]]:
    if root.is_file():
        yield "", root
        return
    for file in sorted(root.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(root).as_posix(), file


def _named(file: Path, name: str) -> bytes:
    content = file.read_bytes()
    if file.suffix in TEXT_ENDINGS:
        content = content.replace(b"@@name@@", name.encode())
    return content
