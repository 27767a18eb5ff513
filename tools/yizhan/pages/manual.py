"""The manual's page for every check, from what the check says.

The same as ``yizhan explain`` has for the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from markupsafe import Markup, escape

from yizhan.checking.explanations import Explained, explanations, is_correctable, shown
from yizhan.checks.shared.check import Check, Example
from yizhan.model.text import Lang, Text, commas
from yizhan.model.vocabulary import Kind
from yizhan.pages.links import localized
from yizhan.pages.page import Draft, Page
from yizhan.pages.rendering import render
from yizhan.wording.findings import (
    ABOUT_CHECK,
    ATTACHMENT,
    EFFECT,
    EVERY_FILE,
    EVERY_KIND,
    HOW_TO_FIX,
    LEVEL_TITLE,
    MERGED,
    RIGHT,
    WHY,
    WRONG,
)
from yizhan.wording.terms import term

SECTION = "checks"
"""The folder of these pages, whose shell they fill."""

_TYPED = re.compile("`([^`]+)`")
_ANCHORS: dict[Lang, tuple[str, ...]] = {
    "zh": ("_1", "_2", "_3", "_4"),
    "en": ("why", "how-to-fix-it", "wrong", "right"),
}
"""Of the four headings: those that generators gave them when these were pages of Markdown."""


class FileView(NamedTuple):
    """A file of an example; without text where it is not YAML."""

    path: str
    note: str
    text: str


class SectionView(NamedTuple):
    """A heading with paragraphs or with the files of an example."""

    id: str
    title: str
    texts: tuple[Markup, ...] = ()
    files: tuple[FileView, ...] = ()


def pages(lang: Lang) -> Iterator[Draft]:
    """A page for everything that has a code."""
    known = explanations()
    make = partial(_page, known, lang)
    for code in known:
        yield Draft(localized(f"{SECTION}/{code}/", lang), make, code)


def check_title(each: Explained, lang: Lang) -> str:
    """What a check's page is called."""
    return f"{each.code} {each.title.in_(lang)}"


def _page(known: Mapping[str, Explained], lang: Lang, code: str) -> Page:
    each = known[code]
    url = localized(f"{SECTION}/{code}/", lang)
    title = check_title(each, lang)
    content = render(
        "check.html",
        url,
        lang,
        code=code,
        title=title,
        about=tuple(text.in_(lang) for text in _about(each)),
        sections=tuple(_sections(each, lang)),
    )
    return Page(url, SECTION, title, each.why.in_(lang), content, lang)


def _about(each: Explained) -> Iterator[Text]:
    yield ABOUT_CHECK.format(level=LEVEL_TITLE[each.level], kinds=_kinds(each))
    if isinstance(each, Check) and each.effect is not None:
        yield EFFECT[each.effect]


def _kinds(each: Explained) -> Text:
    if not isinstance(each, Check):
        return EVERY_FILE
    if len(each.kinds) == len(Kind):
        return EVERY_KIND
    return commas(term(kind) for kind in each.kinds)


def _sections(each: Explained, lang: Lang) -> Iterator[SectionView]:
    why, fix, wrong, right = _ANCHORS[lang]
    yield SectionView(why, WHY.in_(lang), (_marked(each.why.in_(lang)),))
    remedies = (each.fix, MERGED) if is_correctable(each.code) else (each.fix,)
    texts = tuple(_marked(text.in_(lang)) for text in remedies)
    yield SectionView(fix, HOW_TO_FIX.in_(lang), texts)
    yield SectionView(wrong, WRONG.in_(lang), files=tuple(_files(each.bad, lang)))
    yield SectionView(right, RIGHT.in_(lang), files=tuple(_files(each.good, lang)))


def _marked(text: str) -> Markup:
    """A sentence of a check's; what stands between two backticks is to be typed as it is."""
    parts = _TYPED.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def _files(example: Example, lang: Lang) -> Iterator[FileView]:
    for path, content in example.files.items():
        if path.endswith(".yaml"):
            text = "\n".join(shown(content))
            yield FileView(path, "", f"{text}\n")
        else:
            yield FileView(path, ATTACHMENT.in_(lang), "")
