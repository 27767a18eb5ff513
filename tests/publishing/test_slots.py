from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.pages.page import Slot
from yizhan.publishing.attachments import address_of, attachments
from yizhan.publishing.generated import collect
from yizhan.publishing.output import Output, TakenError
from yizhan.publishing.slots import (
    SlotError,
    fill,
    fill_slots,
    is_whole,
    offered_slots,
    refuse_misplaced,
    refuse_unfilled,
)


@pytest.mark.parametrize(
    ("html", "filled"),
    [
        ('<div data-yizhan-slot="home"></div>', '<div data-yizhan-slot="home">X</div>'),
        ("<div id=a data-yizhan-slot=home>\n</div>", "<div id=a data-yizhan-slot=home>X</div>"),
        ('<div data-yizhan-slot="other"></div>', '<div data-yizhan-slot="other"></div>'),
        ('<div data-yizhan-slot="home">own</div>', '<div data-yizhan-slot="home">own</div>'),
    ],
)
def test_a_slot_is_filled_by_its_name(html: str, filled: str) -> None:
    assert fill(html, {"home": "X"}) == filled


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        ('<div data-yizhan-slot="page"></div>', True),
        ("\n<div data-yizhan-slot=page>\n</div>\n", True),
        ('<div data-yizhan-slot="home"></div>', False),
        ('<p>Mine.</p><div data-yizhan-slot="page"></div>', False),
        ('<div data-yizhan-slot="page">own</div>', False),
        ("", False),
    ],
)
def test_a_whole_page_has_nothing_but_its_slot(html: str, whole: bool) -> None:
    assert is_whole(html) is whole


def test_content_is_not_taken_for_a_pattern() -> None:
    pages = {"": '<div data-yizhan-slot="home"></div>'}
    filled = list(fill_slots(pages, [Slot("", "home", r"\1 \g<name>")]))
    assert filled == [("", '<div data-yizhan-slot="home">\\1 \\g<name></div>')]


def refusal(action) -> tuple[str, str]:
    with pytest.raises(SlotError) as caught:
        action()
    return caught.value.text.zh, caught.value.text.en


@pytest.mark.parametrize(
    "html", [None, "<p>No slot.</p>", '<div data-yizhan-slot="dispaly"></div>']
)
def test_content_without_a_place_is_named(html: str | None) -> None:
    pages = {} if html is None else {"display/": html}
    slots = [Slot("display/", "display", "x")]
    assert refusal(lambda: list(fill_slots(pages, slots))) == (
        (
            "内容“display”没有地方可放：请在网页 /display/（docs/display.md 或 docs/display/index.md）里补上 "
            '<div data-yizhan-slot="display"></div>。'
        ),
        (
            'There is no place for “display”: add <div data-yizhan-slot="display"></div> to the page '
            "/display/ (docs/display.md or docs/display/index.md)."
        ),
    )


def test_a_slot_that_nothing_fills_is_named() -> None:
    offered = offered_slots(
        {
            "": '<div data-yizhan-slot="home"></div><div data-yizhan-slot=Home></div>',
            "about/": '<section data-yizhan-slot="us"></section>',
        }
    )
    assert offered == {"": {"home", "Home"}, "about/": {"us"}}
    refuse_unfilled(offered, {"": {"home"}}, {"": {"Home"}, "about/": {"us"}})
    assert refusal(lambda: refuse_unfilled(offered, {"": {"home"}, "about/": {"us"}})) == (
        (
            '网页 /（docs/index.md）里写了 data-yizhan-slot="Home"，没有这个名字的内容：'
            "这一页能填的是 home，请改正或删去。"
        ),
        (
            "The page / (docs/index.md) has the slot “Home”, which nothing fills: what fits here is "
            "home; correct or delete it."
        ),
    )
    assert refusal(lambda: refuse_unfilled({"about/": {"us"}}, {"": {"home"}})) == (
        (
            '网页 /about/（docs/about.md 或 docs/about/index.md）里写了 data-yizhan-slot="us"，'
            "但没有内容可填：请删去这一处。"
        ),
        (
            "The page /about/ (docs/about.md or docs/about/index.md) has the slot “us”, but there is "
            "nothing to fill it with: delete it."
        ),
    )


