"""One project for every generator, assembled under ``.yizhan/project/``.

It holds the package's frame and manual with the village's own files over them, and settings made
of both ``mkdocs.yml``. Nothing in it is taken as right because it is there: what was kept names
the inode it was written to, and every file is compared with its digest before it is left alone.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from yizhan.checking.fingerprint import fingerprint
from yizhan.loading.own_folder import ready
from yizhan.loading.store import FOLDER, keep, recall
from yizhan.model.text import Lang, Text
from yizhan.publishing.encoding import refuse_other_encodings
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.frame import (
    SETTINGS,
    frame_files,
    frame_folder,
    is_source,
    schema_files,
)
from yizhan.publishing.layouts import OLD, is_unchanged
from yizhan.publishing.manual import manual
from yizhan.publishing.named_files import known, refuse_unknown
from yizhan.publishing.overlays import LIST, compare, read_list, write_list
from yizhan.publishing.own_files import own_files, read_own
from yizhan.publishing.own_templates import look_at, theme_folders
from yizhan.publishing.settings import (
    hook_files,
    joined,
    languages,
    read_settings,
    theme_name,
    variables,
)
from yizhan.publishing.unread_settings import refuse_unread

PROJECT = "project"
ENGLISH = "docs/en/"
_KEPT = "project.cache"
NO_CONFIG = Text(
    "{project} 里没有 mkdocs.yml：请在项目目录里运行，或先用 yizhan init 建一个项目。",
    "There is no mkdocs.yml in {project}: run this in the project's folder, or make one with yizhan init.",
)
_NOT_WRITTEN = Text(
    "{path} 写不进去：请看看是不是有同名的文件，或者没有写的权限。",
    "{path} cannot be written: see whether a file of that name is in the way or the folder "
    "is read-only.",
)


def documents(project: Path) -> Path:
    """The assembled project's documents."""
    return project / FOLDER / PROJECT / "docs"


@dataclass(frozen=True, slots=True)
class Assembled:
    """A project that any generator can build.

    Attributes:
        path: the folder that holds its ``mkdocs.yml``, ``docs/`` and ``overrides/``.
        digest: the same for the same files, on every machine.
        languages: in which the site is written.
        notices: what the village is told of its overlays.
    """

    path: Path
    digest: str
    languages: tuple[Lang, ...]
    notices: tuple[Text, ...] = ()


def assemble(project: Path) -> Assembled:
    """Bring ``.yizhan/project/`` and ``.yizhan/schema/`` up to date; only what differs is written.

    Args:
        project: the folder that holds the village's ``mkdocs.yml``.

    Raises:
        PublishingError: ``mkdocs.yml`` is missing or broken, a file of the village's is a link,
            cannot be read or is not UTF-8, a template asks for what is not there, or ``.yizhan/``
            cannot be written.
    """
    project = project.resolve()
    if not (project / SETTINGS).is_file():
        raise PublishingError(NO_CONFIG.format(project=project))
    folder = project / FOLDER
    text = read_settings(project)
    own = own_files(project)
    try:
        ready(folder)
        key = _key(project, own, text)
        kept = recall(folder / _KEPT, key)
        if kept is not None and _digests(folder) == kept[0]:
            former = tuple(Text(*each) for each in kept[3])
            return Assembled(folder / PROJECT, kept[1], kept[2], former)
        wanted, spoken, notices = _contents(project, own)
        _write(folder, wanted)
        digests = _digests(folder)
        digest = _digest(project, text, digests)
        value = (digests, digest, spoken, [(each.zh, each.en) for each in notices])
        # Asked again, because the list of overlays may have been written just now.
        keep(folder / _KEPT, _key(project, own, text), value)
    except OSError as error:
        raise PublishingError(_NOT_WRITTEN.format(path=error.filename or folder)) from error
    return Assembled(folder / PROJECT, digest, spoken, tuple(notices))


