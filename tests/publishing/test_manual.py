"""Generated documents: fresh, whole, and their examples read back as what the schema says."""

import re
from pathlib import Path

import pytest

from yizhan.loading.schemas import bundle
from yizhan.loading.strict_yaml import read
from yizhan.model.vocabulary import Kind
from yizhan.publishing.frame import frame_files
from yizhan.publishing.manual import manual
from yizhan.publishing.record_pages import FOLDERS, TABLES, generated, to_yaml, with_tables

ROOT = Path(__file__).resolve().parents[2]
PROSE = {path: file.read_bytes() for path, file in frame_files().items()}
FRESH = {path: content.decode() for path, content in manual(PROSE)}
RECORDS = sorted(path for path in FRESH if "/records/" in path)


def test_every_kind_has_a_page_in_both_languages():
    for folder in FOLDERS.values():
        names = {f"{name}.md" for name in ("index", "common", *Kind)}
        assert {file.name for file in (ROOT / folder).iterdir()} == names


@pytest.mark.parametrize("path", RECORDS)
def test_every_link_leads_somewhere(path):
    page = FRESH[path]
    for file, anchor in re.findall(r"\]\(([a-z]+\.md)?(?:#([a-z_-]+))?\)", page):
        target = str(Path(path).parent / file) if file else path
        assert target in FRESH
        if anchor:
            assert f'<a id="{anchor}"></a>' in FRESH[target], (file, anchor)


@pytest.mark.parametrize("path", RECORDS)
def test_no_anchor_stands_twice(path):
    anchors = re.findall(r'<a id="([^"]+)">', FRESH[path])
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("path", RECORDS)
def test_prose_speaks_the_pages_language(path):
    prose = PROSE[path].decode().partition(TABLES)[0]
    has_chinese = bool(re.search("[一-鿿]", prose))
    assert has_chinese is not path.startswith("docs/en/")


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("docs/records/place.md", r"\| `dissolved` .* \| 没写的可以补一次，补了不再改 \|"),
        ("docs/en/records/place.md", r"\| `summary` .* \| may change \|"),
        ("docs/records/matter.md", r"\| `log` .* \| 只往后面加，已有的不改（凭 `key` 认） \|"),
        (
            "docs/en/records/meeting.md",
            r"\| `agenda` .* \| may change until the meeting is held \|",
        ),
        ("docs/en/records/common.md", r"\| `objections` .* \| may be filled in once, .* \|"),
    ],
)
def test_tables_say_how_a_field_may_change_once_merged(path, row):
    assert re.search(f"^{row}$", FRESH[path], re.MULTILINE)


@pytest.mark.parametrize("kind", Kind)
def test_an_example_reads_back_as_it_was(kind):
    (example,) = bundle(kind)["examples"]
    document = read(to_yaml(example).encode())
    assert document.troubles == ()
    assert document.data == example


def test_words_that_look_like_numbers_keep_their_quotes():
    data = {
        "code": "500101001001",
        "date": "2025-06-12",
        "yes": "yes",
        "share": 81.9,
        "true": "true",
    }
    assert to_yaml(data) == (
        "code: '500101001001'\ndate: 2025-06-12\nyes: yes\nshare: 81.9\n'true': 'true'\n"
    )
    assert read(to_yaml(data).encode()).data == data


def test_a_form_is_said_in_each_language():
    zh, en = generated("matter", "zh"), generated("matter", "en")
    assert "| `count` | 人数 |  | 整数，1 到 1000000 | 有多少人提出，知道才写。 |" in zh
    assert (
        "| `count` | Count |  | whole number, 1 to 1000000 | How many asked, where it is known. |"
        in en
    )
    assert "| `with` | 会同单位 |  | 列表：[组织](body.md)的编号 |" in zh
    assert "| `with` | Joined by |  | list: id: [Body](body.md) |" in en


def test_tables_stand_where_the_mark_was_and_nowhere_else():
    page = with_tables(f"甲\n\n{TABLES}\n\n乙\n", "matter", "zh")
    assert page == f"甲\n\n{generated('matter', 'zh')}\n\n乙\n"
    assert with_tables("甲\n", "matter", "zh") == "甲\n"


@pytest.mark.parametrize("path", RECORDS)
def test_every_page_on_records_has_the_mark_once(path):
    assert PROSE[path].decode().count(TABLES) == 1
    assert TABLES not in FRESH[path]


def test_nothing_that_is_made_is_tracked():
    assert not (ROOT / "docs/checks").exists()
    assert not (ROOT / "docs/en/checks").exists()