@pytest.mark.parametrize(
    ("html", "tag", "name"),
    [
        (
            '<div data-yizhan-slot="home"></div><aside id=a data-yizhan-slot="news">',
            "aside",
            "news",
        ),
        ('<div data-yizhan-slot="news">own words</div>', "div", "news"),
        ('<div data-yizhan-slot="news"><p></p></div>', "div", "news"),
        ("<section title='a>b' data-yizhan-slot></section>", "section", ""),
        ('<p data-yizhan-slot="news"/>', "p", "news"),
    ],
)
def test_a_slot_that_cannot_be_filled_is_named(html: str, tag: str, name: str) -> None:
    assert refusal(lambda: refuse_misplaced("about/", html)) == (
        (
            f'网页 /about/（docs/about.md 或 docs/about/index.md）里的 <{tag} data-yizhan-slot="{name}"> '
            "填不进内容：要写成空的 div 或 section，起始标签后面紧跟结束标签。"
        ),
        (
            f'The page /about/ (docs/about.md or docs/about/index.md) has <{tag} data-yizhan-slot="{name}">, '
            "which cannot be filled: make it an empty div or section, the closing tag right after the "
            "opening one."
        ),
    )


@pytest.mark.parametrize(
    "html",
    [
        '<DIV data-yizhan-slot="home">\n</DIV>',
        "<code>&lt;aside data-yizhan-slot=&quot;x&quot;&gt;</code>",
        '<!-- <aside data-yizhan-slot="x"> -->',
        '<p title="data-yizhan-slot">about data-yizhan-slot</p>',
    ],
)
def test_what_only_speaks_of_slots_is_left_alone(html: str) -> None:
    refuse_misplaced("about/", html)


def test_a_slot_that_is_there_twice_is_named() -> None:
    once = '<div data-yizhan-slot="news"></div>'
    refuse_misplaced("about/", f"{once}<!-- {once} --><div data-yizhan-slot='home'></div>")
    assert refusal(lambda: refuse_misplaced("about/", f"{once}<p></p>{once}")) == (
        (
            '网页 /about/（docs/about.md 或 docs/about/index.md）里的 data-yizhan-slot="news" 不止一处，'
            "同样的内容会出现两遍：请只留一处。"
        ),
        (
            "The page /about/ (docs/about.md or docs/about/index.md) has the slot “news” more than "
            "once, so that its content would be there twice: keep one of them."
        ),
    )


def test_neither_pages_nor_shells_keep_a_slot_that_is_never_filled(tmp_path: Path) -> None:
    for url, html in (
        ("about", "<aside data-yizhan-slot=us></aside>"),
        ("matters/shell", "<div data-yizhan-slot=matters></div>"),
    ):
        output = tmp_path / url.replace("/", "-")
        (output / url).mkdir(parents=True)
        (output / url / "index.html").write_text(html, "utf-8")
        zh, _en = refusal(lambda output=output: collect(output, tmp_path / "docs"))
        assert zh.startswith(f"网页 /{url}/")


def test_pages_are_written_into_new_and_old_folders(tmp_path: Path) -> None:
    (tmp_path / "matters").mkdir()
    output = Output(tmp_path)
    for path in ("matters/index.html", "matters/x/index.html", "en/matters/late/page/2/index.html"):
        output.write(path, "页".encode())
        assert (tmp_path / path).read_text("utf-8") == "页"


def test_an_address_that_is_taken_is_named(tmp_path: Path) -> None:
    output = Output(tmp_path)
    output.write("rules/x/index.html", b"")
    with pytest.raises(TakenError) as caught:
        output.part().write("rules/x/index.html", b"")
    assert caught.value.text.zh == (
        "有两个页面都要用 /rules/x/ 这个地址：请给 docs 里的那一页换个名字。"
    )
    assert caught.value.text.en == (
        "Two pages claim the address /rules/x/: give the one in docs another name."
    )


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("records/matters/2024/20240105-x/a.jpg", "matters/20240105-x/a.jpg"),
        ("records/rules/yue/files/scan.pdf", "rules/yue/scan.pdf"),
        ("records/places/dui.png", None),
    ],
)
def test_attachments_lie_beside_their_page(path: str, address: str | None) -> None:
    assert address_of(path) == address


def test_only_attachments_of_records_are_copied() -> None:
    path = "records/matters/2024/20240105-x/a.jpg"
    found = list(attachments([path, "records/places/dui.png"]))
    assert found == [(path, "matters/20240105-x/a.jpg")]
