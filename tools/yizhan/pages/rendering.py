"""Jinja for pages: compiled once a language, everything escaped, no logic beyond if and for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from yizhan.model.text import Lang
from yizhan.pages.links import base_of
from yizhan.pages.words import words_in


def render(template: str, url: str, lang: Lang, **values: Any) -> str:
    """Render a template for the page at ``url``.

    Besides ``values``, templates see ``base`` (leads to the root of the site), ``_`` and ``n_``
    (translations), ``word`` (an enum value's word), ``date``, ``period``, ``number``, and ``zh``:
    the attribute that marks a record's own words as Chinese on an English page.
    """
    return compiled(template, lang)({"base": base_of(url), **values})


@cache
def compiled(template: str, lang: Lang) -> Callable[..., str]:
    """A template ready to be called with a mapping of values."""
    return environment(lang).get_template(template).render


@cache
def environment(lang: Lang) -> Environment:
    """The environment of a language."""
    words = words_in(lang)
    env = Environment(
        loader=PackageLoader("yizhan.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        auto_reload=False,
    )
    env.globals.update(
        _=words._,
        n_=words.n_,
        word=words.title,
        date=words.date,
        period=words.period,
        number=words.number,
        lang=lang,
        en="" if lang == "zh" else "en/",
        zh=Markup("") if lang == "zh" else Markup(' lang="zh"'),
    )
    env.filters["paragraphs"] = paragraphs
    return env


@lru_cache(maxsize=1024)
def paragraphs(text: str | None) -> Markup:
    """Plain text as paragraphs: blank lines part them, single line feeds stay visible."""
    if not text:
        return Markup("")
    blocks = (block.strip() for block in text.replace("\r\n", "\n").split("\n\n"))
    return Markup("").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(escape(line) for line in block.split("\n")))
        for block in blocks
        if block
    )
