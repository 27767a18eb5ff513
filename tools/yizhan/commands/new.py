"""``yizhan new``: a record's file, asked for field by field, and checked at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from yizhan.commands import new_matter, new_meeting, new_round
from yizhan.commands.advance import new_failures
from yizhan.commands.interview.question import Interview
from yizhan.commands.interview.session import Session, report, session_at
from yizhan.commands.interview.writing import put
from yizhan.commands.new_shared import Draft
from yizhan.loading.regular import read_regular
from yizhan.loading.round_trip import NoPlaceError, append, compose
from yizhan.model.finding import Level
from yizhan.model.frozen import dataclass
from yizhan.model.text import Lang, Text
from yizhan.model.vocabulary import Kind
from yizhan.reporting.report import Report

INTERVIEWS: Mapping[Kind, Callable[[Session], Interview[Draft]]] = {
    Kind.MATTER: new_matter.interview,
    Kind.MEETING: new_meeting.interview,
    Kind.ROUND: new_round.interview,
}
"""What is asked for each kind of record that ``yizhan new`` makes."""

_THERE = Text(
    "{path} 刚刚有了，没有动它；请重来一次。",
    "{path} has come to be meanwhile and was left alone. Please begin again.",
)
_HEAD = Text(
    "{kind}：{id} 是编号，也是文件名，定了不再改；“#”后面是说明。",
    "{kind}: {id} is the id and the file's name, never changed; a # begins a comment.",
)
_LOG_HEAD = Text(
    "状态由办理记录（log）推算，不用手填；有了进展：yizhan advance {id}",
    "The status follows from the log and is never written; to add to it: yizhan advance {id}",
)
_NOT_ADDED = Text(
    "{path} 的写法没法只加一行，请手工在 {key} 里加上 {id}。",
    "{path} is written in a way that leaves no place for one more line; add {id} under {key}.",
)

_PUT_RIGHT_NEXT = frozenset({"M016"})
"""Codes of what the next command puts right: a part is written before the whole is split."""


class TakenError(Exception):
    """The file is there already; its argument is a ``Text``."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was written.

    Attributes:
        paths: the new file first, then those that got a line.
        report: what the checks say of all of them.
        advice: what is to be done next in addition to committing.
        kept: whether the files are there; none is where what was asked for breaks a check.
    """

    paths: tuple[str, ...]
    report: Report
    advice: tuple[Text, ...]
    kept: bool


def preview(draft: Draft, lang: Lang) -> str:
    """The file as it will be."""
    return _content(draft, lang).decode()


def make(session: Session, draft: Draft, lang: Lang) -> Made:
    """Write a draft and check it; a file that is there is never written over.

    Args:
        session: as it was when the draft was made.
        draft: what an interview returned.
        lang: language of the comments in the file.

    Raises:
        TakenError: there is a file of that name now.
    """
    file, content = session.root / draft.path, _content(draft, lang)
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise TakenError(_THERE.format(path=draft.path)) from None
    before: dict[Path, bytes | None] = {file: None}
    kept = False
    try:
        paths, advice = _add(session, draft, before)
        after = session_at(session.root, session.as_of)
        broken = new_failures(session.findings, after.findings)
        kept = all(each.code in _PUT_RIGHT_NEXT or each.level is Level.IRREGULAR for each in broken)
        found = [each for each in after.findings if each.path in paths or each in broken]
        return Made(paths, report(after, found, *paths), advice, kept)
    finally:
        if not kept:
            _put_back(before)


def _add(
    session: Session, draft: Draft, before: dict[Path, bytes | None]
) -> tuple[tuple[str, ...], tuple[Text, ...]]:
    """Write the lines that other records get, and note in ``before`` what they were."""
    paths, advice = [draft.path], list(draft.advice)
    for addition in draft.additions:
        other = session.root / addition.path
        content = read_regular(other)
        try:
            changed = append(content, addition.key, addition.item)
        except NoPlaceError:
            where = {"path": addition.path, "key": addition.key, "id": draft.data["id"]}
            advice.insert(0, _NOT_ADDED.format(**where))
        else:
            before.setdefault(other, content)
            put(other, changed)
            paths.append(addition.path)
    return tuple(paths), tuple(advice)


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    """Let files be as they were: the new one is taken away."""
    for file, content in before.items():
        if content is None:
            file.unlink(missing_ok=True)
        else:
            put(file, content)


def _content(draft: Draft, lang: Lang) -> bytes:
    identifier = draft.data["id"]
    kind = _kind_title(draft.kind)
    head = [_HEAD.format(kind=kind, id=identifier)]
    if "log" in draft.data:
        head.append(_LOG_HEAD.format(id=identifier))
    notes = {pointer: note.in_(lang) for pointer, note in draft.notes.items()}
    return compose(draft.data, "\n".join(each.in_(lang) for each in head), notes)


def _kind_title(kind: Kind) -> Text:
    from yizhan.loading.schemas import load_vocabulary

    return load_vocabulary().kind(kind)
