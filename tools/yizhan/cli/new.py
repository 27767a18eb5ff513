"""Options of ``yizhan new matter|meeting|round``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from yizhan.cli.asking import Terminal, at_terminal, lead, stopped
from yizhan.cli.entry import broken
from yizhan.cli.group import Day, Localized
from yizhan.cli.output import say
from yizhan.commands.clock import today
from yizhan.commands.interview.question import AnswerError
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.finding import Level, Pointer
from yizhan.model.text import Lang, Text, commas
from yizhan.model.vocabulary import Kind
from yizhan.wording.command_line import AS_OF_JUDGED, COMMIT, METAVARS, YES

_FIELDS: Mapping[Kind, Mapping[str, Pointer]] = {
    Kind.MATTER: {
        "title": ("title",),
        "summary": ("summary",),
        "date": ("raised", "date"),
        "place": ("place",),
        "procedure": ("procedure",),
        "category": ("category",),
        "raised_by": ("raised", "by"),
        "channel": ("raised", "channel"),
        "round": ("raised", "round"),
        "meeting": ("raised", "meeting"),
        "count": ("raised", "count"),
        "tier": ("tier",),
        "handler": ("handler",),
        "part_of": ("part_of",),
        "source": ("sources", 0, "title"),
        "id": ("id",),
    },
    Kind.MEETING: {
        "title": ("title",),
        "summary": ("summary",),
        "meeting_kind": ("meeting_kind",),
        "date": ("date",),
        "place": ("place",),
        "convener": ("convener",),
        "start_time": ("start_time",),
        "end_time": ("end_time",),
        "venue": ("venue",),
        "chaired_by": ("chaired_by",),
        "notice_date": ("notice", "date"),
        "notice_how": ("notice", "how"),
        "due": ("attendance", "due"),
        "present": ("attendance", "present"),
        "basis": ("attendance", "basis"),
        "follow_up": ("follow_ups",),
        "matters": ("agenda", 0, "matters"),
        "topics": ("agenda", 0, "title"),
        "source": ("sources", 0, "title"),
        "id": ("id",),
    },
    Kind.ROUND: {
        "title": ("title",),
        "summary": ("summary",),
        "date": ("date",),
        "end": ("end",),
        "place": ("place",),
        "by": ("by",),
        "visitors": ("visitors",),
        "households": ("households",),
        "buildings": ("buildings",),
        "source": ("sources", 0, "title"),
        "id": ("id",),
    },
}
"""Each kind's options and the fields that they fill."""

_HELP = Text(
    "记一件新的事：一项一项地问，问完写好文件，当场检查。已有的文件一个不动。",
    "Make a new record: asks field by field, writes the file, checks it. No file is written over.",
)
_HELP_KIND = Text(
    "记一次新的{kind}：没写的选项会一项一项地问。",
    "Make a new {kind}: what no option says is asked for.",
)
_WHAT = Text(
    "写明要记什么：{kinds}。例如 yizhan new matter。",
    "Say what is to be recorded: {kinds}; for example yizhan new matter.",
)
_NO_KIND = Text(
    "没有“{typed}”这一种；可以记的是：{kinds}。例如 yizhan new matter。",
    "There is no kind “{typed}”; what can be recorded: {kinds}; for example yizhan new matter.",
)
_KINDS = Text("可以记的", "Kinds")
_FILE = Text("要写的文件：{path}\n\n{content}", "The file to be written: {path}\n\n{content}")
_WRITE = Text("写吗？", "Write it? ")
_WRITTEN = Text("已写好 {path}。", "Written: {path}.")
_ADDED = Text(
    "并在 {path} 里添了一行，好让两边对得上。", "A line was added to {path}, so that both agree."
)
_IRREGULAR = Text(
    "文件已经写好，但是上面说的不合规：写错了的，改好 {path}；确实就是这样的，照上面说的如实写明，再提交。",
    "The file is written, and the above is irregular: fix {path} if it is wrong; if it was so, acknowledge it as said above before you commit.",
)
_PUT_BACK = Text(
    "这样写通不过检查，{path} 没有留下，什么也没有改；照上面说的改好，再来一次。",
    "It would break a check; {path} was taken away again and nothing has changed. Put right what is said above, and begin again.",
)
_FIX = Text(
    "文件已经写好，但是有上面的错误：改好 {path} 再提交。",
    "The file is written, but with the errors above: fix {path} before you commit.",
)


