"""Jinja for pages: compiled once a language and depth, everything escaped, no logic beyond if, for.

What is the same on every page of one language and depth (the site's own words, what leads to the
root) is written into the template before it is compiled, and so is what it includes: measured on a
matter's page, that and filters in the place of global functions took two thirds of the time away,
and writing text without an object for every piece of it a third of what was left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, MutableMapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, UndefinedError, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from markupsafe import Markup, escape

from yizhan.model.text import Lang
from yizhan.pages.compact import compact
from yizhan.pages.links import Link, base_of
from yizhan.pages.said import Said
from yizhan.wording.words import words_in

_SAID = re.compile(r'\{\{ _\("([^"{}]*)"\) \}\}')
_INCLUDED = re.compile(r'\{% include "([a-z_]+\.html)" %\}\n?')
_SPECIAL = re.compile("[&<>\"']")


def render(template: str, url: str, lang: Lang, **values: Any) -> str:
    """Render a template for the page at ``url``.

    Besides ``values``, templates see ``base`` (leads to the root of the site), ``_`` and ``n_``
    (translations), ``lang``, and ``zh``: the attribute that marks a record's own words as Chinese
    on an English page. Filters: ``word`` (an enum value's word), ``date``, ``number``,
    ``paragraphs``, ``links``, ``lines``, ``trail``; ``word``, ``date``, ``period`` and ``number`` are
    functions as well; ``say`` has the sentences of ``wording`` that templates ask for.

    Raises:
        UndefinedError: the template asks for something that is not there; names both and the page.
    """
    try:
        return compiled(template, lang, base_of(url))(values)
    except UndefinedError as error:
        raise UndefinedError(f"{template}, for /{url}: {error.message}") from error


@cache
def compiled(template: str, lang: Lang, base: str) -> Callable[[dict[str, Any]], str]:
    """A template ready to be called with its values."""
    return environment(lang, base).get_template(template).render


def written(value: Any) -> str:
    """What a template writes for a value: its text, escaped unless it is HTML already."""
    kind = type(value)
    if kind is str:
        return str(escape(value)) if _SPECIAL.search(value) else value
    return value if kind is Markup else str(escape(value))


CODE: dict[str, bytes] = {}
"""Code of the templates compiled so far, or by an earlier build of the same version: to compile one takes
15 ms, and a build after one edit needs thirty."""


class _Code(BytecodeCache):
    """Finds and leaves compiled templates in ``CODE``; what is settled is part of their name."""

    def __init__(self, settled: str) -> None:
        self._settled = settled

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        return f"{self._settled} {name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in CODE:
            bucket.bytecode_from_string(CODE[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        CODE[bucket.key] = bucket.bytecode_to_string()


class PlainCode(CodeGenerator):
    """Compiles templates to code that writes plain text; Jinja would make an object of every piece."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write("environment.written(")


class PlainEnvironment(Environment):
    """An environment whose templates are compiled by ``PlainCode``, and which has all globals before them."""

    code_generator_class = PlainCode
    written = staticmethod(written)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's own; Jinja's chain of maps takes long to copy, which happens for each page."""
        return self.globals if d is None else super().make_globals(d)


class Settled(Extension):
    """Writes included templates, words, ``base`` and ``zh`` into a template's source."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        """Replace what is settled for the environment's language and depth."""
        source = _INCLUDED.sub(self._included, source)
        say: Callable[[str], str] = self.environment.globals["_"]  # type: ignore[assignment]
        source = _SAID.sub(lambda said: str(escape(say(said[1]))), source)
        for key in ("base", "zh"):
            source = source.replace(f"{{{{ {key} }}}}", str(self.environment.globals[key]))
        return compact(source)

    def _included(self, found: re.Match[str]) -> str:
        assert self.environment.loader is not None
        source, _name, _current = self.environment.loader.get_source(self.environment, found[1])
        return _INCLUDED.sub(self._included, source.removesuffix("\n"))


@cache
def environment(lang: Lang, base: str) -> Environment:
    """The environment of a language, for pages from which ``base`` leads to the root."""
    words = words_in(lang)
    zh = Markup("") if lang == "zh" else Markup(' lang="zh"')
    env = PlainEnvironment(
        loader=PackageLoader("yizhan.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        bytecode_cache=_Code(f"{lang} {base}"),
        auto_reload=False,
    )
    env.globals.update(
        _=words._,
        n_=words.n_,
        word=words.title,
        date=words.date,
        period=words.period,
        number=words.number,
        say=Said(words),
        lang=lang,
        base=base,
        zh=zh,
    )
    env.filters.update(
        word=words.title,
        date=words.date,
        number=words.number,
        paragraphs=paragraphs,
        links=_linker(base, zh, words._("、")),
        lines=_linker(base, zh, Markup("<br>")),
        trail=_linker(base, zh, Markup('<span aria-hidden="true"> › </span>')),
    )
    env.add_extension(Settled)
    return env


def _linker(base: str, attributes: Markup, mark: str) -> Callable[[Iterable[Link]], Markup]:
    """What writes links one after another, with a mark between them."""

    @lru_cache(maxsize=4096)
    def one(link: Link) -> Markup:
        form = Markup('<a href="{}{}"{}>{}</a>')
        return form.format(base, link.url, attributes, link.title)

    def all_of(links: Iterable[Link]) -> Markup:
        return escape(mark).join(map(one, links))

    return all_of


def paragraphs(text: str | None, attributes: str = "") -> Markup:
    """Plain text as paragraphs: blank lines part them, single line feeds stay visible.

    They have no end tags: a block has to follow, or the end of what they are in.

    Args:
        text: the text.
        attributes: HTML written into each paragraph's tag, with a space before it.
    """
    if not text:
        return Markup("")
    blocks = (block.strip() for block in written(text.replace("\r\n", "\n")).split("\n\n"))
    html = "".join(f"<p{attributes}>{block}" for block in blocks if block)
    return Markup(html.replace("\n", "<br>"))  # noqa: S704 - escaped above
