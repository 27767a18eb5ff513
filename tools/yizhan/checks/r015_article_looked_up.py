"""R015: the article that an acknowledgment names is of a law that can be looked up."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.cited_articles import in_words, is_known, ungrounded
from yizhan.checks.shared.examples import AGAINST, IRREGULAR_DECISION, TALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_UNKNOWN = Text(
    "写的是{law}{said}；手边没有这部法律、法规的文本，也没有这个名称的规约，这一条没有核对。",
    "It names {said} of {law}; neither the text of such a law nor a rule of that title is at hand, so it was not looked up.",
)
_OF_NOTHING = Text(
    "写的是{said}，没有写是哪部法律、哪份规约的。",
    "It names {said}, and not of which law or rule.",
)


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    for each, cited in ungrounded(record, archive, context):
        if not is_known(cited, archive):
            message = _UNKNOWN if cited.law else _OF_NOTHING
            law, said = in_words(cited)
            yield Problem(record, each.pointer("article"), message.format(law=law, said=said))


_REASON = "            reason:"
_DECISION = IRREGULAR_DECISION.format(votes=AGAINST, result="adopted")

CHECK = Check(
    code="R015",
    title=Text("写明的条文核对过", "The article named was looked up"),
    why=Text(
        "检查自己不引条文的（例如 T008、T038、L001），写明的人可以写依据的条文；手边有文本的，看有没有这一条，没有文本的只说没有核对，不说它不对："
        "地方性法规、政府规章也可以是依据。网站照写明的引用。",
        "Where a check cites no article itself (T008, T038, L001 and others), whoever acknowledges it may name one. Where the text is at hand it is "
        "seen whether there is such an article; where it is not, that alone is said, and not that it is wrong: local regulations can be the ground as well. The site cites it as it is written.",
    ),
    fix=Text(
        "照原文核对名称和条数；核对过的，这条提醒可以留着。",
        "Compare title and number with the text; once that is done, let this warning stand.",
    ),
    bad=Example(
        {
            TALK_PATH: _DECISION.replace(
                _REASON, "            article: 示例县议事办法第三条\n" + _REASON
            )
        }
    ),
    good=Example(
        {
            TALK_PATH: _DECISION.replace(
                _REASON, "            article: 民法典第一百三十四条\n" + _REASON
            )
        }
    ),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.WARNING,
)