class _Kinds(Localized, click.Group):
    """``yizhan new`` with a command for each kind of record."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the kind, or say in one line which there are."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise AnswerError(_which(args[0]))
        return click.Group.resolve_command(self, ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the kinds."""
        super().format_options(ctx, formatter)
        words = load_vocabulary()
        with formatter.section(_KINDS.in_(self.lang)):
            formatter.write_dl([(kind.value, words.kind(kind).in_(self.lang)) for kind in _FIELDS])


def command(lang: Lang) -> click.Command:
    """``yizhan new`` in a language."""

    def run() -> None:
        if click.get_current_context().invoked_subcommand is None:
            raise AnswerError(_which())

    group = _Kinds(
        "new",
        lang=lang,
        callback=run,
        help=_HELP.in_(lang),
        invoke_without_command=True,
        subcommand_metavar=METAVARS["[KIND [OPTION]…]"].in_(lang),
    )
    for kind in _FIELDS:
        group.add_command(_command(kind, lang))
    return group


def _which(typed: str | None = None) -> Text:
    words = load_vocabulary()
    titles = {kind.value: words.kind(kind) for kind in _FIELDS}
    kinds = commas(Text(f"{name}（{title.zh}）", name) for name, title in titles.items())
    return _WHAT.format(kinds=kinds) if typed is None else _NO_KIND.format(typed=typed, kinds=kinds)


def _command(kind: Kind, lang: Lang) -> click.Command:
    def run(*, as_of: date | None, yes: bool, **given: Any) -> int:
        from yizhan.commands.broken_file import BrokenFileError
        from yizhan.commands.interview.session import session_at
        from yizhan.commands.new import INTERVIEWS, preview

        session = session_at(Path.cwd(), as_of or today())
        try:
            draft = lead(INTERVIEWS[kind](session), given, lang, trusting=yes)
            if at_terminal() and not yes:
                say()
                content = preview(draft, lang)
                Terminal(lang).say(_FILE.format(path=draft.path, content=content.rstrip()))
                if not Terminal(lang).agrees(_WRITE):
                    return stopped(lang)
        except BrokenFileError as error:
            return broken(error, lang)
        except (KeyboardInterrupt, EOFError, click.Abort):
            return stopped(lang)
        return _write(session, draft, lang)

    title = load_vocabulary().kind(kind)
    return Localized(
        kind.value,
        lang=lang,
        callback=run,
        help=_HELP_KIND.format(kind=title).in_(lang),
        params=_parameters(kind, lang),
    )


def _write(session: Any, draft: Any, lang: Lang) -> int:
    from yizhan.commands.new import make
    from yizhan.reporting.findings import text

    done = make(session, draft, lang)
    tell: Callable[[Text], None] = lambda sentence: say(sentence.in_(lang))  # noqa: E731
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    say()
    say(text.write(done.report, lang, colour=colour), nl=False)
    first, *others = done.paths
    if not done.kept:
        say(_PUT_BACK.in_(lang, path=first), err=True)
        return 1
    if done.report.fails:
        irregular = all(
            each.level is Level.IRREGULAR for each in done.report.findings if each.fails
        )
        say((_IRREGULAR if irregular else _FIX).in_(lang, path=first), err=True)
        for advice in done.advice:
            say(advice.in_(lang), err=True)
        return 1
    tell(_WRITTEN.format(path=first))
    for path in others:
        tell(_ADDED.format(path=path))
    tell(COMMIT.format(paths=" ".join(done.paths)))
    for advice in done.advice:
        tell(advice)
    return 0


def _parameters(kind: Kind, lang: Lang) -> list[click.Parameter]:
    words = load_vocabulary()
    options: list[click.Parameter] = []
    for name, pointer in _FIELDS[kind].items():
        described = words.description(kind, pointer)
        options.append(
            click.Option(
                ["--" + name.replace("_", "-"), name],
                metavar=words.field(kind, pointer).in_(lang),
                help=described.in_(lang) if described is not None else None,
            )
        )
    return [
        *options,
        click.Option(["--as-of"], type=Day(), metavar="DATE", help=AS_OF_JUDGED.in_(lang)),
        click.Option(["--yes", "-y"], is_flag=True, help=YES.in_(lang)),
    ]
