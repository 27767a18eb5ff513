"""Every check's examples, laid over the village: the bad one is found, the good one is fine."""

import re
from pathlib import Path

import pytest

from yizhan.checks import discover

CHECKS = discover()
EXPECTED = Path(__file__).parent / "expected"


def test_the_village_is_green(lay):
    assert lay({}) == ()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_bad_example_is_found_and_nothing_else(check, lay, about, expect):
    findings = about(check.code, lay(check.bad.files))

    assert findings
    assert {found.code for found in findings} == {check.code}
    assert {found.level for found in findings} == {check.level}
    expect(check.code, findings)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_good_example_is_fine(check, lay, about):
    assert about(check.code, lay(check.good.files)) == ()


def test_every_code_has_its_expectation():
    kept = {file.stem for file in EXPECTED.iterdir() if "-" not in file.stem}
    assert kept == {check.code for check in CHECKS}


LAW = re.compile("组织法|民法典|物权法|管理条例|工作条例|第[一二三四五六七八九十百]+[条款]")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_no_english_sentence_falls_back_on_the_chinese_name_of_a_law(check, lay, about):
    """R004 alone gives both, since what it cites is to be written into the record."""
    for found in about(check.code, lay(check.bad.files)):
        sentence = re.sub("“[^”]*”", "", found.message.en)
        if check.code == "R004":
            sentence = re.sub("[(]《.*[)]", "", sentence)
        assert not LAW.search(sentence)
