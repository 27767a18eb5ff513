"""Options of ``yizhan resolve``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from yizhan.cli.asking import stopped
from yizhan.cli.entry import agreed, day_and_yes, field_options, tell
from yizhan.cli.group import Localized
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.model.vocabulary import Kind

_HELP = Text(
    "记下一处写明了的不合规后来怎样处理：维持、追认还是撤销；别的一个字不动，写完就查。",
    "Record what became of an acknowledged irregular act: upheld, ratified or annulled; nothing else is touched.",
)
_OPTIONS = ("result", "by", "date", "from_beginning", "note")


def command(lang: Lang) -> click.Command:
    """``yizhan resolve`` in a language."""

    def run(
        path: str | None, code: str | None, *, as_of: date | None, yes: bool, **given: Any
    ) -> int:
        from yizhan.commands.interview.session import session_at
        from yizhan.commands.resolve import interview, preview, resolve

        session = session_at(Path.cwd(), as_of or today())
        act = " ".join(each for each in (path, code) if each) or None
        plan = agreed(
            interview(session),
            {"act": act, **given},
            lang,
            lambda plan: (preview(plan), plan.path),
            yes=yes,
        )
        if plan is None:
            return stopped(lang)
        return tell(resolve(session, plan), lang)

    return Localized(
        "resolve", lang=lang, callback=run, help=_HELP.in_(lang), params=_parameters(lang)
    )


def _parameters(lang: Lang) -> list[click.Parameter]:
    fields = ((name, ("irregular", 0, "resolution", name)) for name in _OPTIONS)
    return [
        click.Argument(["path"], required=False, metavar="[PATH[:LINE]]"),
        click.Argument(["code"], required=False, metavar="[CODE]"),
        *field_options(lang, Kind.MEETING, fields),
        *day_and_yes(lang),
    ]
