"""The manual's page for every check: all that the check says, as it says it."""

import re
from html import unescape

import pytest

from yizhan.checking.explanations import explanations, is_correctable, shown
from yizhan.checks.shared.check import Check
from yizhan.pages import manual
from yizhan.pages.manual import check_title
from yizhan.wording.findings import EFFECT, LEVEL_TITLE, MERGED

KNOWN = explanations()
PAGES = {lang: {page.url: page for page in manual.pages(lang)} for lang in ("zh", "en")}
TAG = re.compile(r"<[^>]+>")


def words(html: str) -> str:
    """What a reader sees, with all that is to be typed between backticks."""
    marked = re.sub(r"<code>|(?<!</pre>)</code>(?!</pre>)", "`", html)
    return unescape(TAG.sub("", marked))


@pytest.mark.parametrize(("lang", "folder"), [("zh", "checks"), ("en", "en/checks")])
def test_everything_that_has_a_code_has_a_page(lang, folder):
    assert list(PAGES[lang]) == [f"{folder}/{code}/" for code in KNOWN]
    for code, page in zip(KNOWN, PAGES[lang].values(), strict=True):
        assert (page.page.lang, page.page.shell, page.search) == (lang, "checks", None)
        assert page.title == f"{code} {KNOWN[code].title.in_(lang)}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_says_all_that_the_check_says(lang):
    for each, page in zip(KNOWN.values(), PAGES[lang].values(), strict=True):
        said = words(page.content)
        for text in (each.title, each.why, each.fix, LEVEL_TITLE[each.level]):
            assert text.in_(lang) in said, each.code
        for example in (each.bad, each.good):
            for path, content in example.files.items():
                assert path in said, each.code
                if path.endswith(".yaml"):
                    assert "\n".join(shown(content)) in said, each.code
        assert (MERGED.in_(lang) in said) is is_correctable(each.code)
        effect = each.effect if isinstance(each, Check) else None
        assert [one for one, text in EFFECT.items() if text.in_(lang) in said] == (
            [] if effect is None else [effect]
        )


def test_a_page_reads_in_order():
    page = PAGES["en"]["en/checks/M001/"]
    assert page.title == check_title(KNOWN["M001"], "en") == "M001 Steps are the procedure's"
    assert re.findall(r'<h[12] id="?([^">]+)"?>([^<]+)</h', page.content) == [
        ("m001", "M001 Steps are the procedure&#39;s"),
        ("why", "Why"),
        ("how-to-fix-it", "How to fix it"),
        ("wrong", "Wrong"),
        ("right", "Right"),
    ]
    assert page.description == KNOWN["M001"].why.en
    assert "<p>Kind: error. Checks: matter.</p>" in page.content
    assert page.content.index("    step: accepted\n") < page.content.index("    step: accept\n")
    zh = PAGES["zh"]["checks/M001/"].content
    assert re.findall(r'<h2 id="?([^">]+)"?>', zh) == ["_1", "_2", "_3", "_4"]


def test_what_is_to_be_typed_stands_in_code_and_a_lone_backtick_is_one():
    assert str(manual._marked("写 `a: <b>`，不写 `c`")) == (
        "写 <code>a: &lt;b&gt;</code>，不写 <code>c</code>"
    )
    assert str(manual._marked("以 @ % ` [ 开头")) == "以 @ % ` [ 开头"
    assert "@ % ` [ {" in PAGES["zh"]["checks/Y009/"].content


def test_an_attachment_is_named_and_not_shown():
    found = [
        (code, page.content)
        for code, page in zip(KNOWN, PAGES["en"].values(), strict=True)
        if any(not path.endswith(".yaml") for path in KNOWN[code].bad.files)
    ]
    assert found
    for _code, content in found:
        assert "</code> (an attachment)</p>" in content
