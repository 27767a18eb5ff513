"""Nothing is lost: whatever is written in minutes, the page says, in both languages."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from yizhan.checking.engine import run
from yizhan.loading.parse import parse
from yizhan.loading.schemas import load_vocabulary, schema_at
from yizhan.loading.strict_yaml import read
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.vocabulary import Kind
from yizhan.pages import meeting as pages
from yizhan.publishing.record_template import record_template
from yizhan.wording.words import words_in

MINUTES = sorted((Path(__file__).parent / "records" / "meetings").rglob("*.yaml"))
NAMES = {"id", "key", "example", "chain", "chain_step"}
"""Fields that name something for the machine, or say nothing of the meeting."""


def data_of(file: Path) -> dict[str, Any]:
    data = read(file.read_bytes()).data
    assert data is not None
    return data


def leaves(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*pointer, name))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from leaves(inner, (*pointer, position))
    else:
        yield pointer, value


def changed(data: dict[str, Any], pointer: Pointer, value: Any) -> dict[str, Any]:
    found = copy.deepcopy(data)
    holder: Any = found
    for part in pointer[:-1]:
        holder = holder[part]
    holder[pointer[-1]] = value
    return found


def page_of(site, data: dict[str, Any], lang: str = "zh") -> str:
    there = site.in_(lang)
    return pages.page(
        there, parse(Meeting, data, f"records/meetings/2026/{data['id']}.yaml")
    ).content


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "\n", html))


def shown(site, pointer: Pointer, value: Any, lang: str) -> str:
    """How the page writes a value."""
    schema = schema_at(Kind.MEETING, pointer)
    assert schema is not None
    words = words_in(lang)
    if value is True:
        return load_vocabulary().field(Kind.MEETING, pointer).in_(lang)
    if "x-ref" in schema:
        return site.archive.records[value].title
    if "oneOf" in schema:
        titles = {each["const"]: each for each in schema["oneOf"]}
        return titles[value]["title"] if lang == "zh" else titles[value]["x-en"]["title"]
    if schema.get("type") == ["string", "integer"]:
        return words.date(PartialDate.parse(str(value)))
    return words.number(value) if isinstance(value, int) else value.split("\n")[0]


def other(pointer: Pointer, value: Any, site) -> Any:
    """Another value that the field could have."""
    schema = schema_at(Kind.MEETING, pointer)
    assert schema is not None
    if value is True:
        return False
    if "x-ref" in schema:
        same = site.archive.of(type(site.archive.records[value]))
        return next((each.id for each in same if each.id != value), "nowhere")
    if "oneOf" in schema:
        return next(each["const"] for each in schema["oneOf"] if each["const"] != value)
    if schema.get("type") == ["string", "integer"]:
        return "2026-10-31"
    if isinstance(value, int):
        return value + 1001
    return "23:59" if re.fullmatch(r"\d\d:\d\d", value) else f"{value}改"


def written(file: Path) -> list[tuple[Pointer, Any]]:
    """What a file says of the meeting."""
    data = data_of(file)
    told = [(pointer, value) for pointer, value in leaves(data) if pointer[-1] not in NAMES]
    # that a meeting is still to be held, its day says, and that it was not, ``not_held``
    return [each for each in told if each[0] not in (("planned",), ("follow_ups", 0, "task"))]


SILENT = {"elected", "withdrew", "amends", "runoff_of", "session", "rule"}
"""What the page says in other words: a note, a column, where something stands, a title."""
GROUPED = {"group", "basis"}
"""What is part of a sentence with a number."""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("file", MINUTES, ids=lambda file: file.stem)
def test_every_value_is_on_the_page(site, file, lang):
    data = data_of(file)
    text = text_of(page_of(site, data, lang))
    for pointer, value in written(file):
        if pointer[-1] not in SILENT | GROUPED and value is not False and pointer[-1] != "url":
            wanted = shown(site, pointer, value, lang)
            assert wanted.lower() in text.lower(), (pointer, wanted)


@pytest.mark.parametrize("file", MINUTES, ids=lambda file: file.stem)
def test_no_value_could_be_another_without_showing(site, file):
    data = data_of(file)
    now = page_of(site, data)
    for pointer, value in written(file):
        if "tasks" in pointer:
            continue  # the page has them from the archive, with what became of them
        if pointer[0] == "follow_ups" and pointer[-1] == "meeting":
            continue  # another meeting did not give the task
        another = changed(data, pointer, other(pointer, value, site))
        assert page_of(site, another) != now, (pointer, value)


@pytest.mark.parametrize("file", MINUTES, ids=lambda file: file.stem)
def test_what_is_left_out_is_not_claimed(site, file):
    data = data_of(file)
    data["agenda"] = []
    data.pop("attendance", None)
    text = text_of(page_of(site, data))
    assert "None" not in text
    assert "表决" not in text or "任务" in text or data.get("form") == "written", (
        "no vote is spoken of"
    )


def test_twenty_minutes_are_lawful_or_say_why_not(archive, as_of):
    assert len(MINUTES) >= 20
    findings = run(archive, as_of, cached=False).findings
    assert [each for each in findings if each.level.fails] == []
    assert {each.code for each in findings if each.level is Level.WARNING} <= {"T016"}


ELSEWHERE = {
    *("corrections", "irregular", "corrects", "attachments", "chain", "chain_step", "earlier"),
    *("planned", "not_held", "follow_ups"),
}
"""What other tests hold: of every kind of record, of chains, and of meetings that were not held."""


def filled_in(site) -> dict[str, Any]:
    """The template with every line switched on, of a meeting that was held, with records that exist."""
    text = record_template(Kind.MEETING)
    data = read(re.sub(r"^( *)#: ", r"\1", text, flags=re.MULTILINE).encode()).data
    assert data is not None
    data = {key: value for key, value in data.items() if key not in ELSEWHERE}
    data["id"] = "20260420-tingzheng"
    for pointer, value in list(leaves(data)):
        schema = schema_at(Kind.MEETING, pointer)
        if schema is not None and "x-ref" in schema:
            ids = [
                each.id for each in site.archive.records.values() if each.kind in schema["x-ref"]
            ]
            data = changed(data, pointer, min(ids))
        elif pointer[-1] == "session":
            data = changed(data, pointer, "elsewhere")
        else:
            data = changed(data, pointer, value)
    return data


def test_every_field_of_the_schema_could_be_another_only_with_showing(site):
    data = filled_in(site)
    now = page_of(site, data)
    asked = 0
    for pointer, value in leaves(data):
        if pointer[-1] in NAMES | {"amends"} or {"irregular", "tasks"} & set(pointer):
            continue
        asked += 1
        another = changed(data, pointer, other(pointer, value, site))
        assert page_of(site, another) != now, (pointer, value)
    assert asked > 140