def _key(project: Path, own: Mapping[str, Path], text: str) -> bytes:
    """A digest of everything that the assembled project is made from, by size and time."""
    digest = hashlib.blake2b(fingerprint(), digest_size=16)
    digest.update(repr((text, variables(text))).encode())
    settings = [project / LIST, frame_folder() / SETTINGS]
    settings += [project / path for path in hook_files(text)]
    for file in (*settings, *own.values(), *frame_files().values()):
        if file.is_file():
            stat = file.stat()
            digest.update(f"{file} {stat.st_size} {stat.st_mtime_ns} {stat.st_ino}\n".encode())
    return digest.digest()


def _digest(project: Path, text: str, digests: Mapping[str, str]) -> str:
    """The same for the same files, scripts of the village's and variables that it asks for."""
    scripts = [project / path for path in hook_files(text)]
    made_of = (
        sorted(digests.items()),
        [hashlib.sha256(file.read_bytes()).hexdigest() for file in scripts if file.is_file()],
        variables(text),
    )
    return hashlib.sha256(repr(made_of).encode()).hexdigest()


def _contents(
    project: Path, own: Mapping[str, Path]
) -> tuple[dict[str, bytes], tuple[Lang, ...], list[Text]]:
    """Every file below ``.yizhan/`` that is wanted, the languages, and what the village is told."""
    base = (frame_folder() / SETTINGS).read_text("utf-8")
    settings = joined(base, read_settings(project))
    spoken = languages(settings)
    mine = {path: read_own(project, path) for path in own}
    refuse_other_encodings(mine)
    frame = {path: file.read_bytes() for path, file in frame_files().items()}
    notices: list[Text] = []
    originals = {**frame, **dict(manual(frame))}
    if is_source(project):
        files = {**mine, **dict(manual(mine))}
    else:
        overlays = {path: text for path, text in mine.items() if not is_unchanged(path, text)}
        files = {**originals, **overlays}
        marks, notices = compare(originals, overlays, read_list(project))
        if len(overlays) < len(mine):
            # The upgrade notes what was overlaid: an original of that version's, not today's.
            notices = [OLD.format(n=len(mine) - len(overlays))]
        else:
            write_list(project, marks)
        notices += look_at(overlays, originals, settings)
    if "en" not in spoken:
        files = {path: each for path, each in files.items() if not path.startswith(ENGLISH)}
    _refuse_unknown(project, base, mine, files, settings)
    files[SETTINGS] = settings.encode()
    wanted = {f"{PROJECT}/{path}": content for path, content in files.items()}
    wanted.update({path: file.read_bytes() for path, file in schema_files().items()})
    return wanted, spoken, notices


def _refuse_unknown(
    project: Path, base: str, mine: Mapping[str, bytes], files: Collection[str], settings: str
) -> None:
    """Refuse what the village's settings name and nobody has, or no page would show.

    Raises:
        PublishingError: it names the setting.
    """
    own = read_settings(project)
    if not is_unchanged(SETTINGS, own.encode()):  # else the notice on the old layout says it all
        refuse_unread(own, mine)
        there = known(files, theme_folders(theme_name(settings)), project)
        refuse_unknown(own, "" if is_source(project) else base, there)


def _write(folder: Path, wanted: Mapping[str, bytes]) -> None:
    """Make the folders hold exactly what is wanted."""
    folders = {parent.as_posix() for path in wanted for parent in Path(path).parents}
    for part in (PROJECT, "schema"):
        _clear(folder, part, wanted, folders)
    for path, content in wanted.items():
        file = folder / path
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def _clear(folder: Path, part: str, wanted: Mapping[str, bytes], folders: set[str]) -> None:
    """Take away what is not wanted; a link is never followed, whatever it leads to."""
    root = folder / part
    for entry in [root, *sorted(root.rglob("*"))]:
        path = entry.relative_to(folder).as_posix()
        if entry.is_symlink() or (entry.is_file() and path not in wanted):
            entry.unlink()
        elif entry.is_dir() and path not in folders:
            shutil.rmtree(entry)


def _digests(folder: Path) -> dict[str, str]:
    """What lies in the assembled folders now; a link counts as itself."""
    return {
        file.relative_to(folder).as_posix(): "link"
        if file.is_symlink()
        else hashlib.sha256(file.read_bytes()).hexdigest()
        for part in (PROJECT, "schema")
        for file in sorted((folder / part).rglob("*"))
        if file.is_symlink() or file.is_file()
    }
