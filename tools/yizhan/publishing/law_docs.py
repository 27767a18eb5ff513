"""The manual's page of the laws, article by article, from the tables in ``presets/law/articles/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.loading.presets import load_law_tables, load_presets
from yizhan.model.law_article import LawArticle, LawTable
from yizhan.model.text import Lang, Text
from yizhan.wording.law import article

PATHS: dict[Lang, str] = {"zh": "docs/guide/articles.md", "en": "docs/en/guide/articles.md"}

_TITLE = Text(
    "逐条：法律要求什么，哪些由检查判断", "Article by article: what is asked, and what is judged"
)
_INTRO = Text(
    "两部组织法2025年的文本和重庆市2013年的办法，一条一行：要求什么（用本手册自己的话，不是条文），哪些检查判断它，不判断的为什么不判断。"
    "一条里各款情形不同的，分款列。数据在 `tools/yizhan/presets/law/articles/`。检查是照记录看的，不是裁判。",
    "The two organic laws as of 2025 and the Chongqing measures of 2013, a line for each article: what it asks (in the manual's own words, "
    "which are not the text), which checks judge it, and why the rest is not judged. Paragraphs stand apart where they differ in this. "
    "The data is in `tools/yizhan/presets/law/articles/`. A check looks at the records; it is no ruling.",
)
_COUNT = Text(
    "共 {articles} 条；{judged} 行由检查判断，其中 {partly} 行只判断一部分；{rest} 行不判断。",
    "Articles: {articles}. Lines that are judged: {judged}, of which in part: {partly}. Not judged: {rest}.",
)
_HEAD = Text("| 条 | 要求 | 检查 | 不判断的 |", "| Article | What it asks | Checks | Not judged |")
_YIELDS = Text(
    "{since} 起让位于{law}{article}：{why}。",
    "Since {since} it yields to {law}, {article}: {why}.",
)


def law_pages() -> Iterator[tuple[str, str]]:
    """Yield path and text of the page in both languages."""
    tables, reasons = load_law_tables()
    for lang, path in PATHS.items():
        lines = [f"# {_TITLE.in_(lang)}", "", _INTRO.in_(lang), ""]
        for table in tables:
            lines += _section(table, reasons, lang)
        yield path, "\n".join(lines).rstrip("\n") + "\n"


def _section(table: LawTable, reasons: Mapping[str, Text], lang: Lang) -> Iterator[str]:
    judged = [each for each in table.table if each.judged_by]
    title = _law(table.law).in_(lang)
    yield f"## {title[0].upper()}{title[1:]}"
    yield ""
    yield _COUNT.in_(
        lang,
        articles=table.articles,
        judged=len(judged),
        partly=sum(each.not_judged is not None for each in judged),
        rest=len(table.table) - len(judged),
    )
    yield ""
    yield _HEAD.in_(lang)
    yield "|---|---|---|---|"
    for each in table.table:
        codes = " ".join(f"[{code}](../checks/{code}.md)" for code in each.judged_by)
        cells = (article(each.article).in_(lang), each.asks.in_(lang), codes)
        yield f"| {' | '.join(cells)} | {_rest(each, reasons).in_(lang)} |"
    yield ""


def _rest(each: LawArticle, reasons: Mapping[str, Text]) -> Text:
    """Why it, or the rest of it, is not judged, and to what it yields."""
    says = Text("", "") if each.not_judged is None else reasons[each.not_judged]
    if each.yields is None:
        return says
    yields = _YIELDS.format(
        since=each.yields.since,
        law=_law(each.yields.law),
        article=article(each.yields.article),
        why=each.yields.why,
    )
    return (
        yields
        if each.not_judged is None
        else Text(f"{says.zh}。{yields.zh}", f"{says.en}. {yields.en}")
    )


def _law(key: str) -> Text:
    return next(law.title for law in load_presets().organic.laws if law.key == key)
