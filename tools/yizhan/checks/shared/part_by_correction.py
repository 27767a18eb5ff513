"""Which corrections give whoever makes them a part in a matter that it had not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yizhan.checks.shared.check import Context
from yizhan.checks.shared.corrected_by_doers import Told
from yizhan.checks.shared.last import OfRecord
from yizhan.checks.shared.log import progress_at_start
from yizhan.checks.shared.naming import named
from yizhan.facts.progress import Progress, readings
from yizhan.facts.who_worked import acted_in, is_word_of, settled_later, versions
from yizhan.model.archive import Archive
from yizhan.model.matter import Matter
from yizhan.model.record import Correction
from yizhan.model.text import Text

_BACK = Text(
    "这样更正，事项又归{body}办；它已经移交、交办出去或者退回去了，不能由它自己改回来。",
    "With this correction {body} has the matter again; it handed it on, assigned it to another or sent it back, and it is not for itself to correct that.",
)
_TAKEN = Text(
    "这样更正，{body}在这件事项里就有了份；记的是{other}在办，不能由{body}自己改成有份。",
    "With this correction {body} has a part in the matter; {other} is on record as having it, and it is not for {body} itself to correct that.",
)
_BY_NOBODY = Text(
    "这样更正，已经移交、交办出去或者退回去的事项又归{body}办；没有写明由谁更正。",
    "With this correction {body} has a matter again that it handed on, assigned to another or sent back; it does not say who corrects it.",
)


def _find(record: Matter, archive: Archive, context: Context) -> Told:
    return tuple(_told(record, archive, context)) if record.corrections else ()


def _told(record: Matter, archive: Archive, context: Context) -> Iterator[tuple[Correction, Text]]:
    had: set[str] = set()
    for each in versions(record):
        day = min(context.as_of, max(one.date.latest for one in each.then))
        was = _read(each.matter, archive, context, day)
        now = _read(each.after, archive, context, day)
        if was is None or now is None:
            return
        had |= _having(was)
        for correction in each.then:
            if correction.fault is not None:
                continue
            message = _message(correction.by, was, now, (each.matter, had), archive)
            if message is not None and not _settled(record, correction, now):
                yield correction, message
                return


def _settled(record: Matter, correction: Correction, now: Progress) -> bool:
    """Whether another body corrected the same afterwards."""
    by = correction.by
    return settled_later(
        record, correction, lambda each: by is None or is_word_of(each, by, now.bodies)
    )


def _read(matter: Matter, archive: Archive, context: Context, day: date) -> Progress | None:
    """Where a matter stands after what its log says until a day."""
    progress = progress_at_start(matter, archive, context)
    if progress is not None:
        for _ in readings(progress, matter, day):
            pass
    return progress


def _message(
    by: str | None,
    was: Progress,
    now: Progress,
    before: tuple[Matter, set[str]],
    archive: Archive,
) -> Text | None:
    """What is wrong with who corrects; None where it gives itself no part by it.

    Args:
        by: who corrects; None where it is not said.
        was: where the matter stood without the correction.
        now: where it stands with it.
        before: the matter without it, and those that had it by what was on record before: these may say
            that what another corrected was right.
        archive: holds the bodies.
    """
    if by is not None and _has(was, by):
        return None
    for gained in sorted(each for each in _having(now) if not _has(was, each)):
        body, other = archive.body(gained), archive.body(was.handler)
        again = gained in was.left
        if body is None or (by is None and not again):
            continue
        if by is None:
            return _BY_NOBODY.format(body=named(body))
        if not is_word_of(by, gained, now.bodies):
            continue
        if again:
            return _BACK.format(body=named(body))
        acted = other is not None and other.id in acted_in(before[0], was.workflow)
        if other is not None and acted and gained not in before[1]:
            return _TAKEN.format(body=named(body), other=named(other))
    return None


def _has(at: Progress, body: str) -> bool:
    """Whether a body has the matter: not one from whom an acceptance by another took nothing."""
    having = _having(at)
    return body in having or any(body in at.bodies.heirs.get(each, ()) for each in having)


def _having(at: Progress) -> set[str]:
    return {each for each in (at.handler, *at.joint) if each is not None}


part_by_correction = OfRecord(_find)
"""Asked by the check of them, and by that of others' words, which tells none of them twice."""
