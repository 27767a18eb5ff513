"""``yizhan`` itself: its language, its list of commands, and Click's own words in Chinese."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from yizhan.commands.clock import BadDayError, read_day
from yizhan.model.text import Lang, Text, commas
from yizhan.wording.command_line import METAVARS, MISSING
from yizhan.wording.there_are import there_are

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from yizhan.reporting.formats import Format

_HELP = Text("显示这份说明。", "Show this message and exit.")
_USAGE = Text("用法：", "Usage: ")
_OPTIONS = Text("选项", "Options")
_ABOUT = Text(
    "议栈：把村（社区）的公共事务记成档案，查错，做成网站。不写命令，就列出今天该办的事。",
    "Yizhan: public affairs as records, checked and made into a site. Without a command: what is due today.",
)
_LANG = Text("说明和提示用的语言。", "Language of help and messages.")
_AS_OF = Text(
    "清单按哪一天列，默认是今天；后面有命令的，写在命令后面。",
    "The day of the list, today if left out; where a command follows, write it after that.",
)
_VERSION = Text("显示版本号。", "Show the version and exit.")
_COMMANDS = Text("命令", "Commands")
_FORMAT = Text(
    "输出的格式：{listed}。不写就是 {default}。",
    "Form of the output: {listed}. {default} if left out.",
)
_PLACEHOLDER = Text("命令", "COMMAND")
_ARGUMENTS = Text("[选项]…", "[OPTIONS]…")
_NO_COMMAND = Text(
    "没有“{name}”这个命令；{there}",
    "There is no command “{name}”. {there}",
)
_MISPLACED = Text(
    "--as-of 要写在 {name} 后面：yizhan {name} --as-of 2025-06-12。",
    "Write --as-of after {name}: yizhan {name} --as-of 2025-06-12.",
)
_NO_OPTION = Text(
    "没有“{name}”这个选项；{there}在命令后面加 --help 看说明。",
    "There is no option “{name}”. {there} Add --help to the command to learn more.",
)
_NOT_A_CHOICE = Text(
    "{name} 写的是“{value}”，可以写：{choices}。", "{name} is “{value}”; allowed are: {choices}."
)
_TOO_MANY = Text(
    "多写了“{words}”；加 --help 看说明。", "“{words}” is too much; add --help to learn more."
)
_NO_FOLDER = Text(
    "{name} 写的“{path}”是一个文件，要写文件夹。", "{name}: “{path}” is a file; name a folder."
)
_NOT_ALLOWED = Text("没有权限写“{path}”。", "No permission to write “{path}”.")
_FILES: dict[int, Text] = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: Text("“{path}”在只读的磁盘上，写不进去。", "“{path}” is on a read-only disk."),
    errno.ENOSPC: Text("磁盘满了，写不下“{path}”。", "The disk is full: “{path}” did not fit."),
    errno.ENOENT: Text(
        "没有“{path}”，或者它的文件夹还没有建。", "There is no “{path}”, or no folder for it yet."
    ),
    errno.ENOTDIR: Text(
        "“{path}”的上一级是文件，不是文件夹。", "What should hold “{path}” is a file."
    ),
    errno.EISDIR: Text("“{path}”是文件夹，要写文件名。", "“{path}” is a folder; name a file."),
}
"""What the operator can fix when a file cannot be read or written."""
_OTHER = Text("命令写得不对：{message}", "The command is not right: {message}")


class Localized(click.Command):
    """A command whose help speaks Chinese or English.

    Args:
        lang: the language.
    """

    def __init__(self, name: str, *, lang: Lang, **settings: Any) -> None:
        super().__init__(name, add_help_option=False, **settings)
        self.lang = lang
        for each in self.params:
            named = METAVARS.get(each.metavar or "")
            each.metavar = each.metavar if named is None else named.in_(lang)
        self.params.append(
            click.Option(
                ["--help"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                help=_HELP.in_(lang),
                callback=_show_help,
            )
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words of the line; Click's own complaint about too many is English only."""
        of_a_group = ctx.allow_extra_args
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not of_a_group:
            raise click.UsageError(cast("str", _TOO_MANY.format(words=" ".join(rest))), ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = self.collect_usage_pieces(ctx)
        if pieces and pieces[0] == self.options_metavar:
            pieces[0] = _ARGUMENTS.in_(self.lang)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_USAGE.in_(self.lang))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [record for each in options if (record := each.get_help_record(ctx))]
        with formatter.section(_OPTIONS.in_(self.lang)):
            formatter.write_dl(records)


