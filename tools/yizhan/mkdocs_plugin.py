"""The MkDocs plugin: ``mkdocs build`` and ``mkdocs serve`` give the whole site, records included.

The hooks only translate: records are checked before MkDocs touches its folder, and published after
it has built the shells. ``mkdocs build`` writes beside the former site and swaps.
"""

from __future__ import annotations

import atexit
import logging
import signal
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import base, config_options, load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from yizhan.checks.shared.personal_numbers import hidden
from yizhan.model.text import Lang
from yizhan.publishing.frame import PARTS, SETTINGS

if TYPE_CHECKING:
    from yizhan.publishing.address import Address
    from yizhan.publishing.live import LiveSite

log = logging.getLogger("mkdocs.plugins.yizhan")

_TAKEN_OVER = (
    "docs_dir",
    "theme",
    "nav",
    "not_in_nav",
    "exclude_docs",
    "draft_docs",
    "site_description",
    "site_author",
    "use_directory_urls",
    "extra",
    "extra_css",
    "extra_javascript",
    "markdown_extensions",
    "mdx_configs",
)
"""What MkDocs takes from the assembled project; all else is what the village's file says."""


class YizhanConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options under ``plugins: - yizhan:`` in ``mkdocs.yml``.

    Attributes:
        lang: the language of messages.
    """

    lang = config_options.Choice(("zh", "en"), default="zh")


class YizhanPlugin(BasePlugin[YizhanConfig]):  # type: ignore[no-untyped-call]
    """Publishes ``records/`` into what MkDocs builds."""

    def __init__(self) -> None:
        self._site: Path | None = None
        self._work = ExitStack()
        self._live: LiveSite | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs names the arguments
        """Being there makes the plugin live through rebuilds; a server ends on SIGTERM as on Ctrl-C."""
        atexit.register(self._work.close)
        if command == "serve":
            signal.signal(signal.SIGTERM, _end)

    def on_config(self, config: Any) -> Any:
        """Check the records and take the assembled project in the place of the village's files.

        On errors it stops before MkDocs empties its folder.
        """
        root = _root(config)
        report = _errors(root, self._lang)
        if report is not None:
            raise Abort(hidden(report))
        self._take_over(config, root)
        self._redirect(config)
        return config

    def on_post_build(self, *, config: Any) -> None:
        """Write record pages into what was built, then let it take the former site's place."""
        from yizhan.publishing.errors import PublishingError
        from yizhan.publishing.live import LiveSite
        from yizhan.publishing.swap import swap

        fresh, site = Path(config.site_dir), self._site
        assert site is not None, "on_config comes first"
        live = LiveSite(_root(config), fresh)
        try:
            live.publish(_as_of(), _address(config))
        except PublishingError as error:
            raise Abort(hidden(error.text.in_(self._lang))) from error
        swap(fresh, site)
        self._work.close()
        live.moved(site)
        config.site_dir = str(site)
        self._live = live

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: Any,
        builder: Any,  # noqa: ARG002 - MkDocs names the arguments
    ) -> LiveReloadServer:
        """Rebuild when a record is edited; while one is broken, go on serving what was built."""
        root = _root(config)
        for name in ("records", *PARTS):
            if (root / name).is_dir():
                server.watch(str(root / name))
        # Each rebuild writes there itself: watching it would make one rebuild two.
        server.unwatch(config.docs_dir)
        server.builder = self._careful(server.builder, config)
        return server

    def _careful(self, build: Callable[[], None], config: Any) -> Callable[[], None]:
        """A rebuild that says in a line whatever is broken and leaves the last good pages.

        Where only records changed, MkDocs need not run: what it built is there.

        Were it left to MkDocs, it would answer no request until all is corrected.
        """

        def rebuild() -> None:
            why = None
            try:
                self._rebuild(build, config)
            except (Exception, SystemExit) as error:  # whatever it is, the server has to go on
                why = self._reason(error, _root(config))
            finally:
                self._work.close()
            if why is not None:
                log.error("%s", hidden(why))

        return rebuild

    def _rebuild(self, build: Callable[[], None], config: Any) -> None:
        from yizhan.publishing.assemble import assemble

        root = _root(config)
        report = _errors(root, self._lang)
        if report is not None:
            log.error("%s", hidden(report))
        elif self._live is None or not self._live.refresh(_as_of(), _address(config)):
            assemble(
                root
            )  # MkDocs reads the village's settings first, and tells of them in a trace
            build()

    def _reason(self, error: BaseException, root: Path) -> str:
        """Why a rebuild stopped, in a line: as we said it, or as is said of any generator."""
        from yizhan.loading.store import FOLDER
        from yizhan.publishing.assemble import PROJECT
        from yizhan.publishing.errors import PublishingError
        from yizhan.publishing.generator_failure import failure

        if isinstance(error, PublishingError):
            return error.text.in_(self._lang)
        if isinstance(error, Abort):
            return str(error)
        printed = "".join(traceback.format_exception(error))
        return failure("mkdocs", printed, root / FOLDER / PROJECT).text.in_(self._lang)

    @property
    def _lang(self) -> Lang:
        return "en" if self.config.lang == "en" else "zh"

    def _take_over(self, config: Any, root: Path) -> None:
        """Have MkDocs read the assembled project; where the site goes stays the village's say."""
        from yizhan.publishing.assemble import assemble
        from yizhan.publishing.errors import PublishingError

        try:
            assembled = assemble(root)
        except PublishingError as error:
            raise Abort(hidden(error.text.in_(self._lang))) from error
        for notice in assembled.notices:
            log.warning("%s", hidden(notice.in_(self._lang)))
        joined = load_config(str(assembled.path / SETTINGS))
        for key in _TAKEN_OVER:
            config[key] = joined[key]

    def _redirect(self, config: Any) -> None:
        """Have MkDocs build beside the former site; what is left of it goes when MkDocs ends.

        A server as well: what it shows stays whole while MkDocs works, and where MkDocs fails.
        """
        from yizhan.publishing.errors import PublishingError
        from yizhan.publishing.former_site import may_replace
        from yizhan.publishing.swap import beside, clear_leftovers

        self._site = Path(config.site_dir)
        try:
            may_replace(self._site, _root(config))
        except PublishingError as error:
            raise Abort(hidden(error.text.in_(self._lang))) from error
        for notice in clear_leftovers(self._site):
            log.warning("%s", hidden(notice.in_(self._lang)))
        self._work.close()
        config.site_dir = str(self._work.enter_context(beside(self._site)))


def _end(number: int, _frame: FrameType | None) -> None:
    """Let MkDocs shut down, once: told again meanwhile, it would stop half way."""
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _root(config: Any) -> Path:
    return Path(config.config_file_path).resolve().parent


def _address(config: Any) -> Address:
    from yizhan.publishing.address import Address, read_address

    return Address(config.site_url or None, read_address(_root(config)).repository)


def _as_of() -> date:
    """The day the site holds for: today in China, unless ``yizhan serve --as-of`` says another."""
    from yizhan.commands.clock import BadDayError, today

    try:
        return today()
    except BadDayError as error:
        raise Abort(str(error.args[0].zh)) from None


def _errors(root: Path, lang: Lang) -> str | None:
    """What ``yizhan check`` says, where it does not pass; what it read is kept for publishing."""
    from yizhan.commands.check import check
    from yizhan.loading.record_format import FormatError

    try:
        checked = check(root, _as_of())
    except FormatError as error:
        return str(error.args[0].in_(lang))
    return checked.text("text", lang) if checked.report.fails else None
