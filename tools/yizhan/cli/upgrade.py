"""Options of ``yizhan upgrade``."""

from __future__ import annotations

from pathlib import Path

import click

from yizhan.cli.asking import at_terminal
from yizhan.cli.group import Localized
from yizhan.cli.output import say
from yizhan.model.text import Lang, Text

_HELP = Text(
    "把从前的版本铺好的村换成现在的布局，把旧格式的档案换成现在的格式：先说明要做什么，同意了才做；"
    "您改过的文件都留着。",
    "Bring a village that an earlier version laid out over to today's layout, and records of an "
    "older format to today's: says what it will do and does it once you agree; whatever you "
    "changed stays.",
)
_DRY_RUN = Text("只说明要做什么，不动文件。", "Say what would be done; change nothing.")
_YES = Text("不再问，直接做。", "Do it without asking.")
_FORCE = Text(
    "records/ 里有没提交到 Git 的改动，也照做。",
    "Go ahead though records/ has changes that are not committed to Git.",
)
_NOTHING = Text(
    "布局和档案的格式都是现在的，没有要做的。",
    "Layout and records are today's: there is nothing to do.",
)
_SURE = Text("照这样做吗？", "Go ahead?")
_NOT_ASKED = Text(
    "什么都没有动：确认要做，请加上 --yes。", "Nothing was changed: to go ahead, add --yes."
)
_DONE = Text("做好了：{n} 个文件。", "Done: {n} {n:file|files}.")


def command(lang: Lang) -> click.Command:
    """``yizhan upgrade`` in a language."""

    def run(dry_run: bool, yes: bool, force: bool) -> int:
        from yizhan.commands import upgrade_records as records
        from yizhan.commands.upgrade_layout import WORDS, apply, plan

        root = Path.cwd()
        of_records, made = records.plan(root), plan(root)
        for moved in of_records.steps:
            say(moved.text.in_(lang))
        # Four hundred removals scroll by; what asks for a person comes last.
        for step in sorted(made.steps, key=lambda each: list(WORDS).index(each.action)):
            say(step.text.in_(lang))
        changes = made.changes or of_records.changes
        if not changes and not made.steps:
            say(_NOTHING.in_(lang))
            return 0
        if dry_run or not changes:
            return 0
        if not yes and not at_terminal():
            say(_NOT_ASKED.in_(lang), err=True)
            return 2
        if not yes and not click.confirm(_SURE.in_(lang)):
            return 0
        done = [*records.apply(root, of_records, forced=force), *apply(root, made)]
        say(_DONE.format(n=len(done)).in_(lang))
        return 0

    parameters: list[click.Parameter] = [
        click.Option(["--dry-run"], is_flag=True, help=_DRY_RUN.in_(lang)),
        click.Option(["--yes"], is_flag=True, help=_YES.in_(lang)),
        click.Option(["--force"], is_flag=True, help=_FORCE.in_(lang)),
    ]
    return Localized("upgrade", lang=lang, callback=run, help=_HELP.in_(lang), params=parameters)
