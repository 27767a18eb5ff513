"""Changes made from the schemas that change nothing a check may speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mutations.canonical import Path as Way
from mutations.canonical import follow, write
from mutations.mutation import Mutation
from mutations.shapes import Site, kinds, sites
from mutations.structural import instances
from mutations.village import Draft, base

DESCRIPTIVE = frozenset({"note", "summary", "publisher", "url", "funding", "procedure_note"})
"""Words that only describe: they may be left out anywhere."""

OTHER_WORDS = {
    "note": "换一种说法。",
    "summary": "换一种说法。",
    "text": "换一种说法。",
    "reason": "换一个说法的原因。",
    "publisher": "示例河镇党政办",
    "where": "村口宣传栏",
    "how": "广播和短信",
    "venue": "村小学",
    "handled_by": "值班的人",
    "evidence": "照片",
    "exchange": "每季度兑换一次。",
    "funding": "社会捐助",
    "objections_to": "监督委员会办公室",
}
"""By key: what may be said there as well; rules' texts, titles and reasons for leaving people out are not
among them, since other records or checks go by their words."""

_RULES = {("rule", "decision_rules"), ("rule", "chapters"), ("amendment", "changes")}


def neutral() -> Iterator[Mutation]:
    """All of them, kind by kind."""
    for kind in kinds():
        known = instances(kind)
        yield from _files(kind, known[("id",)].name)
        for site in sites(kind):
            spot = known.get(site.way)
            if spot is not None and not _is_corrected(spot.name, spot.at):
                yield from _at_site(site, spot.name, spot.at)


def _is_corrected(name: str, at: Way) -> bool:
    """Whether a correction speaks of it or of something around it; the record's own words do not count then."""
    heads = {str(c["at"]).split("/")[0] for c in base()[name].data.get("corrections", [])}
    return bool(at) and at[0] in heads


def _at_site(site: Site, name: str, at: Way) -> Iterator[Mutation]:
    value = follow(base()[name].data, at)
    key = site.way[-1]
    if isinstance(value, dict) and len(value) > 1:
        turned = dict(reversed(list(value.items())))
        yield _harmless(
            site, "keys in another order", _putting(name, at, turned), "order says nothing"
        )
    if key in DESCRIPTIVE and not site.required:
        yield _harmless(site, "description left out", _dropping(name, at), "it only describes")
    free = (
        key in OTHER_WORDS and "oneOf" not in site.schema and (site.kind, site.way[0]) not in _RULES
    )
    if free and isinstance(value, str):
        yield _harmless(
            site, "other words", _putting(name, at, OTHER_WORDS[key]), "it only describes"
        )
    if key == "note":
        yield _harmless(
            site, "as long as allowed", _putting(name, at, "好" * 2000), "the schema allows it"
        )
        yield _harmless(
            site,
            "two paragraphs",
            _putting(name, at, "第一段。\n\n第二段。"),
            "plain text has them",
        )
    if (
        site.schema.get("properties", {}).get("note")
        and isinstance(value, dict)
        and "note" not in value
    ):
        yield _harmless(
            site, "a note added", _putting(name, (*at, "note"), "补一句。"), "it only describes"
        )
    if key == "sources" and value:
        more = [*value, {"title": "另一份材料", "publisher": "示例河镇档案室", "date": "2025-12"}]
        yield _harmless(site, "one more source", _putting(name, at, more), "the more the better")


def _files(kind: str, name: str) -> Iterator[Mutation]:
    site = next(site for site in sites(kind) if site.way == ("id",))
    data = base()[name].data
    text = write(data)
    forms = {
        "comment at the head": "# 由文书登记\n" + text,
        "comment at the end": text + "# 完\n",
        "empty lines at the end": text + "\n\n",
        "no line break at the end": text.rstrip("\n"),
        "line breaks of Windows": text.replace("\n", "\r\n"),
        "empty lines between": text.replace("\ntitle:", "\n\ntitle:", 1),
        "title in quotes": text.replace(
            f"title: {data['title']}\n", f'title: "{data["title"]}"\n', 1
        ),
        "id in quotes": text.replace(f"id: {name}\n", f"id: '{name}'\n", 1),
        "comment beside a value": text.replace(f"id: {name}\n", f"id: {name}  # 编号\n", 1),
        "keys in another order": write(dict(reversed(list(data.items())))),
    }
    for what, form in forms.items():
        yield Mutation(
            f"{kind}: {what}",
            kind,
            "neutral",
            False,
            "another way to write the same",
            _writing(name, form),
        )
    if "sources" not in data:
        source = [{"title": "会议记录", "publisher": "示例河村村民委员会", "date": 2026}]
        yield _harmless(
            site, "sources added", _putting(name, ("sources",), source), "the more the better"
        )
    if "summary" not in data:
        yield _harmless(
            site, "summary added", _putting(name, ("summary",), "几句话。"), "it only describes"
        )


def _harmless(site: Site, what: str, change: Callable[[Draft], None], why: str) -> Mutation:
    return Mutation(f"{site.kind} {site.name}: {what}", site.kind, "neutral", False, why, change)


def _putting(name: str, at: Way, value: Any) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        follow(draft.record(name), at[:-1])[at[-1]] = value

    return change


def _dropping(name: str, at: Way) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        del follow(draft.record(name), at[:-1])[at[-1]]

    return change


def _writing(name: str, text: str) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        draft.raw[base()[name].path] = text

    return change
