"""The search page's own part: form, words and the list of shards; ``search.js`` does the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum

from markupsafe import Markup

from yizhan.model.text import Lang, Text
from yizhan.model.vocabulary import (
    BodyKind,
    Category,
    DossierStage,
    Family,
    HonourStage,
    Kind,
    MeetingKind,
    PlaceLevel,
    RuleKind,
)
from yizhan.pages.links import base_of
from yizhan.pages.page import Slot
from yizhan.pages.site import Site
from yizhan.publishing.search_shards import Shard, shard_list
from yizhan.wording.words import words_in

FILTERS: dict[str, Text] = {
    "kind": Text("种类", "Kind"),
    "family": Text("状态", "Status"),
    "place": Text("地方", "Place"),
    "category": Text("类别", "Category"),
    "year": Text("年份", "Year"),
}
"""What results can be narrowed by, in the order shown."""

_WORDS: dict[str, Text] = {
    "label": Text("查什么", "Search for"),
    "button": Text("查找", "Search"),
    "hint": Text(
        "写一两个词就行，比如“停车”“路灯”；也可以写事项编号、地方或记录里的一句话。",
        "One or two words will do; an id, a place or a phrase of a record works as well. "
        "Records are in Chinese.",
    ),
    "filters": Text("筛选", "Narrow down"),
    "any": Text("不限", "Any"),
    "clear": Text("去掉筛选", "Clear"),
    "noscript": Text(
        "这台设备不能运行网页脚本，不能在这里查找。可以从下面的列表里找。",
        "This device does not run scripts, so that search does not work here. Try the lists below.",
    ),
    "searching": Text("正在查找…", "Searching…"),
    "found": Text("找到 {n} 条。", "{n} found."),
    "shown": Text("前 {shown} 条如下。", "The first {shown} are below."),
    "none": Text(
        "没有找到“{q}”。可以换个说法，或者只写其中一个词。",
        "Nothing was found for “{q}”. Try other words, or only one of them.",
    ),
    "noneFiltered": Text(
        "在这个范围里没有找到。可以去掉筛选再查。",
        "Nothing was found here. Try without the filters.",
    ),
    "near": Text("意思接近的：", "These come close:"),
    "loose": Text(
        "没有一字不差的，下面是意思接近的：", "Nothing has exactly these words; these come close:"
    ),
    "more": Text("再看 {n} 条", "Show {n} more"),
    "older": Text("继续查更早的 {n} 条记录", "Search {n} older {n:record|records}"),
    "failed": Text(
        "查找没有成功，可能是网络断了。请再试一次。",
        "The search failed; perhaps the network is down. Please try again.",
    ),
}
_ENUMS: tuple[type[StrEnum], ...] = (
    Kind,
    Family,
    Category,
    MeetingKind,
    RuleKind,
    BodyKind,
    PlaceLevel,
    DossierStage,
    HonourStage,
)
"""Whose words stand in filters and results."""
_LISTS = (("matters/", Kind.MATTER), ("meetings/", Kind.MEETING), ("rules/", Kind.RULE))


def search_slots(site: Site, shards: Sequence[Shard]) -> tuple[Slot, ...]:
    """The content of ``docs/search.md`` in the site's language."""
    url = site.url("search/")
    return (Slot(url, "search", str(_content(site, url, shards))),)


def _content(site: Site, url: str, shards: Sequence[Shard]) -> Markup:
    lang, base = site.lang, base_of(url)
    lists = Markup("").join(
        Markup('<li><a href="{}{}">{}</a></li>').format(
            base, site.url(path), site.words.kinds(kind)
        )
        for path, kind in _LISTS
    )
    return Markup(
        '<link rel="stylesheet" href="{base}assets/stylesheets/search.css">'
        '<form class="yz-query" role="search" action="" hidden>'
        '<label for="yz-q">{label}</label>'
        '<div class="yz-query-bar"><input id="yz-q" name="q" type="search" autocomplete="off" '
        'aria-describedby="yz-hint"><button>{button}</button></div>'
        '<p id="yz-hint" class="yz-small">{hint}</p>'
        '<details class="yz-narrow"><summary>{filters}</summary><div class="yz-narrow-fields">{fields}'
        '<button type="button" class="yz-clear">{clear}</button></div></details></form>'
        '<p class="yz-found" role="status" aria-live="polite"></p>'
        '<ol class="yz-results"></ol><p class="yz-more"></p>'
        '<noscript><p class="yz-note">{noscript}</p><ul>{lists}</ul></noscript>'
        '<script type="application/json" id="yz-search-data">{data}</script>'
        '<script type="module" src="{base}assets/javascripts/search.js"></script>'
    ).format(
        **{key: _WORDS[key].in_(lang) for key in ("label", "button", "hint", "filters", "clear")},
        noscript=_WORDS["noscript"].in_(lang),
        fields=_fields(lang),
        lists=lists,
        base=base,
        data=_data(lang, base, shards),
    )


def _fields(lang: Lang) -> Markup:
    return Markup("").join(
        Markup(
            '<label>{}<select name="{}" data-empty="true"><option value="">{}</option></select></label>'
        ).format(title.in_(lang), name, _WORDS["any"].in_(lang))
        for name, title in FILTERS.items()
    )


def _data(lang: Lang, base: str, shards: Sequence[Shard]) -> Markup:
    """What the script must know; ``<`` is written so that no text can end the element."""
    data = {
        "base": base,
        "prefix": "" if lang == "zh" else "en/",
        "shards": shard_list(shards),
        "words": {key: text.in_(lang) for key, text in _WORDS.items()},
        "labels": {} if lang == "zh" else _labels(_ENUMS),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - JSON, not HTML, and no "<" in it


def _labels(enums: Iterable[type[StrEnum]]) -> dict[str, str]:
    """Filter values in Chinese, as indexed, and in English."""
    chinese, english = words_in("zh"), words_in("en")
    return {chinese.title(value): english.title(value) for enum in enums for value in enum}
