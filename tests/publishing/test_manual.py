"""Generated documents: fresh, whole, and their examples read back as what the schema says."""

import re
from pathlib import Path

import pytest

from yizhan.commands.generate_docs import generate_docs, generated_docs
from yizhan.commands.record_pages import END, FOLDERS, START, generated, refresh, to_yaml
from yizhan.commands.schema_readme import schema_readme
from yizhan.loading.schemas import bundle, load_vocabulary
from yizhan.loading.strict_yaml import read
from yizhan.model.vocabulary import Kind

ROOT = Path(__file__).resolve().parents[2]
FRESH = dict(generated_docs(ROOT))
PAGES = sorted(path for path in FRESH if path.startswith("docs/"))


@pytest.mark.parametrize("path", sorted(FRESH))
def test_is_fresh(path):
    assert (ROOT / path).read_text(encoding="utf-8") == FRESH[path], "run make docs"


def test_every_kind_has_a_page_in_both_languages():
    for folder in FOLDERS.values():
        names = {f"{name}.md" for name in ("index", "common", *Kind)}
        assert {file.name for file in (ROOT / folder).iterdir()} == names


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(path):
    page = FRESH[path]
    for file, anchor in re.findall(r"\]\(([a-z]+\.md)?(?:#([a-z_-]+))?\)", page):
        target = str(Path(path).parent / file) if file else path
        assert target in FRESH
        if anchor:
            assert f'<a id="{anchor}"></a>' in FRESH[target], (file, anchor)


@pytest.mark.parametrize("path", PAGES)
def test_no_anchor_stands_twice(path):
    anchors = re.findall(r'<a id="([^"]+)">', FRESH[path])
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("path", PAGES)
def test_prose_speaks_the_pages_language(path):
    prose = FRESH[path].partition(START)[0]
    has_chinese = bool(re.search("[一-鿿]", prose))
    assert has_chinese is not path.startswith("docs/en/")


@pytest.mark.parametrize("kind", Kind)
def test_readme_names_every_kind(kind):
    row = next(line for line in schema_readme().splitlines() if f"[`{kind}.schema.json`]" in line)
    assert load_vocabulary().kind(kind).zh in row
    for link in re.findall(r"\]\(([^)#]+)", row):
        assert (ROOT / "schema" / link).is_file()


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
    assert "| `with` | With |  | list: id: [Body](body.md) |" in en


def test_refresh_keeps_the_prose():
    page = f"甲\n\n{START}\nold\n{END}\n\n乙\n"
    assert refresh(page, "new \\1\n") == f"甲\n\n{START}\n\nnew \\1\n\n{END}\n\n乙\n"


@pytest.mark.parametrize("page", ["甲", f"{START}{END}{START}{END}", f"{END}{START}"])
def test_refresh_refuses_a_page_without_its_one_region(page):
    with pytest.raises(ValueError, match="once each"):
        refresh(page, "new")


def test_only_what_is_stale_is_written(tmp_path):
    for path, text in FRESH.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert generate_docs(tmp_path) == []
    (tmp_path / "schema/README.md").unlink()
    page = tmp_path / "docs/records/matter.md"
    page.write_text(refresh(page.read_text(encoding="utf-8"), "old"), encoding="utf-8")
    assert generate_docs(tmp_path) == ["schema/README.md", "docs/records/matter.md"]
    assert page.read_text(encoding="utf-8") == FRESH["docs/records/matter.md"]
