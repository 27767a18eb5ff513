"""Options of ``yizhan advance``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from yizhan.cli.asking import stopped
from yizhan.cli.entry import agreed, broken, day_and_yes, field_options, show
from yizhan.cli.group import Localized
from yizhan.cli.output import say
from yizhan.commands.clock import today
from yizhan.model.finding import Pointer
from yizhan.model.text import Lang, Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.command_line import BACK, COMMIT, WRITTEN

_HELP = Text(
    "给一件事项添一条办理记录：只列出现在可以走的步骤，问完就写，写完就查；文件里别的一个字不动。",
    "Add an entry to a matter's log: offers the steps it may take now, writes, and checks; nothing else in the file is touched.",
)
_OPTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("step", ("step",)),
    ("date", ("date",)),
    ("note", ("note",)),
    ("by", ("by",)),
    ("to", ("to",)),
    ("with", ("with",)),
    ("meeting", ("meeting",)),
    ("round", ("round",)),
    ("tier", ("tier",)),
    ("until", ("until",)),
    ("reason", ("reason",)),
    ("result", ("outcome", "result")),
    ("outcome", ("outcome", "text")),
    ("outcome_reason", ("outcome", "reason")),
    ("owner", ("outcome", "belongs_to", "body")),
    ("owner_name", ("outcome", "belongs_to", "name")),
    ("cost", ("outcome", "cost")),
    ("funding", ("outcome", "funding")),
    ("how", ("verdict", "how")),
    ("recorded_by", ("verdict", "recorded_by")),
    ("asked", ("verdict", "asked")),
    ("satisfied", ("verdict", "satisfied")),
    ("opinion", ("verdict", "text")),
    ("into", ("into",)),
    ("merged_into", ("merged_into",)),
)
"""Each option and the field of a log entry that it fills."""

_KEEP = Text("有错误也留着，不放回原样。", "Leave the entry in the file even if it breaks a check.")
_KEPT = Text(
    "这一条通不过检查，照 --keep 的意思留在 {path} 里了。",
    "The entry breaks a check; --keep left it in {path}.",
)
_STILL = Text(
    "{path} 写好了；其中原来就有的错误还在，请一并改掉。",
    "Written to {path}; the errors it had before are still there, please correct them too.",
)


def command(lang: Lang) -> click.Command:
    """``yizhan advance`` in a language."""

    def run(matter: str | None, *, as_of: date | None, yes: bool, keep: bool, **given: Any) -> int:
        from yizhan.commands.advance import interview, preview
        from yizhan.commands.broken_file import BrokenFileError
        from yizhan.commands.interview.session import session_at

        session = session_at(Path.cwd(), as_of or today())
        try:
            plan = agreed(
                interview(session, given["date"]),
                {"matter": matter, **given},
                lang,
                lambda plan: (preview(plan), plan.matter.path),
                yes=yes,
            )
        except BrokenFileError as error:
            return broken(error, lang)
        if plan is None:
            return stopped(lang)
        return _write(session, plan, lang, keep)

    return Localized(
        "advance",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        params=_parameters(lang),
    )


def _write(session: Any, plan: Any, lang: Lang, keep: bool) -> int:
    from yizhan.commands.advance import advance

    done = advance(session, plan, keep=keep)
    show(done.report, lang)
    if done.report.fails:
        message = BACK if not done.written else _KEPT if done.broke else _STILL
        say(message.in_(lang, path=done.path), err=True)
        return 1
    say(WRITTEN.in_(lang, path=done.path))
    if done.said is not None:
        say(done.said.in_(lang))
    say(COMMIT.in_(lang, paths=done.path))
    return 0


def _parameters(lang: Lang) -> list[click.Parameter]:
    entry: Pointer = ("log", 0)
    fields = ((name, entry + pointer) for name, pointer in _OPTIONS)
    return [
        click.Argument(["matter"], required=False, metavar="[ID]"),
        *field_options(lang, Kind.MATTER, fields),
        *day_and_yes(lang),
        click.Option(["--keep"], is_flag=True, help=_KEEP.in_(lang)),
    ]
