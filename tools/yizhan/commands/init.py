"""``yizhan init``: a new village's repository that passes the checks and builds at once.

What is laid out comes from three places, none of which exists twice: the site's frame (docs,
overrides, ``mkdocs.yml``, the npm part) is this project's own, ``schema/`` is the vocabulary that
editors need, and ``presets/project/`` holds what only a new repository has.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from yizhan.model.text import Text

FRAME = (
    "mkdocs.yml",
    "package.json",
    "package-lock.json",
    ".npmrc",
    "overrides",
    "docs",
    ".vscode",
)
OWN_DOCS = ("docs/decisions/", "docs/en/decisions/")
"""Pages about the project itself, which a village does not take along."""

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
    """The target is a file."""


def init(target: Path, name: str) -> LaidOut:
    """Lay out a repository for a village; never writes over a file.

    Args:
        target: folder, made where it is missing.
        name: the village's or community's name as it stands on the site.

    Raises:
        TargetTakenError: there is a file of that name.
    """
    if target.is_file():
        raise TargetTakenError(
            Text(f"{target} 是一个文件；请换一个文件夹名。", f"{target} is a file; name a folder.")
        )
    written, kept = [], []
    for path, content in sorted(_contents(name)):
        file = target / path
        if file.exists():
            kept.append(path)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        written.append(path)
    return LaidOut(tuple(written), tuple(kept))


def _contents(name: str) -> Iterator[tuple[str, bytes]]:
    package = Path(str(files("yizhan")))
    yield from requirement(distribution("yizhan"))
    for path, file in _tree(package / "presets" / "project"):
        yield path.replace("dot-", "."), _named(file, name)
    frame = package / "frame"
    root = frame if frame.is_dir() else package.parents[1]
    for part in FRAME:
        for path, file in _tree(root / part):
            full = f"{part}/{path}" if path else part
            if not full.startswith(OWN_DOCS):
                yield full, _settings(file, name) if full == "mkdocs.yml" else file.read_bytes()
    schemas = package / "schema"
    for path, file in _tree(schemas if schemas.is_dir() else package.parents[1] / "schema"):
        yield f"schema/{path}", file.read_bytes()


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


def _settings(file: Path, name: str) -> bytes:
    """This project's ``mkdocs.yml`` with the village's name, without what is about the project."""
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if re.match(r"(site_url|repo_url|repo_name|edit_uri):", line):
            lines.append(f"# {line}")
            continue
        line = re.sub(r"^site_name:.*", f"site_name: {name}", line)  # noqa: PLW2901  # one line, two changes
        lines.append(re.sub(r"decisions/(, )?", "", line))
    return ("\n".join(lines) + "\n").encode()
