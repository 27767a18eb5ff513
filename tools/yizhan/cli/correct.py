"""Options of ``yizhan correct``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from yizhan.cli.asking import at_terminal, stopped
from yizhan.cli.entry import agreed, day_and_yes, field_options, tell
from yizhan.cli.group import Localized
from yizhan.commands.clock import today
from yizhan.model.text import Lang, Text
from yizhan.model.vocabulary import Kind

_HELP = Text(
    "更正一份档案里写错的一处：原来的话不动，在末尾的 corrections 里加一条；写完就查。",
    "Correct one thing in a record: what is there stays, an entry is added to its corrections; then checks.",
)
_OPTIONS = ("at", "value", "date", "by", "reason")
_KEEP = Text(
    "改对以后显出不合规，或者要和另一处一起改的，也留着，再照提示写明，或者更正另一处。",
    "Leave it in the file where the truth turns out irregular, to be acknowledged next, or where another place has to be corrected with it.",
)
_IRREGULAR = Text(
    "确实如此、只是不合规的，加上 --keep 再写一次，然后照上面的提示写明。",
    "If it is true and only irregular, write it once more with --keep, and acknowledge it as shown above.",
)
_TOGETHER = Text(
    "这一处本身写对了，只是还要和另一处一起改的（在这份或者别的档案里），加上 --keep 再写一次，接着更正另一处；两处都改好了再提交。",
    "If it is right, and another place, here or in another record, has to be corrected with it: write it once more with --keep, then correct the other; commit when both are done.",
)
_BOTH = Text(
    "--value 和 --annul 只写一个：改成别的写 --value，作废写 --annul。",
    "Give one of --value and --annul: a new value, or that it is annulled.",
)
_ANNUL = Text("作废，不改成别的。", "Annul it instead of giving a new value.")


def command(lang: Lang) -> click.Command:
    """``yizhan correct`` in a language."""

    def run(
        record: str | None, *, as_of: date | None, yes: bool, annul: bool, keep: bool, **given: Any
    ) -> int:
        from yizhan.commands.correct import interview, preview
        from yizhan.commands.interview.session import session_at

        session = session_at(Path.cwd(), as_of or today())
        if annul and given["value"] is not None:
            raise click.UsageError(cast("str", _BOTH))
        if annul:
            given["value"] = "annul"
        exact = yes or not at_terminal()
        plan = agreed(
            interview(session, exact=exact),
            {"record": record, **given},
            lang,
            lambda plan: (preview(plan), plan.record.path),
            yes=yes,
        )
        if plan is None:
            return stopped(lang)
        return _write(session, plan, lang, keep)

    return Localized(
        "correct", lang=lang, callback=run, help=_HELP.in_(lang), params=_parameters(lang)
    )


def _write(session: Any, plan: Any, lang: Lang, keep: bool) -> int:
    from yizhan.commands.correct import correct, may_stay
    from yizhan.model.finding import Level

    done = correct(session, plan, keep=keep)
    failing = [each for each in done.report.findings if each.fails]
    if keep or not all(may_stay(each) for each in failing):
        return tell(done, lang)
    irregular = all(each.level is Level.IRREGULAR for each in failing)
    return tell(done, lang, _IRREGULAR if irregular else _TOGETHER)


def _parameters(lang: Lang) -> list[click.Parameter]:
    return [
        click.Argument(["record"], required=False, metavar="[ID]"),
        *field_options(lang, Kind.MATTER, ((name, ("corrections", 0, name)) for name in _OPTIONS)),
        click.Option(["--keep"], is_flag=True, help=_KEEP.in_(lang)),
        click.Option(["--annul"], is_flag=True, help=_ANNUL.in_(lang)),
        *day_and_yes(lang),
    ]