def _show_help(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


class Group(click.Group):
    """The group of all commands; each is imported when it is asked for.

    Args:
        table: name → module with ``command(lang)``, and a line about it.
    """

    def __init__(self, table: Mapping[str, tuple[str, Text]]) -> None:
        super().__init__(
            "yizhan",
            add_help_option=False,
            no_args_is_help=False,
            invoke_without_command=True,
            callback=_list_the_day,
        )
        self.table = table
        self.lang: Lang = "zh"

    def main(self, args: Any = None, *rest: Any, **settings: Any) -> Any:
        """Learn the language first, since even the help depends on it."""
        arguments = list(args or [])
        self.lang = _language(arguments)
        self.params = _own_options(self.lang)
        return super().main(arguments, *rest, **settings)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # Click's form
        """The names, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in self.table:
            return None
        module = import_module(self.table[cmd_name][0])
        return cast("click.Command", module.command(self.lang))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command or say in one line that there is none."""
        if args and args[0] not in self.table and not args[0].startswith("-"):
            raise click.UsageError(
                cast(
                    "str",
                    _NO_COMMAND.format(
                        name=args[0], there=there_are(args[0], dict.fromkeys(self.table, ""))
                    ),
                )
            )
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of ``yizhan`` without importing a single command."""
        lang = self.lang
        words = f"{_ARGUMENTS.in_(lang)} {_PLACEHOLDER.in_(lang)} …"
        formatter.write_usage("yizhan", words, prefix=_USAGE.in_(lang))
        formatter.write_paragraph()
        formatter.write_text(_ABOUT.in_(lang))
        records = [record for each in self.params if (record := each.get_help_record(ctx))]
        with formatter.section(_OPTIONS.in_(lang)):
            formatter.write_dl(records)
        with formatter.section(_COMMANDS.in_(lang)):
            formatter.write_dl([(name, text.in_(lang)) for name, (_, text) in self.table.items()])


def _list_the_day(as_of: date | None) -> int | None:
    """What ``yizhan`` does: print the day's list where no command is named."""
    from yizhan.cli.day_list import show

    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        return show(as_of, cast("Group", ctx.command).lang)
    if as_of is not None:
        raise click.UsageError(cast("str", _MISPLACED.format(name=ctx.invoked_subcommand)))
    return None


def _language(arguments: list[str]) -> Lang:
    for position, argument in enumerate(arguments):
        if argument == "--lang" and arguments[position + 1 : position + 2] == ["en"]:
            return "en"
        if argument == "--lang=en":
            return "en"
        if not argument.startswith("-") and arguments[position - 1] not in ("--lang", "--as-of"):
            break
    return "zh"


def _own_options(lang: Lang) -> list[click.Parameter]:
    flags: dict[str, Any] = {"is_flag": True, "is_eager": True, "expose_value": False}
    return [
        click.Option(["--lang"], type=Word(["zh", "en"]), expose_value=False, help=_LANG.in_(lang)),
        click.Option(["--as-of"], type=Day(), metavar="DATE", help=_AS_OF.in_(lang)),
        click.Option(["--version"], help=_VERSION.in_(lang), callback=_show_version, **flags),
        click.Option(["--help"], help=_HELP.in_(lang), callback=_show_help, **flags),
    ]


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"yizhan {version('yizhan')}")
        ctx.exit()


class Day(click.ParamType[date]):
    """A date on the command line."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read ``2025-06-12``."""
        if isinstance(value, date):
            return value
        try:
            return read_day(value, param.opts[0] if param is not None else self.name)
        except BadDayError as error:
            raise click.BadParameter(error.args[0], ctx, param) from None


class Word(click.Choice[str]):
    """One of a few words on the command line."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the word, or list those there are."""
        if value in self.choices:
            return str(value)
        name = param.opts[0] if param is not None else self.name
        text = _NOT_A_CHOICE.format(name=name, value=value, choices=commas(self.choices))
        raise click.BadParameter(cast("str", text), ctx, param)


class FormatOption(click.Option):
    """``--format``, whose words and help follow from the formats there are.

    Args:
        formats: by name.
        default: the one that is taken where none is named.
        lang: language of the help.
    """

    def __init__(self, formats: Mapping[str, Format[Any]], default: str, lang: Lang) -> None:
        super().__init__(["--format", "form"], type=_FormatName(formats), default=default)
        self._formats = formats
        self._lang: Lang = lang

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """List the formats with their purposes; only here are all of them imported."""
        listed = [
            Text(f"{name} {form.purpose.zh}", f"{name} {form.purpose.en}")
            for name, form in self._formats.items()
        ]
        choices = Text("；".join(each.zh for each in listed), "; ".join(each.en for each in listed))
        self.help = _FORMAT.format(listed=choices, default=self.default).in_(self._lang)
        return super().get_help_record(ctx)


class _FormatName(click.ParamType[str]):
    """The name of a format; the others are asked for where it is none, or for the help."""

    name = "format"

    def __init__(self, formats: Mapping[str, Format[Any]]) -> None:
        self._formats = formats

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self._formats:
            return str(value)
        return self._word().convert(value, param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        return self._word().get_metavar(param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return self._word().shell_complete(ctx, param, incomplete)

    def _word(self) -> Word:
        return Word(list(self._formats))


class Folder(click.ParamType[Path]):
    """A folder on the command line, there or not."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Take the path unless it is a file."""
        path = Path(value)
        if path.is_file():
            name = param.opts[0] if param is not None else self.name
            text = _NO_FOLDER.format(name=name, path=value)
            raise click.BadParameter(cast("str", text), ctx, param)
        return path


def _options(error: click.NoSuchOption) -> Text:
    """The options of the command that has not the one that was written."""
    known = error.ctx.command.params if error.ctx is not None else []
    names = [name for each in known if isinstance(each, click.Option) for name in each.opts]
    long = [name for name in names if name.startswith("--")]
    return there_are(error.option_name, dict.fromkeys(long, ""))


def mistake_of(error: Exception) -> Text | None:
    """The one line that tells the operator what was wrong, or None for a defect of the tool."""
    message = getattr(error, "message", None) or next(iter(error.args), None)
    if isinstance(message, Text):
        return message
    if isinstance(error, click.NoSuchOption):
        return _NO_OPTION.format(name=error.option_name, there=_options(error))
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return MISSING.format(name=error.param.metavar or error.param.opts[0].upper())
    if isinstance(error, click.ClickException):
        return _OTHER.format(message=error.format_message())
    if isinstance(error, OSError) and error.filename is not None and error.errno in _FILES:
        return _FILES[error.errno].format(path=error.filename)
    return None
