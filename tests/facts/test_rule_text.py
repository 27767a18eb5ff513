"""The text of a rule on a day, and operations that do not fit it."""

from datetime import date

from yizhan.facts.rule_text import (
    Conflict,
    apply,
    effect_of,
    first,
    in_effect,
    text_before,
    text_on,
)
from yizhan.model.amendment import Amendment, Change, DossierEntry
from yizhan.model.dates import PartialDate
from yizhan.model.rule import Article, Chapter, Rule
from yizhan.model.vocabulary import DossierStage, Operation, RuleKind
from yizhan.model.vocabulary import Wording as Known

CHAPTERS = (
    Chapter(
        key="one", articles=(Article(key="a", text="甲"), Article(key="b", text="乙", title="乙条"))
    ),
    Chapter(key="two", articles=(Article(key="c", text="丙"),)),
)


def rule(chapters=CHAPTERS):
    return Rule(
        id="rule",
        title="rule",
        rule_kind=RuleKind.VILLAGE_RULES,
        place="place",
        wording=Known.VERBATIM,
        chapters=chapters,
    )


def amendment(identifier, *changes, effect=None, withdrawn=False):
    dossier = [DossierEntry(stage=DossierStage.DRAFT, date=PartialDate.parse("2026-01-01"))]
    if effect:
        dossier.append(DossierEntry(stage=DossierStage.EFFECT, date=PartialDate.parse(effect)))
    if withdrawn:
        day = PartialDate.parse("2026-12-01")
        dossier.append(DossierEntry(stage=DossierStage.WITHDRAWAL, date=day))
    return Amendment(
        id=identifier, title=identifier, rule="rule", changes=changes, dossier=tuple(dossier)
    )


def replace(article, text, title=None):
    return Change(operation=Operation.REPLACE, article=article, text=text, title=title)


def insert(article, text, after=None):
    return Change(operation=Operation.INSERT, article=article, text=text, after=after)


def repeal(article):
    return Change(operation=Operation.REPEAL, article=article)


def keys(wording):
    return [article.key for article in wording.articles()]


def test_the_first_text_stands_until_something_is_in_effect():
    wording = text_on(rule(), [amendment("x", repeal("a"), effect="2026-03-01")], date(2026, 2, 28))
    assert keys(wording) == ["a", "b", "c"]
    assert wording.origin == ()
    assert wording.used == {"a", "b", "c"}


def test_each_operation():
    change = amendment(
        "x", replace("b", "乙二"), insert("d", "丁", after="a"), insert("e", "戊"), repeal("c")
    )
    wording, conflicts = apply(first(rule()), change)
    assert conflicts == ()
    assert keys(wording) == ["a", "d", "b", "e"]
    assert [len(chapter.articles) for chapter in wording.chapters] == [3, 1]
    assert wording.find("b") == Article(key="b", text="乙二", title="乙条")
    assert wording.find("c") is None
    assert {key: origin.id for key, origin in wording.origin} == {"b": "x", "d": "x", "e": "x"}
    assert wording.used == {"a", "b", "c", "d", "e"}


def test_a_new_title_goes_with_the_new_text():
    wording, _ = apply(first(rule()), amendment("x", replace("b", "乙二", title="新")))
    assert wording.find("b") == Article(key="b", text="乙二", title="新")


def test_an_article_repealed_after_its_change_has_no_origin():
    changed, _ = apply(first(rule()), amendment("x", replace("b", "乙二")))
    gone, _ = apply(changed, amendment("y", repeal("b")))
    assert gone.origin == ()


def test_a_rule_without_text_gets_its_first_article():
    wording, conflicts = apply(first(rule(chapters=())), amendment("x", insert("a", "甲")))
    assert (keys(wording), conflicts) == (["a"], ())


def test_what_does_not_fit_is_told_and_changes_nothing():
    change = amendment(
        "x",
        replace("z", "?"),
        repeal("z"),
        insert("a", "?"),
        insert("n", "?", after="z"),
        repeal("a"),
    )
    wording, conflicts = apply(first(rule()), change)
    assert conflicts == (
        (0, Conflict.NO_SUCH_ARTICLE),
        (1, Conflict.NO_SUCH_ARTICLE),
        (2, Conflict.KEY_TAKEN),
        (3, Conflict.NO_SUCH_PLACE),
    )
    assert keys(wording) == ["b", "c"]


def test_the_key_of_a_repealed_article_is_never_given_again():
    gone, _ = apply(first(rule()), amendment("x", repeal("a")))
    _, conflicts = apply(gone, amendment("y", insert("a", "新甲")))
    assert conflicts == ((0, Conflict.KEY_TAKEN),)


def test_effect_of_drafts_and_withdrawn_amendments():
    assert effect_of(rule(), amendment("x")) is None
    assert effect_of(rule(), amendment("x", effect="2026-03-01", withdrawn=True)) is None
    assert str(effect_of(rule(), amendment("x", effect="2026-03"))) == "2026-03"


def test_amendments_take_effect_by_day_then_id():
    each = [
        amendment("c", effect="2026-03-01"),
        amendment("b", effect="2026-05-01"),
        amendment("a", effect="2026-03-01"),
        amendment("draft"),
    ]
    assert [found.id for found in in_effect(rule(), each, date(2026, 4, 1))] == ["a", "c"]


def test_the_text_that_an_amendment_changes():
    one = amendment("one", insert("d", "丁"), effect="2026-03-01")
    two = amendment("two", insert("e", "戊"), effect="2026-04-01")
    draft = amendment("draft", repeal("a"))
    everything = [one, two, draft]
    assert keys(text_before(rule(), everything, one)) == ["a", "b", "c"]
    assert keys(text_before(rule(), everything, two)) == ["a", "b", "c", "d"]
    assert keys(text_before(rule(), everything, draft)) == ["a", "b", "c", "d", "e"]


def test_of_two_on_one_day_the_later_id_changes_what_the_earlier_left():
    one = amendment("one", insert("d", "丁"), effect="2026-03-01")
    two = amendment("two", insert("e", "戊"), effect="2026-03-01")
    assert keys(text_before(rule(), [one, two], one)) == ["a", "b", "c"]
    assert keys(text_before(rule(), [one, two], two)) == ["a", "b", "c", "d"]
