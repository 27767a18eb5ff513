"""A line that was left out: the name of a group or of a list, or the first line of an item.

What stood below it then falls to what stands before it, and the parser or the schema blames each of
these lines. Every line that the schema allows there is tried; the one that makes the file sound is
what is said to be missing, so that the remedy is known to work.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from yizhan.loading.left_out_lines import Missing, Work, may_be_missing
from yizhan.loading.left_out_messages import CHOICE, INDENT, NAMED, NO_INDENT, OR
from yizhan.loading.open_groups import in_texts
from yizhan.loading.repair_candidate import Candidate, Lines, depth_of
from yizhan.loading.repair_several import stumbled_at
from yizhan.loading.schemas import bundle, load_vocabulary
from yizhan.loading.soundness import is_sound, unsound
from yizhan.loading.strict_yaml import Document, positions
from yizhan.loading.validators import authority, is_valid
from yizhan.loading.yaml_messages import Trouble
from yizhan.model.finding import Pointer
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MAX_WORK = 300_000
"""Characters that are read again in all: some 0.3 s, and only of a file that is refused."""

_NAMED = 3
"""Lines that fit equally and are all named; where more do, it is not known which is missing."""

_FAULTS = 20
"""Values that the schema does not allow that are counted."""


def left_out(lines: list[str], kind: Kind, document: Document) -> Candidate | None:
    """The file with the line that was left out, where one fits best.

    Args:
        lines: of a file that was refused.
        kind: of record that it is to be.
        document: what was read of it.
    """
    suspects = _suspects(lines, kind, document)
    before = _FAULTS + 1 if document.data is None else _faults(kind, document.data)
    best: list[Missing] = []
    least: tuple[int, ...] = (before,)
    work = Work(_MAX_WORK)
    for missing in may_be_missing(lines, kind, suspects, work):
        data = work.read(missing.put_into(lines))
        if data is None or not is_sound(bundle(kind), data):
            continue
        rank = (_faults(kind, data), *missing.rank)
        if rank < least:
            best, least = [missing], rank
        elif rank == least:
            best.append(missing)
    said = _said(kind, lines, best)
    return None if said is None else Candidate(said, best[0].put_into(lines))


def _faults(kind: Kind, data: dict[str, Any]) -> int:
    """How many things a schema does not allow."""
    if is_valid(kind, data):
        return 0
    return len(list(islice(authority(kind).iter_errors(data), _FAULTS)))


def _suspects(lines: Lines, kind: Kind, document: Document) -> list[int]:
    """The lines (from 0) at which something is out of its place."""
    text = "\n".join(lines)
    if document.data is None:
        found = [trouble.line - 1 for trouble in document.troubles if not trouble.harmless]
        found += stumbled_at(text)
    else:
        places = [place for place in unsound(bundle(kind), document.data) if place]
        found = [line - 1 for line, _ in positions(text, *places, at_key=True)]
    return list(dict.fromkeys([*found, *in_texts(lines)]))


def _said(kind: Kind, lines: Lines, best: list[Missing]) -> Trouble | None:
    """What is said of the line that is missing, or of those that may be."""
    if not best or len(best) > _NAMED or len({(each.columns, each.key) for each in best}) > 1:
        return None
    missing = best[0]
    values: dict[str, object] = {
        "first": missing.at + 1,
        "name": missing.pointer[-1],
        "what": _named(kind, missing.pointer, NAMED),
        "indent": _indent(missing.columns[0]),
        "inner": _indent(missing.columns[-1]),
        "key": missing.key,
        "again": missing.again,
        "title": load_vocabulary().field(kind, (*missing.pointer, 0, missing.key)),
    }
    form = missing.form
    if len(best) > 1:
        form = "either_both" if missing.key else "either_left_out"
        values["choices"] = _or([_named(kind, each.pointer, CHOICE) for each in best])
    column = depth_of(lines[missing.at]) + 1
    return Trouble(missing.at + 1, column, "Y012", form, values)


def _named(kind: Kind, pointer: Pointer, form: Text) -> Text:
    return form.format(title=load_vocabulary().field(kind, pointer), name=pointer[-1])


def _indent(depth: int) -> Text:
    return INDENT.format(depth=depth) if depth else NO_INDENT


def _or(words: list[Text]) -> Text:
    return Text(OR.zh.join(word.zh for word in words), OR.en.join(word.en for word in words))
