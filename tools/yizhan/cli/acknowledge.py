"""Options of ``yizhan acknowledge``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yizhan.cli.asking import stopped
from yizhan.cli.entry import agreed, day_and_yes, field_options, tell
from yizhan.cli.group import Localized
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    pass

_HELP = Text(
    "如实写明一处不合规：写进它所在的最小一条，别的一个字不动；写完就查。",
    "Acknowledge what is irregular, at the smallest item that holds it; nothing else is touched.",
)
_OPTIONS = ("article", "reason", "by", "date")


def command(lang: Lang) -> click.Command:
    """``yizhan acknowledge`` in a language."""

    def run(
        path: str | None, code: str | None, *, as_of: date | None, yes: bool, **given: Any
    ) -> int:
        from yizhan.commands.acknowledge import interview, preview
        from yizhan.commands.interview.session import session_at

        session = session_at(Path.cwd(), as_of or today())
        finding = " ".join(each for each in (path, code) if each) or None
        plan = agreed(
            interview(session),
            {"finding": finding, **given},
            lang,
            lambda plan: (preview(plan), plan.finding.path),
            yes=yes,
        )
        if plan is None:
            return stopped(lang)
        from yizhan.commands.acknowledge import acknowledge

        return tell(acknowledge(session, plan), lang)

    return Localized(
        "acknowledge",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        params=_parameters(lang),
    )


def _parameters(lang: Lang) -> list[click.Parameter]:
    return [
        click.Argument(["path"], required=False, metavar="[PATH[:LINE]]"),
        click.Argument(["code"], required=False, metavar="[CODE]"),
        *field_options(lang, Kind.MEETING, ((name, ("irregular", 0, name)) for name in _OPTIONS)),
        *day_and_yes(lang),
    ]
